//! What does an object of the deck say under this name? Fields by type, with a fault for what is missing or misshapen.

use crate::address;
use crate::date::Date;
use crate::json::Json;
use crate::number;
use crate::problem::{Faults, Place, did_you_mean, quote};

/// An object of the deck. `null` counts as a field that is not there, and so does an optional field without words:
/// content systems write out both for what an editor left blank.
pub(crate) struct Fields<'p, 'a> {
    pub(crate) place: Place<'p>,
    json: &'a Json,
}

impl<'p, 'a> Fields<'p, 'a> {
    /// `known`: every field that such an object may have.
    pub(crate) fn open(faults: &mut Faults, place: Place<'p>, json: &'a Json, known: &[&str]) -> Option<Self> {
        let Json::Object(fields) = json else {
            faults.add(place, &["must be an object in braces { }, not ", found(json)]);
            return None;
        };
        if faults.strict() {
            for (at, (key, _)) in fields.iter().enumerate() {
                let place = place.key(key);
                if fields[..at].iter().any(|(earlier, _)| earlier == key) {
                    faults.slip(place, &["stands here more than once; the page would see only the last one"]);
                } else if !known.contains(&key.as_str()) {
                    let hint = match did_you_mean(key, known) {
                        none if none.is_empty() => ["; known here are ", &known.join(", ")].concat(),
                        hint => hint,
                    };
                    faults.slip(place, &["is not a known field", &hint]);
                }
            }
        }
        Some(Self { place, json })
    }

    pub(crate) fn get(&self, key: &str) -> Option<&'a Json> {
        get(self.json, key)
    }

    pub(crate) fn required(&self, faults: &mut Faults, key: &str) -> Option<&'a Json> {
        let json = self.get(key);
        if json.is_none() {
            faults.add(self.place.key(key), &["is missing"]);
        }
        json
    }

    fn optional(&self, key: &str) -> Option<&'a Json> {
        self.get(key).filter(|json| !matches!(json, Json::Text(text) if text.trim().is_empty()))
    }

    pub(crate) fn text(&self, faults: &mut Faults, key: &str) -> Option<&'a str> {
        let json = self.required(faults, key)?;
        text(faults, self.place.key(key), json)
    }

    pub(crate) fn optional_text(&self, faults: &mut Faults, key: &str) -> Option<String> {
        let json = self.optional(key)?;
        text(faults, self.place.key(key), json).map(str::to_owned)
    }

    pub(crate) fn date(&self, faults: &mut Faults, key: &str) -> Option<Date> {
        let json = self.required(faults, key)?;
        date(faults, self.place.key(key), json)
    }

    pub(crate) fn optional_date(&self, faults: &mut Faults, key: &str) -> Option<Date> {
        let json = self.optional(key)?;
        date(faults, self.place.key(key), json)
    }

    /// `fault` says what is wrong with an address, if anything.
    pub(crate) fn address(
        &self,
        faults: &mut Faults,
        key: &str,
        fault: fn(&str) -> Option<&'static str>,
    ) -> Option<&'a str> {
        let url = self.text(faults, key)?;
        let why = fault(url);
        if let Some(why) = why {
            faults.add(self.place.key(key), &[&quote(url), " ", why]);
        }
        why.is_none().then_some(url)
    }

    pub(crate) fn optional_address(&self, faults: &mut Faults, key: &str) -> Option<String> {
        self.optional(key)?;
        self.address(faults, key, address::fault).map(str::to_owned)
    }

    /// A name that other parts of the deck, the page's attributes and `[^…]` refer to.
    pub(crate) fn id(&self, faults: &mut Faults) -> Option<&'a str> {
        let id = self.text(faults, "id")?;
        let usable = !id.contains(|c: char| c.is_whitespace() || c.is_control() || c == '[' || c == ']');
        if !usable {
            faults.add(self.place.key("id"), &[&quote(id), " cannot be an id (no spaces or square brackets)"]);
        }
        usable.then_some(id)
    }

    /// One of a few words: its place in `choices`.
    pub(crate) fn choice(&self, faults: &mut Faults, key: &str, choices: &[&str]) -> Option<usize> {
        let word = self.text(faults, key)?;
        let choice = choices.iter().position(|choice| *choice == word);
        if choice.is_none() {
            faults.add(self.place.key(key), &[&quote(word), " is not one of: ", &choices.join(", ")]);
        }
        choice
    }

    /// An optional list; nothing where it is missing.
    pub(crate) fn list(&self, faults: &mut Faults, key: &str) -> &'a [Json] {
        self.get(key).map_or(&[], |json| list(faults, self.place.key(key), json).unwrap_or_default())
    }

    /// Each item of an optional list, read; those with a fault are passed over.
    pub(crate) fn each<T>(
        &self,
        faults: &mut Faults,
        key: &str,
        mut read: impl FnMut(&mut Faults, Place<'_>, &'a Json) -> Option<T>,
    ) -> Vec<T> {
        let place = self.place.key(key);
        let items = self.list(faults, key).iter().enumerate();
        items.filter_map(|(index, item)| read(faults, place.index(index), item)).collect()
    }
}

/// What stands under the name in an object; the last one where it is doubled, as `JSON.parse` has it.
pub(crate) fn get<'a>(object: &'a Json, key: &str) -> Option<&'a Json> {
    let Json::Object(fields) = object else { return None };
    let (_, json) = fields.iter().rev().find(|(name, _)| name == key)?;
    (*json != Json::Null).then_some(json)
}

/// A list, whatever is in it.
pub(crate) fn list<'a>(faults: &mut Faults, place: Place<'_>, json: &'a Json) -> Option<&'a [Json]> {
    if let Json::List(items) = json {
        return Some(items);
    }
    faults.add(place, &["must be a list in brackets [ ], not ", found(json)]);
    None
}

/// Text with at least one word in it.
pub(crate) fn text<'a>(faults: &mut Faults, place: Place<'_>, json: &'a Json) -> Option<&'a str> {
    match json {
        Json::Text(text) if text.trim().is_empty() => faults.add(place, &["is empty"]),
        Json::Text(text) => return Some(text),
        _ => faults.add(place, &["must be text in quotes, not ", found(json)]),
    }
    None
}

fn date(faults: &mut Faults, place: Place<'_>, json: &Json) -> Option<Date> {
    if let Json::Number(number) = json {
        // Most likely a year.
        let number = number::plain(*number);
        faults.add(place, &["must be a date in quotes: \"", &number, "\""]);
        return None;
    }
    let text = text(faults, place, json)?;
    let date = Date::parse(text);
    if date.is_none() {
        faults.add(place, &[&quote(text), " is not a date (use 2025, 2025-03 or 2025-03-15)"]);
    }
    date
}

/// What stands there instead.
pub(crate) fn found(json: &Json) -> &'static str {
    match json {
        Json::Null => "null",
        Json::Bool(true) => "true",
        Json::Bool(false) => "false",
        Json::Number(_) => "a number",
        Json::Text(_) => "text",
        Json::List(_) => "a list",
        Json::Object(_) => "an object",
    }
}
