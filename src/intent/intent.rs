//! State machine of a card: time and events go in; what to show and when to call again are read off.
//!
//! At most one card is open and at most one is about to open; both may be so at once. A card stays while the pointer or the
//! focus is on it or its term, or something else keeps it open; then the grace runs. Only a tick lets time act: a late timer
//! neither opens a card the reader has left nor closes one the reader came back to.

use crate::intent::cooldown::Cooldown;
use crate::intent::event::{Delays, Event, Reason, Subject, Target, Trigger};
use crate::intent::input_state::{InputState, PendingOpen};
use crate::intent::open_card::Shown;
use crate::intent::open_card::{KeepOpen, OpenCard};
use crate::placement::geometry::Point;
use std::mem::replace;

/// A card whose grace ends at most so many milliseconds before the next one opens stays until then: closing it first would
/// flicker.
const LONGEST_OVERLAP: f64 = 300.0;
/// The longest delay, in milliseconds: `setTimeout` overflows from 2³¹ on and then fires at once.
const MAX_DELAY: f64 = 60_000.0;

/// The state: what is open, what is about to open, and the input so far.
#[derive(Clone, Debug)]
pub struct Intent {
    delays: Delays,
    now: f64,
    input: InputState,
    pending: Option<PendingOpen>,
    open: Option<OpenCard>,
    cooldown: Cooldown,
}

impl Intent {
    /// Nothing is open and the reader elsewhere. Delays that are negative or no number count as none.
    #[must_use]
    pub fn new(delays: Delays) -> Self {
        let limit = |delay: f64| if delay > 0.0 { delay.min(MAX_DELAY) } else { 0.0 };
        Self {
            delays: Delays { open: limit(delays.open), close: limit(delays.close) },
            now: 0.0,
            input: InputState::new(),
            pending: None,
            open: None,
            cooldown: Cooldown::new(),
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
        self.cooldown.reason
    }

    /// Whether no card is open and none is about to be.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.open.is_none() && self.pending.is_none()
    }

    /// The mention whose card is about to open, and what asks for it.
    #[must_use]
    pub fn pending(&self) -> Option<(usize, Trigger)> {
        self.pending.map(|pending| (pending.mention, pending.trigger))
    }

    /// When to send [`Event::Tick`], in milliseconds of the caller's clock; may have passed already.
    #[must_use]
    pub fn deadline(&self) -> Option<f64> {
        match (self.opens_at(), self.closes_at()) {
            (Some(opens), Some(closes)) => Some(opens.min(closes)),
            (opens, closes) => opens.or(closes),
        }
    }

    /// Takes an event at `now`, in milliseconds of one monotonic clock. A time that runs backwards or is no number counts as the
    /// latest one known.
    pub fn on(&mut self, now: f64, event: Event) {
        if now.is_finite() && now > self.now {
            self.now = now;
        }
        match event {
            Event::Move { over, at } => self.moved(over, at),
            Event::Leave => {
                self.input.mouse = Target::Outside;
                self.cooldown.is_suppressed(Target::Outside);
                self.cancel_pending(Trigger::Pointer);
            }
            Event::Press { over } => {
                self.input.press(over);
                self.cancel_pending(Trigger::Pointer);
            }
            Event::Release { over, at } => self.input.release(over, at),
            Event::Click { over } => match (over, self.input.click(over)) {
                (Target::Mention(mention), _) => self.request_open(mention, Trigger::Pointer),
                (Target::Outside, true) => self.outside(),
                _ => {}
            },
            Event::Tap { over } => self.tapped(over),
            Event::Focus { over } => self.focused(over),
            Event::Activate { mention } => {
                self.request_open(mention, Trigger::Keyboard);
                // Focus is on its way in: the card must not close for want of it.
                self.input.focus = Target::Card;
                if let Some(open) = &mut self.open {
                    open.shown.enter = true;
                }
            }
            Event::Escape => self.dismiss(Reason::Escape),
            Event::Close(reason) => self.dismiss(reason),
            Event::Open { subject } => self.open_by_api(subject),
            Event::Positioned { card, anchor } => {
                if let Some(open) = &mut self.open {
                    open.positioned = Some((card, anchor));
                }
            }
            // Not the keyboard's: focus itself scrolls its term into view.
            Event::Scrolled => self.cancel_pending(Trigger::Pointer),
            Event::AnchorHidden if self.is_pinned() => {}
            Event::AnchorHidden => self.close(Reason::Gone),
            Event::Pin(pinned) => {
                if let Some(open) = &mut self.open {
                    open.shown.pinned = pinned;
                    self.pending = None;
                }
            }
            Event::Tick => {}
        }
        self.update_grace();
        self.fire_timers(matches!(event, Event::Tick));
        self.update_grace();
    }

