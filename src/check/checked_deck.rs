//! A deck that could be read, beside the file it was read from.

use std::collections::HashMap;

use crate::check::check_file::DeckFile;
use crate::check::json::{Json, get, items};
use crate::check::json_path::{JsonPath, Path, id_of};
use crate::deck::{Card, Deck, Term};

/// A deck that could be read.
#[derive(Clone, Copy)]
pub(crate) struct CheckedDeck<'a> {
    pub(crate) file: DeckFile<'a>,
    pub(crate) json: &'a Json,
    pub(crate) deck: &'a Deck,
}

impl<'a> CheckedDeck<'a> {
    /// The cards without a fault, each with its place in the file's list.
    pub(crate) fn cards(&self) -> Vec<(usize, &'a Card)> {
        let cards = items(self.json, "cards").iter().enumerate();
        let places: HashMap<&str, usize> = cards.filter_map(|(place, card)| Some((id_of(card)?, place))).collect();
        self.deck.cards.iter().filter_map(|card| Some((*places.get(card.id.as_str())?, card))).collect()
    }

    /// Their terms, each with its path and card; none of a deck that is switched off.
    pub(crate) fn terms(&self) -> Vec<(Path, &'a Card, &'a Term)> {
        let (root, cards) = (JsonPath::Root, if self.deck.enabled { self.cards() } else { Vec::new() });
        let list = root.key("cards");
        let terms_of = |(place, card): (usize, &'a Card)| {
            let card_place = list.index(place);
            let terms = card_place.key("terms");
            let paths: Vec<Path> = (0..card.terms.len()).map(|index| terms.index(index).path()).collect();
            paths.into_iter().zip(&card.terms).map(move |(path, term)| (path, card, term))
        };
        cards.into_iter().flat_map(terms_of).collect()
    }
}

/// The language of a deck's words without its region, in lower case; empty where the deck names none. Decks in different languages
/// are for different articles.
pub(crate) fn language(deck: &Json) -> String {
    match get(deck, "lang") {
        Some(Json::String(lang)) => lang.split('-').next().unwrap_or_default().to_ascii_lowercase(),
        _ => String::new(),
    }
}
