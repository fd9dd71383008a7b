//! Parses addresses by the browser's own parser.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = URL)]
    type Url;
    #[wasm_bindgen(constructor, js_class = "URL", catch)]
    fn new(url: &str, base: &str) -> Result<Url, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn href(this: &Url) -> String;
}

/// The address as the browser would ask for it, absolute; `base` is where a relative one stands. `None` where it cannot be parsed.
pub(super) fn resolve(url: &str, base: &str) -> Option<String> {
    Url::new(url, base).ok().map(|url| url.href())
}
