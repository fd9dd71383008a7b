//! An event listener that is removed when dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{AddEventListenerOptions, Event, EventTarget};

/// A listener, removed when dropped.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    call: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens in the capture phase, so that a site's handlers cannot hide an event. `passive`: never prevents it.
    pub fn new(target: &EventTarget, name: &'static str, passive: bool, mut call: impl FnMut(Event) + 'static) -> Self {
        let call = Closure::new(move |event: Event| {
            if !crate::dom::poison::is_poisoned() {
                call(event);
            }
        });
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(passive);
        let function = call.as_ref().unchecked_ref();
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(name, function, &options);
        Self { target: target.clone(), name, call }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.call.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.name, function, true);
    }
}