    fn moved(&mut self, over: Target, at: Point) {
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

    fn hover(&mut self, mention: usize, safe: bool) {
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

    fn tapped(&mut self, over: Target) {
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

    fn focused(&mut self, over: Target) {
        let (was, over) = self.input.focus(over);
        if let Some(open) = &mut self.open {
            let own = open.contains(over);
            if over == Target::Card || !own {
                open.shown.enter = false;
            }
            if was == Target::Card && !own {
                open.release();
            }
            if own {
                self.pending = None;
                return;
            }
        }
        match over {
            Target::Mention(_) if was == over => {}
            Target::Mention(mention) if !self.is_pinned() && !self.cooldown.is_focus_restore(mention, self.now) => {
                self.begin_pending(mention, Trigger::Keyboard);
            }
            _ => self.cancel_pending(Trigger::Keyboard),
        }
    }

    fn open_by_api(&mut self, subject: Subject) {
        self.pending = None;
        match &mut self.open {
            Some(open) if open.shown.subject == subject => {
                open.keep(KeepOpen::Api, self.now);
            }
            _ => self.open(subject, Trigger::Api),
        }
    }

    /// The reader asks for this card in so many words, which replaces even a pinned one. To ask for the open one
    /// changes nothing: a click on a term whose card has just opened by hovering must not close it.
    fn request_open(&mut self, mention: usize, trigger: Trigger) {
        self.pending = None;
        if !self.open.is_some_and(|open| open.contains(Target::Mention(mention))) {
            self.open(Subject::Mention(mention), trigger);
        }
    }

    fn outside(&mut self) {
        self.pending = None;
        if self.open.is_some_and(|open| !open.shown.pinned && !open.is_opening_click(self.now)) {
            self.dismiss(Reason::Outside);
        }
    }

    fn dismiss(&mut self, reason: Reason) {
        self.pending = None;
        self.cooldown.suppress(self.input.mouse, self.shown());
        self.close(reason);
    }

    fn open(&mut self, subject: Subject, trigger: Trigger) {
        self.pending = None;
        if let Some(open) = &self.open {
            self.cooldown.closed(open.shown, Reason::Replaced, self.now);
        }
        // The site's call may change the card in place; any other card stands elsewhere.
        if trigger != Trigger::Api {
            self.input.clear_card_target();
        }
        self.open = Some(OpenCard::new(subject, trigger, self.now));
    }

    fn close(&mut self, reason: Reason) {
        if let Some(open) = self.open.take() {
            self.cooldown.closed(open.shown, reason, self.now);
            self.input.clear_card_target();
        }
    }

    fn begin_pending(&mut self, mention: usize, trigger: Trigger) {
        self.pending = Some(PendingOpen { mention, trigger, since: self.now, from: self.input.at });
    }

    fn cancel_pending(&mut self, trigger: Trigger) {
        self.pending = self.pending.filter(|pending| pending.trigger != trigger);
    }

    fn is_pinned(&self) -> bool {
        self.open.is_some_and(|open| open.shown.pinned)
    }

    fn update_grace(&mut self) {
        if let Some(open) = &mut self.open {
            open.update_grace(self.now, &self.input);
        }
    }

    fn opens_at(&self) -> Option<f64> {
        Some(self.pending?.since + self.delays.open)
    }

    fn closes_at(&self) -> Option<f64> {
        let closes = self.open?.away? + self.delays.close;
        self.opens_at().is_none_or(|opens| opens > closes + LONGEST_OVERLAP).then_some(closes)
    }

    /// Lets time act: on a tick, and without one where a delay is none.
    fn fire_timers(&mut self, tick: bool) {
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
