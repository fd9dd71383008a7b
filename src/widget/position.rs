//! Puts the drawn card beside its term, keeps it there, and moves focus.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::component::{Focus, Msg, Widget};
use super::open_card::OpenCard;
use super::options::Theme;
use super::page::Page;
use crate::intent::Event as Input;
use crate::overlay::browser::Browser;
use crate::overlay::history::HistoryEntry;
use crate::overlay::{anchor, popover};
use crate::placement::geometry::{Rect, Size};
use crate::placement::{self, Placement, Request};

impl Widget {
    /// Opens the card, or opens it anew where it has changed, beside its term.
    pub(super) fn show_and_measure(&mut self, ctx: &Context<Self>, node: &HtmlElement) {
        let page = &ctx.props().page;
        let Some(open) = &mut self.open else { return };
        let (card, anchor) = place(page, node, open);
        self.intent.on(page.now(), Input::Positioned { card, anchor });
    }

    /// After a scroll or a resize: the card goes with its term, and closes when the term is gone from view.
    pub(super) fn reposition(&mut self, ctx: &Context<Self>) {
        let (Some(open), Some(node)) = (&self.open, self.node.cast::<HtmlElement>()) else { return };
        if !open.dispatched {
            return;
        }
        let page = &ctx.props().page;
        let hides = |mention| {
            page.mentions.lead(mention).and_then(|lead| anchor::anchor_rect(page.browser(), &lead, open.at)).is_none()
        };
        if open.mention().is_some_and(hides) {
            ctx.link().send_message(Msg::Input(Input::AnchorHidden));
        } else {
            self.show_and_measure(ctx, &node);
        }
    }

    /// A sheet that a finger opened closes by going back.
    pub(super) fn push_entry(&mut self, page: &Page, node: &HtmlElement) {
        let Some(open) = &mut self.open else { return };
        let sheet = node.get_attribute("data-side").is_some_and(|side| side == "sheet");
        if sheet && open.entry.is_none() && open.touch {
            open.entry = page.callbacks.push_entry().ok().flatten().map(HistoryEntry);
        }
    }

    /// Moves the focus where what was drawn wants it. `enter`: into the card, where nothing else is wanted.
    pub(super) fn move_focus(&mut self, page: &Page, node: &HtmlElement, enter: bool) {
        let wanted = std::mem::replace(&mut self.focus, Focus::Stay);
        let nth = if let Focus::Citation(nth) = wanted { nth } else { 0 };
        let target = match wanted {
            // One part alone has no tab.
            Focus::Tab | Focus::Marked => Some("[aria-selected=true],.box:not(:has([aria-selected])) .grab"),
            Focus::Expand => Some(".expand"),
            Focus::Menu => Some(".more"),
            Focus::Citation(_) => Some(".cite"),
            Focus::Card | Focus::Stay if enter => Some(""),
            Focus::Card | Focus::Stay | Focus::Layer => None,
        };
        let shown = match wanted {
            Focus::Layer => Some(".layer"),
            Focus::Marked => Some(".panel:not([inert]) :is(.since,.corrections)"),
            _ => None,
        };
        if target.or(shown).is_some() {
            page.browser().move_focus(node, target, nth, shown);
        }
    }
}

/// Measures the card, if it has changed, and its term, and puts it beside that. Returns where the card and its term are.
pub(super) fn place(page: &Page, node: &HtmlElement, open: &mut OpenCard) -> (Rect, Rect) {
    let browser = page.browser();
    let lead = open.mention().and_then(|mention| page.mentions.lead(mention));
    let is_open = browser.is_open(node);
    // Before anything else is measured, so that the page is laid out once for all.
    if !is_open {
        show_natural(page, node, lead.as_ref(), open);
    }
    let view = browser.view();
    let layout = open.layout(view);
    if is_open && open.measured != Some(layout) {
        show_natural(page, node, lead.as_ref(), open);
    }
    open.measured = Some(layout);
    let anchor = lead.as_ref().and_then(|lead| anchor::anchor_rect(browser, lead, open.at));
    let (touch, expanded) = (open.touch, open.view_state.expanded);
    let placement = match anchor.zip(lead.as_ref()) {
        Some((anchor, lead)) => {
            let (card, side, rtl) = (open.size, open.side, node.dir() == "rtl");
            let column = browser.column(lead);
            placement::place(&Request { anchor, column, card, view, rtl, touch, expanded, side })
        }
        None => Placement::Sheet { max_height: view.height * if expanded { placement::FULL } else { placement::HALF } },
    };
    if let Placement::Beside { side, .. } = placement {
        open.side = Some(side);
    }
    let card = popover::apply_placement(browser, node, &placement, open.size, open.cut, view);
    let scroll = std::mem::take(&mut open.scroll);
    if scroll > 0.0 {
        browser.scroll_inside(node, scroll);
    }
    // When it opens; later the reader scrolls as the reader likes.
    let opens = !open.dispatched && page.open.get().is_some();
    if let (Placement::Sheet { .. }, Some(line), Some(lead), true) = (placement, anchor, lead, opens) {
        clear_sheet(browser, line.y, anchor::bottom(browser, &lead), card);
    }
    (card, anchor.unwrap_or(card))
}

/// Shows the card at its natural size, and measures it.
fn show_natural(page: &Page, node: &HtmlElement, lead: Option<&Element>, open: &mut OpenCard) {
    // That lets it grow to its full height. Another card starts at its top; one in another view where it was.
    if open.dispatched && open.measured.is_some_and(|measured| measured.is_of(open)) {
        open.scroll = page.browser().scrolled(node);
    }
    let natural = page.callbacks.show_natural(node, lead, page.options.theme == Theme::Auto);
    if let [width, height, cut] = *natural {
        (open.size, open.cut) = (Size { width, height }, cut != 0.0);
    }
}

/// Scrolls the page so far that the whole term, from `top` to `bottom`, stays in view above its sheet. At once, even where the site
/// scrolls smoothly: the sheet is measured again on the way, and a tab must not move away from under the finger.
fn clear_sheet(browser: &Browser, top: f64, bottom: f64, sheet: Rect) {
    const ROOM: f64 = 16.0;
    let hidden = bottom + ROOM - sheet.y;
    if hidden > 0.0 {
        browser.scroll_page(hidden.min(top - ROOM).max(0.0));
    }
}
