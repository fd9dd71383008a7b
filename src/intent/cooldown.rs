//! What follows from a closing: for a while the next term opens at once, and a dismissed one stays closed.

use crate::intent::event::{Reason, Subject, Target, Trigger};
use crate::intent::open_card::{GESTURE, Shown};

/// Milliseconds after a hover card closed in which the next term opens without delay: the reader is comparing terms.
const SKIP_DELAY: f64 = 300.0;

/// The latest closing.
#[derive(Clone, Debug)]
pub(crate) struct Cooldown {
    /// Why the latest card closed.
    pub reason: Reason,
    /// The latest card that closed, and when.
    last: Option<(Shown, f64)>,
    /// The mention the pointer was on at a dismissal: it opens nothing until the pointer has left it.
    suppressed: Option<usize>,
}

impl Cooldown {
    pub fn new() -> Self {
        Self { reason: Reason::Left, last: None, suppressed: None }
    }

    pub fn closed(&mut self, shown: Shown, reason: Reason, now: f64) {
        self.reason = reason;
        self.last = Some((shown, now));
    }

    /// The reader or the site wants no card while the mouse stays where it is.
    pub fn suppress(&mut self, mouse: Target, shown: Option<Shown>) {
        self.suppressed = match (mouse, shown.map(|shown| shown.subject)) {
            (Target::Mention(mention), _) | (Target::Card, Some(Subject::Mention(mention))) => Some(mention),
            _ => None,
        };
    }

    /// The mouse is over something. Returns whether it must not open.
    pub fn is_suppressed(&mut self, mouse: Target) -> bool {
        self.suppressed = self.suppressed.filter(|&mention| mouse == Target::Mention(mention));
        self.suppressed.is_some()
    }

    /// Whether the mouse left a card just now, so that the next term needs no delay.
    pub fn skips_delay(&self, now: f64) -> bool {
        let browsing = |(shown, at): (Shown, f64)| shown.trigger == Trigger::Pointer && now <= at + SKIP_DELAY;
        self.reason == Reason::Left && self.last.is_some_and(browsing)
    }

    /// Whether focus comes to this term because a dismissal took away the card that had it, rather than by the
    /// reader. A card without a mention may have been reached from any term.
    pub fn is_focus_restore(&self, mention: usize, now: f64) -> bool {
        let back = |(shown, at): (Shown, f64)| {
            let same = match shown.subject {
                Subject::Mention(last) => last == mention,
                Subject::Card(_) => true,
            };
            same && now <= at + GESTURE
        };
        !matches!(self.reason, Reason::Left | Reason::Replaced) && self.last.is_some_and(back)
    }
}
