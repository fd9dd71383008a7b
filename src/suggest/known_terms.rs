//! The terms that decks have already, and where they stand in a text.

use std::ops::Range;

use crate::deck::{Card, Case, Term};
use crate::matcher::Matcher;
use crate::matcher::unicode::NativeUnicode;

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
        let (mut units, mut bytes) = (0, text.char_indices().peekable());
        // Matches come in order, so that the text is walked once.
        let mut byte_at = |unit: usize| {
            while let Some((at, c)) = bytes.peek().copied() {
                if units >= unit {
                    return at;
                }
                units += c.len_utf16();
                bytes.next();
            }
            text.len()
        };
        matches.iter().map(|found| byte_at(found.start)..byte_at(found.end)).collect()
    }
}
