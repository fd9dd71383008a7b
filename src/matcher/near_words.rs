//! Words of which a term needs one in its block (`near`): tells which of them stand in a text.

use std::ops::Range;

use crate::deck::term::Case;
use crate::matcher::fold::FoldedChar;
use crate::matcher::trie::Trie;
use crate::matcher::word_boundary;

/// The words of all terms. Their trie is built when the first block needs it: most articles need none.
#[derive(Default)]
pub(crate) struct NearWords {
    trie: Trie,
    /// For each key of the trie the number of its word. Many terms ask for the same words, and what a block costs must not
    /// grow with them.
    numbers: Vec<usize>,
    /// How many different words there are.
    count: usize,
}

impl NearWords {
    /// Adds a word, unless it could not be found: it has no letter or digit.
    pub(crate) fn add(&mut self, word: &[FoldedChar]) {
        self.trie.add(word, Case::Smart);
    }

    /// How many words were added; the keys of those added next begin here.
    pub(crate) fn len(&self) -> usize {
        self.trie.len()
    }

    /// Makes the words ready to be found, unless they are.
    pub(crate) fn build(&mut self) {
        if self.numbers.is_empty() {
            self.trie.build();
            (self.numbers, self.count) = self.trie.merge_equal();
        }
    }

    /// For each number of a word, whether it stands in the text; asked once they are built.
    pub(crate) fn standing_in(&self, chars: &[FoldedChar]) -> Vec<bool> {
        let mut standing = vec![false; self.count];
        for at in (0..chars.len()).filter(|at| word_boundary::may_begin(chars, *at)) {
            // A word met before was met with all that equal it but for case.
            self.trie.visit(chars, at, &mut |key, _| std::mem::replace(&mut standing[self.numbers[key]], true));
        }
        standing
    }

    /// Whether one of the words with these keys is among those `standing_in` a text.
    pub(crate) fn is_met(&self, keys: Range<usize>, standing: &[bool]) -> bool {
        self.numbers.get(keys).is_some_and(|numbers| numbers.iter().any(|number| standing[*number]))
    }
}
