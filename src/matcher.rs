//! Where in a text do the terms of a deck stand? Leftmost first, longest first, whole words, near the words they ask for.
//!
//! From each place where a word begins, one walk through a trie finds every term that stands there. The cost is at most the
//! word beginnings of the text times the length of the longest term, and in ordinary text a few steps per word. How many terms
//! there are hardly matters; only those that are equal but for case and `near` are tried one after the other, until one fits.

use std::cell::RefCell;
use std::ops::Range;

use crate::boundary;
use crate::deck::{Case, Term};
use crate::fold::{Alphabet, Letter, is_exact};
use crate::ids::Ids;
use crate::letter::Kind;
use crate::segment::Segments;
use crate::trie::{Building, Trie};
use crate::unicode::Unicode;

/// Stands between text that may be marked and text that may not (a link, code…) in a block's text. No match crosses it, a
/// word ends at it, and `near` sees both sides.
pub const BARRIER: char = '\u{FFFC}';

/// A term's place in a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The number the card was given when the matcher was built.
    pub card: usize,
    /// Where the match begins, as a UTF-16 offset into the block.
    pub start: usize,
    /// Where the match ends, as a UTF-16 offset into the block.
    pub end: usize,
}

/// All terms of a deck, ready to be found. Built once; it learns the characters it meets, so it stays on one thread.
pub struct Matcher {
    alphabet: RefCell<Alphabet>,
    letters: Vec<Letter>,
    terms: Trie,
    /// For each key of `terms`, what it means.
    uses: Vec<Use>,
    /// The words that terms ask for, each once, however many terms ask for it: what a block costs must not grow with them.
    near: Trie,
    /// Keys of `near`, term behind term.
    asked: Vec<usize>,
    /// Until the matcher is built: the words of `near` as they are written, and for each its key, if anything could be found
    /// by it.
    words: Ids,
    word_keys: Vec<Option<usize>>,
}

struct Use {
    card: usize,
    /// The part of `Matcher::asked` of which one word must stand in the block; none is needed if it is empty.
    near: Range<usize>,
}

impl Matcher {
    /// Terms with the number of their card; earlier ones win where two are equal. A term without a letter or digit is left
    /// out, and so is one that asks for words nearby none of which has any. These words follow the smart rule for case.
    pub fn new<'a>(terms: impl Iterator<Item = (usize, &'a Term)>, unicode: &dyn Unicode) -> Self {
        let mut matcher = Self::empty();
        for (card, term) in terms {
            matcher.add(card, term, unicode);
        }
        matcher.build();
        matcher
    }

    /// Nothing to find yet.
    pub(crate) fn empty() -> Self {
        Self {
            alphabet: RefCell::new(Alphabet::new()),
            letters: Vec::new(),
            terms: Trie::default(),
            uses: Vec::new(),
            near: Trie::default(),
            words: Ids::default(),
            word_keys: Vec::new(),
            asked: Vec::new(),
        }
    }

    /// Adds a term. It is found only after [`build`](Self::build).
    pub(crate) fn add(&mut self, card: usize, term: &Term, unicode: &dyn Unicode) {
        let alphabet = self.alphabet.get_mut();
        let first = self.asked.len();
        for word in &term.near {
            if self.words.add(word) {
                alphabet.fold(word, unicode, &mut self.letters);
                let key = self.near.len();
                self.word_keys.push(add(&mut self.near, &self.letters, Case::Smart).then_some(key));
            }
            self.asked.extend(self.words.place(word).and_then(|word| self.word_keys[word]));
        }
        let near = first..self.asked.len();
        alphabet.fold(&term.text, unicode, &mut self.letters);
        if near.is_empty() == term.near.is_empty() && add(&mut self.terms, &self.letters, term.case) {
            self.uses.push(Use { card, near });
        }
    }

    /// Makes the terms ready to be found.
    pub(crate) fn build(&mut self) {
        let mut building = self.begin_build();
        while self.build_on(&mut building) {}
    }

    /// Begins that, for someone who has to pause meanwhile.
    pub(crate) fn begin_build(&mut self) -> Building {
        (self.words, self.word_keys) = (Ids::default(), Vec::new());
        self.near.build();
        self.terms.begin_build()
    }

    /// Takes a step of it. Returns whether there was one.
    pub(crate) fn build_on(&mut self, building: &mut Building) -> bool {
        self.terms.build_on(building)
    }

    /// Whether there is nothing to find.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.uses.is_empty()
    }

    /// The matches in a block of text, in order and without overlap: of those that begin first the longest, of those the one
    /// that demands its case, of those the earliest. A term whose `near` is not met does not stand in the way of a shorter one.
    #[must_use]
    pub fn find(&self, block: &str, unicode: &dyn Unicode) -> Vec<Match> {
        let mut matches = Vec::new();
        if self.is_empty() {
            return matches;
        }
        let mut letters = Vec::new();
        self.alphabet.borrow_mut().fold(block, unicode, &mut letters);
        // Read only when the first term asks for it: most blocks hold no term that does.
        let mut nearby: Option<Vec<bool>> = None;
        let segments = Segments::new(block, unicode);
        let mut at = 0;
        while at < letters.len() {
            let mut best: Option<(usize, usize)> = None;
            if boundary::may_begin(&letters, at) {
                self.terms.visit(&letters, at, &mut |term, end| {
                    let near = &self.asked[self.uses[term].near.clone()];
                    let stands = (near.is_empty() || {
                        let nearby = nearby.get_or_insert_with(|| self.words_nearby(&letters));
                        near.iter().any(|word| nearby[*word])
                    }) && !segments.cut(&letters, at, end);
                    if stands {
                        best = Some((term, end));
                    }
                    stands
                });
            }
            at = if let Some((term, end)) = best {
                let (start, stop) = (letters[at].start as usize, letters[end - 1].end as usize);
                matches.push(Match { card: self.uses[term].card, start, end: stop });
                end
            } else {
                at + 1
            };
        }
        matches
    }

    /// For each `near` word, whether it stands in the block.
    fn words_nearby(&self, letters: &[Letter]) -> Vec<bool> {
        let mut nearby = vec![false; self.near.len()];
        for at in 0..letters.len() {
            if boundary::may_begin(letters, at) {
                // A word met before was met with all that equal it.
                self.near.visit(letters, at, &mut |word, _| std::mem::replace(&mut nearby[word], true));
            }
        }
        nearby
    }
}

/// Adds a key, if anything could be found by it.
fn add(trie: &mut Trie, letters: &[Letter], case: Case) -> bool {
    let is_space = |letter: &Letter| letter.form.kind == Kind::Space;
    let start = letters.iter().take_while(|letter| is_space(letter)).count();
    let end = letters.len() - letters[start..].iter().rev().take_while(|letter| is_space(letter)).count();
    let key = &letters[start..end];
    if !key.iter().any(Letter::is_word) || key.iter().any(|letter| letter.form.kind == Kind::Barrier) {
        return false;
    }
    trie.add(key, is_exact(key, case));
    true
}
