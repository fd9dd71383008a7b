//! Where in a text do the terms of a deck stand? Leftmost first, longest first, whole words, near the words they ask for.
//!
//! From each place where a word begins, one walk through a trie finds every term that stands there. The cost is at most the
//! word beginnings of the text times the length of the longest term, and in ordinary text a few steps per word. How many terms
//! there are hardly matters; only those that are equal but for case and `near` are tried one after the other, until one fits.

use std::cell::RefCell;
use std::ops::Range;

use crate::boundary;
use crate::deck::{Case, Term};
use crate::fold::{Alphabet, Letter};
use crate::ids::Ids;
use crate::letter::Kind;
use crate::segment::Segments;
use crate::trie::Trie;
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
    terms: Trie,
    /// For each key of `terms`, what it means.
    uses: Vec<Use>,
    /// The words that terms ask for, each once, however many terms ask for it: what a block costs must not grow with them.
    near: Trie,
    /// Keys of `near`, term behind term.
    asked: Vec<usize>,
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
        let (mut keys, mut near_keys, mut uses) = (Trie::default(), Trie::default(), Vec::new());
        let (mut alphabet, mut letters) = (Alphabet::new(), Vec::new());
        // The words of `near` as they are written, and for each its key, if anything could be found by it.
        let (mut words, mut word_keys, mut asked) = (Ids::default(), Vec::new(), Vec::new());
        for (card, term) in terms {
            let first = asked.len();
            for word in &term.near {
                if words.add(word) {
                    alphabet.fold(word, unicode, &mut letters);
                    let key = near_keys.len();
                    word_keys.push(add(&mut near_keys, &letters, Case::Smart).then_some(key));
                }
                asked.extend(words.place(word).and_then(|word| word_keys[word]));
            }
            let near = first..asked.len();
            alphabet.fold(&term.text, unicode, &mut letters);
            if near.is_empty() == term.near.is_empty() && add(&mut keys, &letters, term.case) {
                uses.push(Use { card, near });
            }
        }
        keys.build();
        near_keys.build();
        Self { alphabet: RefCell::new(alphabet), terms: keys, uses, near: near_keys, asked }
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
    let is_word = |letter: &Letter| !matches!(letter.form.kind, Kind::Space | Kind::Other | Kind::Barrier);
    if !key.iter().any(is_word) || key.iter().any(|letter| letter.form.kind == Kind::Barrier) {
        return false;
    }
    let exact = match case {
        Case::Sensitive => true,
        Case::Insensitive => false,
        Case::Smart => key.iter().any(|letter| letter.form.is_capital()),
    };
    trie.add(key, exact);
    true
}
