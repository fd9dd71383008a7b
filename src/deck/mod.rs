//! What a deck is: cards with their terms and sources, and the rules for dates, addresses and inline forms.

mod brackets;
pub mod citations;
pub mod date;
pub mod freshness;
pub mod id;
mod illustration;
pub mod language;
pub mod limits;
pub mod markup;
mod model;
pub mod number;
#[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
#[cfg_attr(target_arch = "wasm32", allow(dead_code, reason = "who bakes only asks for them"))]
pub(crate) mod placeholder;
pub(crate) mod quote;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
pub mod term;
pub mod url;

pub use self::illustration::*;
pub use self::model::*;
pub use self::term::{Case, Term};
