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

/// The longest delay, in milliseconds: `setTimeout` overflows from 2³¹ on and then fires at once.
const MAX_DELAY: f64 = 60_000.0;

/// The state: what is open, what is about to open, and the input so far.
#[derive(Clone, Debug)]
pub struct Intent {
    pub(super) delays: Delays,
    pub(super) now: f64,
    pub(super) input: InputState,
    pub(super) pending: Option<PendingOpen>,
    pub(super) open: Option<OpenCard>,
    pub(super) cooldown: Cooldown,
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
    pub(super) fn request_open(&mut self, mention: usize, trigger: Trigger) {
        self.pending = None;
        if !self.open.is_some_and(|open| open.contains(Target::Mention(mention))) {
            self.open(Subject::Mention(mention), trigger);
        }
    }

    pub(super) fn outside(&mut self) {
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

    pub(super) fn open(&mut self, subject: Subject, trigger: Trigger) {
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

    pub(super) fn close(&mut self, reason: Reason) {
        if let Some(open) = self.open.take() {
            self.cooldown.closed(open.shown, reason, self.now);
            self.input.clear_card_target();
        }
    }

    pub(super) fn begin_pending(&mut self, mention: usize, trigger: Trigger) {
        self.pending = Some(PendingOpen { mention, trigger, since: self.now, from: self.input.at });
    }

    pub(super) fn cancel_pending(&mut self, trigger: Trigger) {
        self.pending = self.pending.filter(|pending| pending.trigger != trigger);
    }

    fn is_pinned(&self) -> bool {
        self.open.is_some_and(|open| open.shown.pinned)
    }
}
