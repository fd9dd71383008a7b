//! A deck's file as text and as JSON; where it is neither, why, and at which line and column.

use std::ops::Range;

use crate::check::json::Json;
use crate::check::syntax_error::explain;
use crate::deck::limits::MOST_DECK;

/// Begins files of some editing programs; the page passes over it as well.
pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Counts lines and columns in one walk through a text: to count anew for each fault would cost the text times the faults.
pub(crate) struct Cursor<'a> {
    rest: &'a str,
    at: usize,
    /// From 1.
    pub(crate) line: usize,
    /// From 1, in characters.
    pub(crate) column: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { rest: text, at: 0, line: 1, column: 1 }
    }

    /// `start`: a byte, not before the last one asked for.
    pub(crate) fn go_to(&mut self, start: usize) {
        let (passed, rest) = self.rest.split_at(start - self.at);
        for c in passed.chars() {
            (self.line, self.column) = if c == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        (self.rest, self.at) = (rest, start);
    }
}

/// The file's text; else the text up to what is wrong, the bytes that are, and a sentence.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, (&str, Range<usize>, &'static str)> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(("", 0..0, "this file is UTF-16; save it as UTF-8"));
    }
    let (text, rest) =
        bytes.utf8_chunks().next().map_or(("", false), |chunk| (chunk.valid(), !chunk.invalid().is_empty()));
    if bytes.len() > MOST_DECK {
        return Err(("", 0..0, "the file has more than 50,000,000 bytes, and is not read; split the deck by subject"));
    }
    if rest {
        return Err((text, text.len()..text.len() + 1, "this character is not UTF-8; save the file as UTF-8"));
    }
    if text.trim().is_empty() { Err(("", 0..0, "the file is empty")) } else { Ok(text) }
}

/// The text and the JSON of a deck's file; else a sentence, with line and column where it stands at one.
pub(crate) fn read_json(file: &[u8]) -> Result<(&str, Json), String> {
    let text = text(file.strip_prefix(BYTE_ORDER_MARK).unwrap_or(file))
        .map_err(|(valid, span, why)| if span.is_empty() { why.to_owned() } else { at(valid, span.start, why) })?;
    let json = serde_json::from_str(text).map_err(|error| {
        let (start, why) = explain(text, &error);
        at(text, start, &why)
    })?;
    Ok((text, json))
}

fn at(text: &str, start: usize, why: &str) -> String {
    let mut cursor = Cursor::new(text);
    cursor.go_to(start);
    format!("{why} (line {}, column {})", cursor.line, cursor.column)
}
