//! Quotes a deck's own words for a message.

/// The words in quotes, on one line, cut after 80 characters.
pub(crate) fn quote(text: &str) -> String {
    // Long enough for any id, date or common address; a message stays readable in a terminal.
    const LONGEST: usize = 80;
    let mut quoted = String::from("\"");
    for (count, c) in text.chars().enumerate() {
        if count == LONGEST {
            quoted.push('…');
            break;
        }
        quoted.push(if c.is_control() { ' ' } else { c });
    }
    quoted.push('"');
    quoted
}
