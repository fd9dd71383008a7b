//! A deck to fill in: what is the editor's to write stands in it as placeholders, which `check` reports.

mod json_text;
mod parts;
mod starter;

pub use self::json_text::json_text;
pub use self::starter::{Starter, StarterCard};
