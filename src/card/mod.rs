//! What a card shows, and the list of all cards. A deck's card in, nodes out; no page is touched here.

mod brief;
mod card;
pub(crate) mod element;
mod figure;
mod footer;
mod inline;
pub(crate) mod list;
mod own_language;
mod panels;
mod tabs;

/// How a card looks, inside the shadow root.
#[cfg(target_arch = "wasm32")]
pub const CARD_CSS: &str = concat!(
    include_str!(concat!(env!("OUT_DIR"), "/card.css")),
    include_str!(concat!(env!("OUT_DIR"), "/content.css")),
    include_str!(concat!(env!("OUT_DIR"), "/variants.css")),
);
/// How the list of all cards looks.
#[cfg(target_arch = "wasm32")]
pub const LIST_CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/list.css"));

pub use self::card::*;
#[cfg(test)]
pub use self::panels::Tab;

#[cfg(test)]
mod list_tests;
#[cfg(test)]
mod tests;
