//! What time does: a card opens after the delay and closes after the grace.

use crate::intent::event::{Reason, Subject};
use crate::intent::intent::Intent;

/// A card whose grace ends at most so many milliseconds before the next one opens stays until then: closing it first would
/// flicker.
const LONGEST_OVERLAP: f64 = 300.0;
impl Intent {
    /// When to send [`Event::Tick`], in milliseconds of the caller's clock; may have passed already.
    #[must_use]
    pub fn deadline(&self) -> Option<f64> {
        match (self.opens_at(), self.closes_at()) {
            (Some(opens), Some(closes)) => Some(opens.min(closes)),
            (opens, closes) => opens.or(closes),
        }
    }

    pub(super) fn update_grace(&mut self) {
        if let Some(open) = &mut self.open {
            open.update_grace(self.now, &self.input);
        }
    }

    pub(super) fn opens_at(&self) -> Option<f64> {
        Some(self.pending?.since + self.delays.open)
    }

    pub(super) fn closes_at(&self) -> Option<f64> {
        let closes = self.open?.away? + self.delays.close;
        self.opens_at().is_none_or(|opens| opens > closes + LONGEST_OVERLAP).then_some(closes)
    }

    /// Lets time act: on a tick, and without one where a delay is none.
    pub(super) fn fire_timers(&mut self, tick: bool) {
        if let (Some(pending), Some(opens)) = (self.pending, self.opens_at())
            && (tick || self.delays.open <= 0.0)
            && self.now >= opens
        {
            self.open(Subject::Mention(pending.mention), pending.trigger);
        }
        if let Some(closes) = self.closes_at()
            && (tick || self.delays.close <= 0.0)
            && self.now >= closes
        {
            self.close(Reason::Left);
        }
    }
}
