//! Context cards: a reader hovers over a term in an article, and a card explains it, with sources.
//!
//! Two programs meet in the page: the finder turns decks and text into marks, the widget turns a reader's intent on a mark into a
//! card. Neither imports the other. `docs/architecture.md` has a picture of it.
//!
//! # Rooms
//!
//! Each folder is one capability, and imports only from the ones below it in this list. Browser crates are dependencies of
//! `wasm32` only, so a pure file that reaches for the DOM fails the native build; `finder` and `widget` are features, each
//! linted alone.
//!
//! In the page:
//!
//! - `component`: the element, for Yew applications
//! - `widget`: shows cards: listeners, the card that is open, the list (Yew root of the second program)
//! - `overlay`: where a card floats in a page
//! - `card`: what a card shows (Yew)
//! - `finder`: finds terms for `www/finder/`, which walks and marks the page in JavaScript (first program, no Yew)
//! - `dom`: what a program does to a page
//!
//! Without a page:
//!
//! - `cli`: the command line (native)
//! - `locate`: atlas → outline for a card's map (native)
//! - `serve`: the cards on an article while an editor writes (native)
//! - `scan`: article → what would be marked, and why (native)
//! - `suggest`: articles → what could get a card (native)
//! - `bake`: decks and an article → the article with marks and cards in it (native, and in JavaScript for servers)
//! - `article`: HTML → blocks of text, with their bytes (native)
//! - `starter`: a deck to fill in (native)
//! - `check`: every fault of a deck (native)
//! - [`locale`]: words, dates, numbers
//! - [`intent`]: when a card opens, stays, closes
//! - [`placement`]: rectangles → position
//! - [`matcher`]: terms → places in text
//! - [`deck`]: what a deck is
//!
//! # The walk of one deck
//!
//! Finder: parsed deck → ids and [`deck::Term`]s → [`matcher::Matcher`] → matches in blocks of text →
//! [`matcher::density::DensityFilter`] → marks in the page.
//!
//! Widget: event on a mark → [`intent::Intent`] → the mark's [`deck::Card`], read when it is first wanted → measured rectangles →
//! [`placement::place`] → the card.
//!
//! Command line: bytes → `check::json::Json` → [`deck::Deck`], and every fault on the way.
//!
//! Each arrow is one direction. Text becomes UTF-16 offsets at one border only, in [`matcher`].

#[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
pub mod article;
#[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
pub mod bake;
#[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
#[cfg_attr(target_arch = "wasm32", allow(dead_code, reason = "who bakes reads decks and reports nothing of them"))]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod deck;
pub mod intent;
pub mod locale;
#[cfg(not(target_arch = "wasm32"))]
pub mod locate;
pub mod matcher;
pub mod placement;
#[cfg(not(target_arch = "wasm32"))]
pub mod scan;
#[cfg(not(target_arch = "wasm32"))]
pub mod serve;
#[cfg(not(target_arch = "wasm32"))]
pub mod starter;
#[cfg(not(target_arch = "wasm32"))]
pub mod suggest;

#[cfg(any(all(target_arch = "wasm32", feature = "widget"), test))]
mod card;
#[cfg(all(target_arch = "wasm32", feature = "component"))]
pub mod component;
#[cfg(all(target_arch = "wasm32", any(feature = "finder", feature = "widget")))]
mod dom;
#[cfg(all(target_arch = "wasm32", feature = "finder"))]
mod finder;
#[cfg(all(target_arch = "wasm32", feature = "widget"))]
mod overlay;
#[cfg(all(target_arch = "wasm32", feature = "widget"))]
mod widget;
