//! Reads the text of an article from its HTML, in blocks, as the page's finder reads it from the DOM (`www/finder/text_walker.js`).
//!
//! A document is read in one pass and in chunks, without a tree. Bytes stay bytes: every character of a block knows where in the
//! document it is written, so that whoever marks it leaves all other bytes as they are. Which elements are open is tracked as the
//! parser of a browser does; on a page so broken that this parser would move text about, that text counts as none to be marked.
//!
//! ```
//! use context_cards::article::{Article, Options};
//!
//! let html = b"<article><h1>News</h1><p>The <em>Bitcoin</em> policy &amp; more.</article>";
//! let article = Article::read(html, &Options::default())?;
//! let blocks = &article.roots[0].blocks;
//! assert!(blocks[0].is_heading);
//! assert_eq!(blocks[1].text, "The Bitcoin policy & more.");
//! assert_eq!(blocks[1].bytes(&(4..11)), [33..40]);
//! # Ok::<(), context_cards::article::ArticleError>(())
//! ```

mod article;
mod attributes;
mod block;
mod element;
mod encoding;
mod parser;
mod plain_text;
mod reader;
mod reference;
mod roots;
mod selectors;
mod shared;
mod sink;
mod stream;
mod text;
mod tokens;
mod tree;

pub use self::article::{Article, ArticleError, Options, Root};
pub use self::block::{Block, Run};
pub use self::encoding::encoding_name;
pub use self::selectors::Selectors;
pub use self::sink::{Place, PlacedTerm, Sink};
pub use self::stream::{Outline, RootOutline, Stream};
