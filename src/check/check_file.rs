//! Checks a deck's file: encoding, JSON syntax and deck, each fault with line and column.

use std::collections::HashMap;
use std::fmt;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions};

use crate::check::diagnostics::{Diagnostic, Unknown, index_path, key_path};
use crate::check::json::Json;
use crate::check::read_deck::read_deck;
use crate::check::size_limit;
use crate::matcher::unicode::NativeUnicode;

/// A fault and where it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub diagnostic: Diagnostic,
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.diagnostic)
    }
}

/// What an editor is told about a deck's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Every fault, in the order of the file.
    pub faults: Vec<Located>,
    /// That the deck is too large for a page, which is no fault; as the end of a sentence that begins with the file's name.
    pub warning: Option<String>,
}

/// Reads a deck's file and tells all that is wrong with it.
#[must_use]
pub fn check(bytes: &[u8]) -> Report {
    let json = text(bytes).and_then(|text| {
        // The strict parser says whether the page could read it; the other one knows where everything stands.
        let json: Json = serde_json::from_str(text).map_err(|error| syntax(text, &error))?;
        Ok((text, json))
    });
    match json {
        Ok((text, json)) => {
            Report { faults: faults(text, &json), warning: size_limit::warning(bytes.len(), Some(&json)) }
        }
        Err(fault) => Report { faults: vec![fault], warning: size_limit::warning(bytes.len(), None) },
    }
}

fn faults(text: &str, json: &Json) -> Vec<Located> {
    let places = Places::of(text);
    let (_, diagnostics) = read_deck(json, Unknown::Fault, &NativeUnicode);
    let mut located: Vec<(usize, Diagnostic)> =
        diagnostics.into_iter().map(|diagnostic| (places.find(&diagnostic.path), diagnostic)).collect();
    located.sort_by_key(|(start, _)| *start);
    let mut cursor = Cursor::new(text);
    located.into_iter().map(|(start, diagnostic)| cursor.locate(start, diagnostic)).collect()
}

/// The file's text without a byte order mark, which the page passes over as well.
fn text(bytes: &[u8]) -> Result<&str, Located> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let whole = |line, column, message: &str| Located {
        line,
        column,
        diagnostic: Diagnostic { path: String::new(), message: message.to_owned() },
    };
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(whole(1, 1, "this file is UTF-16; save it as UTF-8"));
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let mut cursor = Cursor::new(&valid);
        cursor.go_to(valid.len());
        whole(cursor.line, cursor.column, "this character is not UTF-8; save the file as UTF-8")
    })?;
    if text.trim().is_empty() {
        return Err(whole(1, 1, "the file is empty"));
    }
    Ok(text)
}

/// A syntax error in an editor's words.
fn syntax(text: &str, error: &serde_json::Error) -> Located {
    // Beginnings of the parser's messages, which speak of its own doings rather than of the file.
    const SENTENCES: &[(&str, &str)] = &[
        ("EOF while parsing a string", "the file ends inside a text: its closing quote is missing"),
        ("EOF while parsing", "the file ends too early: a closing } or ] is missing"),
        ("expected `,` or `}`", "a comma or a closing } is missing before this"),
        ("expected `,` or `]`", "a comma or a closing ] is missing before this"),
        ("expected `:`", "a colon is missing between a field's name and what it says"),
        ("key must be a string", "a field's name must stand here, in double quotes"),
        ("trailing comma", "there is a comma before this bracket, after the last item; take it out"),
        ("trailing characters", "the deck has ended before this; nothing may follow its last brace"),
        ("control character", "a line break or tab inside a text; write \\n or a space, or close the quote"),
        ("invalid escape", "a backslash before this that means nothing in JSON; write \\\\ for a backslash"),
        ("lone leading surrogate", "half a character: \\uD800 to \\uDFFF only stand in pairs"),
        ("unexpected end of hex escape", "half a character: \\uD800 to \\uDFFF only stand in pairs"),
        ("number out of range", "this number is too large"),
        ("invalid number", "this is not a number as JSON writes it (such as 1.5, -2 or 10)"),
        ("recursion limit exceeded", "lists and objects are nested too deeply here"),
        ("expected value", "a value is missing here, or a text without quotes around it"),
        ("expected ident", "a text without quotes around it"),
    ];
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let start = text.floor_char_boundary(before + error.column().saturating_sub(1));
    let message = error.to_string();
    let known = SENTENCES.iter().find(|(beginning, _)| message.starts_with(beginning));
    let sentence = match text[start..].chars().next() {
        Some('/') => "it has no comments; take this out",
        Some('\'' | '‘' | '’' | '“' | '”') => "only straight double quotes \" may stand around a text",
        _ => known.map_or(message.as_str(), |(_, sentence)| sentence),
    };
    let message = ["this is not JSON: ", sentence].concat();
    Cursor::new(text).locate(start, Diagnostic { path: String::new(), message })
}

/// Counts lines and columns in one walk through a text: to count anew for each fault would cost the text times the faults.
struct Cursor<'a> {
    rest: &'a str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'a> Cursor<'a> {
    fn new(text: &'a str) -> Self {
        Self { rest: text, at: 0, line: 1, column: 1 }
    }

    /// `start`: a byte, not before the last one asked for.
    fn go_to(&mut self, start: usize) {
        let (passed, rest) = self.rest.split_at(start - self.at);
        for c in passed.chars() {
            (self.line, self.column) = if c == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        (self.rest, self.at) = (rest, start);
    }

    fn locate(&mut self, start: usize, diagnostic: Diagnostic) -> Located {
        self.go_to(start);
        Located { line: self.line, column: self.column, diagnostic }
    }
}

/// Where each value stands, by its path: the byte at which it begins.
struct Places(HashMap<String, usize>);

impl Places {
    fn of(text: &str) -> Self {
        let mut places = Self(HashMap::new());
        let parsed = jsonc_parser::parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        if let Some(root) = parsed.ok().and_then(|parsed| parsed.value) {
            places.add(String::new(), &root);
        }
        places
    }

    fn add(&mut self, path: String, value: &Value<'_>) {
        match value {
            Value::Object(object) => {
                for field in &object.properties {
                    self.add(key_path(path.clone(), field.name.as_str()), &field.value);
                }
            }
            Value::Array(list) => {
                for (index, item) in list.elements.iter().enumerate() {
                    self.add(index_path(path.clone(), index), item);
                }
            }
            _ => {}
        }
        // Of a doubled key the last one stays: that is the one the page reads.
        self.0.insert(path, value.start());
    }

    /// For what is missing: where the object begins in which it is missed.
    fn find(&self, mut path: &str) -> usize {
        loop {
            match self.0.get(path) {
                Some(start) => return *start,
                None => match path.rfind(['.', '[']) {
                    Some(end) => path = &path[..end],
                    None if path.is_empty() => return 0,
                    None => path = "",
                },
            }
        }
    }
}
