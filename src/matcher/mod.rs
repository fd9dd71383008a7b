//! Finds the terms of decks in text.

pub(crate) mod char_class;
pub mod density;
pub(crate) mod fold;
mod matcher;
pub(crate) mod near_words;
pub(crate) mod trie;
pub mod unicode;
pub(crate) mod word_boundary;
pub(crate) mod word_segmenter;

pub use self::char_class::BARRIER;
pub use self::matcher::{Conflict, Match, Matcher};
pub use self::trie::Building;
