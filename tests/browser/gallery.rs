//! Does the card stand where it should in the gallery of hard cases? A story for each of its sections, and more where a
//! section has more to show.

pub mod flow;
pub mod layers;
pub mod trees;
mod visit;
