//! Finds the terms of decks in a block of text: whole words, leftmost first, longest first, near the words they ask for.
//!
//! From each place where a word begins, one walk through a trie finds every term that stands there. The cost is at most the
//! word beginnings of the text times the length of the longest term, and in ordinary text a few steps per word. How many terms
//! there are hardly matters; only those that are equal but for case and `near` are tried one after the other, until one fits.

use std::cell::RefCell;
use std::ops::Range;

use crate::deck::term::Term;
use crate::matcher::fold::{FoldCache, FoldedChar, is_findable};
use crate::matcher::near_words::NearWords;
use crate::matcher::trie::{Building, Trie};
use crate::matcher::unicode::Unicode;
use crate::matcher::word_boundary;
use crate::matcher::word_segmenter::Segments;

/// A term's place in a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The number the card was given when its term was added.
    pub card: usize,
    /// Where the match begins, as a UTF-16 offset into the block.
    pub start: usize,
    /// Where the match ends, as a UTF-16 offset into the block.
    pub end: usize,
}

/// Two cards of one deck with a term that some text matches both of, and no `near` to tell them apart: the later is faulty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The number of the later card.
    pub card: usize,
    /// The number of the earliest card that has the term already.
    pub other: usize,
    /// The number of the later card's term or form, as [`Matcher::add`] returned it.
    pub term: usize,
}

/// Terms of decks, ready to be found. Built once; it learns the characters it meets, so it stays on one thread.
pub struct Matcher {
    pub(super) fold_cache: RefCell<FoldCache>,
    chars: Vec<FoldedChar>,
    pub(super) terms: Trie,
    /// For each key of `terms`, which are texts and forms, what it means.
    pub(super) patterns: Vec<Pattern>,
    pub(super) near: RefCell<NearWords>,
    /// How many decks were begun.
    deck: usize,
}

pub(super) struct Pattern {
    /// `None` once the card is left out.
    pub(super) card: Option<usize>,
    /// The number of its deck.
    deck: usize,
    /// The keys in `Matcher::near` of which one word must stand in the block; none is needed if it is empty.
    pub(super) near: Range<usize>,
}

