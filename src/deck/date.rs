//! Dates of a deck: a year, a month or a day of the Gregorian calendar, as exact as the editor knows it.

use std::fmt;

/// `2025`, `2025-03` or `2025-03-15`: a day of the Gregorian calendar, or the month or year it lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12, where known.
    pub month: Option<u8>,
    /// 1 to the length of the month, where known; never without a month.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. `None` for anything else, `2025-13` and `2025-02-30` included.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2).ok_or(())).transpose().ok()?;
        let day = parts.next().map(|part| digits(part, 2).ok_or(())).transpose().ok()?;
        let in_calendar = year > 0
            && parts.next().is_none()
            && month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=days_in(year, month.unwrap_or(1))).contains(&day));
        #[allow(clippy::cast_possible_truncation, reason = "two digits fit")]
        in_calendar.then_some(Self { year, month: month.map(|m| m as u8), day: day.map(|d| d as u8) })
    }

    /// Reads the calendar day at the start of an ISO 8601 date or date-time, such as `2025-12-23T09:00:00Z`; `None` where the
    /// text begins with none. The time and its zone are passed over.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::parse(text.split(['T', ' ']).next()?)
    }

    /// The first day the date can mean, as (year, month, day): a value that orders.
    #[must_use]
    pub fn first_day(&self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day the date can mean, as (year, month, day).
    #[must_use]
    pub fn last_day(&self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

fn digits(text: &str, count: usize) -> Option<u16> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn days_in(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
