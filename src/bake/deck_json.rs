//! The JSON of decks as baking hands it on: read, cut down to what an article needs, and written so that it can stand in a page.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;

use indexmap::IndexMap;
use serde_json::Value;

/// A deck as it was written.
pub(super) struct DeckJson {
    pub lang: Value,
    pub title: Value,
    pub cards: Vec<Value>,
    /// By their ids, as JSON for a script element.
    pub sources: HashMap<String, String>,
}

impl DeckJson {
    pub(super) fn new(mut deck: Value) -> Self {
        let mut take = |field: &str| deck.get_mut(field).map(Value::take).unwrap_or_default();
        let list = |value: Value| if let Value::Array(items) = value { items } else { Vec::new() };
        let (lang, title, cards) = (take("lang"), take("title"), list(take("cards")));
        let sources = list(take("sources")).into_iter();
        let sources =
            sources.filter_map(|source| Some((source["id"].as_str()?.to_owned(), script_json(&source)))).collect();
        Self { lang, title, cards, sources }
    }
}

/// A card as JSON without its related cards and its last brace.
pub(super) fn open_object(card: &Value) -> String {
    let mut card = card.clone();
    if let Value::Object(fields) = &mut card {
        fields.shift_remove("related");
    }
    let mut json = script_json(&card);
    json.pop();
    json
}

/// An id that no other source has, for one whose id another source has.
pub(super) fn other_id(id: &str, written: &str, sources: &mut IndexMap<String, Cow<'_, str>>) -> String {
    let mut new = id.to_owned();
    loop {
        new.push('+');
        let mut value: Value = serde_json::from_str(written).unwrap_or_default();
        value["id"] = Value::String(new.clone());
        let written = script_json(&value);
        match sources.get(&new) {
            Some(other) if *other != written => {}
            Some(_) => return new,
            None => {
                sources.insert(new.clone(), Cow::Owned(written));
                return new;
            }
        }
    }
}

/// Gives a source another id wherever a card cites it.
pub(super) fn rename(value: &mut Value, old: &str, new: &str) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::Array(items) if name == "sources" => {
                        items.iter_mut().filter(|item| item.as_str() == Some(old)).for_each(|item| *item = new.into());
                    }
                    value => rename(value, old, new),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, old, new)),
        Value::String(text) => *text = text.replace(&["[^", old, "]"].concat(), &["[^", new, "]"].concat()),
        _ => {}
    }
}

/// JSON that can stand in a script element and in CDATA: no angle brackets.
pub(super) fn script_json(value: &Value) -> String {
    let json = value.to_string();
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => escaped.push_str("\\u003c"),
            '>' => escaped.push_str("\\u003e"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// The same JSON in ASCII alone, for an article whose encoding may not have its characters.
pub(super) fn ascii_json(json: &str) -> String {
    let mut ascii = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            ascii.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(ascii, "\\u{unit:04x}");
            }
        }
    }
    ascii
}
