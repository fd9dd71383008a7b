//! When does a card open, stay and close? Time and events go in; what to show and when to look again are read off.
//!
//! At most one card is open and at most one term is arming; both may be so at once. While the pointer or the focus is
//! on the card or its term, or something else holds it, it stays; then the grace runs. Only a tick
//! lets time act: a late timer neither opens a card the reader has left nor closes one the reader came back to.

use crate::aftermath::Aftermath;
pub use crate::event::{Delays, Event, Over, Reason, Subject, Trigger};
use crate::geometry::Point;
pub use crate::hold::Shown;
use crate::hold::{Hold, OpenCard};
use crate::presence::{Arming, Presence};
use std::mem::replace;

/// A card whose grace ends so few milliseconds before the next one opens waits for it, rather than leave a blink
/// between.
const BLINK: f64 = 300.0;
/// No delay is longer, in milliseconds: timers overflow on large numbers and then ring at once.
const LONGEST: f64 = 60_000.0;

/// The reader's intent, as far as it can be told.
#[derive(Clone, Debug)]
pub struct Intent {
    delays: Delays,
    now: f64,
    reader: Presence,
    arming: Option<Arming>,
    open: Option<OpenCard>,
    aftermath: Aftermath,
}

impl Intent {
    /// Nothing is open and the reader elsewhere. Delays that are negative or no number count as none.
    #[must_use]
    pub fn new(delays: Delays) -> Self {
        let limit = |delay: f64| if delay > 0.0 { delay.min(LONGEST) } else { 0.0 };
        Self {
            delays: Delays { open: limit(delays.open), close: limit(delays.close) },
            now: 0.0,
            reader: Presence::new(),
            arming: None,
            open: None,
            aftermath: Aftermath::new(),
        }
    }

    /// The card to be seen, if any.
    #[must_use]
    pub fn shown(&self) -> Option<Shown> {
        self.open.map(|open| open.shown)
    }

    /// Why the latest card closed; `Left` if none has.
    #[must_use]
    pub fn closed(&self) -> Reason {
        self.aftermath.reason
    }

