//! The card in the top layer: shown to be measured, put where the placement says, hidden.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::deck::number;
use crate::placement::geometry::{Rect, Size};
use crate::placement::{Placement, Side};

/// Opens the card's element in the top layer, at its natural size and out of the way, to be measured.
pub fn show(card: &HtmlElement) -> Size {
    let _ = card.remove_attribute("data-side");
    for property in ["left", "top", "width", "max-height"] {
        let _ = card.style().remove_property(property);
    }
    // It arrives once: measured anew, it must not rise again.
    if is_open(card) {
        let _ = card.remove_attribute("data-new");
    } else {
        let _ = card.set_attribute("data-new", "");
        let _ = card.show_popover();
    }
    // The box without its animation, which would show in a client rectangle.
    let zoom = zoom(card);
    Size { width: f64::from(card.offset_width()) * zoom, height: f64::from(card.offset_height()) * zoom }
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

fn body(card: &Element) -> Option<Element> {
    card.query_selector(".body").ok().flatten()
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
pub fn apply_placement(card: &HtmlElement, placement: &Placement, size: Size, view: Rect) -> (Rect, bool) {
    let (name, x, y, width, max_height) = match placement {
        Placement::Beside { x, y, side, max_height, .. } => {
            let name = if *side == Side::Above { "above" } else { "below" };
            (name, *x, *y, size.width, *max_height)
        }
        Placement::Sheet { max_height } => {
            // No wider than a comfortable measure, and in the middle.
            let width = view.width.min(SHEET_WIDTH);
            ("sheet", view.x + (view.width - width) / 2.0, 0.0, width, *max_height)
        }
    };
    let zoom = zoom(card);
    let set = |element: &HtmlElement, property: &str, pixels: f64| {
        let _ = element.style().set_property(property, &[&number::decimal(pixels / zoom), "px"].concat());
    };
    let _ = card.set_attribute("data-side", name);
    set(card, "left", x);
    set(card, "max-height", max_height);
    if let Placement::Beside { arrow, .. } = placement {
        set(card, "top", y);
        if let Ok(Some(tip)) = card.query_selector(".arrow") {
            set(tip.unchecked_ref(), "left", arrow - ARROW_HALF * zoom);
        }
        return (Rect { x, y, width, height: size.height.min(max_height) }, size.height > max_height);
    }
    set(card, "width", width);
    let height = f64::from(card.offset_height()) * zoom;
    let cut = body(card).is_some_and(|body| body.scroll_height() > body.client_height());
    set(card, "top", view.bottom() - height);
    (Rect { x, y: view.bottom() - height, width, height }, cut)
}

/// Makes what does not fit scroll by the keys too: where nothing in the scrolling part can take the focus, it does itself.
pub fn open_to_keys(card: &Element, cut: bool) {
    let Some(body) = body(card) else { return };
    let _ = card.toggle_attribute_with_force("data-scrolls", cut);
    if cut && matches!(body.query_selector("a,button"), Ok(None)) {
        for (name, value) in [("tabindex", "0"), ("role", "group"), ("aria-labelledby", "title")] {
            let _ = body.set_attribute(name, value);
        }
    } else {
        for name in ["tabindex", "role", "aria-labelledby"] {
            let _ = body.remove_attribute(name);
        }
    }
}

/// Widest sheet: beyond this, lines of 15-pixel text grow past the 75 characters that read well.
const SHEET_WIDTH: f64 = 560.0;
/// Half the arrow's square in the style sheet, with its border.
const ARROW_HALF: f64 = 6.5;
