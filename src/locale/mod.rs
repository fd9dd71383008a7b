//! Words, dates and numbers in the reader's language.

#[cfg(all(target_arch = "wasm32", feature = "widget"))]
pub(crate) mod intl;
mod locale;
pub mod messages;

pub use self::locale::{Formats, Locale};
