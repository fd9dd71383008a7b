//! The cards of decks as baking needs them: their ids and terms to find, what they say to show, and their JSON to hand on.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::sync::{Arc, OnceLock, RwLock};

use indexmap::IndexMap;

use super::deck_json::{DeckJson, open_object, other_id, rename, script_json};
use super::error::BakeError;
use crate::check::deck_text::read_json;
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
    /// For each card what articles have of it, written once.
    written: Vec<Written>,
    /// For languages of articles the glossary's entries.
    entries: RwLock<HashMap<String, Arc<Entries>>>,
}

/// The glossary's entry of each card, written when it is first needed.
pub(super) type Entries = [OnceLock<String>];

/// So many languages are kept; an archive has one or two.
const MOST_LANGUAGES: usize = 16;

/// What articles have of a card.
#[derive(Default)]
struct Written {
    /// As an object of the inline deck, without its related cards and its last brace.
    json: OnceLock<String>,
    /// As a term of the linked data.
    term: OnceLock<String>,
}

/// The cards that an article needs, in the order of the decks.
pub(super) struct Needed<'a> {
    pub cards: Vec<&'a Card>,
    /// Their numbers.
    pub numbers: Vec<usize>,
}

impl Cards {
    /// Reads decks. As in a page, cards with a fault are left out, and so are those with the id of an earlier one.
    pub(super) fn read(decks: &[&[u8]]) -> Result<Self, BakeError> {
        let (mut read, mut written) = (Vec::new(), Vec::new());
        for (number, bytes) in decks.iter().enumerate() {
            let refused = |why: String| BakeError::Deck(number, why);
            let (text, json) = read_json(bytes).map_err(refused)?;
            let (deck, problems) = read_deck(&json, Unknown::Ignore, &NativeUnicode);
            let deck = deck.ok_or_else(|| {
                let first = problems.first().map(|problem| problem.message.as_str()).unwrap_or_default();
                refused(format!("this deck cannot be used: {first}; `context-cards check` shows all"))
            })?;
            drop(json);
            let value = serde_json::from_str(text).map_err(|error| refused(error.to_string()))?;
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
        let written = all.iter().map(|_| Written::default()).collect();
        Self { all, places, by_id, decks, left_out, written, entries: RwLock::default() }
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

    /// The entries of a glossary for articles in a language.
    pub(super) fn entries(&self, lang: &str) -> Arc<Entries> {
        if let Some(entries) = self.entries.read().ok().and_then(|all| all.get(lang).cloned()) {
            return entries;
        }
        let new: Arc<Entries> = self.all.iter().map(|_| OnceLock::new()).collect();
        if let Ok(mut all) = self.entries.write()
            && all.len() < MOST_LANGUAGES
        {
            return Arc::clone(all.entry(lang.to_owned()).or_insert(new));
        }
        new
    }

    /// A card as a term of the linked data, made by `write` when it is first needed.
    pub(super) fn term(&self, number: usize, write: impl FnOnce() -> String) -> &str {
        self.written[number].term.get_or_init(write)
    }

    /// A deck of the needed cards and their sources, as JSON for a script element. Related cards that are not needed go. Where two
    /// decks have different sources of one id, that of the later deck gets another.
    pub(super) fn deck_json(&self, needed: &Needed<'_>) -> String {
        let ids: HashSet<&str> = needed.cards.iter().map(|card| card.id.as_str()).collect();
        let mut sources: IndexMap<String, Cow<'_, str>> = IndexMap::new();
        let first = needed.numbers.first().map_or(0, |number| self.places[*number].0);
        let mut json = String::from("{\"version\":1");
        for (field, value) in [("lang", &self.decks[first].lang), ("title", &self.decks[first].title)] {
            if value.is_string() {
                let _ = write!(json, ",\"{field}\":{}", script_json(value));
            }
        }
        json.push_str(",\"cards\":[");
        for (index, (number, card)) in needed.numbers.iter().zip(&needed.cards).enumerate() {
            let (deck, place) = self.places[*number];
            let deck = &self.decks[deck];
            let mut renamed = Vec::new();
            for source in &card.sources {
                let Some(written) = deck.sources.get(&source.id) else { continue };
                match sources.get(&source.id) {
                    None => drop(sources.insert(source.id.clone(), Cow::Borrowed(written))),
                    Some(other) if other == written => {}
                    Some(_) => renamed.push((source.id.as_str(), written)),
                }
            }
            json.push_str(if index == 0 { "" } else { "," });
            if renamed.is_empty() {
                json.push_str(self.written[*number].json.get_or_init(|| open_object(&deck.cards[place])));
            } else {
                let mut value = deck.cards[place].clone();
                for (id, written) in renamed {
                    let new = other_id(id, written, &mut sources);
                    rename(&mut value, id, &new);
                }
                json.push_str(&open_object(&value));
            }
            let related: Vec<&str> = card.related.iter().map(String::as_str).filter(|id| ids.contains(id)).collect();
            if !related.is_empty() {
                let _ = write!(json, ",\"related\":{}", script_json(&related.into()));
            }
            json.push('}');
        }
        json.push_str("],\"sources\":[");
        for (index, source) in sources.values().enumerate() {
            json.extend([if index == 0 { "" } else { "," }, source]);
        }
        json + "]}"
    }
}
