//! Every fault of a deck, with its place and a sentence for the editor.

mod check_file;
pub(crate) mod citations;
pub mod diagnostics;
mod excerpt;
pub(crate) mod fields;
pub mod json;
pub mod json_path;
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
mod unsourced;
mod warnings;

pub use self::check_file::{DeckFile, Located, Report, check};
pub use self::diagnostics::{Severity, Unknown};
pub use self::excerpt::excerpt;
pub use self::read_deck::read_deck;
