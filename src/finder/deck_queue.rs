//! Reads decks card by card, as far as it takes to find their terms: ids and terms. What a card says is the widget's to read.

use js_sys::{Array, Map};
use wasm_bindgen::{JsCast, JsValue};

use super::browser_unicode::BrowserUnicode;
use crate::deck::id::is_id;
use crate::deck::limits::MOST_TEXT;
use crate::deck::{Case, Term};
use crate::dom::dispatch::Problem;
use crate::dom::raw_deck::{Raw, is_missing, list, object};
use crate::matcher::Matcher;

/// A card whose terms can be found.
pub struct Card {
    /// Its id, for the marks.
    pub id: String,
    /// Its object, for whoever asks what it is called.
    pub raw: Raw,
    /// Whether it is left out: it has a fault, or an earlier deck has its id.
    pub refused: bool,
    /// Its place in its deck, from 0, and the place of that among all.
    pub number: u32,
    pub deck: usize,
}

/// Decks as they are read, card by card.
pub struct DeckQueue {
    /// Those that are still to be read, the next one last.
    waiting: Vec<JsValue>,
    reading: Option<Reading>,
    /// The cards of all decks, in order.
    pub cards: Vec<Card>,
    /// What is wrong with each deck that was begun, in their order.
    pub faults: Vec<Vec<Problem>>,
    /// Index of a card that is not left out, by its id.
    by_id: Map,
}

/// The deck that is read.
struct Reading {
    cards: Array,
    next: u32,
    /// Its ids, which must differ.
    ids: Map,
    is_on: bool,
}

impl DeckQueue {
    /// Nothing is read yet; earlier decks come first.
    pub fn new(decks: &Array) -> Self {
        let mut waiting: Vec<JsValue> = decks.iter().collect();
        waiting.reverse();
        Self { waiting, reading: None, cards: Vec::new(), faults: Vec::new(), by_id: Map::new() }
    }

    /// Reads the next card and teaches the matcher its terms. Returns whether there was anything left.
    pub fn step(&mut self, matcher: &mut Matcher) -> bool {
        let Some(reading) = &mut self.reading else {
            let Some(deck) = self.waiting.pop() else { return false };
            let mut faults = Vec::new();
            match begin(deck) {
                Ok(reading) => {
                    self.reading = Some(reading);
                    matcher.begin_deck();
                }
                Err((path, message)) => {
                    faults.push(Problem { path: path.to_owned(), message: message.to_owned() });
                }
            }
            self.faults.push(faults);
            return true;
        };
        if reading.next == reading.cards.length() {
            self.reading = None;
            return true;
        }
        let at = reading.next;
        reading.next += 1;
        let (id, terms, mut fault) = read_card(&reading.cards.get(at), &reading.ids);
        let index = self.cards.len();
        for term in &terms {
            let mut words = term.near.iter().chain(&term.forms);
            let is_findable = words.all(|word| matcher.is_findable(word, BrowserUnicode::shared()));
            if !is_findable || matcher.add(index, term, BrowserUnicode::shared()).is_none() {
                fault = fault.or(Some((".terms", "has a term without a letter or digit to be found by")));
            }
        }
        // A card with a fault claims its terms all the same, as it does to `check`.
        let key = JsValue::from_str(&id);
        let refused = fault.is_some() || !reading.is_on || self.by_id.has(&key);
        if !refused {
            #[allow(clippy::cast_precision_loss, reason = "fewer cards than 2^52")]
            self.by_id.set(&key, &JsValue::from_f64(index as f64));
        }
        let raw = reading.cards.get(at).unchecked_into();
        self.cards.push(Card { id, raw, refused, number: at, deck: self.faults.len() - 1 });
        if let Some((field, reason)) = fault {
            self.note(index, field, reason);
        }
        true
    }

    /// Notes what is wrong with a card that was read.
    pub fn note(&mut self, card: usize, field: &str, message: &str) {
        let Some(card) = self.cards.get(card) else { return };
        if let Some(faults) = self.faults.get_mut(card.deck) {
            let path = ["cards[", &card.number.to_string(), "]", field].concat();
            faults.push(Problem { path, message: message.to_owned() });
        }
    }

