//! What does a JavaScript value say? The same tree that the command line reads from text.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::json::Json;

/// No deck is nested deeper; a value that contains itself is.
const DEEPEST: u32 = 32;

/// The tree of a value; what has no place in JSON (`undefined`, a function) is `null`.
///
/// Not through `serde-wasm-bindgen`, whose code for types that no deck has weighs more than all of this.
pub fn read(value: &JsValue) -> Json {
    read_below(value, DEEPEST)
}

/// An object of which one field, an array, is taken out to be read item by item: the object as if that array were empty,
/// and the array. Nothing is taken where the field is no array.
pub fn read_without(value: &JsValue, field: &str) -> (Json, Array) {
    let taken = Reflect::get(value, &field.into()).ok().filter(Array::is_array).map(JsCast::unchecked_into);
    let Some(taken) = taken else { return (read(value), Array::new()) };
    let rest = Object::assign(&Object::new(), value.unchecked_ref());
    let _ = Reflect::set(&rest, &field.into(), &Array::new());
    (read(&rest), taken)
}

fn read_below(value: &JsValue, depth: u32) -> Json {
    if let Some(text) = value.as_string() {
        return Json::Text(text);
    }
    if let Some(number) = value.as_f64() {
        return Json::Number(number);
    }
    if let Some(flag) = value.as_bool() {
        return Json::Bool(flag);
    }
    let Some(depth) = depth.checked_sub(1).filter(|_| value.is_object()) else { return Json::Null };
    if Array::is_array(value) {
        return Json::List(items(value).map(|item| read_below(&item, depth)).collect());
    }
    // Keys and values in one array each: no pair of them is made for a field.
    let object: &Object = value.unchecked_ref();
    let (keys, values) = (Object::keys(object), Object::values(object));
    let entry = |(key, value): (JsValue, JsValue)| (key.as_string().unwrap_or_default(), read_below(&value, depth));
    Json::Object(items(&keys).zip(items(&values)).map(entry).collect())
}

/// The items of an array.
fn items(array: &JsValue) -> impl Iterator<Item = JsValue> {
    let array: &Array = array.unchecked_ref();
    (0..array.length()).map(|index| array.get(index))
}
