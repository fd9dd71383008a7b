//! What does a deck look like before anyone asks what it means? JSON, in one tree for the page and the command line.

#[cfg(not(target_arch = "wasm32"))]
mod deserialize;

/// Any JSON value. The page fills it from a JavaScript value, the command line from text.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`; in the page also `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Every number is a double, as in JavaScript.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its keys in order; doubled keys are kept, so that `check` can report them.
    Object(Vec<(String, Json)>),
}
