//! Places a card, from rectangles alone.

mod anchor;
pub mod geometry;
mod placement;

pub use self::anchor::anchor;
pub use self::placement::*;
