//! Refuses matches that split a word of a script without spaces, by a dictionary: in the page that of `Intl.Segmenter`.
//!
//! Its dictionary is right about common words and knows few names: `萨尔瓦多` falls into pieces, of which the last may make a
//! false word with what follows (`从萨尔瓦多来` ends in `多来`). The editor's term is a word too, and where two words claim the
//! same letters the longer one is the likelier. So a match is refused only for a word across its edge that is at least as
//! long: `京都` in `東京都` (東京 is as long), `法院` in `最高法院`, `金` in `基金`; but not `习近平` in `习近平等人`, though `平等` is a word.

use std::cell::OnceCell;
use std::ops::Range;

use crate::matcher::fold::FoldedChar;
use crate::matcher::unicode::{Unicode, WordAt};
use crate::matcher::word_boundary;

/// The words of one block, asked for when the first match needs them: most blocks of most languages need none.
pub(crate) struct Segments<'a> {
    text: &'a str,
    unicode: &'a dyn Unicode,
    words: OnceCell<Option<WordAt>>,
}

impl<'a> Segments<'a> {
    /// Nothing is asked yet.
    pub(crate) fn new(text: &'a str, unicode: &'a dyn Unicode) -> Self {
        Self { text, unicode, words: OnceCell::new() }
    }

    /// Whether the characters `at..end` are likelier parts of other words than words themselves.
    pub(crate) fn splits_word(&self, chars: &[FoldedChar], at: usize, end: usize) -> bool {
        let (asks_start, asks_end) =
            (word_boundary::needs_segmenter(chars, at), word_boundary::needs_segmenter(chars, end));
        if !(asks_start || asks_end) {
            return false;
        }
        let Some(words) = self.words.get_or_init(|| self.unicode.words(self.text)) else { return false };
        let (start, stop) = (chars[at].start as usize, chars[end - 1].end as usize);
        let wins = |word: Range<usize>, edge: usize| word.start < edge && edge < word.end && word.len() >= stop - start;
        asks_start && wins(words(start), start) || asks_end && wins(words(stop), stop)
    }
}
