//! Measures the page: DOM to rectangles, in CSS pixels of the layout viewport.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomRect, Element, ShadowRoot, Window};

use crate::placement::geometry::Rect;

#[wasm_bindgen]
extern "C" {
    type Checked;
    /// Whether an element is laid out: not below `display: none`, nor in a closed `<details>`, whose content has boxes all
    /// the same.
    #[wasm_bindgen(catch, method, js_name = checkVisibility)]
    fn is_shown(this: &Checked) -> Result<bool, JsValue>;

    type Virtual;
    #[wasm_bindgen(method, getter, structural, js_name = contextElement)]
    fn context_element(this: &Virtual) -> Option<Element>;
}

/// The element around a virtual one: around a painted mention, which has rectangles like an element and stands in no tree.
pub fn context(element: &Element) -> Option<Element> {
    element.unchecked_ref::<Virtual>().context_element()
}

fn rect(from: &DomRect) -> Rect {
    Rect { x: from.x(), y: from.y(), width: from.width(), height: from.height() }
}

/// The lines of a mention: a term that wraps has several.
pub fn lines(pieces: &[Element]) -> Vec<Rect> {
    let mut lines = Vec::new();
    for piece in pieces {
        let rects = piece.get_client_rects();
        lines.extend((0..rects.length()).filter_map(|index| rects.get(index)).map(|line| rect(&line)));
    }
    lines
}

/// The box of an element.
pub fn bounds(element: &Element) -> Rect {
    rect(&element.get_bounding_client_rect())
}

/// The part of the page a reader sees: smaller than the window under pinch zoom or a virtual keyboard.
pub fn view(window: &Window) -> Rect {
    let number = |value: Result<JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let root = window.document().and_then(|document| document.document_element());
    // Without the scroll bars, which no card should lie under.
    let width = root.as_ref().map_or(0, Element::client_width);
    let (width, height) = (f64::from(width), number(window.inner_height()));
    match window.visual_viewport() {
        Some(view) => Rect {
            x: view.offset_left(),
            y: view.offset_top(),
            width: view.width().min(width.max(1.0)),
            height: view.height(),
        },
        None => Rect { x: 0.0, y: 0.0, width, height },
    }
}

/// The part of `line` that is not scrolled out of a box it lies in, or of the view. `None`: nothing of it can be seen.
pub fn visible(window: &Window, element: &Element, line: Rect) -> Option<Rect> {
    if !element.unchecked_ref::<Checked>().is_shown().unwrap_or(true) {
        return None;
    }
    let mut seen = overlap(line, view(window))?;
    let mut parent = around(element);
    while let Some(around) = parent {
        if let Ok(Some(style)) = window.get_computed_style(&around) {
            let clips =
                |name| style.get_property_value(name).is_ok_and(|value| value != "visible" && !value.is_empty());
            let is_root = around.local_name() == "body" || around.local_name() == "html";
            if !is_root && (clips("overflow-x") || clips("overflow-y")) {
                seen = overlap(seen, bounds(&around))?;
            }
        }
        parent = self::around(&around);
    }
    Some(seen)
}

/// What an element is drawn in: its slot, its parent, or the host of its shadow tree; what a virtual one stands for.
pub fn around(element: &Element) -> Option<Element> {
    let slot = element.assigned_slot().map(JsCast::unchecked_into);
    let host = || element.get_root_node().dyn_into::<ShadowRoot>().ok().map(|root| root.host());
    context(element).or(slot).or_else(|| element.parent_element()).or_else(host)
}

/// What a property of an element's style has come to; empty where that is not to be had.
pub fn style(window: &Window, element: &Element, property: &str) -> String {
    let context = context(element);
    let style = window.get_computed_style(context.as_ref().unwrap_or(element)).ok().flatten();
    style.and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}

/// Whether text in an element runs from top to bottom.
pub fn is_vertical(window: &Window, element: &Element) -> bool {
    let mode = style(window, element, "writing-mode");
    !mode.is_empty() && !mode.starts_with("horizontal")
}

fn overlap(one: Rect, other: Rect) -> Option<Rect> {
    let (x, y) = (one.x.max(other.x), one.y.max(other.y));
    let (right, bottom) = (one.right().min(other.right()), one.bottom().min(other.bottom()));
    (right > x && bottom > y).then_some(Rect { x, y, width: right - x, height: bottom - y })
}
