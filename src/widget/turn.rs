//! What follows when the intent has changed its mind? A card begins, is closed, or gives way to another.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{Msg, Open, Widget, announce, now};
use crate::card::Face;
use crate::geometry::Size;
use crate::intent::{Event as Input, Reason, Shown, Subject, Trigger};
use crate::options::Theme;
use crate::page::listen::Heard;
use crate::page::{back, popover};

impl Widget {
    /// One event for the intent; then whatever follows from the new state.
    pub(super) fn hear(&mut self, ctx: &Context<Self>, event: Input) -> bool {
        if let Input::Move { at, .. } | Input::Release { at, .. } = event {
            self.mouse = Some(at);
        }
        let now = now(ctx);
        self.intent.on(now, event);
        let due = self.intent.deadline();
        let link = ctx.link().clone();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a delay is at most a minute")]
        let millis = due.map(|due| (due - now).max(0.0).ceil() as u32);
        self.timer = millis.map(|millis| {
            Timeout::new(millis, move || {
                if crate::page::is_alive() {
                    link.send_message(Msg::Heard(Heard::Input(Input::Tick)));
                }
            })
        });
        let changed = self.turn(ctx, now) | self.fall_silent(&event);
        let mut page = ctx.props().page.borrow_mut();
        page.busy = !self.intent.is_idle();
        page.dismisses_taps = self.open.is_some();
        changed
    }

    /// Follows the intent from the card that was shown to the one that is. Returns whether to draw.
    pub(super) fn turn(&mut self, ctx: &Context<Self>, now: f64) -> bool {
        let shown = self.intent.shown();
        let same = |open: &Open, shown: &Shown| {
            open.shown.subject == shown.subject && open.shown.since.total_cmp(&shown.since).is_eq()
        };
        match (&mut self.open, shown) {
            (None, None) => false,
            (Some(open), Some(shown)) if same(open, &shown) => {
                let draw = shown.enter && !open.shown.enter || shown.pinned != open.shown.pinned;
                open.shown = shown;
                draw
            }
            (_, shown) => {
                let reason = if shown.is_some() { Reason::Replaced } else { self.intent.closed() };
                let held = self.close(ctx, now, reason);
                self.open = shown.and_then(|shown| self.begin(ctx, shown));
                match &mut self.open {
                    // The next sheet takes over the entry of history.
                    Some(open) => open.held = held,
                    None if held => back::let_go(&ctx.props().page.borrow().window),
                    None => {}
                }
                true
            }
        }
    }

    pub(super) fn begin(&self, ctx: &Context<Self>, shown: Shown) -> Option<Open> {
        let mut page = ctx.props().page.borrow_mut();
        let (mention, card) = match shown.subject {
            Subject::Mention(mention) => (Some(mention), page.marks.mentions().get(mention)?.card),
            Subject::Card(card) => (None, card),
        };
        page.set_open(mention);
        let by_pointer = matches!(shown.trigger, Trigger::Pointer | Trigger::Touch);
        let at = mention.zip(self.mouse.filter(|_| by_pointer)).and_then(|(mention, at)| page.seen_from(mention, at));
        let dark = match ctx.props().options.theme {
            Theme::Auto => page.is_dark(mention),
            theme => theme == Theme::Dark,
        };
        let (face, size, since, aloud) = (Face::default(), Size::default(), shown.since, announce::is_due(&shown));
        Some(Open {
            shown,
            trail: vec![card],
            face,
            dark,
            at,
            side: None,
            size,
            since,
            told: false,
            held: false,
            aloud,
        })
    }

    /// Closes the open card, if any. Returns whether an entry of history still stands for it.
    pub(super) fn close(&mut self, ctx: &Context<Self>, now: f64, reason: Reason) -> bool {
        let Some(open) = self.open.take() else { return false };
        ctx.props().page.borrow_mut().set_open(None);
        // Borrowed to read only: moving focus wakes the listeners, which read the page too.
        let page = ctx.props().page.borrow();
        let had_focus = page.has_focus();
        if let (true, Subject::Mention(mention)) = (had_focus, open.shown.subject) {
            page.focus(mention);
        }
        if let Some(card) = page.card() {
            popover::hide(card);
            page.settle(card, None);
        }
        drop(page);
        Self::tell_close(ctx, &open, now, reason);
        open.held
    }
}
