//! What is told of a document while it is read: blocks, marks that stand in it, roots that begin; each with its place.

use std::ops::Range;

use super::block::Block;

/// Takes what is read.
pub trait Sink {
    /// A block with text, in document order.
    fn block(&mut self, block: &Block, place: &Place);
    /// A `<context-term>` that stands in the article already.
    fn term(&mut self, term: PlacedTerm, place: &Place);
    /// A root that begins: only within one can be anything to mark. `may_be_body`: that can be the document as a whole.
    fn root(&mut self, _start: usize, _may_be_body: bool) {}
}

/// Where a block or a term stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The innermost root around it.
    pub root: usize,
    /// How many elements are open down to the innermost one beside the prose (a caption, an aside…); 0 for none.
    pub aside: u32,
}

/// A mark that stands in an article already: a writer's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedTerm {
    /// The id of its card.
    pub card: String,
    /// Whether it says that a program made it (`auto`).
    pub is_auto: bool,
    /// The section it stands in, as [`Block::section`] counts.
    pub section: u32,
    /// Bytes of its start tag.
    pub tag: Range<usize>,
}
