//! Reads the fields of a JSON object by type, and reports what is missing or of another type.

use crate::check::diagnostics::Diagnostics;
use crate::check::json::{Json, get, type_name};
use crate::check::json_path::JsonPath;
use crate::check::suggestion::{did_you_mean, nearest};
use crate::check::values::{date, is_written, list_of, number, text};
use crate::deck::date::Date;
use crate::deck::id::is_id;
use crate::deck::language;
use crate::deck::limits::{MOST_ITEMS, Range};
use crate::deck::quote::quote;
use crate::deck::url;

/// An object of the deck. `null` counts as a field that is not there, and so does an optional field without words:
/// content systems write out both for what an editor left blank.
pub(crate) struct Fields<'p, 'a> {
    pub(crate) place: JsonPath<'p>,
    json: &'a Json,
    /// Fields that are there under a misspelt name.
    misspelt: Vec<String>,
}

impl<'p, 'a> Fields<'p, 'a> {
    /// `known`: every field that such an object may have.
    pub(crate) fn open(
        diagnostics: &mut Diagnostics,
        place: JsonPath<'p>,
        json: &'a Json,
        known: &[&str],
    ) -> Option<Self> {
        let Json::Object(fields) = json else {
            diagnostics.error(place, &["must be an object in braces { }, not ", type_name(json)]);
            return None;
        };
        let mut misspelt = Vec::new();
        if diagnostics.strict() {
            for (at, (key, _)) in fields.iter().enumerate() {
                let place = place.key(key);
                if fields[..at].iter().any(|(earlier, _)| earlier == key) {
                    let message = "stands here more than once, and the page would see only the last one";
                    diagnostics.lint_name(place, &[message, "; take out the others"]);
                } else if !known.contains(&key.as_str()) {
                    let meant = nearest(key, known.iter().copied());
                    let hint = match meant {
                        None => ["; known here are ", &known.join(", ")].concat(),
                        Some(meant) => ["; did you mean ", &quote(meant), "?"].concat(),
                    };
                    misspelt.extend(meant.map(str::to_owned));
                    diagnostics.lint_name(place, &["is not a known field", &hint]);
                }
            }
        }
        Some(Self { place, json, misspelt })
    }

