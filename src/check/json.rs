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
