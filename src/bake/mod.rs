//! Bakes cards into an article: its terms are marked in the HTML when it is published, and what they mean stands at its end.
//!
//! A reader's browser then finds nothing and fetches no deck; without script the marks are links to a glossary. Nothing is
//! serialised: what is added is spliced into the bytes of the article, which stay what they are, so that [`unbake`] gives them back.
//! An article is read in one pass and written in another, because what is marked first depends on all of it: which of its elements
//! is the article, and prose comes before captions.
//!
//! ```
//! use context_cards::bake::{Baker, Options, unbake};
//!
//! let deck = br#"{
//!   "version": 1, "sources": [{ "id": "s", "title": "Report", "publisher": "Example", "url": "https://example.org/" }],
//!   "cards": [{ "id": "cecot", "kind": "place", "title": "CECOT", "terms": ["CECOT"], "updated": "2026-02-12",
//!               "summary": "A prison.[^s]" }]
//! }"#;
//! let baker = Baker::new(&[deck], Options::default())?; // once; it serves any number of threads
//! let article = b"<article><p>They were brought to CECOT.</p></article>";
//! let baked = baker.bake(article)?;
//! let html = String::from_utf8_lossy(&baked.html);
//! assert!(html.contains(r##"to <context-term card="cecot" auto><a href="#context-cecot">CECOT</a></context-term>."##));
//! assert_eq!(unbake(&baked.html), article);
//! # Ok::<(), context_cards::bake::BakeError>(())
//! ```

mod appendix;
mod baker;
mod cards;
mod deck_json;
mod edits;
mod error;
#[cfg(all(target_arch = "wasm32", feature = "bake"))]
mod exports;
mod feed;
mod glossary;
mod glossary_entry;
mod linked_data;
mod marks;
mod options;
mod original;
mod plan;
mod stream;
mod unbake;
mod words;

pub use self::appendix::hash as content_hash;
pub use self::baker::{Baked, Baker};
pub use self::edits::{Insertion, Plan, Splicer};
pub use self::error::BakeError;
pub use self::feed::unbake_feed;
pub use self::options::{Format, Options};
pub use self::original::unbake;
pub use self::plan::Planner;
pub use self::stream::BakeStream;
pub use self::unbake::Unbaker;
