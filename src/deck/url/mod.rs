//! Addresses of a deck: the rules, and the parser that each platform has for them.

#[cfg(target_arch = "wasm32")]
mod browser_parser;
#[cfg(not(target_arch = "wasm32"))]
mod native_parser;
mod url;

pub use self::url::*;
