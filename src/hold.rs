//! What keeps an open card open? The reader's presence, a pin, or the tap or call that asked for it.

use crate::event::{Over, Subject, Trigger};
use crate::geometry::{Point, Rect};
use crate::presence::Presence;
use crate::triangle::on_the_way;

/// Milliseconds within which two signs belong to one gesture: both taps of a double tap; a card opened by the site's
/// own button and the click on that button; a dismissal and the focus which the page then gives back to the term. The
/// time that browsers allow for a double tap.
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
pub(crate) enum Hold {
    /// The pointer or the focus, while they are there.
    Presence,
    /// A tap: until a dismissal.
    Touch,
    /// The site: until a dismissal, or until focus that was inside leaves.
    Api,
}

/// The open card.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OpenCard {
    pub shown: Shown,
    hold: Hold,
    /// When that hold began.
    held: f64,
    /// Since when nothing holds the card, or when the pointer was last seen on its way back.
    pub away: Option<f64>,
    /// Where the pointer last left the term or the card, and whether it was the card.
    left: Option<(Point, bool)>,
    /// Where the card and its anchor are.
    pub placed: Option<(Rect, Rect)>,
}

impl OpenCard {
    pub fn new(subject: Subject, trigger: Trigger, now: f64) -> Self {
        let shown = Shown { subject, trigger, since: now, pinned: false, enter: false };
        let hold = match trigger {
            Trigger::Pointer | Trigger::Keyboard => Hold::Presence,
            Trigger::Touch => Hold::Touch,
            Trigger::Api => Hold::Api,
        };
        Self { shown, hold, held: now, away: None, left: None, placed: None }
    }

    /// Whether this is the card, or its term.
    pub fn owns(&self, over: Over) -> bool {
        match over {
            Over::Mention(mention) => self.shown.subject == Subject::Mention(mention),
            Over::Card => true,
            Over::Elsewhere => false,
        }
    }

    /// Starts the grace when nothing holds the card, and ends it when something does.
    pub fn settle(&mut self, now: f64, reader: &Presence) {
        let asked = self.shown.pinned || self.hold != Hold::Presence;
        let there = self.owns(reader.mouse) || self.owns(reader.focus) || reader.press == Some(Over::Card);
        self.away = if asked || there { None } else { self.away.or(Some(now)) };
    }

    /// The mouse moved on from `was` at `from`. Says whether it is on its way between term and card, which renews the
    /// grace.
    pub fn follow(&mut self, now: f64, was: Over, from: Point, reader: &Presence) -> bool {
        if self.owns(reader.mouse) {
            return false;
        }
        if self.owns(was) {
            self.left = Some((from, was == Over::Card));
        }
        let (Some((from, from_card)), Some((card, anchor))) = (self.left, self.placed) else { return false };
        let safe = on_the_way(from, if from_card { &anchor } else { &card }, reader.at);
        if safe {
            self.away = Some(now);
        }
        safe
    }

    /// Whether the reader is going from term to term with the mouse alone, so that the next needs no delay.
    pub fn is_browsing(&self, reader: &Presence) -> bool {
        self.shown.trigger == Trigger::Pointer && self.hold == Hold::Presence && !self.owns(reader.focus)
    }

    /// A tap or a call asks for the card that is open already, and holds it from now on. Says whether the same did so
    /// before, in another gesture.
    pub fn take(&mut self, hold: Hold, now: f64) -> bool {
        let again = self.hold == hold && !self.is_fresh(now);
        (self.hold, self.held) = (hold, now);
        again
    }

    /// Focus left the card: what the site opened is then the reader's.
    pub fn let_go(&mut self) {
        if self.hold == Hold::Api {
            self.hold = Hold::Presence;
        }
    }

    /// Whether a click elsewhere may be the one by which the site came to open this card.
    pub fn is_answer(&self, now: f64) -> bool {
        self.hold == Hold::Api && self.is_fresh(now)
    }

    fn is_fresh(&self, now: f64) -> bool {
        now <= self.held + GESTURE
    }
}
