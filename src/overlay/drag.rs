//! Pulls a sheet up or away by its handle; a short pull lets it spring back.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

use crate::deck::number;
use crate::dom::listener::Listener;

/// How much of its height a sheet must be pulled down to be put away.
const AWAY: f64 = 0.3;
/// How many CSS pixels it must be pulled up to grow: more than a finger that taps moves.
const UP: f64 = 24.0;
/// How many it follows a finger upwards: a sheet ends with the view.
const GIVE: f64 = 12.0;
/// From how many on a press on the handle is a pull: less is a press of the button that the handle is too.
const SLOP: f64 = 6.0;

struct Pull {
    card: HtmlElement,
    /// Where the finger took hold of the handle; `None` while it does not.
    from: Cell<Option<i32>>,
    pulled: Box<dyn Fn(bool)>,
}

/// Listens on the card for as long as the listeners live. `pulled` is called when it was pulled up (`true`) or away.
pub fn drag(card: &HtmlElement, pulled: impl Fn(bool) + 'static) -> Vec<Listener> {
    let pull = Rc::new(Pull { card: card.clone(), from: Cell::new(None), pulled: Box::new(pulled) });
    let on = |name, hear: fn(&Pull, &PointerEvent)| {
        let pull = pull.clone();
        Listener::new(card, name, true, move |event| hear(&pull, event.unchecked_ref()))
    };
    vec![
        on("pointerdown", Pull::take),
        on("pointermove", Pull::follow),
        on("pointerup", |pull, event| pull.release(pull.by(event))),
        on("pointercancel", |pull, _| pull.release(None)),
    ]
}

impl Pull {
    fn take(&self, event: &PointerEvent) {
        let target = event.composed_path().get(0).dyn_into::<Element>().ok();
        let is_sheet = self.card.matches("[data-side=sheet]").unwrap_or(false);
        if is_sheet && target.is_some_and(|target| target.closest(".grab").is_ok_and(|grab| grab.is_some())) {
            self.from.set(Some(event.client_y()));
        }
    }

    /// How far down the sheet is pulled, in CSS pixels; less than nothing: up.
    fn by(&self, event: &PointerEvent) -> Option<f64> {
        self.from.get().map(|from| f64::from(event.client_y() - from))
    }

    fn follow(&self, event: &PointerEvent) {
        if let Some(by) = self.by(event).filter(|by| by.abs() > SLOP) {
            let _ = self.card.set_pointer_capture(event.pointer_id());
            let by = number::decimal(by.max(-GIVE));
            let _ = self.card.style().set_property("translate", &["0 ", &by, "px"].concat());
        }
    }

    fn release(&self, by: Option<f64>) {
        self.from.set(None);
        let _ = self.card.style().remove_property("translate");
        let Some(by) = by else { return };
        if by < -UP || by > f64::from(self.card.offset_height()) * AWAY {
            (self.pulled)(by < 0.0);
        }
    }
}
