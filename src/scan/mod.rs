//! What of an article would be marked, where and why, and what nearly would have been.

mod parts;
mod scan;

pub use self::scan::{Finding, Outcome, Scanner};
