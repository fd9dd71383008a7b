//! Decides when a card opens, stays and closes.

pub(crate) mod cooldown;
mod event;
pub(crate) mod input_state;
mod intent;
pub(crate) mod open_card;
mod pointer;
pub(crate) mod safe_triangle;
mod timers;

pub use self::event::{Delays, Event, Reason, Subject, Target, Trigger};
pub use self::intent::Intent;
pub use self::open_card::Shown;
