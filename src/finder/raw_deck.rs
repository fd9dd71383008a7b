//! A parsed deck as JavaScript holds it, of which the finder reads what it needs to find terms. A getter gives whatever stands
//! there, which is looked at before it is trusted; one that throws gives an error.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// A deck.
    pub type RawDeck;
    #[wasm_bindgen(method, getter, structural, catch)]
    pub fn version(this: &RawDeck) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, structural, catch)]
    pub fn enabled(this: &RawDeck) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, structural, catch)]
    pub fn cards(this: &RawDeck) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, structural, catch)]
    pub fn sources(this: &RawDeck) -> Result<JsValue, JsValue>;

    /// One of its cards.
    #[derive(Clone)]
    pub type RawCard;
    #[wasm_bindgen(method, getter, structural, catch)]
    pub fn id(this: &RawCard) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, structural, catch)]
    pub fn kind(this: &RawCard) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, structural, catch)]
    pub fn title(this: &RawCard) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, structural, catch)]
    pub fn summary(this: &RawCard) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, structural, catch)]
    pub fn terms(this: &RawCard) -> Result<JsValue, JsValue>;

    /// A term that is written as an object.
    pub type RawTerm;
    #[wasm_bindgen(method, getter, structural, catch)]
    pub fn text(this: &RawTerm) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, structural, catch, js_name = case)]
    pub fn case(this: &RawTerm) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, structural, catch)]
    pub fn forms(this: &RawTerm) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, structural, catch)]
    pub fn near(this: &RawTerm) -> Result<JsValue, JsValue>;
}

/// An object that is no array, under the name of what it should be.
pub fn object<T: JsCast>(value: JsValue) -> Option<T> {
    (value.is_object() && !js_sys::Array::is_array(&value)).then(|| value.unchecked_into())
}