impl Matcher {
    /// Builds a matcher of terms, each with the number of its card; earlier terms win where two are equal.
    pub fn new<'a>(terms: impl Iterator<Item = (usize, &'a Term)>, unicode: &dyn Unicode) -> Self {
        let mut matcher = Self::empty();
        for (card, term) in terms {
            matcher.add(card, term, unicode);
        }
        matcher.build();
        matcher
    }

    /// A matcher without terms.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            fold_cache: RefCell::new(FoldCache::new()),
            chars: Vec::new(),
            terms: Trie::default(),
            patterns: Vec::new(),
            near: RefCell::default(),
            deck: 0,
        }
    }

    /// Begins another deck: terms added from here on are in no conflict with those before.
    pub fn begin_deck(&mut self) {
        self.deck += 1;
    }

    /// Adds a term of a card, to be found after [`build`](Self::build). Cards are added in the order of their numbers. Returns
    /// the numbers, counted from 0, of its text and of those of its forms that can be found; `None` for a term that cannot be,
    /// because its text has no letter or digit, or it asks for words nearby none of which has any. These words follow the smart
    /// rule for case.
    pub fn add(&mut self, card: usize, term: &Term, unicode: &dyn Unicode) -> Option<Range<usize>> {
        let (fold_cache, near) = (self.fold_cache.get_mut(), self.near.get_mut());
        let first = near.len();
        for word in &term.near {
            fold_cache.fold(word, unicode, &mut self.chars);
            near.add(&self.chars);
        }
        let near = first..near.len();
        if near.is_empty() != term.near.is_empty() {
            return None;
        }
        let first = self.patterns.len();
        for (index, text) in [&term.text].into_iter().chain(&term.forms).enumerate() {
            fold_cache.fold(text, unicode, &mut self.chars);
            if self.terms.add(&self.chars, term.case) {
                self.patterns.push(Pattern { card: Some(card), deck: self.deck, near: near.clone() });
            } else if index == 0 {
                return None;
            }
        }
        Some(first..self.patterns.len())
    }

    /// Whether a term or a word of `near` could be found in an article: it has a letter or digit.
    pub fn is_findable(&mut self, words: &str, unicode: &dyn Unicode) -> bool {
        self.fold_cache.get_mut().fold(words, unicode, &mut self.chars);
        is_findable(&self.chars)
    }

    /// Makes the terms ready to be found.
    pub fn build(&mut self) {
        let mut building = self.begin_build();
        while self.build_step(&mut building) {}
    }

    /// Begins to build in steps, for a caller that has to pause meanwhile.
    pub fn begin_build(&mut self) -> Building {
        self.terms.begin_build()
    }

    /// Takes a step. Returns whether there was one; after the last one the matcher is built.
    pub fn build_step(&mut self, building: &mut Building) -> bool {
        self.terms.build_step(building)
    }

    /// The terms of a built matcher that are in conflict with an earlier card's, in the order in which they were added.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut others: Vec<Option<usize>> = vec![None; self.patterns.len()];
        self.terms.for_each_equal(&mut |mut terms| {
            terms.retain(|term| self.patterns[*term].near.is_empty());
            terms.sort_unstable();
            // Where those of the same deck begin, and those of the same card: no other can be in conflict, and a card may say the same
            // a million times.
            let (mut deck, mut card) = (0, 0);
            for (index, &term) in terms.iter().enumerate() {
                let (before, own) = (&self.patterns[terms[card]], &self.patterns[term]);
                if before.card != own.card {
                    card = index;
                    if before.deck != own.deck {
                        deck = index;
                    }
                }
                let other = terms[deck..card].iter().find(|before| self.terms.can_both_match(**before, term));
                others[term] = other.and_then(|before| self.patterns[*before].card);
            }
        });
        let terms = self.patterns.iter().zip(others).enumerate();
        terms
            .filter_map(|(term, (pattern, other))| Some(Conflict { card: pattern.card?, other: other?, term }))
            .collect()
    }

    /// Keeps the cards for which `keep` says so; terms of the others are no longer found.
    pub fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        for pattern in &mut self.patterns {
            pattern.card = pattern.card.filter(|card| keep(*card));
        }
    }

    /// Whether no term was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The matches in a block of text, in order and without overlap: of those that begin first the longest, of those the one
    /// that demands its case, of those the earliest. A term whose `near` is not met does not stand in the way of a shorter one.
    #[must_use]
    pub fn find(&self, block: &str, unicode: &dyn Unicode) -> Vec<Match> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut chars = Vec::new();
        self.fold_cache.borrow_mut().fold(block, unicode, &mut chars);
        // Read only when the first term asks for it: most blocks hold no term that does.
        let mut standing: Option<Vec<bool>> = None;
        matches(&self.terms, &self.patterns, (block, &chars), unicode, &mut |near| {
            let standing = standing.get_or_insert_with(|| {
                let mut near = self.near.borrow_mut();
                near.build();
                near.standing_in(&chars)
            });
            self.near.borrow().is_met(near, standing)
        })
    }
}

/// The matches in a block, by its text and its characters. `is_near`: whether one of the words with these keys stands in the block.
pub(super) fn matches(
    terms: &Trie,
    patterns: &[Pattern],
    (block, chars): (&str, &[FoldedChar]),
    unicode: &dyn Unicode,
    is_near: &mut dyn FnMut(Range<usize>) -> bool,
) -> Vec<Match> {
    let mut matches = Vec::new();
    let segments = Segments::new(block, unicode);
    let mut at = 0;
    while at < chars.len() {
        let best = match_at(terms, patterns, (chars, at), &segments, is_near);
        at = if let Some((card, end)) = best {
            matches.push(Match { card, start: chars[at].start as usize, end: chars[end - 1].end as usize });
            end
        } else {
            at + 1
        };
    }
    matches
}

/// The best match that begins with a character: its card, and the character it ends before.
pub(super) fn match_at(
    terms: &Trie,
    patterns: &[Pattern],
    (chars, at): (&[FoldedChar], usize),
    segments: &Segments<'_>,
    is_near: &mut dyn FnMut(Range<usize>) -> bool,
) -> Option<(usize, usize)> {
    if !word_boundary::may_begin(chars, at) {
        return None;
    }
    let mut best = None;
    terms.visit(chars, at, &mut |term, end| {
        let Pattern { card: Some(card), near, .. } = &patterns[term] else { return false };
        let is_match = (near.is_empty() || is_near(near.clone())) && !segments.splits_word(chars, at, end);
        if is_match {
            best = Some((*card, end));
        }
        is_match
    });
    best
}
