//! Places a card, from rectangles alone.

pub mod geometry;
mod placement;

pub use self::placement::*;
