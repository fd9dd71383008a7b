//! What can be the id of a card or a source.

use crate::deck::limits::MOST_ID;

/// Whether other parts of the deck, the page's attributes and `[^…]` can refer to it.
#[must_use]
pub fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= MOST_ID
        && !id.contains(|c: char| c.is_whitespace() || c.is_control() || c == '[' || c == ']')
}
