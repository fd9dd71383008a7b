//! Every fault of a deck, with its place and a sentence for the editor.

mod check_file;
mod checked_deck;
pub(crate) mod citations;
pub(crate) mod common_words;
pub mod diagnostics;
mod due;
mod excerpt;
pub(crate) mod fields;
pub mod json;
pub mod json_path;
mod links;
pub(crate) mod positions;
pub(crate) mod read_card;
mod read_deck;
mod read_figure;
mod read_map;
mod read_statement;
mod read_term;
pub(crate) mod suggestion;
mod syntax_error;
pub(crate) mod term_conflicts;
mod texts;
mod unfinished;
mod unsourced;
mod warnings;

pub(crate) use self::check_file::check_with;
pub use self::check_file::{DeckFile, Located, Report, check};
pub(crate) use self::checked_deck::CheckedDeck;
pub use self::diagnostics::{Severity, Unknown};
pub use self::due::{Due, due};
pub use self::excerpt::excerpt;
pub(crate) use self::links::{Link, links_in};
pub use self::read_deck::read_deck;
