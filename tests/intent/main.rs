//! Tests when a card opens, stays and closes: stories on a small page, and properties of any reading of it.

#[path = "../reading/acts.rs"]
mod acts;
mod calls;
mod notation;
#[path = "../reliability/note.rs"]
mod note;
mod page;
mod properties;
mod stories;
