//! What a mouse that moves and a finger that taps mean: a card that is about to open, opens, stays or closes.

use crate::intent::event::{Subject, Target, Trigger};
use crate::intent::intent::Intent;
use crate::intent::open_card::KeepOpen;
use crate::placement::geometry::Point;
use std::mem::replace;

impl Intent {
    pub(super) fn moved(&mut self, over: Target, at: Point) {
        let was = replace(&mut self.input.mouse, over);
        let from = replace(&mut self.input.at, at);
        let suppressed = self.cooldown.is_suppressed(over);
        let safe = self.open.as_mut().is_some_and(|open| open.track_pointer(self.now, was, from, &self.input));
        match over {
            // With the button down, the reader is selecting text.
            Target::Mention(mention) if self.input.press.is_none() && !suppressed => self.hover(mention, safe),
            _ => self.cancel_pending(Trigger::Pointer),
        }
    }

    pub(super) fn hover(&mut self, mention: usize, safe: bool) {
        let at_once = match &self.open {
            // The reader has this card, wants another to stay, or is inside another with the keyboard.
            Some(open)
                if open.contains(Target::Mention(mention)) || open.shown.pinned || self.input.focus == Target::Card =>
            {
                return self.cancel_pending(Trigger::Pointer);
            }
            Some(open) => open.is_browsing(&self.input) && !safe,
            None => self.cooldown.skips_delay(self.now),
        };
        if at_once {
            self.open(Subject::Mention(mention), Trigger::Pointer);
        } else if self
            .pending
            .is_none_or(|pending| pending.mention != mention || pending.left_rest_radius(self.input.at))
        {
            self.begin_pending(mention, Trigger::Pointer);
        }
    }

    pub(super) fn tapped(&mut self, over: Target) {
        self.pending = None;
        match (over, &mut self.open) {
            // The finger takes over a card that mouse, keys or site opened. Its own it closes by a second tap on the
            // term: that is a tap outside the card, and the reader expects a switch that went on to go off.
            (Target::Mention(_) | Target::Card, Some(open)) if open.contains(over) => {
                if open.keep(KeepOpen::Touch, self.now) && over != Target::Card {
                    self.outside();
                }
            }
            (Target::Mention(mention), _) => self.request_open(mention, Trigger::Touch),
            (Target::Outside, _) => self.outside(),
            (Target::Card, _) => {}
        }
    }
}
