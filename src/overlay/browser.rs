//! What the overlay asks of the browser: to measure, to show, to move the focus. Each is a few calls of the DOM, which are lines of
//! JavaScript in `www/widget/`, and in WebAssembly glue for each. All lengths are CSS pixels of the layout viewport.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};

use crate::placement::geometry::Rect;

#[wasm_bindgen]
extern "C" {
    /// The functions of `www/widget/`.
    pub type Browser;

    #[wasm_bindgen(method, structural, js_name = view)]
    fn view_numbers(this: &Browser) -> Box<[f64]>;
    #[wasm_bindgen(method, structural, js_name = lines)]
    fn line_numbers(this: &Browser, lead: &Element) -> Box<[f64]>;
    #[wasm_bindgen(method, structural, js_name = column)]
    fn column_numbers(this: &Browser, lead: &Element) -> Box<[f64]>;
    /// Whether text in an element runs from top to bottom.
    #[wasm_bindgen(method, structural, js_name = isVertical)]
    pub fn is_vertical(this: &Browser, element: &Element) -> bool;
    /// Whether any of a line of an element can be seen: it is not scrolled out of a box it lies in, or of the view.
    #[wasm_bindgen(method, structural, js_name = isSeen)]
    pub fn is_seen(this: &Browser, element: &Element, x: f64, y: f64, width: f64, height: f64) -> bool;
    /// Scrolls an element into the middle of the view, at once.
    #[wasm_bindgen(method, structural)]
    pub fn reveal(this: &Browser, element: &Element);
    /// Scrolls the page down by so much, at once.
    #[wasm_bindgen(method, structural, js_name = scrollPage)]
    pub fn scroll_page(this: &Browser, by: f64);
    /// Moves the closed card into the layer above the page that its mention stands in, or home.
    #[wasm_bindgen(method, structural)]
    pub fn settle(this: &Browser, card: &Element, lead: Option<&Element>);

    /// Puts the open card on a side of its term, or as a sheet of at most that height above `y`. Returns its height.
    #[allow(clippy::too_many_arguments, reason = "one crossing of the border")]
    #[wasm_bindgen(method, structural)]
    pub fn put(
        this: &Browser,
        card: &Element,
        side: &str,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        arrow: f64,
        cut: bool,
    ) -> f64;
    /// Whether what is shown is seen by nobody, heard by nobody and takes no focus; a card that no longer is concealed arrives now.
    #[wasm_bindgen(method, structural)]
    pub fn conceal(this: &Browser, card: &Element, is_concealed: bool);
    /// Whether a popover is in the top layer.
    #[wasm_bindgen(method, structural, js_name = isOpen)]
    pub fn is_open(this: &Browser, popover: &Element) -> bool;
    /// Closes a popover.
    #[wasm_bindgen(method, structural)]
    pub fn hide(this: &Browser, popover: &Element);
    /// How far the card is scrolled inside.
    #[wasm_bindgen(method, structural)]
    pub fn scrolled(this: &Browser, card: &Element) -> f64;
    /// Scrolls it there, as far as it goes.
    #[wasm_bindgen(method, structural, js_name = scrollInside)]
    pub fn scroll_inside(this: &Browser, card: &Element, top: f64);

    /// Gives an element the focus without scrolling the page.
    #[wasm_bindgen(method, structural, js_name = giveFocus)]
    pub fn give_focus(this: &Browser, element: &Element);
    /// What has the focus, the host's shadow root looked into.
    #[wasm_bindgen(method, structural)]
    pub fn focused(this: &Browser, host: &Element) -> Option<HtmlElement>;
    /// Whether focus is inside an element.
    #[wasm_bindgen(method, structural, js_name = isFocusWithin)]
    pub fn is_focus_within(this: &Browser, element: &Element) -> bool;
    /// Where Tab leads from the open card, or with `on_stop` from its term's tab stop. Nothing where the browser's own move does.
    #[wasm_bindgen(method, structural, js_name = tabTarget)]
    pub fn tab_target(
        this: &Browser,
        card: &Element,
        stop: Option<&Element>,
        on_stop: bool,
        back: bool,
    ) -> Option<HtmlElement>;
    /// Gives `stop` the focus, from where the browser's own move leads past the card.
    #[wasm_bindgen(method, structural, js_name = passCard)]
    pub fn pass_card(this: &Browser, stop: &Element, card: &Element);
    /// Gives the focus to the `nth` element of the card that fits `target`, from 0, or with an empty one to the card itself; then brings
    /// into view what fits `shown`, or else what has got the focus.
    #[wasm_bindgen(method, structural, js_name = moveFocus)]
    pub fn move_focus(this: &Browser, card: &Element, target: Option<&str>, nth: u32, shown: Option<&str>);
}

impl Browser {
    /// The part of the page a reader sees: smaller than the window under pinch zoom or a virtual keyboard.
    pub fn view(&self) -> Rect {
        rects(&self.view_numbers()).next().unwrap_or_default()
    }

    /// The lines of a mention: a term that wraps has several.
    pub fn lines(&self, lead: &Element) -> Vec<Rect> {
        rects(&self.line_numbers(lead)).collect()
    }

    /// The column of text that a mention stands in: the box of the block around it. `None` where lines stand side by side.
    pub fn column(&self, lead: &Element) -> Option<Rect> {
        rects(&self.column_numbers(lead)).next()
    }
}

fn rects(numbers: &[f64]) -> impl Iterator<Item = Rect> {
    numbers.as_chunks().0.iter().map(|&[x, y, width, height]| Rect { x, y, width, height })
}
