//! Quotes a deck's own words for a message.

/// The words in quotes, on one line, cut after 80 characters.
pub(crate) fn quote(text: &str) -> String {
    // Long enough for any id, date or common address; a message stays readable in a terminal.
    const LONGEST: usize = 80;
    let mut quoted = String::from("\"");
    push_on_one_line(&mut quoted, text, LONGEST);
    quoted.push('"');
    quoted
}

/// Adds words on one line, cut after so many characters. What would control a terminal is a space.
pub(crate) fn push_on_one_line(line: &mut String, text: &str, longest: usize) {
    for (count, c) in text.chars().enumerate() {
        if count == longest {
            line.push('…');
            break;
        }
        line.push(if c.is_control() { ' ' } else { c });
    }
}
