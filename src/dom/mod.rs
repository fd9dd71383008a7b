//! What programs do to a page: both the allocator, events and reading decks; the widget also the flag of a crash.

mod allocator;
pub mod dispatch;
#[cfg(feature = "widget")]
pub mod poison;
pub mod raw_deck;
