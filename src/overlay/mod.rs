//! Where a card floats in a page: measured, anchored, in the top layer, with focus and history.

pub mod anchor;
pub mod focus;
pub mod history;
pub mod measure;
pub mod popover;
pub mod portal;
