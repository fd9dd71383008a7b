//! Context cards: a reader hovers over a term in an article, and a card explains it, with sources.
//!
//! # The map of the house
//!
//! Pure files lie flat; what touches a page lies in `page`. The compiler holds the wall between them: browser crates are
//! dependencies of `wasm32` only, so a pure file that reaches for the DOM fails the native build.
//!
//! # The walk of one deck
//!
//! bytes → [`json::Json`] → [`deck::Deck`] → [`matcher::Matcher`] → blocks of text → marks on the page → pointer event →
//! [`intent::Intent`] → measured rectangles → [`placement::Placement`] → the card. Each arrow is one call, one direction.
//! Bytes become UTF-16 offsets at one border only, in [`matcher`].

pub mod address;
mod aftermath;
mod assemble;
mod assemble_card;
mod boundary;
#[cfg(not(target_arch = "wasm32"))]
pub mod burden;
pub mod chart;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
mod cited;
mod claim;
#[cfg(not(target_arch = "wasm32"))]
pub mod command;
pub mod date;
pub mod deck;
mod event;
mod fold;
pub mod freshness;
pub mod geometry;
mod hold;
mod ids;
pub mod intent;
pub mod json;
mod letter;
pub mod locale;
pub mod markup;
pub mod matcher;
pub mod mention;
mod number;
pub mod options;
pub mod placement;
mod presence;
pub mod problem;
mod reader;
mod segment;
mod triangle;
mod trie;
pub mod unicode;
pub mod words;

#[cfg(any(target_arch = "wasm32", test))]
mod card;
#[cfg(target_arch = "wasm32")]
pub mod component;
#[cfg(any(target_arch = "wasm32", test))]
mod element;
#[cfg(target_arch = "wasm32")]
mod embed;
#[cfg(any(target_arch = "wasm32", test))]
mod list;
#[cfg(target_arch = "wasm32")]
mod mounted;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod widget;
