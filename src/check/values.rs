//! Reads the values of a deck by type, and reports those of another type or out of bounds.

use crate::check::diagnostics::Diagnostics;
use crate::check::json::{Json, type_name};
use crate::check::json_path::JsonPath;
use crate::deck::date::Date;
use crate::deck::limits::{Range, list_fault, text_fault};
use crate::deck::number::decimal;
use crate::deck::placeholder::unwritten;
use crate::deck::quote::quote;

/// A list, whatever is in it.
pub(crate) fn list<'a>(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &'a Json) -> Option<&'a [Json]> {
    if let Json::Array(items) = json {
        return Some(items);
    }
    diagnostics.error(place, &["must be a list in brackets [ ], not ", type_name(json)]);
    None
}

/// A list of at most so many items.
pub(crate) fn list_of<'a>(
    diagnostics: &mut Diagnostics,
    place: JsonPath<'_>,
    json: &'a Json,
    most: usize,
) -> Option<&'a [Json]> {
    let items = list(diagnostics, place, json)?;
    if let Some(why) = list_fault(items.len(), most) {
        diagnostics.error(place, &[why, " (there are ", &items.len().to_string(), ")"]);
        return None;
    }
    Some(items)
}

/// Text with at least one word in it.
pub(crate) fn text<'a>(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &'a Json) -> Option<&'a str> {
    match json {
        Json::String(text) if text.trim().is_empty() => diagnostics.error(place, &["is empty"]),
        Json::String(text) => match text_fault(text) {
            None => return Some(text),
            Some(why) => diagnostics.error(place, &[why, " (there are ", &text.chars().count().to_string(), ")"]),
        },
        _ => diagnostics.error(place, &["must be text in quotes, not ", type_name(json)]),
    }
    None
}

/// A number that may stand there.
pub(crate) fn number(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json, range: &Range) -> Option<f64> {
    match json {
        Json::Number(number) if range.contains(*number) => return Some(*number),
        Json::Number(number) => diagnostics.error(place, &[range.fault, ", not ", &decimal(*number)]),
        _ => diagnostics.error(place, &["must be a number without quotes, not ", type_name(json)]),
    }
    None
}

/// Whether the text is more than a placeholder, which is told as one: that it is no date or address either is not told again.
pub(super) fn is_written(diagnostics: &mut Diagnostics, text: &str) -> bool {
    let is_written = unwritten(text).is_none();
    if !is_written {
        diagnostics.consequence();
    }
    is_written
}

/// A date in quotes.
pub(super) fn date(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json) -> Option<Date> {
    if let Json::Number(number) = json {
        // Most likely a year.
        let number = decimal(*number);
        diagnostics.error(place, &["must be a date in quotes: \"", &number, "\""]);
        return None;
    }
    let text = text(diagnostics, place, json).filter(|text| is_written(diagnostics, text))?;
    let date = Date::parse(text);
    if date.is_none() {
        diagnostics.error(place, &[&quote(text), " is not a date (use 2025, 2025-03 or 2025-03-15)"]);
    }
    date
}
