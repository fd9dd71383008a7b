//! Finds where a value stands in a deck's file: by its path the byte.

use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions};

use crate::check::json_path::{Path, Step};

/// The values of a file, each of which knows where it begins.
pub(crate) struct Positions<'a>(Option<Value<'a>>);

impl<'a> Positions<'a> {
    /// `text`: JSON.
    pub(crate) fn of(text: &'a str) -> Self {
        let parsed = jsonc_parser::parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        Self(parsed.ok().and_then(|parsed| parsed.value))
    }

    /// The byte at which the value begins; for what is missing, the object in which it is missed. Then the bytes of the value, or
    /// of the name of its field; of what is missing, the object's first brace.
    pub(crate) fn find(&self, path: &Path, is_of_name: bool) -> (usize, Range<usize>) {
        let Some(mut value) = self.0.as_ref() else { return (0, 0..0) };
        let mut name = None;
        for step in path.steps() {
            let next = match (step, value) {
                // Of a doubled key the last one stays: that is the one the page reads.
                (Step::Key(key), Value::Object(object)) => {
                    let field = object.properties.iter().rev().find(|field| field.name.as_str() == key);
                    name = field.map(|field| field.name.range());
                    field.map(|field| &field.value)
                }
                (Step::Index(index), Value::Array(list)) => list.elements.get(*index),
                _ => None,
            };
            match next {
                Some(next) => value = next,
                None => return (value.start(), value.start()..value.start() + 1),
            }
        }
        let span = name.filter(|_| is_of_name).unwrap_or_else(|| value.range());
        (value.start(), span.start..span.end)
    }
}
