//! Closes elements: which blocks and roots end with them, and what of them goes on.

use super::Reader;
use crate::article::element::{A, P, Traits};
use crate::article::sink::Sink;
use crate::article::tree::{Open, State};

impl<S: Sink> Reader<S> {
    /// Closes the open elements from `index` on. `is_own_end`: by the end tag of that one, or as if it had it.
    pub(in crate::article) fn close_to(&mut self, index: usize, is_own_end: bool) {
        let ends_formatting =
            self.open[index.min(self.open.len())..].iter().any(|open| open.traits.contains(Traits::MARKER));
        while self.open.len() > index {
            if let Some(open) = self.open.last()
                && (open.own.is_absent || open.traits.contains(Traits::FOSTERS))
                && !(is_own_end && self.open.len() == index + 1)
            {
                // What is put in at the end of a root must not stand in a drawing or between the rows of a table.
                self.ends_at = self.ends_at.min(open.start);
            }
            let is_named = is_own_end && self.open.len() == index + 1;
            if let Some(open) = self.open.pop() {
                let goes_on = open.own.is_absent || open.own.is_unmarkable;
                self.leave(&open, self.state());
                if open.traits.contains(Traits::FORMATTING) && goes_on && !is_named && !ends_formatting {
                    self.dangling.push((open.name, open.own));
                }
            }
        }
    }

    /// Takes an element out from around those that are open in it.
    pub(in crate::article) fn take_out(&mut self, index: usize) {
        let open = self.open.remove(index);
        // What is still open in it may have begun a root, which does not end here.
        let around = State { root: open.state.root, ..self.state() };
        self.leave(&open, around);
        for at in index..self.open.len() {
            let around = if at == 0 { self.base } else { self.open[at - 1].state };
            let open = &mut self.open[at];
            open.state.is_absent = around.is_absent || open.own.is_absent;
            open.state.is_unmarkable = around.is_unmarkable || open.own.is_unmarkable;
        }
    }

    fn leave(&mut self, open: &Open, around: State) {
        if open.name == P {
            self.roots.paragraphs = self.roots.paragraphs.saturating_sub(1);
        }
        if open.state.root != around.root {
            self.end_block_in(open.state);
            self.roots.end((open.state.root as usize).saturating_sub(1), self.ends_at);
            return;
        }
        if around.is_absent || around.is_heading {
            return;
        }
        if open.own.is_heading {
            self.end_block_in(open.state);
        } else if open.own.is_unmarkable {
            if open.name == A
                && let Some((block, start)) = self.links.pop()
                && block == self.blocks
            {
                self.linked.push(start..self.block.text.len());
            }
            self.barrier();
        } else if open.traits.contains(Traits::BLOCK) && !open.own.is_absent {
            self.end_block_in(open.state);
        }
    }
}
