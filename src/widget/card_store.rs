//! The cards of all decks by id, each read when it is first asked for and kept.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Map};
use wasm_bindgen::JsValue;

use super::options::Callbacks;
use super::read_card::{language, read_card};
use crate::deck::Card;
use crate::deck::id::is_id;
use crate::dom::dispatch::Problem;
use crate::dom::raw_deck::{self, Raw};

/// A deck that can be read and is switched on.
struct Deck {
    lang: String,
    cards: Raw,
    sources: Raw,
    /// Where the first card, or source, of an id stands.
    card_ids: Map,
    source_ids: Map,
}

/// An id that was asked for, and the number of its card; nothing where it has none that can be shown.
type Known = (String, Option<usize>);

/// The cards of a widget.
pub struct CardStore {
    /// Earlier ones win. Nothing in the place of one that offers nothing.
    decks: Vec<Option<Deck>>,
    /// Knows which cards the finder has left out; that may be before or after they are asked for here.
    callbacks: Callbacks,
    /// Each as it was read, and as the deck has it.
    cards: RefCell<Vec<(Rc<Card>, JsValue)>>,
    known: RefCell<Vec<Known>>,
    /// Malformed cards, each once, that are not yet reported: id, place of the deck, and fault.
    refused: RefCell<Vec<(String, usize, Problem)>>,
}

impl CardStore {
    /// Takes parsed decks; of each only the ids are looked at. One of another version or shape offers nothing.
    pub fn new(decks: &Array, callbacks: Callbacks) -> Self {
        let decks = decks.iter().map(Deck::open).collect();
        let (cards, known, refused) = (RefCell::default(), RefCell::default(), RefCell::default());
        Self { decks, callbacks, cards, known, refused }
    }

    /// Whether there is such a card, which may turn out to be malformed.
    pub fn knows(&self, id: &str) -> bool {
        if self.callbacks.is_left_out(id) {
            return false;
        }
        if let Some((_, card)) = self.known.borrow().iter().find(|(known, _)| known == id) {
            return card.is_some();
        }
        let key = JsValue::from_str(id);
        self.decks.iter().flatten().any(|deck| deck.card_ids.has(&key))
    }

    /// The number of the card of this id, read now if it was not. `None`: there is none that can be shown.
    pub fn number(&self, id: &str) -> Option<usize> {
        if !self.knows(id) {
            return None;
        }
        if let Some((_, number)) = self.known.borrow().iter().find(|(known, _)| known == id) {
            return *number;
        }
        // Nothing is borrowed meanwhile: a getter of the deck may be a script of the site.
        let card = self.read(id);
        let number = card.map(|(card, raw)| {
            let mut cards = self.cards.borrow_mut();
            cards.push((Rc::new(card), raw));
            cards.len() - 1
        });
        self.known.borrow_mut().push((id.to_owned(), number));
        number
    }

    /// A card by its number.
    pub fn card(&self, number: usize) -> Option<Rc<Card>> {
        self.cards.borrow().get(number).map(|(card, _)| card.clone())
    }

    /// A card by its number, as the deck has it.
    pub fn raw(&self, number: usize) -> JsValue {
        self.cards.borrow().get(number).map(|(_, raw)| raw.clone()).unwrap_or_default()
    }

    /// The ids of the malformed cards that were asked for since the last call, and for each deck the faults of those.
    pub fn take_refused(&self) -> (Vec<String>, Vec<Vec<Problem>>) {
        let mut faults = vec![Vec::new(); self.decks.len()];
        let refused = self.refused.take().into_iter();
        let ids = refused.map(|(id, deck, fault)| {
            faults[deck].push(fault);
            id
        });
        (ids.collect(), faults)
    }

    /// The first card of this id that can be shown.
    fn read(&self, id: &str) -> Option<(Card, JsValue)> {
        let key = JsValue::from_str(id);
        for (number, deck) in self.decks.iter().enumerate() {
            let Some(deck) = deck else { continue };
            let Some(place) = place(&deck.card_ids, &key) else { continue };
            let raw = deck.cards.at(place).unwrap_or(JsValue::NULL);
            let path = ["cards[", &place.to_string(), "]"].concat();
            match read_card(raw.clone(), path, &deck.lang, &|id| deck.source(id)) {
                Ok(card) => return Some((card, raw)),
                Err(problem) => self.refused.borrow_mut().push((id.to_owned(), number, problem)),
            }
        }
        None
    }
}

impl Deck {
    fn open(value: JsValue) -> Option<Self> {
        let raw = raw_deck::object(value)?;
        if !raw.get("version").is_ok_and(|version| version == JsValue::from_f64(1.0)) {
            return None;
        }
        if !raw.is_on() {
            return None;
        }
        let (cards, sources) = (raw_deck::list(raw.get("cards").ok()?)?, raw_deck::list(raw.get("sources").ok()?)?);
        let (card_ids, source_ids) = (index(&cards), index(&sources));
        Some(Self { lang: language(&raw), cards, sources, card_ids, source_ids })
    }

    fn source(&self, id: &str) -> Option<(u32, JsValue)> {
        let place = place(&self.source_ids, &JsValue::from_str(id)).filter(|_| is_id(id))?;
        Some((place, self.sources.at(place).unwrap_or(JsValue::NULL)))
    }
}

/// Where in a list each id first stands.
fn index(list: &Raw) -> Map {
    let places = Map::new();
    for place in 0..list.count() {
        let item = list.at(place).ok().and_then(raw_deck::object);
        if let Some(Ok(id)) = item.map(|item| item.get("id"))
            && id.is_string()
            && !places.has(&id)
        {
            places.set(&id, &place.into());
        }
    }
    places
}

fn place(places: &Map, id: &JsValue) -> Option<u32> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "we stored an index")]
    places.get(id).as_f64().map(|place| place as u32)
}
