//! Does a match cut a word of a script that sets no spaces? Who knows its words decides: in the page `Intl.Segmenter`.
//!
//! Its dictionary is right about common words and knows few names: `萨尔瓦多` falls into pieces, of which the last may make a
//! false word with what follows (`从萨尔瓦多来` ends in `多来`). The editor's term is a word too, and where two words claim the
//! same letters the longer one is the likelier. So a match is refused only for a word across its edge that is at least as
//! long: `京都` in `東京都` (東京 is as long), `法院` in `最高法院`, `金` in `基金`; but not `习近平` in `习近平等人`, though `平等` is a word.

use std::cell::OnceCell;
use std::ops::Range;

use crate::boundary;
use crate::fold::Letter;
use crate::unicode::{Unicode, WordAt};

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

    /// Whether the letters `at..end` are likelier parts of other words than a word themselves.
    pub(crate) fn cut(&self, letters: &[Letter], at: usize, end: usize) -> bool {
        let (open_start, open_end) = (boundary::is_open(letters, at), boundary::is_open(letters, end));
        if !(open_start || open_end) {
            return false;
        }
        let Some(words) = self.words.get_or_init(|| self.unicode.words(self.text)) else { return false };
        let (start, stop) = (letters[at].start as usize, letters[end - 1].end as usize);
        let wins = |word: Range<usize>, edge: usize| word.start < edge && edge < word.end && word.len() >= stop - start;
        open_start && wins(words(start), start) || open_end && wins(words(stop), stop)
    }
}
