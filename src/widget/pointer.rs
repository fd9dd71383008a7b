//! What mouse, finger and pen mean for the intent.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, PointerEvent};

use super::listeners::InputListeners;
use super::mentions::TERM;
use crate::intent::{Event as Input, Target};
use crate::placement::geometry::Point;

#[wasm_bindgen]
extern "C" {
    /// A pointer event whose coordinates keep their fractions, which the type of `web-sys` cuts off.
    type Fractional;
    #[wasm_bindgen(method, getter, structural, js_name = clientX)]
    fn client_x(this: &Fractional) -> f64;
    #[wasm_bindgen(method, getter, structural, js_name = clientY)]
    fn client_y(this: &Fractional) -> f64;
}

/// A press that travels farther than this, in CSS pixels, is a drag: the reader selects or scrolls and presses nothing.
const DRAG: f64 = 6.0;

impl InputListeners {
    pub(super) fn moved(&self, event: &PointerEvent, target: &JsValue) {
        let at = (event.screen_x(), event.screen_y());
        if event.pointer_type() != "mouse" || self.mouse.replace(at) == at {
            return;
        }
        let over = self.wanted(self.over(target));
        let was = self.was_over.replace(over);
        if self.down.get() && event.buttons() & 1 == 0 {
            // The button went up outside the window.
            self.down.set(false);
            self.input(Input::Release { over, at: point(event) });
        }
        if over != Target::Outside || was != Target::Outside || self.page.busy.get() {
            self.input(Input::Move { over, at: point(event) });
        }
    }

    /// The mouse left the window: `pointerout` towards nothing.
    pub(super) fn left(&self, event: &PointerEvent) {
        if event.related_target().is_none() && event.pointer_type() == "mouse" && self.page.busy.get() {
            self.was_over.set(Target::Outside);
            self.input(Input::Leave);
        }
    }

    pub(super) fn pressed(&self, event: &PointerEvent, target: &JsValue) {
        *self.pointer.borrow_mut() = event.pointer_type();
        self.pressed.set(point(event));
        if event.pointer_type() == "mouse" && event.button() == 0 {
            self.down.set(true);
            self.input(Input::Press { over: self.over(target) });
        }
    }

    /// The button went up, or the browser took the press for a drag of its own (`pointercancel`, no button).
    pub(super) fn released(&self, event: &PointerEvent, target: &JsValue) {
        if event.pointer_type() == "mouse" && event.button() <= 0 {
            self.down.set(false);
            self.input(Input::Release { over: self.over(target), at: point(event) });
        }
    }

    /// A whole press. A right or middle click, a modified click and a drag are the reader's own business.
    pub(super) fn clicked(&self, event: &PointerEvent, target: &JsValue) {
        let over = self.over(target);
        if event.detail() == 0 {
            // Not pressed with a pointer: an assistive technology's activation, or Enter on a button.
            if let Target::Mention(mention) = over {
                open_in_place(event, target);
                self.input(Input::Activate { mention });
            }
            return;
        }
        let start = self.pressed.get();
        let end = point(event);
        let dragged = (start.x - end.x).abs().max((start.y - end.y).abs()) > DRAG;
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.button() != 0 || modified || dragged {
            return;
        }
        if matches!(over, Target::Mention(_)) {
            open_in_place(event, target);
        }
        if *self.pointer.borrow() == "mouse" {
            self.input(Input::Click { over });
        } else {
            // The tap that puts a card away does nothing else: what lay under the finger was hidden or not meant.
            if over == Target::Outside && self.page.dismisses_taps.get() {
                event.prevent_default();
                event.stop_propagation();
            }
            self.input(Input::Tap { over });
        }
    }
}

/// The link that an article was published with leads to its glossary: here the card opens instead.
fn open_in_place(event: &PointerEvent, target: &JsValue) {
    if is_in_link(target) {
        event.prevent_default();
    }
}

/// Goes where the link inside a mark leads.
pub(super) fn follow_link(target: &JsValue) {
    if let Some(link) = link(target) {
        link.unchecked_into::<HtmlElement>().click();
    }
}

/// Whether an event happened on the link inside a mark.
pub(super) fn is_in_link(target: &JsValue) -> bool {
    link(target).is_some()
}

fn link(target: &JsValue) -> Option<Element> {
    let link = target.dyn_ref::<Element>()?.closest("a[href]").ok().flatten()?;
    link.closest(TERM).ok().flatten().map(|_| link)
}

/// Where an event happened. Engines differ in whether these are whole numbers.
fn point(event: &PointerEvent) -> Point {
    let event: &Fractional = event.unchecked_ref();
    Point { x: event.client_x(), y: event.client_y() }
}
