//! JSON as a tree that keeps the order of keys, and doubled ones.

mod deserialize;

/// Any JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Every number is a double, as in JavaScript.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object, its keys in order; doubled keys are kept, so that `check` can report them.
    Object(Vec<(String, Json)>),
}

/// What stands under the name in an object; the last one where it is doubled, as `JSON.parse` has it.
pub(crate) fn get<'a>(object: &'a Json, key: &str) -> Option<&'a Json> {
    let Json::Object(fields) = object else { return None };
    let (_, json) = fields.iter().rev().find(|(name, _)| name == key)?;
    (*json != Json::Null).then_some(json)
}

/// The items of a list in an object; none where there is no list.
pub(crate) fn items<'a>(object: &'a Json, key: &str) -> &'a [Json] {
    match get(object, key) {
        Some(Json::Array(items)) => items,
        _ => &[],
    }
}

/// What stands there instead.
pub(crate) fn type_name(json: &Json) -> &'static str {
    match json {
        Json::Null => "null",
        Json::Bool(true) => "true",
        Json::Bool(false) => "false",
        Json::Number(_) => "a number",
        Json::String(_) => "text",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    }
}