    /// Leaves a card out that was read.
    pub fn refuse(&mut self, card: usize) {
        if let Some(card) = self.cards.get_mut(card)
            && !std::mem::replace(&mut card.refused, true)
        {
            self.by_id.delete(&JsValue::from_str(&card.id));
        }
    }

    /// Index of the card of this id.
    pub fn index(&self, id: &str) -> Option<usize> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was stored as an index")]
        self.by_id.get(&JsValue::from_str(id)).as_f64().map(|index| index as usize)
    }
}

/// Why a part of a deck cannot be read: its path within, and what is wrong.
type Refusal = (&'static str, &'static str);

fn begin(deck: JsValue) -> Result<Reading, Refusal> {
    let deck = object(deck).ok_or(("", "a deck must be an object"))?;
    if deck.get("version").ok().and_then(|version| version.as_f64()) != Some(1.0) {
        return Err(("version", "must be the number 1, the only version that can be read here"));
    }
    let list_in = |field| deck.get(field).ok().and_then(list);
    list_in("sources").ok_or(("sources", "must be a list"))?;
    let cards = list_in("cards").ok_or(("cards", "must be a list"))?.unchecked_into();
    let is_on = deck.is_on();
    Ok(Reading { cards, next: 0, ids: Map::new(), is_on })
}

/// The id of a card, empty where it has none; its terms; and its first fault.
fn read_card(value: &JsValue, ids: &Map) -> (String, Vec<Term>, Option<Refusal>) {
    let Some(raw) = object(value.clone()) else {
        return (String::new(), Vec::new(), Some(("", "must be an object")));
    };
    let (mut fault, mut terms) = (None, Vec::new());
    let key = raw.get("id").unwrap_or_default();
    let id = key.as_string().unwrap_or_default();
    if !is_id(&id) {
        fault = Some((".id", "must be text without spaces or square brackets"));
    } else if ids.has(&key) {
        fault = Some((".id", "is already the id of another card"));
    }
    ids.set(&key, &JsValue::TRUE);
    for (name, path) in [("title", ".title"), ("summary", ".summary")] {
        // Empty text is false to JavaScript.
        if !raw.get(name).is_ok_and(|value| value.is_string() && value.is_truthy()) {
            fault = fault.or(Some((path, "must be text")));
        }
    }
    match raw.get("terms").ok().and_then(list) {
        Some(list) => {
            for term in list.unchecked_ref::<Array>().iter() {
                match read_term(term) {
                    Some(term) => terms.push(term),
                    None => {
                        fault = fault.or(Some((
                            ".terms",
                            "must be texts, or objects with \"text\", \"forms\", \"case\" and \"near\"",
                        )));
                    }
                }
            }
        }
        None => fault = fault.or(Some((".terms", "must be a list"))),
    }
    (id, terms, fault)
}

fn read_term(value: JsValue) -> Option<Term> {
    if let Some(text) = short_text(&value) {
        return Some(Term { text, forms: Vec::new(), case: Case::Smart, near: Vec::new() });
    }
    let term = object(value)?;
    let (text, case) = (short_text(&term.get("text").ok()?)?, term.get("case").ok()?);
    let case = match case.as_string().as_deref() {
        Some("sensitive") => Case::Sensitive,
        Some("insensitive") => Case::Insensitive,
        Some("smart") => Case::Smart,
        None if is_missing(&case) => Case::Smart,
        _ => return None,
    };
    Some(Term { text, forms: texts(&term, "forms")?, case, near: texts(&term, "near")? })
}

/// The texts of a list that may be missing; `None` where it is no list, or one of something else.
fn texts(term: &Raw, field: &str) -> Option<Vec<String>> {
    let value = term.get(field).ok()?;
    if is_missing(&value) {
        return Some(Vec::new());
    }
    list(value)?.unchecked_ref::<Array>().iter().map(|word| short_text(&word)).collect()
}

/// A text, unless it is so long that it has more characters than a text may have, whatever they are: it would only fill memory. The
/// widget counts them.
fn short_text(value: &JsValue) -> Option<String> {
    value.as_string().filter(|text| text.len() <= MOST_TEXT * 4)
}
