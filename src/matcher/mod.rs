//! Finds the terms of decks in text.

#[cfg(not(target_arch = "wasm32"))]
mod byte_offsets;
pub(crate) mod char_class;
pub mod density;
#[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
mod explain;
pub(crate) mod fold;
mod matcher;
pub(crate) mod near_words;
#[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
mod prefixes;
#[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
mod shared;
pub(crate) mod trie;
pub mod unicode;
pub(crate) mod word_boundary;
pub(crate) mod word_segmenter;

#[cfg(not(target_arch = "wasm32"))]
pub use self::byte_offsets::ByteOffsets;
pub use self::char_class::BARRIER;
#[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
pub use self::explain::{Outcome, Sighting};
pub use self::matcher::{Conflict, Match, Matcher};
#[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
pub use self::shared::{ByteMatch, Scratch, SharedMatcher};
pub use self::trie::Building;
