//! Every fault of a deck, with its place and a sentence for the editor. In WebAssembly, where decks are baked, only what reads them.

#[cfg(not(target_arch = "wasm32"))]
mod check_file;
#[cfg(not(target_arch = "wasm32"))]
mod checked_deck;
pub(crate) mod citations;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod common_words;
pub(crate) mod deck_text;
pub mod diagnostics;
#[cfg(not(target_arch = "wasm32"))]
mod due;
#[cfg(not(target_arch = "wasm32"))]
mod excerpt;
pub(crate) mod fields;
pub mod json;
pub mod json_path;
#[cfg(not(target_arch = "wasm32"))]
mod links;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod positions;
pub(crate) mod read_card;
mod read_deck;
mod read_figure;
mod read_map;
mod read_statement;
mod read_term;
#[cfg(not(target_arch = "wasm32"))]
mod readable_deck;
pub(crate) mod suggestion;
pub(crate) mod syntax_error;
pub(crate) mod term_conflicts;
#[cfg(not(target_arch = "wasm32"))]
mod texts;
#[cfg(not(target_arch = "wasm32"))]
mod unfinished;
#[cfg(not(target_arch = "wasm32"))]
mod unsourced;
mod values;
#[cfg(not(target_arch = "wasm32"))]
mod warnings;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use self::check_file::check_with;
#[cfg(not(target_arch = "wasm32"))]
pub use self::check_file::{DeckFile, Located, Report, check};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use self::checked_deck::CheckedDeck;
pub use self::diagnostics::{Severity, Unknown};
#[cfg(not(target_arch = "wasm32"))]
pub use self::due::{Due, due};
#[cfg(not(target_arch = "wasm32"))]
pub use self::excerpt::excerpt;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use self::links::{Link, links_in};
pub use self::read_deck::read_deck;
#[cfg(not(target_arch = "wasm32"))]
pub use self::readable_deck::{ReadableDeck, readable_deck};
