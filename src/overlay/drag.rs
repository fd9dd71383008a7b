//! Pulls a sheet away by its handle; a short pull lets it spring back.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

use crate::deck::number;
use crate::dom::listener::Listener;

/// How much of its height a sheet must be pulled down to be put away.
const AWAY: f64 = 0.3;

struct Pull {
    card: HtmlElement,
    /// Where the finger took hold of the handle; `None` while it does not.
    from: Cell<Option<i32>>,
    away: Box<dyn Fn()>,
}

/// Listens on the card for as long as the listeners live. `away` is called when it was pulled away.
pub fn drag(card: &HtmlElement, away: impl Fn() + 'static) -> Vec<Listener> {
    let pull = Rc::new(Pull { card: card.clone(), from: Cell::new(None), away: Box::new(away) });
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
        if target.is_some_and(|target| target.closest(".grab").is_ok_and(|grab| grab.is_some())) {
            self.from.set(Some(event.client_y()));
            let _ = self.card.set_pointer_capture(event.pointer_id());
        }
    }

    /// How far down the sheet is pulled, in CSS pixels.
    fn by(&self, event: &PointerEvent) -> Option<f64> {
        self.from.get().map(|from| f64::from((event.client_y() - from).max(0)))
    }

    fn follow(&self, event: &PointerEvent) {
        if let Some(by) = self.by(event) {
            let _ = self.card.style().set_property("translate", &["0 ", &number::decimal(by), "px"].concat());
        }
    }

    fn release(&self, by: Option<f64>) {
        self.from.set(None);
        let _ = self.card.style().remove_property("translate");
        if by.is_some_and(|by| by > f64::from(self.card.offset_height()) * AWAY) {
            (self.away)();
        }
    }
}
