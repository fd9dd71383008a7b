//! Text that is read as one, such as a paragraph, and where it stands in the bytes of the document.

use std::ops::Range;

/// A paragraph, a list item, a table cell, a heading: its text as a reader sees it, with character references decoded, an object
/// replacement character ([`BARRIER`](crate::matcher::BARRIER)) around whatever is not marked, and a space for a line break.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The text.
    pub text: String,
    /// The parts of it that may be marked, in order.
    pub runs: Vec<Run>,
    /// The section it stands in: a number that grows by one with each heading and `<section>` of the document.
    pub section: u32,
    /// Whether it is no prose: a caption, an aside, a list of links.
    pub is_aside: bool,
    /// Whether it is a heading. Nothing in it may be marked.
    pub is_heading: bool,
}

/// A part of a block's text, and the bytes of the document that say it. Parts whose bytes adjoin are one text node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Bytes of the block's text.
    pub text: Range<usize>,
    /// Bytes of the document.
    pub bytes: Range<usize>,
    /// Whether every character takes as many bytes there as here; else the part is a single character, or what one reference or one
    /// unreadable byte stands for.
    pub is_verbatim: bool,
}

impl Block {
    /// Whether anything in the block may be marked.
    #[must_use]
    pub fn is_markable(&self) -> bool {
        !self.runs.is_empty()
    }

    /// The bytes of the document that say a part of the text (bytes of [`text`](Self::text)), one range for each text node it runs
    /// through; without what may not be marked, and empty where nothing may be. A character reference is never divided.
    #[must_use]
    pub fn bytes(&self, text: &Range<usize>) -> Vec<Range<usize>> {
        let first = self.runs.partition_point(|run| run.text.end <= text.start);
        let mut pieces: Vec<Range<usize>> = Vec::new();
        for run in self.runs[first..].iter().take_while(|run| run.text.start < text.end) {
            let piece = run.bytes_of(text);
            match pieces.last_mut() {
                Some(last) if last.end == piece.start => last.end = piece.end,
                _ => pieces.push(piece),
            }
        }
        pieces
    }

    /// Forgets everything, and keeps the memory for the next block.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.runs.clear();
        (self.section, self.is_aside, self.is_heading) = (0, false, false);
    }
}

impl Run {
    fn bytes_of(&self, text: &Range<usize>) -> Range<usize> {
        if !self.is_verbatim {
            return self.bytes.clone();
        }
        let start = text.start.max(self.text.start) - self.text.start;
        let end = text.end.min(self.text.end) - self.text.start;
        self.bytes.start + start..self.bytes.start + end
    }
}
