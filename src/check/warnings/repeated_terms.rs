//! Warns of terms that a card has twice: the second adds nothing, and of the two an editor will one day mend only one.

use indexmap::IndexMap;

use crate::check::diagnostics::{Diagnostics, Unknown};
use crate::check::json::{Json, items};
use crate::check::json_path::JsonPath;
use crate::check::read_term::read_term;
use crate::check::term_conflicts::TermConflicts;
use crate::deck::Term;
use crate::deck::limits::{MOST_ITEMS, list_fault};
use crate::deck::quote::quote;
use crate::matcher::Matcher;
use crate::matcher::unicode::NativeUnicode;

pub(super) fn warn(diagnostics: &mut Diagnostics, deck: &Json) {
    let root = JsonPath::Root;
    let list = root.key("cards");
    for (index, card) in items(deck, "cards").iter().enumerate() {
        let card_place = list.index(index);
        let terms = card_place.key("terms");
        for Repeated { term, form, text, before } in repeated(items(card, "terms")) {
            let before = (before + 1).to_string();
            let message = [&quote(&text), " matches the same words as term ", &before, "; one of the two is enough"];
            let place = terms.index(term);
            match form {
                None => diagnostics.warn(place, &message),
                Some(form) => diagnostics.warn(place.key("forms").index(form), &message),
            }
        }
    }
}

/// Words of a card that some text matches for two of its terms.
struct Repeated {
    /// The later term, by its place in the card's list.
    term: usize,
    /// The form of it that is at fault; its text where there is none.
    form: Option<usize>,
    text: String,
    /// The earlier term.
    before: usize,
}

/// Terms that ask for other words nearby are others. In the order of those words, and of the terms.
fn repeated(list: &[Json]) -> Vec<Repeated> {
    if list_fault(list.len(), MOST_ITEMS).is_some() {
        return Vec::new();
    }
    let mut by_near: IndexMap<Vec<String>, Vec<(usize, Term)>> = IndexMap::new();
    for (place, json) in list.iter().enumerate() {
        if let Some(term) = faultless(json) {
            by_near.entry(term.near.clone()).or_default().push((place, Term { near: Vec::new(), ..term }));
        }
    }
    // To the matcher each term is a card, and those that ask for the same words are a deck.
    let (mut matcher, mut terms, mut words) = (Matcher::empty(), Vec::new(), Vec::new());
    for group in by_near.into_values() {
        matcher.begin_deck();
        for (place, term) in group {
            if matcher.add(terms.len(), &term, &NativeUnicode).is_some() {
                words.push((place, None, term.text));
                words.extend(term.forms.into_iter().enumerate().map(|(form, text)| (place, Some(form), text)));
            }
            terms.push(place);
        }
    }
    matcher.build();
    let repeated = matcher.conflicts().into_iter().map(|conflict| {
        let (term, form, text) = words[conflict.term].clone();
        Repeated { term, form, text, before: terms[conflict.other] }
    });
    repeated.collect()
}

/// A term without a fault; one that has any is told as that.
fn faultless(json: &Json) -> Option<Term> {
    let (mut diagnostics, mut conflicts) = (Diagnostics::new(Unknown::Ignore), TermConflicts::new(&NativeUnicode));
    let term = read_term(&mut diagnostics, &mut conflicts, JsonPath::Root, json);
    term.filter(|_| diagnostics.errors == 0)
}