    pub(crate) fn get(&self, key: &str) -> Option<&'a Json> {
        get(self.json, key)
    }

    pub(crate) fn required(&self, diagnostics: &mut Diagnostics, key: &str) -> Option<&'a Json> {
        let json = self.get(key);
        if json.is_none() {
            self.report_missing(diagnostics, key, &["is missing"]);
        }
        json
    }

    /// Reports a field that must be there and is not; one that is there under a misspelt name has been reported.
    pub(crate) fn report_missing(&self, diagnostics: &mut Diagnostics, key: &str, message: &[&str]) {
        if self.misspelt.iter().any(|meant| meant == key) {
            diagnostics.consequence();
        } else {
            diagnostics.error(self.place.key(key), message);
        }
    }

    pub(crate) fn optional(&self, key: &str) -> Option<&'a Json> {
        self.get(key).filter(|json| !matches!(json, Json::String(text) if text.trim().is_empty()))
    }

    pub(crate) fn text(&self, diagnostics: &mut Diagnostics, key: &str) -> Option<&'a str> {
        let json = self.required(diagnostics, key)?;
        text(diagnostics, self.place.key(key), json)
    }

    pub(crate) fn optional_text(&self, diagnostics: &mut Diagnostics, key: &str) -> Option<String> {
        let json = self.optional(key)?;
        text(diagnostics, self.place.key(key), json).map(str::to_owned)
    }

    pub(crate) fn date(&self, diagnostics: &mut Diagnostics, key: &str) -> Option<Date> {
        let json = self.required(diagnostics, key)?;
        date(diagnostics, self.place.key(key), json)
    }

    pub(crate) fn optional_date(&self, diagnostics: &mut Diagnostics, key: &str) -> Option<Date> {
        let json = self.optional(key)?;
        date(diagnostics, self.place.key(key), json)
    }

    /// A language tag that `Intl` and the `lang` attribute accept.
    pub(crate) fn optional_language(&self, diagnostics: &mut Diagnostics, key: &str) -> Option<String> {
        let tag = self.optional_text(diagnostics, key)?;
        if !is_written(diagnostics, &tag) {
            return None;
        }
        if !language::is_tag(&tag) {
            let message = [&quote(&tag), " is not a language tag (such as en, es or es-SV)"];
            diagnostics.error(self.place.key(key), &message);
        }
        Some(tag)
    }

    pub(crate) fn number(&self, diagnostics: &mut Diagnostics, key: &str, range: &Range) -> Option<f64> {
        let json = self.required(diagnostics, key)?;
        number(diagnostics, self.place.key(key), json, range)
    }

    /// `fault` says what is wrong with an address, if anything.
    pub(crate) fn address(
        &self,
        diagnostics: &mut Diagnostics,
        key: &str,
        fault: fn(&str) -> Option<&'static str>,
    ) -> Option<&'a str> {
        let url = self.text(diagnostics, key).filter(|url| is_written(diagnostics, url))?;
        let why = fault(url);
        if let Some(why) = why {
            diagnostics.error(self.place.key(key), &[&quote(url), " ", why]);
        }
        why.is_none().then_some(url)
    }

    pub(crate) fn optional_address(&self, diagnostics: &mut Diagnostics, key: &str) -> Option<String> {
        self.optional(key)?;
        self.address(diagnostics, key, url::fault).map(str::to_owned)
    }

    /// A name that other parts of the deck, the page's attributes and `[^…]` refer to.
    pub(crate) fn id(&self, diagnostics: &mut Diagnostics) -> Option<&'a str> {
        let id = self.text(diagnostics, "id").filter(|id| is_written(diagnostics, id))?;
        let usable = is_id(id);
        if !usable {
            diagnostics.error(
                self.place.key("id"),
                &[&quote(id), " cannot be an id (no spaces or square brackets, at most 200 bytes)"],
            );
        }
        usable.then_some(id)
    }

    /// One of a few words: its place in `choices`. `synonyms`: other words that may be written, and what is to be written instead.
    pub(crate) fn choice(
        &self,
        diagnostics: &mut Diagnostics,
        key: &str,
        choices: &[&str],
        synonyms: &[(&str, &str)],
    ) -> Option<usize> {
        let word = self.text(diagnostics, key).filter(|word| is_written(diagnostics, word))?;
        let choice = choices.iter().position(|choice| *choice == word);
        if choice.is_none() {
            let synonym = synonyms.iter().find(|(synonym, _)| synonym.eq_ignore_ascii_case(word));
            let hint = did_you_mean(synonym.map_or(word, |(_, choice)| choice), choices.iter().copied());
            let message = [&quote(word), " is not one of: ", &choices.join(", "), &hint];
            diagnostics.error(self.place.key(key), &message);
        }
        choice
    }

    /// An optional list; nothing where it is missing.
    pub(crate) fn list(&self, diagnostics: &mut Diagnostics, key: &str) -> &'a [Json] {
        let Some(json) = self.get(key) else { return &[] };
        list_of(diagnostics, self.place.key(key), json, MOST_ITEMS).unwrap_or_default()
    }

    /// Each item of an optional list, read; those with a fault are passed over.
    pub(crate) fn each<T>(
        &self,
        diagnostics: &mut Diagnostics,
        key: &str,
        mut read: impl FnMut(&mut Diagnostics, JsonPath<'_>, &'a Json) -> Option<T>,
    ) -> Vec<T> {
        let place = self.place.key(key);
        let items = self.list(diagnostics, key).iter().enumerate();
        items.filter_map(|(index, item)| read(diagnostics, place.index(index), item)).collect()
    }
}
