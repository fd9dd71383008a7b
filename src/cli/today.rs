//! The day on which a command runs.

use jiff::Timestamp;
use jiff::tz::Offset;

use crate::deck::date::Date;

/// Today, in UTC: a day in a deck is a day everywhere.
#[must_use]
pub fn today() -> Date {
    let today = Offset::UTC.to_datetime(Timestamp::now()).date();
    let part = |number: i8| Some(number.unsigned_abs());
    Date { year: today.year().unsigned_abs(), month: part(today.month()), day: part(today.day()) }
}
