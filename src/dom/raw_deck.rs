//! A parsed deck and its parts as JavaScript holds them. A getter gives whatever stands there, which is looked at before it is
//! trusted; one that throws gives an error.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// An object or list of a deck.
    #[derive(Clone)]
    pub type Raw;
    /// What stands in a field. One getter for all names: one a name would be a function here and another in the glue for each.
    #[wasm_bindgen(method, structural, indexing_getter, catch)]
    pub fn get(this: &Raw, field: &str) -> Result<JsValue, JsValue>;
    /// An item of a list.
    #[wasm_bindgen(method, structural, indexing_getter, catch)]
    pub fn at(this: &Raw, index: u32) -> Result<JsValue, JsValue>;

    /// A number as JavaScript writes it.
    #[wasm_bindgen(js_name = String)]
    pub fn written(number: &JsValue) -> String;

    /// Throws for a revoked proxy.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
}

impl Raw {
    /// Whether a deck is switched on. Whoever reaches for the kill switch means it: anything but `true`, or nothing, is off.
    pub fn is_on(&self) -> bool {
        self.get("enabled").is_ok_and(|enabled| is_missing(&enabled) || enabled == JsValue::TRUE)
    }

    /// How many items a list has.
    pub fn count(&self) -> u32 {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast that ends at the edges")]
        self.get("length").ok().and_then(|length| length.as_f64()).map_or(0, |length| length as u32)
    }
}

/// Whether nothing stands there; `null` counts as nothing.
pub fn is_missing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// A list, if it is one.
pub fn list(value: JsValue) -> Option<Raw> {
    is_array(&value).unwrap_or(false).then(|| value.unchecked_into())
}

/// An object that is no list, if it is one.
pub fn object(value: JsValue) -> Option<Raw> {
    (value.is_object() && !is_array(&value).unwrap_or(true)).then(|| value.unchecked_into())
}
