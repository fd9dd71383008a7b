//! Reads the fields of a card by type, by the rules of `check`. The first fault is kept; whatever is read after it does not count.

use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue};

use crate::deck::Source;
use crate::deck::date::Date;
use crate::deck::id::is_id;
use crate::deck::language;
use crate::deck::limits::{MOST_ITEMS, Range, list_fault, text_fault};
use crate::dom::dispatch::Problem;
use crate::dom::raw_deck::{self, Raw};

/// Finds a source of the deck by its id: where it stands, and what stands there.
pub type FindSource<'a> = &'a dyn Fn(&str) -> Option<(u32, JsValue)>;

/// Reads one card.
pub struct CardReader<'a> {
    pub(super) find: FindSource<'a>,
    /// Where the object that is read stands, such as `cards[2].timeline[0]`.
    path: String,
    pub(super) fault: Option<Problem>,
    /// For each source cited so far its place in the deck.
    pub(super) places: Vec<u32>,
    /// The sources themselves.
    pub(super) sources: Vec<Source>,
}

impl<'a> CardReader<'a> {
    /// Begins to read the card at `path`.
    pub fn new(path: String, find: FindSource<'a>) -> Self {
        Self { find, path, fault: None, places: Vec::new(), sources: Vec::new() }
    }

    /// The sources that were cited, in order, or what is wrong with the card.
    pub fn finish(self) -> Result<Vec<Source>, Problem> {
        self.fault.map_or(Ok(self.sources), Err)
    }

    /// Notes what is wrong with a field.
    pub fn fault(&mut self, field: &str, message: &str) {
        if self.fault.is_none() {
            let dot = if field.is_empty() || field.starts_with('[') { "" } else { "." };
            let path = [&self.path, dot, field].concat();
            self.fault = Some(Problem { path, message: message.to_owned() });
        }
    }

    /// What stands in a field; `null` counts as nothing.
    pub fn optional(&mut self, raw: &Raw, field: &str) -> Option<JsValue> {
        let Ok(value) = raw.get(field) else {
            self.fault(field, "throws when it is read");
            return None;
        };
        (!raw_deck::is_missing(&value)).then_some(value)
    }

    /// What stands in a field that must be there.
    pub fn required(&mut self, raw: &Raw, field: &str) -> Option<JsValue> {
        let value = self.optional(raw, field);
        if value.is_none() {
            self.fault(field, "is missing");
        }
        value
    }

    /// Text with at least one word in it.
    pub fn text(&mut self, raw: &Raw, field: &str) -> String {
        let value = self.required(raw, field).unwrap_or_default();
        self.words(field, &value)
    }

    /// A value as text with at least one word in it.
    pub fn words(&mut self, field: &str, value: &JsValue) -> String {
        let text = self.any_text(field, value);
        if text.trim().is_empty() {
            self.fault(field, "is empty");
        }
        text
    }

    /// A value as text.
    fn any_text(&mut self, field: &str, value: &JsValue) -> String {
        let text = value.as_string();
        if text.is_none() {
            self.fault(field, "must be text");
        }
        let text = text.unwrap_or_default();
        if let Some(why) = text_fault(&text) {
            self.fault(field, why);
            // What follows need not look through it.
            return String::new();
        }
        text
    }

    /// Text that may be missing; without words it is, as content systems write what an editor left blank.
    pub fn optional_text(&mut self, raw: &Raw, field: &str) -> Option<String> {
        let value = self.optional(raw, field)?;
        Some(self.any_text(field, &value)).filter(|text| !text.trim().is_empty())
    }

    /// A date that may be missing.
    pub fn optional_date(&mut self, raw: &Raw, field: &str) -> Option<Date> {
        let text = self.optional_text(raw, field)?;
        let date = Date::parse(&text);
        if date.is_none() {
            self.fault(field, "is not a date (use 2025, 2025-03 or 2025-03-15)");
        }
        date
    }

    /// A date.
    pub fn date(&mut self, raw: &Raw, field: &str) -> Date {
        let date = self.optional_date(raw, field);
        if date.is_none() {
            self.fault(field, "is missing");
        }
        date.unwrap_or(Date { year: 1, month: None, day: None })
    }

    /// A language tag that may be missing.
    pub fn optional_language(&mut self, raw: &Raw, field: &str) -> Option<String> {
        let tag = self.optional_text(raw, field)?;
        if !language::is_tag(&tag) {
            self.fault(field, "is not a language tag (such as en, es or es-SV)");
        }
        Some(tag)
    }

