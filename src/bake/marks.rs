//! What is written around the words of a mention, and how it is known again.

use std::fmt::Write;

use super::options::Format;

/// Around a piece of a mention: what goes before it and behind it.
pub(super) struct Mark {
    pub before: String,
    pub after: &'static str,
}

/// The marks of a mention in so many pieces. `anchor`: the id of its card's entry. `words`: all of the mention.
pub(super) fn marks(card: &str, anchor: &str, words: &str, pieces: usize, format: Format) -> Vec<Mark> {
    let (card, href) = (attribute(card), attribute(&fragment(anchor)));
    let mark = |piece: usize| {
        let mut before = String::new();
        let is_further = piece > 0;
        let after = if format == Format::Html {
            let hidden = if is_further { " aria-hidden=\"true\"" } else { "" };
            let _ = write!(before, "{TERM}{card}\" auto{hidden}><a href=\"#{href}\"");
            TERM_END
        } else {
            let hidden = if is_further { " aria-hidden=\"true\"" } else { "" };
            let _ = write!(before, "{LINK}{href}\"{hidden}");
            LINK_END
        };
        if is_further {
            before.push_str(" tabindex=\"-1\"");
        } else if pieces > 1 {
            let _ = write!(before, " aria-label=\"{}\"", attribute(words));
        }
        before.push('>');
        Mark { before, after }
    };
    (0..pieces).map(mark).collect()
}

const TERM: &str = "<context-term card=\"";
const TERM_END: &str = "</a></context-term>";
const LINK: &str = "<a class=\"context-term\" href=\"#";
const LINK_END: &str = "</a>";
/// What every mark begins with.
pub(super) const BEGINNINGS: [&[u8]; 2] = [TERM.as_bytes(), LINK.as_bytes()];

/// A mark that was found, all of it.
pub(super) enum Found {
    /// So many bytes: before the words, of them, and behind them.
    Mark([usize; 3]),
    /// It may be one, if more follows.
    Open,
    /// It is none.
    No,
}

/// A mark at the beginning of the bytes.
pub(super) fn read(bytes: &[u8]) -> Found {
    parse(bytes).unwrap_or(Found::Open)
}

/// `None` where the bytes end.
fn parse(bytes: &[u8]) -> Option<Found> {
    let mut reader = Reader { bytes, at: 0 };
    let end = if reader.has(TERM)? {
        if !(reader.value()? && reader.has("\" auto")?) {
            return Some(Found::No);
        }
        let _ = reader.has(" aria-hidden=\"true\"")?;
        if !(reader.has("><a href=\"#context-")? && reader.value()? && reader.has("\"")?) {
            return Some(Found::No);
        }
        TERM_END
    } else if reader.has(LINK)? && reader.has("context-")? && reader.value()? && reader.has("\"")? {
        let _ = reader.has(" aria-hidden=\"true\"")?;
        LINK_END
    } else {
        return Some(Found::No);
    };
    if reader.has(" aria-label=\"")? {
        if !(reader.value()? && reader.has("\"")?) {
            return Some(Found::No);
        }
    } else {
        let _ = reader.has(" tabindex=\"-1\"")?;
    }
    if !reader.has(">")? {
        return Some(Found::No);
    }
    let before = reader.at;
    let words = memchr::memchr(b'<', &bytes[before..])?;
    reader.at += words;
    if words > 0 && reader.has(end)? { Some(Found::Mark([before, words, end.len()])) } else { Some(Found::No) }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    /// Passes over words if they stand here; `None` where the bytes end before that is known.
    fn has(&mut self, words: &str) -> Option<bool> {
        let rest = &self.bytes[self.at..];
        let length = words.len().min(rest.len());
        if rest[..length] != words.as_bytes()[..length] {
            return Some(false);
        }
        (length == words.len()).then(|| {
            self.at += length;
            true
        })
    }

    /// Passes over a value, up to its quote; `false` where there is none.
    fn value(&mut self) -> Option<bool> {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| matches!(byte, b'"' | b'<' | b'>'))?;
        self.at += length;
        Some(length > 0 && rest[length] == b'"')
    }
}

/// Text in a quoted attribute.
pub(super) fn attribute(text: &str) -> String {
    escape(text, true)
}

/// Text between tags.
pub(super) fn text(text: &str) -> String {
    escape(text, false)
}

fn escape(text: &str, is_attribute: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' if is_attribute => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// An id as the fragment of an address: what may not stand in one is percent-encoded.
pub(super) fn fragment(id: &str) -> String {
    let mut fragment = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte) {
            fragment.push(char::from(byte));
        } else {
            let _ = write!(fragment, "%{byte:02X}");
        }
    }
    fragment
}
