//! Every fault of a deck, with its place and a sentence for the editor.

mod check_file;
pub(crate) mod citations;
pub mod diagnostics;
pub(crate) mod fields;
pub mod json;
pub(crate) mod read_card;
mod read_deck;
mod read_figure;
mod read_map;
mod read_statement;
mod read_term;
pub mod size_limit;
pub(crate) mod suggestion;
pub(crate) mod term_conflicts;

pub use self::check_file::{Located, Report, check};
pub use self::diagnostics::Unknown;
pub use self::read_deck::read_deck;
