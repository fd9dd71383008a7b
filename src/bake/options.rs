//! How an article is baked.

use crate::matcher::density::Density;

/// How articles are baked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Which mentions are marked: the attribute `mark`.
    pub mark: Density,
    /// CSS selector of the article's elements: the attribute `for`.
    pub root: Option<String>,
    /// CSS selector of parts never marked: the attribute `skip`.
    pub skip: Option<String>,
    /// The encoding as whoever sent the article says (the header `Content-Type`).
    pub charset: Option<String>,
    /// What the article is; `None`: an AMP page where it says so, else a page or a part of one.
    pub format: Option<Format>,
    /// Address of `context-cards.js`, where the article is to load the cards' program by itself; without it, the page's template does.
    pub embed: Option<String>,
}

/// What an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A page, or a part of one as a CMS holds it.
    Html,
    /// An AMP page, which may have no elements and no data of ours: marks are plain links.
    Amp,
    /// A feed: every `content:encoded` in it is an article, whose marks are plain links to a glossary of its own.
    Rss,
}
