//! Text that stands where an editor has yet to write: `[write: the year it opened]`.
//!
//! Square brackets, because no inline form of a deck begins like that, and because they can be searched for in any editing program.

/// How a placeholder begins.
const OPEN: &str = "[write:";

/// A placeholder; `what` reads on from "write" and has no square bracket in it.
pub(crate) fn placeholder(what: &str) -> String {
    [OPEN, " ", what, "]"].concat()
}

/// What the first placeholder in a text asks for; `None` where the text has none.
pub(crate) fn unwritten(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once(OPEN)?;
    Some(rest.split(']').next().unwrap_or(rest).trim())
}

#[cfg(test)]
mod tests {
    use super::{placeholder, unwritten};

    #[test]
    fn a_placeholder_is_told_from_other_text() {
        let made = placeholder("what it is");
        let cases = [
            (made.as_str(), Some("what it is")),
            ("A prison. [write: how large it is][^source-1]", Some("how large it is")),
            ("[write:what it is", Some("what it is")),
            ("[label](https://example.org)", None),
            ("[sic]", None),
            ("write: me", None),
        ];
        for (text, expected) in cases {
            assert_eq!(unwritten(text), expected, "{text}");
        }
    }
}
