//! Puts the drawn card beside its term, keeps it there, and moves focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Window};
use yew::prelude::*;

use super::component::{Focus, Msg, Widget};
use super::open_card::OpenCard;
use super::options::Theme;
use super::page::Page;
use crate::intent::Event as Input;
use crate::overlay::history::HistoryEntry;
use crate::overlay::{anchor, focus, measure, popover};
use crate::placement::geometry::Rect;
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
        if sheet && open.entry.is_none() && open.touch {
            open.entry = page.callbacks.push_entry().ok().flatten().map(HistoryEntry);
        }
    }

    pub(super) fn move_focus(&mut self, window: &Window, node: &HtmlElement, enter: bool) {
        let wanted = std::mem::replace(&mut self.focus, Focus::Stay);
        let target = match wanted {
            Focus::Tab | Focus::Marked => query(node, "[aria-selected=true]").or_else(|| query(node, ".grab")),
            Focus::Expand => query(node, ".expand"),
            Focus::Menu => query(node, ".more"),
            Focus::Citation(nth) => {
                node.query_selector_all(".cite").ok().and_then(|all| all.item(nth)?.dyn_into().ok())
            }
            Focus::Card | Focus::Stay if enter => Some(node.clone()),
            Focus::Card | Focus::Stay | Focus::Layer => None,
        };
        if let Some(target) = &target {
            focus::give(target);
        }
        let shown = match wanted {
            Focus::Layer => query(node, ".layer"),
            Focus::Marked => query(node, ".panel:not([inert]) :is(.since,.corrections)"),
            _ => target.filter(|target| target != node),
        };
        if let Some(shown) = shown {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            shown.scroll_into_view_with_scroll_into_view_options(&options);
            // Below the last line of a card at the lower edge of the view is no room: above it is.
            let view = measure::view(window);
            let is_below = wanted == Focus::Layer && measure::bounds(&shown).bottom() > view.bottom();
            let _ = shown.toggle_attribute_with_force("data-up", is_below);
        }
    }
}

/// Measures the card, if it has changed, and its term, and puts it beside that. Returns where the card and its term are.
pub(super) fn place(page: &Page, node: &HtmlElement, open: &mut OpenCard) -> (Rect, Rect) {
    let view = measure::view(&page.window);
    let layout = open.layout(view);
    let is_new = open.measured != Some(layout) || !popover::is_open(node);
    if is_new {
        // Measuring lets it grow to its full height. Another card starts at its top; one in another view where it was.
        if open.dispatched && open.measured.is_some_and(|measured| measured.is_in_other_view(layout)) {
            open.scroll = popover::scrolled(node);
        }
        let lead = open.mention().and_then(|mention| page.mentions.lead(mention));
        if let Some((element, root)) = lead.as_ref().or(page.roots.first()).zip(page.roots.first()) {
            let root = page.root_of(element).unwrap_or(root);
            let _ = page.callbacks.adopt_style(node, element, root, page.options.theme == Theme::Auto);
        }
        (open.size, open.cut) = popover::show(node);
        open.measured = Some(layout);
    }
    let pieces = open.mention().map(|mention| page.pieces(mention)).unwrap_or_default();
    let anchor = anchor::anchor_rect(&page.window, &pieces, open.at);
    let (touch, expanded) = (open.touch, open.view_state.expanded);
    let placement = match anchor {
        Some(anchor) => {
            let (card, side, rtl) = (open.size, open.side, node.dir() == "rtl");
            let column = pieces.first().and_then(|lead| anchor::column(&page.window, lead));
            placement::place(&Request { anchor, column, card, view, rtl, touch, expanded, side })
        }
        None => Placement::Sheet { max_height: view.height * if expanded { placement::FULL } else { placement::HALF } },
    };
    if let Placement::Beside { side, .. } = placement {
        open.side = Some(side);
    }
    let (card, cut) = popover::apply_placement(node, &placement, open.size, view);
    popover::open_to_keys(node, cut || open.cut);
    if is_new {
        popover::scroll_to(node, std::mem::take(&mut open.scroll));
    }
    let line = anchor.unwrap_or(card);
    // When it opens; later the reader scrolls as the reader likes.
    let opens = anchor.is_some() && !open.dispatched && page.open.get().is_some();
    if matches!(placement, Placement::Sheet { .. }) && opens {
        clear_sheet(page, line.y, anchor::bottom(&pieces), card);
    }
    (card, line)
}

/// Scrolls the page so far that the whole term, from `top` to `bottom`, stays in view above its sheet. At once, even where the site
/// scrolls smoothly: the sheet is measured again on the way, and a tab must not move away from under the finger.
fn clear_sheet(page: &Page, top: f64, bottom: f64, sheet: Rect) {
    const ROOM: f64 = 16.0;
    let hidden = bottom + ROOM - sheet.y;
    if hidden > 0.0 {
        let options = web_sys::ScrollToOptions::new();
        options.set_top(hidden.min(top - ROOM).max(0.0));
        options.set_behavior(web_sys::ScrollBehavior::Instant);
        page.window.scroll_by_with_scroll_to_options(&options);
    }
}

fn query(node: &Element, selector: &str) -> Option<HtmlElement> {
    node.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
