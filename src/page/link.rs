//! Which card does the page's address name, and how does a reader hand it on? `#context=cecot`.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Window;

const KEY: &str = "#context=";

/// The id of the card the address asks for.
pub fn linked(window: &Window) -> Option<String> {
    let hash = window.location().hash().ok()?;
    let id = js_sys::decode_uri_component(hash.strip_prefix(KEY)?).ok()?;
    Some(id.into())
}

/// Copies the address that opens a card. Where a page may not write to the clipboard, the address bar shows it instead.
pub fn copy(window: &Window, card: &str) {
    let place = window.location();
    let address = place.href().unwrap_or_default();
    let base = address.split('#').next().unwrap_or_default();
    let link = [base, KEY, &String::from(js_sys::encode_uri_component(card))].concat();
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into()).unwrap_or_default();
    let write = Reflect::get(&clipboard, &"writeText".into()).ok().and_then(|write| write.dyn_into::<Function>().ok());
    let written = write.and_then(|write| write.call1(&clipboard, &link.as_str().into()).ok());
    let shown = link.clone();
    let window = window.clone();
    let show = move || {
        if let Ok(history) = window.history() {
            let state = history.state().unwrap_or(JsValue::NULL);
            let _ = history.replace_state_with_url(&state, "", Some(&shown));
        }
    };
    match written.and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) {
        Some(promise) => {
            let refused = wasm_bindgen::closure::Closure::once_into_js(move |_: JsValue| show());
            let _ = Reflect::get(&promise, &"catch".into())
                .and_then(|catch| catch.unchecked_into::<Function>().call1(&promise, &refused));
        }
        None => show(),
    }
}
