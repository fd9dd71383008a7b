//! Passes events to the intent, and follows it from the card that was shown to the one that is.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::component::{Msg, Widget};
use super::open_card::OpenCard;
use super::options::Theme;
use super::page::Page;
use super::{announce, events, mount};
use crate::card::ViewState;
use crate::dom::poison::is_poisoned;
use crate::intent::{Event as Input, Reason, Shown, Subject, Trigger};
use crate::overlay::anchor;
use crate::overlay::history::HistoryEntry;
use crate::placement::geometry::Size;

impl Widget {
    /// One event for the intent; then whatever follows from the new state. `at`: when it happened. Returns whether to draw.
    pub(super) fn hear(&mut self, ctx: &Context<Self>, at: f64, event: Input) -> bool {
        if let Input::Move { at, .. } | Input::Release { at, .. } = event {
            self.mouse = Some(at);
        }
        // It is the browser that gives it back.
        if matches!(event, Input::Focus { .. }) && self.is_list_closing(&ctx.props().page) {
            return false;
        }
        self.intent.on(at, event);
        let page = &ctx.props().page;
        let due = self.intent.deadline();
        let link = ctx.link().clone();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a delay is at most a minute")]
        let millis = due.map(|due| (due - page.now()).max(0.0).ceil() as u32);
        self.timer = millis.map(|millis| {
            Timeout::new(millis, move || {
                if !is_poisoned() {
                    link.send_message(Msg::Input(Input::Tick));
                }
            })
        });
        let changed = self.sync_intent(ctx, at) | self.sync_prepared(ctx) | self.fall_silent(&event);
        page.busy.set(!self.intent.is_idle());
        page.dismisses_taps.set(self.open.as_ref().is_some_and(|open| !open.shown.pinned));
        if self.intent.is_idle() {
            page.mentions.forget_disconnected();
        }
        changed
    }

    fn sync_intent(&mut self, ctx: &Context<Self>, now: f64) -> bool {
        let page = &ctx.props().page;
        let shown = self.intent.shown();
        let same = |open: &OpenCard, shown: &Shown| {
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
                // From one term to the next: what was a sheet stays one, as high as it is.
                let sheet = self.open.as_ref().filter(|open| open.touch).map(|open| open.view_state.expanded);
                let entry = self.close(ctx, now, reason);
                let Some(shown) = shown else { return true };
                mount::close_others(page);
                self.leave_list(page);
                self.open = match self.prepared.take() {
                    Some(prepared) if prepared.shown.subject == shown.subject => {
                        Some(self.reveal(page, prepared, shown))
                    }
                    prepared => {
                        Self::discard(page, prepared.is_some());
                        self.begin(page, shown)
                    }
                };
                if let Some(open) = &mut self.open {
                    page.set_open(open.mention());
                    // The next sheet takes over the entry of history.
                    open.entry = entry;
                    if let Some(expanded) = sheet.filter(|_| shown.trigger == Trigger::Api) {
                        (open.touch, open.view_state.expanded) = (true, expanded);
                    }
                }
                true
            }
        }
    }

    /// A card, before it is drawn. `None`: its term has left the page.
    pub(super) fn begin(&self, page: &Page, shown: Shown) -> Option<OpenCard> {
        let (mention, lead, card) = match shown.subject {
            Subject::Mention(mention) => {
                (Some(mention), Some(page.mentions.lead(mention)?), page.mentions.card(mention)?)
            }
            Subject::Card(card) => (None, None, card),
        };
        // Before anything is drawn: the article's style is known, and later the browser would have to work it out once more.
        if let Some(node) = page.card() {
            page.callbacks.adopt_font(node, lead.as_ref());
        }
        let dark = match page.options.theme {
            Theme::Auto => page.is_dark(mention),
            theme => theme == Theme::Dark,
        };
        let mut open = OpenCard {
            shown,
            number: card,
            back_stack: Vec::new(),
            view_state: ViewState::default(),
            dark,
            at: None,
            side: None,
            size: Size::default(),
            cut: false,
            measured: None,
            scroll: 0.0,
            touch: shown.trigger == Trigger::Touch,
            since: shown.since,
            dispatched: false,
            entry: None,
            announcing: announce::is_due(&shown),
        };
        self.note_pointer(page, &mut open);
        Some(open)
    }

    /// Which line of the mention the pointer is on.
    pub(super) fn note_pointer(&self, page: &Page, open: &mut OpenCard) {
        let by_pointer = matches!(open.shown.trigger, Trigger::Pointer | Trigger::Touch);
        let at = open.mention().and_then(|mention| page.mentions.lead(mention)).zip(self.mouse.filter(|_| by_pointer));
        open.at = at.and_then(|(lead, at)| anchor::relative_to_first_line(page.browser(), &lead, at));
    }

    /// Closes the open card, if any. Returns the entry of history that still stands for it.
    fn close(&mut self, ctx: &Context<Self>, now: f64, reason: Reason) -> Option<HistoryEntry> {
        let mut open = self.open.take()?;
        let page = &ctx.props().page;
        page.set_open(None);
        page.is_card_open.set(false);
        let had_focus = page.card().is_some_and(|card| page.browser().is_focus_within(card));
        if let (true, Some(mention)) = (had_focus, open.mention()) {
            page.focus(mention);
        }
        if let Some(card) = page.card() {
            page.browser().hide(card);
            page.browser().settle(card, None);
        }
        events::dispatch_close(page, now, reason);
        open.entry.take()
    }

    /// Closes the card whose term has left the page, and follows one that has moved. Returns whether to draw.
    pub(super) fn drop_gone(&mut self, ctx: &Context<Self>) -> bool {
        let page = &ctx.props().page;
        let open = self.open.as_ref().and_then(OpenCard::mention);
        let pending = self.intent.pending().map(|(mention, _)| mention);
        if open.or(pending).is_some_and(|mention| page.mentions.lead(mention).is_none()) {
            return self.hear(ctx, page.now(), Input::Close(Reason::Gone));
        }
        self.reposition(ctx);
        false
    }
}
