//! The cards of decks as baking needs them: their ids and terms to find, what they say to show, and their JSON to hand on.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use serde_json::{Map, Value};

use super::error::BakeError;
use crate::check::json::Json;
use crate::check::{Unknown, read_deck};
use crate::deck::{Card, Deck};
use crate::matcher::unicode::NativeUnicode;
use crate::matcher::{Matcher, SharedMatcher};

/// The cards of all decks, earlier decks first.
pub(super) struct Cards {
    /// Each as it is shown.
    pub all: Vec<Card>,
    /// For each its deck, and its place in that deck.
    places: Vec<(usize, usize)>,
    by_id: HashMap<String, usize>,
    decks: Vec<DeckJson>,
    /// For each deck, how many of its cards have a fault.
    pub left_out: Vec<usize>,
}

/// A deck as it was written.
struct DeckJson {
    lang: Value,
    title: Value,
    cards: Vec<Value>,
    sources: HashMap<String, Value>,
}

/// The cards that an article needs, in the order of the decks.
pub(super) struct Needed<'a> {
    pub cards: Vec<&'a Card>,
    numbers: Vec<usize>,
}

impl Cards {
    /// Reads decks. As in a page, cards with a fault are left out, and so are those with the id of an earlier one.
    pub(super) fn read(decks: &[&[u8]]) -> Result<Self, BakeError> {
        let (mut read, mut written) = (Vec::new(), Vec::new());
        for (number, bytes) in decks.iter().enumerate() {
            let refused = |why: String| BakeError::Deck(number, why);
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            let json: Json = serde_json::from_slice(bytes).map_err(|error| {
                refused(format!("this deck is not JSON ({error}); `context-cards check` shows where"))
            })?;
            let (deck, problems) = read_deck(&json, Unknown::Ignore, &NativeUnicode);
            let deck = deck.ok_or_else(|| {
                let first = problems.first().map(|problem| problem.message.as_str()).unwrap_or_default();
                refused(format!("this deck cannot be used: {first}; `context-cards check` shows all"))
            })?;
            drop(json);
            let value = serde_json::from_slice(bytes).map_err(|error| refused(error.to_string()))?;
            read.push(deck);
            written.push(DeckJson::new(value));
        }
        Ok(Self::new(read, written))
    }

    fn new(read: Vec<Deck>, decks: Vec<DeckJson>) -> Self {
        let left_out = read.iter().zip(&decks).map(|(deck, written)| written.cards.len() - deck.cards.len()).collect();
        let mut places = HashMap::new();
        for (number, (deck, written)) in read.iter().zip(&decks).enumerate() {
            let kept: HashSet<&str> = deck.cards.iter().filter(|_| deck.enabled).map(|card| card.id.as_str()).collect();
            for (place, card) in written.cards.iter().enumerate() {
                if let Some(id) = card["id"].as_str().filter(|id| kept.contains(id)) {
                    places.entry(id.to_owned()).or_insert((number, place));
                }
            }
        }
        let all = Deck::merge(read);
        let by_id = all.iter().enumerate().map(|(number, card)| (card.id.clone(), number)).collect();
        let places = all.iter().map(|card| places.get(&card.id).copied().unwrap_or_default()).collect();
        Self { all, places, by_id, decks, left_out }
    }

    /// Their terms, ready to be found.
    pub(super) fn matcher(&self) -> SharedMatcher {
        let terms =
            self.all.iter().enumerate().flat_map(|(number, card)| card.terms.iter().map(move |term| (number, term)));
        SharedMatcher::new(Matcher::new(terms, &NativeUnicode))
    }

    /// The number of the card of this id.
    pub(super) fn number(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The cards of these numbers.
    pub(super) fn needed(&self, mut numbers: Vec<usize>) -> Needed<'_> {
        numbers.sort_unstable();
        numbers.dedup();
        Needed { cards: numbers.iter().map(|number| &self.all[*number]).collect(), numbers }
    }

    /// A deck of the needed cards and their sources, as JSON for a script element. Related cards that are not needed go. Where two
    /// decks have different sources of one id, that of the later deck gets another.
    pub(super) fn deck_json(&self, needed: &Needed<'_>, is_ascii: bool) -> String {
        let ids: HashSet<&str> = needed.cards.iter().map(|card| card.id.as_str()).collect();
        let (mut cards, mut sources): (Vec<Value>, Map<String, Value>) = (Vec::new(), Map::new());
        let first = needed.numbers.first().map_or(0, |number| self.places[*number].0);
        for (number, card) in needed.numbers.iter().zip(&needed.cards) {
            let (deck, place) = self.places[*number];
            let deck = &self.decks[deck];
            let mut value = deck.cards[place].clone();
            if let Some(Value::Array(related)) = value.get_mut("related") {
                related.retain(|id| id.as_str().is_some_and(|id| ids.contains(id)));
            }
            for source in &card.sources {
                let Some(written) = deck.sources.get(&source.id) else { continue };
                let mut id = source.id.clone();
                while sources
                    .get(&id)
                    .is_some_and(|other| other["url"] != written["url"] || other["title"] != written["title"])
                {
                    id.push('+');
                }
                let mut written = written.clone();
                if id != source.id {
                    rename(&mut value, &source.id, &id);
                    written["id"] = Value::String(id.clone());
                }
                sources.insert(id, written);
            }
            cards.push(value);
        }
        let mut deck = Map::new();
        deck.insert("version".to_owned(), 1.into());
        for (field, value) in [("lang", &self.decks[first].lang), ("title", &self.decks[first].title)] {
            if value.is_string() {
                deck.insert(field.to_owned(), value.clone());
            }
        }
        deck.insert("cards".to_owned(), Value::Array(cards));
        deck.insert("sources".to_owned(), sources.into_iter().map(|(_, source)| source).collect());
        script_json(&Value::Object(deck), is_ascii)
    }
}

impl DeckJson {
    fn new(mut deck: Value) -> Self {
        let mut take = |field: &str| deck.get_mut(field).map(Value::take).unwrap_or_default();
        let list = |value: Value| if let Value::Array(items) = value { items } else { Vec::new() };
        let (lang, title, cards) = (take("lang"), take("title"), list(take("cards")));
        let sources = list(take("sources")).into_iter();
        let sources = sources.filter_map(|source| Some((source["id"].as_str()?.to_owned(), source))).collect();
        Self { lang, title, cards, sources }
    }
}

/// Gives a source another id wherever a card cites it.
fn rename(value: &mut Value, old: &str, new: &str) {
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
pub(super) fn script_json(value: &Value, is_ascii: bool) -> String {
    let json = value.to_string();
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => escaped.push_str("\\u003c"),
            '>' => escaped.push_str("\\u003e"),
            c if is_ascii && !c.is_ascii() || matches!(c, '\u{2028}' | '\u{2029}') => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(escaped, "\\u{unit:04x}");
                }
            }
            c => escaped.push(c),
        }
    }
    escaped
}
