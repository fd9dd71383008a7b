//! Draws and measures the card of a term the reader rests on while the open delay runs, so that it only has to be made visible.

use gloo::timers::callback::Timeout;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::component::{Msg, Widget};
use super::open_card::OpenCard;
use super::page::Page;
use super::position::place;
use crate::dom::poison::is_poisoned;
use crate::intent::{Shown, Subject};

/// A reader who rests on a term for so many milliseconds may mean it: sweeping over a line of text draws nothing.
const REST: f64 = 50.0;

impl Widget {
    /// Follows the intent in what may open next. Returns whether to draw.
    pub(super) fn sync_prepared(&mut self, ctx: &Context<Self>) -> bool {
        let page = &ctx.props().page;
        // A card that is replaced must not flicker: only the first is prepared.
        let wanted =
            self.intent.pending().filter(|_| self.open.is_none()).map(|(mention, _)| Subject::Mention(mention));
        if let Some(prepared) = &self.prepared {
            if wanted == Some(prepared.shown.subject) {
                return false;
            }
            self.prepared = None;
            Self::discard(page, true);
            self.prepare_later(ctx);
            return true;
        }
        self.prepare_later(ctx)
    }

    /// Prepares now where the reader has rested long enough, or when that will be. Returns whether to draw.
    fn prepare_later(&mut self, ctx: &Context<Self>) -> bool {
        self.prepare_timer = None;
        let (Some(_), None, Some(due)) = (self.intent.pending(), &self.open, self.intent.deadline()) else {
            return false;
        };
        let page = &ctx.props().page;
        let wait = due - page.options.delays.open + REST - page.now();
        if wait <= 0.0 {
            return self.prepare(ctx);
        }
        if due - page.now() > wait {
            let link = ctx.link().clone();
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "less than a delay")]
            let timer = Timeout::new(wait.ceil() as u32, move || {
                if !is_poisoned() {
                    link.send_message(Msg::Prepare);
                }
            });
            self.prepare_timer = Some(timer);
        }
        false
    }

    /// Begins the card that may open. Returns whether to draw.
    pub(super) fn prepare(&mut self, ctx: &Context<Self>) -> bool {
        let page = &ctx.props().page;
        let (Some((mention, trigger)), None, None) = (self.intent.pending(), &self.open, &self.prepared) else {
            return false;
        };
        let (subject, since) = (Subject::Mention(mention), page.now());
        let shown = Shown { subject, trigger, since, pinned: false, enter: false };
        self.prepared = self.begin(page, shown).map(|open| OpenCard { announcing: false, ..open });
        self.prepared.is_some()
    }

    /// Shows the drawn card to nobody, and measures it.
    pub(super) fn measure_prepared(&mut self, page: &Page, node: &HtmlElement) {
        let Some(prepared) = self.prepared.as_mut().filter(|prepared| prepared.measured.is_none()) else { return };
        let lead = prepared.mention().and_then(|mention| page.mentions.lead(mention));
        page.browser().settle(node, lead.as_ref());
        page.browser().conceal(node, true);
        place(page, node, prepared);
    }

    /// Makes a prepared card the open one.
    pub(super) fn reveal(&self, page: &Page, prepared: OpenCard, shown: Shown) -> OpenCard {
        let announcing = super::announce::is_due(&shown);
        let mut open = OpenCard { shown, since: shown.since, announcing, ..prepared };
        self.note_pointer(page, &mut open);
        // Measured or not: it is concealed too where what was measured has changed since.
        if let Some(card) = page.card() {
            page.browser().conceal(card, false);
        }
        open
    }

    /// The reader has left: nobody has seen the card.
    pub(super) fn discard(page: &Page, prepared: bool) {
        if let Some(card) = page.card().filter(|_| prepared) {
            page.browser().hide(card);
            page.browser().conceal(card, false);
            page.browser().settle(card, None);
        }
    }
}
