//! What programs do to a page: both the allocator, events and reading decks; the widget also listeners, styles, shadow roots, the
//! flag of a crash and the reader's preferences.

mod allocator;
pub mod dispatch;
#[cfg(feature = "widget")]
pub mod listener;
#[cfg(feature = "widget")]
pub mod poison;
#[cfg(feature = "widget")]
pub mod preferences;
pub mod raw_deck;
#[cfg(feature = "widget")]
pub mod shadow_host;
#[cfg(feature = "widget")]
pub mod stylesheet;