    /// A number that may stand there.
    pub fn number(&mut self, raw: &Raw, field: &str, range: &Range) -> f64 {
        let value = self.required(raw, field).unwrap_or_default();
        self.as_number(field, &value, range)
    }

    /// A value as a number that may stand there.
    pub fn as_number(&mut self, field: &str, value: &JsValue, range: &Range) -> f64 {
        let number = value.as_f64().filter(|number| range.contains(*number));
        if number.is_none() {
            self.fault(field, range.fault);
        }
        number.unwrap_or_default()
    }

    /// An address that may be missing. `fault` says what is wrong with it, if anything.
    pub fn optional_address(
        &mut self,
        raw: &Raw,
        field: &str,
        fault: fn(&str) -> Option<&'static str>,
    ) -> Option<String> {
        let address = self.optional_text(raw, field)?;
        if let Some(why) = fault(&address) {
            self.fault(field, why);
        }
        Some(address)
    }

    /// An address.
    pub fn address(&mut self, raw: &Raw, field: &str, fault: fn(&str) -> Option<&'static str>) -> String {
        let address = self.optional_address(raw, field, fault);
        if address.is_none() {
            self.fault(field, "is missing");
        }
        address.unwrap_or_default()
    }

    /// A name that other parts of the deck, the page's attributes and `[^…]` refer to.
    pub fn id(&mut self, raw: &Raw) -> String {
        let id = self.text(raw, "id");
        if !is_id(&id) {
            self.fault("id", "cannot be an id (no spaces or square brackets, at most 200 bytes)");
        }
        id
    }

    /// One of a few words: its place in `choices`.
    pub fn choice(&mut self, raw: &Raw, field: &str, choices: &[&str]) -> usize {
        let word = self.text(raw, field);
        let choice = choices.iter().position(|choice| *choice == word);
        if choice.is_none() {
            self.fault(field, &["is not one of: ", &choices.join(", ")].concat());
        }
        choice.unwrap_or_default()
    }

    /// A value as an object; one without fields where it is none.
    pub fn object(&mut self, value: JsValue) -> Raw {
        raw_deck::object(value).unwrap_or_else(|| {
            self.fault("", "must be an object");
            Object::new().unchecked_into()
        })
    }

    /// Reads something in a field of the object, whose faults are found below its name.
    pub fn within(&mut self, field: &str, read: &mut dyn FnMut(&mut Self)) {
        let length = self.path.len();
        if !field.starts_with('[') {
            self.path.push('.');
        }
        self.path.push_str(field);
        read(self);
        self.path.truncate(length);
    }

    /// Reads each item of a list that may be missing.
    pub fn each(&mut self, raw: &Raw, field: &str, read: &mut dyn FnMut(&mut Self, JsValue)) {
        if let Some(value) = self.optional(raw, field) {
            self.items(field, value, MOST_ITEMS, read);
        }
    }

    /// Reads each item of a list of at most so many.
    pub fn items(&mut self, field: &str, value: JsValue, most: usize, read: &mut dyn FnMut(&mut Self, JsValue)) {
        let Some(list) = raw_deck::list(value) else { return self.fault(field, "must be a list") };
        if let Some(why) = list_fault(list.count() as usize, most) {
            self.fault(field, why);
        }
        for index in 0..list.count() {
            // A card with a fault is not shown, whatever else is in it.
            if self.fault.is_some() {
                return;
            }
            // `null` in a list is something that is not what it should be.
            let item = list.at(index).unwrap_or(JsValue::NULL);
            let place = [field, "[", &index.to_string(), "]"].concat();
            self.within(&place, &mut |reader| read(reader, item.clone()));
        }
    }

    /// Reads an object that may be missing.
    pub fn part(&mut self, raw: &Raw, field: &str, read: &mut dyn FnMut(&mut Self, Raw)) {
        let Some(value) = self.optional(raw, field) else { return };
        self.within(field, &mut |reader| {
            let raw = reader.object(value.clone());
            read(reader, raw);
        });
    }

    /// Reads each object of a list that may be missing.
    pub fn each_object(&mut self, raw: &Raw, field: &str, read: &mut dyn FnMut(&mut Self, Raw)) {
        self.each(raw, field, &mut |reader, item| {
            let raw = reader.object(item);
            read(reader, raw);
        });
    }
}