    /// Whether no card is open and none is about to be.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.open.is_none() && self.arming.is_none()
    }

    /// When to send [`Event::Tick`], in milliseconds of the caller's clock; may have passed already.
    #[must_use]
    pub fn deadline(&self) -> Option<f64> {
        match (self.opens_at(), self.closes_at()) {
            (Some(opens), Some(closes)) => Some(opens.min(closes)),
            (opens, closes) => opens.or(closes),
        }
    }

    /// Something happened at `now`, in milliseconds of one monotonic clock. A time that runs backwards or is no number
    /// counts as the latest one known.
    pub fn on(&mut self, now: f64, event: Event) {
        if now.is_finite() && now > self.now {
            self.now = now;
        }
        match event {
            Event::Move { over, at } => self.moved(over, at),
            Event::Leave => {
                self.reader.mouse = Over::Elsewhere;
                self.aftermath.is_hushed(Over::Elsewhere);
                self.disarm(Trigger::Pointer);
            }
            Event::Press { over } => {
                self.reader.press(over);
                self.disarm(Trigger::Pointer);
            }
            Event::Release { over, at } => self.reader.release(over, at),
            Event::Click { over } => match (over, self.reader.click(over)) {
                (Over::Mention(mention), _) => self.ask(mention, Trigger::Pointer),
                (Over::Elsewhere, true) => self.outside(),
                _ => {}
            },
            Event::Tap { over } => self.tapped(over),
            Event::Focus { over } => self.focused(over),
            Event::Activate { mention } => {
                self.ask(mention, Trigger::Keyboard);
                // Focus is on its way in: the card must not close for want of it.
                self.reader.focus = Over::Card;
                if let Some(open) = &mut self.open {
                    open.shown.enter = true;
                }
            }
            Event::Escape => self.dismiss(Reason::Escape),
            Event::Close(reason) => self.dismiss(reason),
            Event::Open { subject } => self.called(subject),
            Event::Placed { card, anchor } => {
                if let Some(open) = &mut self.open {
                    open.placed = Some((card, anchor));
                }
            }
            // Not the keyboard's: focus itself scrolls its term into view.
            Event::Scrolled => self.disarm(Trigger::Pointer),
            Event::Gone if self.is_pinned() => {}
            Event::Gone => self.close(Reason::Gone),
            Event::Pin(pinned) => {
                if let Some(open) = &mut self.open {
                    open.shown.pinned = pinned;
                    self.arming = None;
                }
            }
            Event::Tick => {}
        }
        self.settle();
        self.ring(matches!(event, Event::Tick));
        self.settle();
    }

    fn moved(&mut self, over: Over, at: Point) {
        let was = replace(&mut self.reader.mouse, over);
        let from = replace(&mut self.reader.at, at);
        let hushed = self.aftermath.is_hushed(over);
        let safe = self.open.as_mut().is_some_and(|open| open.follow(self.now, was, from, &self.reader));
        match over {
            // With the button down, the reader is selecting text.
            Over::Mention(mention) if self.reader.press.is_none() && !hushed => self.hover(mention, safe),
            _ => self.disarm(Trigger::Pointer),
        }
    }

    fn hover(&mut self, mention: usize, safe: bool) {
        let at_once = match &self.open {
            // The reader has this card, wants another to stay, or is inside another with the keyboard.
            Some(open) if open.owns(Over::Mention(mention)) || open.shown.pinned || self.reader.focus == Over::Card => {
                return self.disarm(Trigger::Pointer);
            }
            Some(open) => open.is_browsing(&self.reader) && !safe,
            None => self.aftermath.is_warm(self.now),
        };
        if at_once {
            self.open(Subject::Mention(mention), Trigger::Pointer);
        } else if self.arming.is_none_or(|arming| arming.mention != mention || arming.is_passing(self.reader.at)) {
            self.arm(mention, Trigger::Pointer);
        }
    }

    fn tapped(&mut self, over: Over) {
        self.arming = None;
        match (over, &mut self.open) {
            // The finger takes over a card that mouse, keys or site opened. Its own it closes by a second tap on the
            // term: that is a tap outside the card, and the reader expects a switch that went on to go off.
            (Over::Mention(_) | Over::Card, Some(open)) if open.owns(over) => {
                if open.take(Hold::Touch, self.now) && over != Over::Card {
                    self.outside();
                }
            }
            (Over::Mention(mention), _) => self.ask(mention, Trigger::Touch),
            (Over::Elsewhere, _) => self.outside(),
            (Over::Card, _) => {}
        }
    }

    fn focused(&mut self, over: Over) {
        let (was, over) = self.reader.focus(over);
        if let Some(open) = &mut self.open {
            let own = open.owns(over);
            if over == Over::Card || !own {
                open.shown.enter = false;
            }
            if was == Over::Card && !own {
                open.let_go();
            }
            if own {
                self.arming = None;
                return;
            }
        }
        match over {
            Over::Mention(_) if was == over => {}
            Over::Mention(mention) if !self.is_pinned() && !self.aftermath.is_given_back(mention, self.now) => {
                self.arm(mention, Trigger::Keyboard);
            }
            _ => self.disarm(Trigger::Keyboard),
        }
    }

    fn called(&mut self, subject: Subject) {
        self.arming = None;
        match &mut self.open {
            Some(open) if open.shown.subject == subject => {
                open.take(Hold::Api, self.now);
            }
            _ => self.open(subject, Trigger::Api),
        }
    }

    /// The reader asks for this card in so many words, which replaces even a pinned one. To ask for the open one
    /// changes nothing: a click on a term whose card has just opened by hovering must not close it.
    fn ask(&mut self, mention: usize, trigger: Trigger) {
        self.arming = None;
        if !self.open.is_some_and(|open| open.owns(Over::Mention(mention))) {
            self.open(Subject::Mention(mention), trigger);
        }
    }

    fn outside(&mut self) {
        self.arming = None;
        if self.open.is_some_and(|open| !open.shown.pinned && !open.is_answer(self.now)) {
            self.dismiss(Reason::Outside);
        }
    }

    fn dismiss(&mut self, reason: Reason) {
        self.arming = None;
        self.aftermath.hush(self.reader.mouse, self.shown());
        self.close(reason);
    }

    fn open(&mut self, subject: Subject, trigger: Trigger) {
        self.arming = None;
        if let Some(open) = &self.open {
            self.aftermath.closed(open.shown, Reason::Replaced, self.now);
        }
        // The site's call may change the card in place; any other card stands elsewhere.
        if trigger != Trigger::Api {
            self.reader.forget_card();
        }
        self.open = Some(OpenCard::new(subject, trigger, self.now));
    }

    fn close(&mut self, reason: Reason) {
        if let Some(open) = self.open.take() {
            self.aftermath.closed(open.shown, reason, self.now);
            self.reader.forget_card();
        }
    }

    fn arm(&mut self, mention: usize, trigger: Trigger) {
        self.arming = Some(Arming { mention, trigger, since: self.now, from: self.reader.at });
    }

    fn disarm(&mut self, trigger: Trigger) {
        self.arming = self.arming.filter(|arming| arming.trigger != trigger);
    }

    fn is_pinned(&self) -> bool {
        self.open.is_some_and(|open| open.shown.pinned)
    }

    fn settle(&mut self) {
        if let Some(open) = &mut self.open {
            open.settle(self.now, &self.reader);
        }
    }

    fn opens_at(&self) -> Option<f64> {
        Some(self.arming?.since + self.delays.open)
    }

    fn closes_at(&self) -> Option<f64> {
        let closes = self.open?.away? + self.delays.close;
        self.opens_at().is_none_or(|opens| opens > closes + BLINK).then_some(closes)
    }

    /// Lets time act: on a tick, and without one where a delay is none.
    fn ring(&mut self, tick: bool) {
        if let (Some(arming), Some(opens)) = (self.arming, self.opens_at())
            && (tick || self.delays.open <= 0.0)
            && self.now >= opens
        {
            self.open(Subject::Mention(arming.mention), arming.trigger);
        }
        if let Some(closes) = self.closes_at()
            && (tick || self.delays.close <= 0.0)
            && self.now >= closes
        {
            self.close(Reason::Left);
        }
    }
}
