//! Gives a document back as it was before it was baked, whichever of the formats it is in.

use super::feed::{is_feed, unbake_feed};
use super::unbake::unbake as unbake_article;

/// An article, or a feed of articles, as it was before it was baked, to the byte.
#[must_use]
pub fn unbake(document: &[u8]) -> Vec<u8> {
    if is_feed(document) { unbake_feed(document) } else { unbake_article(document) }
}
