//! The terms that decks have already, and where they stand in a text.

use std::ops::Range;

use crate::deck::{Card, Case, Term};
use crate::matcher::unicode::NativeUnicode;
use crate::matcher::{ByteOffsets, Matcher};

/// Terms and titles of cards, ready to be found.
pub struct KnownTerms {
    matcher: Matcher,
}

impl KnownTerms {
    /// What the cards are about: their terms, with or without the words these ask for nearby, and their titles.
    #[must_use]
    pub fn new(cards: &[Card]) -> Self {
        let mut terms = Vec::new();
        for card in cards {
            terms.extend(card.terms.iter().map(|term| Term { near: Vec::new(), ..term.clone() }));
            terms.push(Term { text: card.title.clone(), forms: Vec::new(), case: Case::Insensitive, near: Vec::new() });
        }
        Self { matcher: Matcher::new(terms.iter().map(|term| (0, term)), &NativeUnicode) }
    }

    /// Where they stand in a text, in bytes.
    pub(super) fn find(&self, text: &str) -> Vec<Range<usize>> {
        let matches = self.matcher.find(text, &NativeUnicode);
        let offsets = ByteOffsets::of(text);
        matches.iter().map(|found| offsets.byte(found.start)..offsets.byte(found.end)).collect()
    }
}
