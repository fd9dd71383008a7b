//! Dispatches the events of the public contract.

use serde::Serialize;
use web_sys::{CustomEvent, CustomEventInit, Element};

/// Why one card, or the whole deck, cannot be shown.
#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    /// Where in the deck, as a path such as `cards[2].summary`; empty for the deck as a whole.
    pub path: String,
    /// What is wrong; reads on from the path.
    pub message: String,
}

/// Dispatches `context-cards:<name>`, a bubbling and composed `CustomEvent`.
pub fn dispatch(host: &Element, name: &str, detail: &impl Serialize) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    if let Ok(detail) = serde_wasm_bindgen::to_value(detail) {
        init.set_detail(&detail);
    }
    if let Ok(event) = CustomEvent::new_with_event_init_dict(&["context-cards:", name].concat(), &init) {
        let _ = host.dispatch_event(&event);
    }
}
