//! Where a card floats in a page: measured, anchored, in the top layer, with focus and history.

pub mod anchor;
pub mod browser;
pub mod history;
pub mod popover;
