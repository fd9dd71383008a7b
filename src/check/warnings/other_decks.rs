//! Warns of decks that claim the same ids or terms: on a page with both of them, the one that is named first wins.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::check::checked_deck::{CheckedDeck, language};
use crate::check::diagnostics::{Diagnostic, Diagnostics, Unknown};
use crate::check::json_path::JsonPath;
use crate::deck::quote::quote;
use crate::matcher::Matcher;
use crate::matcher::unicode::Unicode;

/// The warnings about each deck, by its place. Decks in different languages are for different articles, and mean the same cards by
/// the same ids; a deck that is switched off claims nothing; and a file that was named twice is one deck.
pub(crate) fn between_decks(decks: &[Option<CheckedDeck<'_>>], unicode: &dyn Unicode) -> Vec<Vec<Diagnostic>> {
    let mut found: Vec<Diagnostics> = decks.iter().map(|_| Diagnostics::new(Unknown::Fault)).collect();
    let mut languages: HashMap<String, DeckConflicts<'_>> = HashMap::new();
    for (place, deck) in decks.iter().enumerate() {
        let Some(checked) = deck.filter(|checked| checked.deck.enabled) else { continue };
        let is_again =
            |before: &Option<CheckedDeck<'_>>| before.is_some_and(|before| before.file.bytes == checked.file.bytes);
        if !decks[..place].iter().any(is_again) {
            languages.entry(language(checked.json)).or_default().add(place, checked, &mut found[place], unicode);
        }
    }
    for conflicts in languages.into_values() {
        conflicts.report_terms(decks, &mut found);
    }
    found.into_iter().map(Diagnostics::finish).collect()
}

/// What the decks of one language claim.
#[derive(Default)]
struct DeckConflicts<'a> {
    /// By its id, the name of the file in which a card stands first.
    ids: HashMap<&'a str, &'a str>,
    /// By its number in the matcher: a card's deck, its place there, and its id.
    cards: Vec<(usize, usize, &'a str)>,
    matcher: Option<Matcher>,
    /// By its number in the matcher: the place of a term on its card, that of a form in the term, and the words.
    words: Vec<(usize, Option<usize>, &'a str)>,
}

impl<'a> DeckConflicts<'a> {
    fn add(&mut self, deck: usize, checked: CheckedDeck<'a>, diagnostics: &mut Diagnostics, unicode: &dyn Unicode) {
        let matcher = self.matcher.get_or_insert_with(Matcher::empty);
        let root = JsonPath::Root;
        let list = root.key("cards");
        for (place, card) in checked.cards() {
            match self.ids.entry(&card.id) {
                Entry::Vacant(free) => {
                    free.insert(checked.file.name);
                }
                Entry::Occupied(first) => {
                    let message = format!(
                        "{} is also the id of a card in {}; on a page with both decks the first one wins",
                        quote(&card.id),
                        first.get()
                    );
                    diagnostics.warn(list.index(place).key("id"), &[&message]);
                }
            }
            let number = self.cards.len();
            self.cards.push((deck, place, &card.id));
            for (at, term) in card.terms.iter().enumerate() {
                if matcher.add(number, term, unicode).is_some() {
                    self.words.push((at, None, &term.text));
                    self.words
                        .extend(term.forms.iter().enumerate().map(|(form, text)| (at, Some(form), text.as_str())));
                }
            }
        }
    }

    fn report_terms(mut self, decks: &[Option<CheckedDeck<'_>>], found: &mut [Diagnostics]) {
        let Some(mut matcher) = self.matcher.take() else { return };
        matcher.build();
        for conflict in matcher.conflicts() {
            let (deck, place, id) = self.cards[conflict.card];
            let (first, _, other) = self.cards[conflict.other];
            let Some(first) = decks[first].filter(|_| deck != first && id != other) else { continue };
            let (term, form, words) = self.words[conflict.term];
            let root = JsonPath::Root;
            let cards = root.key("cards");
            let card = cards.index(place);
            let terms = card.key("terms");
            let term = terms.index(term);
            let forms = term.key("forms");
            let place = form.map_or(term, |form| forms.index(form));
            let message = format!(
                "{} also stands for card {} in {}; on a page with both decks that one wins",
                quote(words),
                quote(other),
                first.file.name
            );
            found[deck].warn(place, &[&message]);
        }
    }
}
