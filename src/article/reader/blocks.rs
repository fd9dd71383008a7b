//! Gathers text into blocks, and ends them.

use std::ops::Range;

use super::Reader;
use crate::article::element::{HEAD, Traits};
use crate::article::sink::{Place, Sink};
use crate::article::text::append;
use crate::article::tree::State;
use crate::matcher::BARRIER;

/// Text of one block that is read as one, in bytes: what is longer is no paragraph, and finding terms takes twenty times as much memory.
const LONGEST_BLOCK: usize = 1 << 20;

impl<S: Sink> Reader<S> {
    /// What becomes of text: formatting that was not closed counts too.
    fn text_state(&self) -> State {
        let mut state = self.state();
        for (_, own) in &self.dangling {
            state.is_absent |= own.is_absent;
            state.is_unmarkable |= own.is_unmarkable;
        }
        state
    }

    /// Text as it is written, which stands at `start` of the document.
    pub(in crate::article) fn text(&mut self, raw: &[u8], start: usize) {
        if self.is_lost {
            return;
        }
        let is_blank = raw.trim_ascii().is_empty();
        if self.open.last().is_some_and(|open| open.name == HEAD) && !is_blank {
            self.close_to(self.open.len() - 1, false);
        }
        if self.roots.paragraphs > 0 {
            self.roots.count(raw);
        }
        let state = self.text_state();
        if state.is_absent || !self.roots.may_be_article(state.root) {
            return;
        }
        // Text that a browser moves in front of a table.
        let is_fostered = !is_blank && self.open.last().is_some_and(|open| open.traits.contains(Traits::FOSTERS));
        let is_markable = !(state.is_unmarkable || state.is_heading || is_fostered);
        if self.block.text.len() + raw.len() > LONGEST_BLOCK {
            self.end_block();
        }
        append(&mut self.block, raw, start, self.encoding, is_markable);
    }

    pub(in crate::article) fn line_break(&mut self) {
        let state = self.state();
        if !state.is_absent {
            self.block.text.push(' ');
        }
    }

    pub(super) fn barrier(&mut self) {
        self.block.text.push(BARRIER);
    }

    pub(super) fn place(&self) -> Place {
        place_of(self.state())
    }

    pub(in crate::article) fn end_block(&mut self) {
        self.end_block_in(self.state());
    }

    /// Ends the block, whose text had this state.
    pub(super) fn end_block_in(&mut self, state: State) {
        if state.root > 0 && self.block.text.chars().any(|c| !(c.is_whitespace() || c == BARRIER)) {
            self.block.section = self.section;
            self.block.is_heading = state.is_heading;
            self.block.is_aside = self.is_mostly_linked();
            self.sink.block(&self.block, &place_of(state));
        }
        self.block.clear();
        self.blocks += 1;
        self.linked.clear();
    }

    /// Whether more than half of the block stands in links, in UTF-16 as the page counts.
    fn is_mostly_linked(&self) -> bool {
        let units = |text: &str| if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        let length = |part: Range<usize>| self.block.text.get(part).map_or(0, units);
        let linked: usize = self.linked.iter().cloned().map(length).sum();
        linked > 0 && linked * 2 > length(0..self.block.text.len())
    }
}

fn place_of(state: State) -> Place {
    Place { root: (state.root as usize).saturating_sub(1), aside: state.aside }
}
