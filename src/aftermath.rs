//! What follows from a closing? Which terms then open at once, and which stay silent.

use crate::event::{Over, Reason, Subject, Trigger};
use crate::hold::{GESTURE, Shown};

/// For so many milliseconds after a hover card closed, the next term needs no delay: the reader is comparing terms.
const WARM: f64 = 300.0;

/// The latest closing.
#[derive(Clone, Debug)]
pub(crate) struct Aftermath {
    /// Why the latest card closed.
    pub reason: Reason,
    /// The latest card that closed, and when.
    last: Option<(Shown, f64)>,
    /// The mention the pointer was on at a dismissal: silent until the pointer has left it.
    hushed: Option<usize>,
}

impl Aftermath {
    pub fn new() -> Self {
        Self { reason: Reason::Left, last: None, hushed: None }
    }

    pub fn closed(&mut self, shown: Shown, reason: Reason, now: f64) {
        self.reason = reason;
        self.last = Some((shown, now));
    }

    /// The reader or the site wants no card while the mouse stays where it is.
    pub fn hush(&mut self, mouse: Over, shown: Option<Shown>) {
        self.hushed = match (mouse, shown.map(|shown| shown.subject)) {
            (Over::Mention(mention), _) | (Over::Card, Some(Subject::Mention(mention))) => Some(mention),
            _ => None,
        };
    }

    /// The mouse is over something. Says whether that must stay silent.
    pub fn is_hushed(&mut self, mouse: Over) -> bool {
        self.hushed = self.hushed.filter(|&mention| mouse == Over::Mention(mention));
        self.hushed.is_some()
    }

    /// Whether the mouse left a card just now, so that the next term needs no delay.
    pub fn is_warm(&self, now: f64) -> bool {
        let browsing = |(shown, at): (Shown, f64)| shown.trigger == Trigger::Pointer && now <= at + WARM;
        self.reason == Reason::Left && self.last.is_some_and(browsing)
    }

    /// Whether focus comes to this term because a dismissal took away the card that had it, rather than by the
    /// reader. A card without a mention may have been reached from any term.
    pub fn is_given_back(&self, mention: usize, now: f64) -> bool {
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
