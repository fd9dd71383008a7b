//! The address that opens a card, `#context=cecot`: reads it off the page's address, and copies it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Window;

const KEY: &str = "#context=";

/// The id of the card the address asks for.
pub fn linked(window: &Window) -> Option<String> {
    let hash = window.location().hash().ok()?;
    let id = js_sys::decode_uri_component(hash.strip_prefix(KEY)?).ok()?;
    Some(id.into())
}

/// Copies the address that opens a card. `copied` is called once it is on the clipboard; where a page may not write there, the
/// address bar shows it instead.
pub fn copy(window: &Window, card: &str, copied: impl FnOnce() + 'static) {
    let address = window.location().href().unwrap_or_default();
    let base = address.split('#').next().unwrap_or_default();
    let link = [base, KEY, &String::from(js_sys::encode_uri_component(card))].concat();
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into()).unwrap_or_default();
    let write = Reflect::get(&clipboard, &"writeText".into()).ok().and_then(|write| write.dyn_into::<Function>().ok());
    let written = write.and_then(|write| write.call1(&clipboard, &link.as_str().into()).ok());
    let Some(written) = written.and_then(|promise| promise.dyn_into::<Promise>().ok()) else {
        return show(window, &link);
    };
    let window = window.clone();
    let done = Closure::once_into_js(move |_: JsValue| copied());
    let refused = Closure::once_into_js(move |_: JsValue| show(&window, &link));
    let then = Reflect::get(&written, &"then".into()).unwrap_or_default();
    if let Some(then) = then.dyn_ref::<Function>() {
        let _ = then.call2(&written, &done, &refused);
    }
}

/// Puts an address into the address bar. The entry of history keeps its state.
fn show(window: &Window, link: &str) {
    if let Ok(history) = window.history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(link));
    }
}
