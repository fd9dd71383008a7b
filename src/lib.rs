//! Context cards: a reader hovers over a term in an article, and a card explains it, with sources.
//!
//! Pure files lie flat; the command line lies behind `check` and `command`, which exist natively only.

pub mod address;
mod assemble;
mod assemble_card;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
mod cited;
#[cfg(not(target_arch = "wasm32"))]
pub mod command;
pub mod date;
pub mod deck;
pub mod freshness;
pub mod json;
pub mod markup;
pub mod problem;
mod reader;
