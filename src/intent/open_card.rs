//! The open card and what keeps it open: pointer or focus on it, a pin, a tap, or the site's call.

use crate::intent::event::{Subject, Target, Trigger};
use crate::intent::input_state::InputState;
use crate::intent::safe_triangle::in_safe_triangle;
use crate::placement::geometry::{Point, Rect};

/// Inputs this close (ms) count as one gesture: both taps of a double tap; a card opened by the site's own button and the
/// click on that button; a dismissal and the focus which the page then restores to the term. As long as browsers wait for
/// the second tap of a double tap.
pub(crate) const GESTURE: f64 = 300.0;

/// The card to be seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// What it is about.
    pub subject: Subject,
    /// What opened it.
    pub trigger: Trigger,
    /// When it opened, in milliseconds.
    pub since: f64,
    /// Whether it stays until it is dismissed.
    pub pinned: bool,
    /// Whether focus should move inside; false again once it is there, or has gone elsewhere.
    pub enter: bool,
}

/// What keeps a card open beside a pin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeepOpen {
    /// The pointer or the focus, while they are there.
    InputPresent,
    /// A tap: until a dismissal.
    Touch,
    /// The site: until a dismissal, or until focus that was inside leaves.
    Api,
}

/// The open card.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OpenCard {
    pub shown: Shown,
    keep_open: KeepOpen,
    /// When that began, in milliseconds.
    kept_since: f64,
    /// Since when nothing keeps the card open, or when the pointer was last in the safe triangle, in milliseconds.
    pub away: Option<f64>,
    /// Where the pointer last left the term or the card, and whether it was the card.
    left: Option<(Point, bool)>,
    /// Where the card and its anchor are.
    pub positioned: Option<(Rect, Rect)>,
}

impl OpenCard {
    pub fn new(subject: Subject, trigger: Trigger, now: f64) -> Self {
        let shown = Shown { subject, trigger, since: now, pinned: false, enter: false };
        let keep_open = match trigger {
            Trigger::Pointer | Trigger::Keyboard => KeepOpen::InputPresent,
            Trigger::Touch => KeepOpen::Touch,
            Trigger::Api => KeepOpen::Api,
        };
        Self { shown, keep_open, kept_since: now, away: None, left: None, positioned: None }
    }

    /// Whether this is the card, or its term.
    pub fn contains(&self, over: Target) -> bool {
        match over {
            Target::Mention(mention) => self.shown.subject == Subject::Mention(mention),
            Target::Card => true,
            Target::Outside => false,
        }
    }

    /// Starts the grace when nothing keeps the card open, and ends it when something does.
    pub fn update_grace(&mut self, now: f64, input: &InputState) {
        let asked = self.shown.pinned || self.keep_open != KeepOpen::InputPresent;
        let there = self.contains(input.mouse) || self.contains(input.focus) || input.press == Some(Target::Card);
        self.away = if asked || there { None } else { self.away.or(Some(now)) };
    }

    /// The mouse moved on from `was` at `from`. Returns whether it is in the safe triangle between term and card, which renews
    /// the grace.
    pub fn track_pointer(&mut self, now: f64, was: Target, from: Point, input: &InputState) -> bool {
        if self.contains(input.mouse) {
            return false;
        }
        if self.contains(was) {
            self.left = Some((from, was == Target::Card));
        }
        let (Some((from, from_card)), Some((card, anchor))) = (self.left, self.positioned) else { return false };
        let safe = in_safe_triangle(from, if from_card { &anchor } else { &card }, input.at);
        if safe {
            self.away = Some(now);
        }
        safe
    }

    /// Whether the reader is going from term to term with the mouse alone, so that the next needs no delay.
    pub fn is_browsing(&self, input: &InputState) -> bool {
        self.shown.trigger == Trigger::Pointer
            && self.keep_open == KeepOpen::InputPresent
            && !self.contains(input.focus)
    }

    /// A tap or a call asks for the card that is open already, and keeps it open from now on. Returns whether the same did so
    /// before, in another gesture.
    pub fn keep(&mut self, keep_open: KeepOpen, now: f64) -> bool {
        let again = self.keep_open == keep_open && !self.is_fresh(now);
        (self.keep_open, self.kept_since) = (keep_open, now);
        again
    }

    /// Focus left the card: what the site opened is then the reader's.
    pub fn release(&mut self) {
        if self.keep_open == KeepOpen::Api {
            self.keep_open = KeepOpen::InputPresent;
        }
    }

    /// Whether a click elsewhere may be the one by which the site came to open this card.
    pub fn is_opening_click(&self, now: f64) -> bool {
        self.keep_open == KeepOpen::Api && self.is_fresh(now)
    }

    fn is_fresh(&self, now: f64) -> bool {
        now <= self.kept_since + GESTURE
    }
}
