//! `--due`: the cards to be reviewed by a day, for people, for programs, or as a calendar.

use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil;
use serde::Serialize;

use super::icalendar::Calendar;
use crate::check::{DeckFile, Due};
use crate::cli::output::json_line;
use crate::deck::date::Date;

/// How far ahead: a day, or a span from today on.
#[derive(Clone, Copy, Debug)]
pub(super) enum Until {
    Day(civil::Date),
    Days(i32),
    Months(i32),
}

impl Until {
    /// Reads `30d`, `6w`, `3m` or `2026-08-01`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let help =
            || "write days, weeks or months from today, as in 30d, 6w or 3m, or a day, as in 2026-08-01".to_owned();
        if let Ok(day) = text.parse() {
            return Ok(Self::Day(day));
        }
        let (unit_at, unit) = text.char_indices().next_back().ok_or_else(help)?;
        // Enough for every deck, and in no danger of passing the calendar's end.
        let count: i32 = text[..unit_at].parse().ok().filter(|count| (0..=9_999).contains(count)).ok_or_else(help)?;
        match unit {
            'd' => Ok(Self::Days(count)),
            'w' => Ok(Self::Days(count * 7)),
            'm' => Ok(Self::Months(count)),
            _ => Err(help()),
        }
    }

    /// The last day of it.
    pub(super) fn day(self, today: civil::Date) -> civil::Date {
        match self {
            Self::Day(day) => day,
            Self::Days(days) => today.saturating_add(days.days()),
            Self::Months(months) => today.saturating_add(months.months()),
        }
    }
}

/// The day as the calendar has it.
pub(super) fn day(today: Date) -> Result<civil::Date, String> {
    let (year, month, day) = today.first_day();
    let part = |part: u8| i8::try_from(part).unwrap_or(i8::MAX);
    civil::Date::new(i16::try_from(year).unwrap_or(i16::MAX), part(month), part(day))
        .map_err(|error| format!("the clock of this computer is wrong: {error}"))
}

/// Dates, and below each the cards that are due on it.
pub(super) fn human(all: &[Due], files: &[DeckFile<'_>], today: civil::Date) -> String {
    let (mut lines, mut last) = (String::new(), None);
    for due in all {
        if last.replace(due.day) != Some(due.day) {
            let overdue = if due.day < today { " (overdue)" } else { "" };
            let _ = writeln!(lines, "{}{overdue}", due.day.strftime("%Y-%m-%d, %A"));
        }
        let author = due.author.as_ref().map(|author| format!(" ({author})")).unwrap_or_default();
        let _ = writeln!(
            lines,
            "  {}:{}:{}: {}: {}{author}",
            files[due.file].name, due.line, due.column, due.card, due.title
        );
    }
    lines
}

/// A card that is due, as programs read it. The README says what its fields are.
#[derive(Serialize)]
struct JsonDue<'a> {
    due: String,
    overdue: bool,
    file: &'a str,
    line: usize,
    column: usize,
    card: &'a str,
    title: &'a str,
    author: Option<&'a str>,
}

pub(super) fn json(all: &[Due], files: &[DeckFile<'_>], today: civil::Date) -> Result<String, String> {
    let line = |due: &Due| {
        json_line(&JsonDue {
            due: due.day.to_string(),
            overdue: due.day < today,
            file: files[due.file].name,
            line: due.line,
            column: due.column,
            card: &due.id,
            title: &due.title,
            author: due.author.as_deref(),
        })
    };
    all.iter().map(line).collect()
}

/// An event of a whole day for each card. It is known by its card and file, so that a calendar that reads the file again moves it.
pub(super) fn ics(all: &[Due], files: &[DeckFile<'_>], today: civil::Date) -> String {
    let mut calendar = Calendar::new(today);
    for due in all {
        let file = files[due.file].name;
        let title = if due.title.is_empty() { &due.card } else { &due.title };
        let author = due.author.as_ref().map(|author| format!("\n{author}")).unwrap_or_default();
        calendar.add_day(
            &format!("{}@{file}", due.id),
            due.day,
            &format!("Review the context card: {title}"),
            &format!("{file}:{}:{}: {}{author}", due.line, due.column, due.card),
        );
    }
    calendar.finish()
}

#[cfg(test)]
mod tests {
    use super::Until;

    #[test]
    fn a_time_to_come_is_read() {
        let today = jiff::civil::date(2026, 1, 31);
        let cases = [
            ("30d", Some("2026-03-02")),
            ("0d", Some("2026-01-31")),
            ("2w", Some("2026-02-14")),
            ("1m", Some("2026-02-28")),
            ("2026-08-01", Some("2026-08-01")),
            ("9999m", Some("2859-04-30")),
            ("30", None),
            ("-1d", None),
            ("d", None),
            ("", None),
            ("3 months", None),
            ("2026-13-01", None),
        ];
        for (text, expected) in cases {
            let day = Until::parse(text).map(|until| until.day(today).to_string()).ok();
            assert_eq!(day.as_deref(), expected, "{text}");
        }
    }
}
