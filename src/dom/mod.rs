//! What programs do to a page: both the allocator; the widget also events, reading decks and the flag of a crash.

mod allocator;
#[cfg(feature = "widget")]
pub mod dispatch;
#[cfg(feature = "widget")]
pub mod poison;
#[cfg(feature = "widget")]
pub mod raw_deck;
