//! Puts the drawn card beside its term, keeps it there, and moves focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::component::{Focus, Msg, Widget};
use super::open_card::OpenCard;
use super::page::Page;
use crate::intent::{Event as Input, Trigger};
use crate::overlay::history::HistoryEntry;
use crate::overlay::{anchor, focus, measure, popover};
use crate::placement::geometry::Rect;
use crate::placement::{self, Placement, Request};

impl Widget {
    /// Opens the card, or opens it anew where it has changed, beside its term.
    pub(super) fn show_and_measure(&mut self, ctx: &Context<Self>, node: &HtmlElement) {
        let page = &ctx.props().page;
        let Some(open) = &mut self.open else { return };
        let is_ready = open.prepared_height.take() == Some(node.offset_height());
        // Measuring lets it grow to its full height. Another card starts at its top, as one that was closed does by itself.
        let top = popover::is_open(node).then(|| if open.dispatched { popover::scrolled(node) } else { 0 });
        if !is_ready {
            open.size = popover::show(node);
        }
        let (card, anchor) = place(page, node, open);
        if let Some(top) = top.filter(|_| !is_ready) {
            popover::scroll_to(node, top);
        }
        self.intent.on(page.now(), Input::Positioned { card, anchor });
    }

    /// After a scroll or a resize: the card goes with its term, and closes when the term is gone from view.
    pub(super) fn reposition(&mut self, ctx: &Context<Self>) {
        let (Some(open), Some(node)) = (&self.open, self.node.cast::<HtmlElement>()) else { return };
        if !open.dispatched {
            return;
        }
        let page = &ctx.props().page;
        let hides = |mention| anchor::anchor_rect(&page.window, &page.pieces(mention), open.at).is_none();
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
        if sheet && open.entry.is_none() && open.shown.trigger == Trigger::Touch {
            open.entry = HistoryEntry::push(&page.window);
        }
    }

    pub(super) fn move_focus(&mut self, node: &HtmlElement, enter: bool) {
        let wanted = std::mem::replace(&mut self.focus, Focus::Stay);
        if matches!(wanted, Focus::Tab | Focus::Panel) {
            show_panel(node);
        }
        let target = match wanted {
            Focus::Tab => query(node, "[aria-selected=true]"),
            Focus::Source => query(node, ".cited a"),
            Focus::Card | Focus::Stay if enter => Some(node.clone()),
            Focus::Card | Focus::Stay | Focus::Panel => None,
        };
        if let Some(target) = target {
            focus::give(&target);
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            if target != *node {
                target.scroll_into_view_with_scroll_into_view_options(&options);
            }
        }
    }
}

/// Measures the term and puts the card beside it. Returns where the card and its term are.
pub(super) fn place(page: &Page, node: &HtmlElement, open: &mut OpenCard) -> (Rect, Rect) {
    let view = measure::view(&page.window);
    let pieces = open.mention().map(|mention| page.pieces(mention));
    let anchor = pieces.and_then(|pieces| anchor::anchor_rect(&page.window, &pieces, open.at));
    let touch = open.shown.trigger == Trigger::Touch;
    let placement = match anchor {
        Some(anchor) => {
            let rtl = node.dir() == "rtl";
            placement::place(&Request { anchor, card: open.size, view, rtl, touch, side: open.side })
        }
        None => Placement::Sheet { max_height: view.height * placement::SHEET },
    };
    if let Placement::Beside { side, .. } = placement {
        open.side = Some(side);
    }
    let (card, cut) = popover::apply_placement(node, &placement, open.size, view);
    popover::open_to_keys(node, cut);
    let anchor = anchor.unwrap_or(card);
    // When it opens; later the reader scrolls as the reader likes.
    if matches!(placement, Placement::Sheet { .. }) && anchor != card && !open.dispatched && page.open.get().is_some() {
        clear_sheet(page, anchor, card);
    }
    (card, anchor)
}

/// Scrolls the page so far that the term stays in view above its sheet. At once, even where the site scrolls smoothly: the
/// sheet is measured again on the way, and a tab must not move away from under the finger.
fn clear_sheet(page: &Page, anchor: Rect, sheet: Rect) {
    const ROOM: f64 = 16.0;
    let hidden = anchor.bottom() + ROOM - sheet.y;
    if hidden > 0.0 {
        let options = web_sys::ScrollToOptions::new();
        options.set_top(hidden.min(anchor.y - ROOM).max(0.0));
        options.set_behavior(web_sys::ScrollBehavior::Instant);
        page.window.scroll_by_with_scroll_to_options(&options);
    }
}

/// Where the chosen part does not fit below its tab, the tabs go to the card's top and the part gets all the room.
fn show_panel(card: &HtmlElement) {
    let (Some(body), Some(tabs), Some(panel)) = (query(card, ".body"), query(card, ".tabs"), query(card, ".panel"))
    else {
        return;
    };
    let top = measure::bounds(&body).y;
    if measure::bounds(&panel).bottom() > measure::bounds(&body).bottom() {
        // A pixel more, which the sticky tabs hide.
        #[allow(clippy::cast_possible_truncation, reason = "a card is not a million pixels high")]
        let by = (measure::bounds(&tabs).y - top).ceil() as i32;
        body.set_scroll_top(body.scroll_top() + by);
    }
}

fn query(node: &Element, selector: &str) -> Option<HtmlElement> {
    node.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
