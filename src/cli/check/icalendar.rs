//! Writes events of whole days as iCalendar (RFC 5545).

use jiff::civil::Date;

/// A line has at most so many bytes, its break not counted (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// A calendar to which events are added.
pub(super) struct Calendar {
    text: String,
    /// When it was made (`DTSTAMP`): the day is as exact as anything in it.
    stamp: String,
}

impl Calendar {
    pub(super) fn new(today: Date) -> Self {
        let mut calendar = Self { text: String::new(), stamp: today.strftime("%Y%m%dT000000Z").to_string() };
        for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//context-cards//check//EN", "CALSCALE:GREGORIAN"] {
            calendar.line(line);
        }
        calendar
    }

    /// Adds an event that takes no one's time. `id`: the same whenever the event is written again.
    pub(super) fn add_day(&mut self, id: &str, day: Date, summary: &str, description: &str) {
        let stamp = format!("DTSTAMP:{}", self.stamp);
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}", escaped(id)));
        self.line(&stamp);
        self.line(&format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d")));
        self.line(&format!("SUMMARY:{}", escaped(summary)));
        self.line(&format!("DESCRIPTION:{}", escaped(description)));
        self.line("TRANSP:TRANSPARENT");
        self.line("END:VEVENT");
    }

    pub(super) fn finish(mut self) -> String {
        self.line("END:VCALENDAR");
        self.text
    }

    /// Folds a line that is too long: it goes on behind a space, and no character is divided.
    fn line(&mut self, line: &str) {
        let (mut rest, mut room) = (line, LONGEST_LINE);
        while rest.len() > room {
            let (part, more) = rest.split_at(rest.floor_char_boundary(room));
            self.text.push_str(part);
            self.text.push_str("\r\n ");
            (rest, room) = (more, LONGEST_LINE - 1);
        }
        self.text.push_str(rest);
        self.text.push_str("\r\n");
    }
}

/// Text as a property takes it; control characters, which none can hold, become spaces.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Calendar;

    #[test]
    fn a_calendar_is_folded_and_escaped() {
        let mut calendar = Calendar::new(date(2026, 3, 1));
        let summary = format!("{}; a, b\\c", "ä".repeat(60));
        calendar.add_day("cecot@decks/a.json", date(2026, 8, 1), &summary, "first\nsecond\tthird");
        let text = calendar.finish();
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert!(
            text.ends_with("END:VCALENDAR\r\n") && lines.iter().all(|line| line.len() <= 75 && !line.contains('\n'))
        );
        let unfolded = text.replace("\r\n ", "");
        for line in [
            "UID:cecot@decks/a.json",
            "DTSTAMP:20260301T000000Z",
            "DTSTART;VALUE=DATE:20260801",
            &format!("SUMMARY:{}\\; a\\, b\\\\c", "ä".repeat(60)),
            "DESCRIPTION:first\\nsecond third",
        ] {
            assert!(unfolded.lines().any(|found| found == line), "{line}: {unfolded}");
        }
    }
}
