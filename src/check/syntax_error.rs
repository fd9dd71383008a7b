//! Tells in an editor's words why a file is not JSON, and where.

use serde_json::Error;

/// Beginnings of the parser's messages, which speak of its own doings rather than of the file; and what is to be said instead.
const SENTENCES: &[(&str, &str)] = &[
    ("EOF while parsing a string", "the file ends inside a text: its closing quote is missing"),
    ("EOF while parsing", "the file ends too early: a closing } or ] is missing"),
    (MISSING_COMMA_IN_OBJECT, "a comma or a closing } is missing before this"),
    (MISSING_COMMA_IN_LIST, "a comma or a closing ] is missing before this"),
    (MISSING_COLON, "a colon is missing between a field's name and what it says"),
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

const MISSING_COMMA_IN_OBJECT: &str = "expected `,` or `}`";
const MISSING_COMMA_IN_LIST: &str = "expected `,` or `]`";
const MISSING_COLON: &str = "expected `:`";

const QUOTE_INSIDE: &str =
    "the text ends with this quote, and more follows; write a quote inside a text as \\\" or as “ or ”";

const TYPOGRAPHIC: &str = "only straight double quotes \" may stand around a text";

/// The byte of the text at which the error stands, and a sentence.
pub(crate) fn explain(text: &str, error: &Error) -> (usize, String) {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let start = text.floor_char_boundary(before + error.column().saturating_sub(1));
    let message = error.to_string();
    if message.starts_with("control character")
        && let Some(quote) = typographic_end(&text[..start])
    {
        return (quote, ["this is not JSON: ", TYPOGRAPHIC].concat());
    }
    let (start, sentence) = match text[start..].chars().next() {
        Some('/') => (start, "it has no comments; take this out"),
        Some('\'' | '‘' | '’' | '“' | '”') => (start, TYPOGRAPHIC),
        next => {
            if let Some(quote) = next.and_then(|next| quote_inside(&text[..start], next, &message)) {
                (quote, QUOTE_INSIDE)
            } else {
                let known = SENTENCES.iter().find(|(beginning, _)| message.starts_with(beginning));
                (start, known.map_or(message.as_str(), |(_, sentence)| sentence))
            }
        }
    };
    (start, ["this is not JSON: ", sentence].concat())
}

/// Where the last line ends with a typographic quote, which does not end a text: `"title": "CECOT”,`.
fn typographic_end(before: &str) -> Option<usize> {
    let line = before.trim_end().trim_end_matches(',').trim_end();
    line.chars().next_back().filter(|c| ['“', '”', '‘', '’'].contains(c)).map(|c| line.len() - c.len_utf8())
}

/// Where the quote stands that ends a text too early, if words of the text go on behind it: `"He said "no" twice"`.
fn quote_inside(before: &str, next: char, message: &str) -> Option<usize> {
    let is_after_text =
        [MISSING_COMMA_IN_OBJECT, MISSING_COMMA_IN_LIST, MISSING_COLON].iter().any(|known| message.starts_with(known));
    // On another line or before a bracket a comma is missing rather than a backslash.
    let line = before.rsplit('\n').next().unwrap_or_default();
    let is_word = !matches!(next, '"' | '{' | '}' | '[' | ']' | ':' | ',');
    (is_after_text && is_word && line.trim_end().ends_with('"')).then(|| before.trim_end().len() - 1)
}
