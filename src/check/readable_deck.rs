//! What a page has of a deck's file, and what it leaves out.

use crate::check::deck_text::read_json;
use crate::check::diagnostics::{Diagnostics, Unknown};
use crate::check::json::{Json, items};
use crate::check::json_path::{JsonPath, id_of};
use crate::check::read_deck::read_deck;
use crate::check::read_term::read_term;
use crate::check::term_conflicts::TermConflicts;
use crate::deck::{Deck, Term};
use crate::matcher::unicode::NativeUnicode;

/// A deck as a page has it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadableDeck {
    /// Its cards without a fault.
    pub deck: Deck,
    /// The cards left out that have an id: that, and those of their terms that have no fault.
    pub refused: Vec<(String, Vec<Term>)>,
}

/// Reads a deck's file as a page does.
///
/// # Errors
///
/// A sentence on why the deck is refused whole.
pub fn readable_deck(file: &[u8]) -> Result<ReadableDeck, String> {
    let (_, json) = read_json(file)?;
    let (deck, diagnostics) = read_deck(&json, Unknown::Ignore, &NativeUnicode);
    let Some(deck) = deck else {
        let first = diagnostics.first().map_or_else(String::new, ToString::to_string);
        return Err(first);
    };
    let refused = refused(&json, &deck);
    Ok(ReadableDeck { deck, refused })
}

fn refused(json: &Json, deck: &Deck) -> Vec<(String, Vec<Term>)> {
    let mut refused = Vec::new();
    let mut kept = deck.cards.iter().map(|card| card.id.as_str()).peekable();
    for card in items(json, "cards") {
        let Some(id) = id_of(card) else { continue };
        // Cards keep their order, so that each of those that are kept is met once.
        if kept.next_if_eq(&id).is_none() {
            refused.push((id.to_owned(), terms(card)));
        }
    }
    refused
}

fn terms(card: &Json) -> Vec<Term> {
    let (mut diagnostics, mut conflicts) = (Diagnostics::new(Unknown::Ignore), TermConflicts::new(&NativeUnicode));
    let terms = items(card, "terms").iter();
    terms.filter_map(|term| read_term(&mut diagnostics, &mut conflicts, JsonPath::Root, term)).collect()
}
