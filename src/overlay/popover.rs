//! The card in the top layer: shown to be measured, put where the placement says, hidden.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::focus;
use super::measure::bounds;
use crate::deck::number;
use crate::placement::geometry::{Rect, Size};
use crate::placement::{COLLISION_PADDING, Placement};

/// Opens the card's element in the top layer, at its natural size and out of the way, to be measured: its size, and whether even so
/// some of it is cut off.
pub fn show(card: &HtmlElement) -> (Size, bool) {
    let _ = card.remove_attribute("data-side");
    free(card);
    // It arrives once: measured anew, it must not rise again.
    if is_open(card) {
        let _ = card.remove_attribute("data-new");
    } else {
        let _ = card.set_attribute("data-new", "");
        let _ = card.show_popover();
    }
    let Rect { width, height, .. } = bounds(card);
    let cut = body(card).is_some_and(|body| body.scroll_height() > body.client_height());
    (Size { width, height }, cut)
}

/// Lets it have its natural size.
fn free(card: &HtmlElement) {
    for property in ["left", "top", "width", "height", "max-height"] {
        let _ = card.style().remove_property(property);
    }
}

/// How much larger a site has zoomed the element that the card lives in: its own pixels are so many of the view's.
fn zoom(card: &HtmlElement) -> f64 {
    let (drawn, own) = (card.get_bounding_client_rect().width(), f64::from(card.offset_width()));
    let zoom = drawn / own;
    // Lengths are whole pixels here and fractions there.
    if (drawn - own).abs() <= 1.0 || !zoom.is_normal() { 1.0 } else { zoom }
}

/// How far the card is scrolled inside.
pub fn scrolled(card: &HtmlElement) -> i32 {
    body(card).map_or(0, |body| body.scroll_top())
}

/// Scrolls it there, as far as it goes.
pub fn scroll_to(card: &HtmlElement, top: i32) {
    if let Some(body) = body(card) {
        body.set_scroll_top(top);
    }
}

/// The part that scrolls: the short card, or the panel that is shown.
fn body(card: &Element) -> Option<Element> {
    card.query_selector(".brief,.panel:not([inert])").ok().flatten()
}

/// What is shown from now on is seen by nobody, heard by nobody and takes no focus.
pub fn conceal(card: &HtmlElement) {
    let _ = card.set_attribute(CONCEALED, "");
    let _ = card.set_attribute("inert", "");
}

/// A concealed card can be seen, and arrives now.
pub fn reveal(card: &HtmlElement) {
    let _ = card.remove_attribute(CONCEALED);
    let _ = card.remove_attribute("inert");
    let _ = card.set_attribute("data-new", "");
}

/// Named in the style sheet.
const CONCEALED: &str = "data-concealed";

/// Closes it.
pub fn hide(card: &HtmlElement) {
    if is_open(card) {
        let _ = card.hide_popover();
    }
}

/// Whether it is in the top layer.
pub fn is_open(card: &Element) -> bool {
    card.matches(":popover-open").unwrap_or(false)
}

/// Puts the open card in its place. Returns the rectangle it fills, and whether some of it is cut off and has to be scrolled to.
/// Beside a term both follow from what was measured: to ask again would make the browser lay the page out once more.
///
/// The height is set, and not left to what is shown: what the reader opens inside moves no control.
pub fn apply_placement(card: &HtmlElement, placement: &Placement, size: Size, view: Rect) -> (Rect, bool) {
    let zoom = zoom(card);
    let set = |element: &HtmlElement, property: &str, pixels: f64| {
        let _ = element.style().set_property(property, &[&number::decimal(pixels / zoom), "px"].concat());
    };
    let was_sheet = card.get_attribute("data-side").map(|side| side == "sheet");
    match *placement {
        Placement::Beside { x, y, side, arrow, max_height } => {
            if was_sheet == Some(true) {
                free(card);
            }
            let grab = card.query_selector(".grab:focus").ok().flatten();
            let _ = card.set_attribute("data-side", side.as_str());
            // Beside a term there may be no handle, and what is not shown loses the focus to the page.
            if grab.is_some_and(|grab| grab.get_client_rects().length() == 0) {
                focus::give(card);
            }
            let height = size.height.min(max_height);
            set(card, "left", x);
            set(card, "top", y);
            set(card, "height", height);
            // Scroll bars are of the style sheet's view, but not of the reader's.
            set(card, "width", size.width.min(view.width - 2.0 * COLLISION_PADDING));
            if let Ok(Some(tip)) = card.query_selector(".arrow") {
                let tip: &HtmlElement = tip.unchecked_ref();
                let (along, across) = if side.is_beside_column() { ("top", "left") } else { ("left", "top") };
                let _ = tip.style().remove_property(across);
                set(tip, along, arrow - ARROW_HALF * zoom);
            }
            (Rect { x, y, width: size.width, height }, size.height > max_height)
        }
        Placement::Sheet { max_height } => {
            // No wider than a comfortable measure, and in the middle.
            let width = view.width.min(SHEET_WIDTH);
            let x = view.x + (view.width - width) / 2.0;
            // Once it stands, its height holds, also while the page scrolls behind it.
            if was_sheet != Some(true) {
                free(card);
                let _ = card.set_attribute("data-side", "sheet");
                set(card, "width", width);
                set(card, "max-height", max_height);
            }
            set(card, "left", x);
            let height = bounds(card).height;
            set(card, "height", height);
            set(card, "top", view.bottom() - height);
            let cut = body(card).is_some_and(|body| body.scroll_height() > body.client_height());
            (Rect { x, y: view.bottom() - height, width, height }, cut)
        }
    }
}

/// Makes what does not fit scroll by the keys too: where nothing in the scrolling part can take the focus, it does itself.
pub fn open_to_keys(card: &Element, cut: bool) {
    let Some(body) = body(card) else { return };
    let _ = card.toggle_attribute_with_force("data-scrolls", cut);
    // A panel has its role and its name.
    let is_panel = body.has_attribute("role") && !body.has_attribute("tabindex");
    if cut && matches!(body.query_selector("a,button"), Ok(None)) {
        let _ = body.set_attribute("tabindex", "0");
        if !is_panel {
            let _ = body.set_attribute("role", "group");
            let _ = body.set_attribute("aria-labelledby", "title");
        }
    } else {
        let _ = body.remove_attribute("tabindex");
    }
}

/// Widest sheet: beyond this, lines of 15-pixel text grow past the 75 characters that read well.
const SHEET_WIDTH: f64 = 560.0;
/// Half the arrow's square in the style sheet, with its border.
const ARROW_HALF: f64 = 6.5;
