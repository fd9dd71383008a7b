//! An article read whole: its elements, with their blocks and the marks that stand in them already.

use std::fmt;
use std::ops::Range;

use super::block::Block;
use super::selectors::Selectors;
use super::sink::{Place, PlacedTerm, Sink};
use super::stream::{Outline, Stream};

/// How an article is found in a document.
#[derive(Clone, Debug, Default)]
pub struct Options<'a> {
    /// CSS selector of the article's elements: the attribute `for`.
    pub root: Option<&'a str>,
    /// CSS selector of parts never marked: the attribute `skip`.
    pub skip: Option<&'a str>,
    /// The encoding as whoever sent the document says (the header `Content-Type`); it wins over the document's own declaration.
    pub charset: Option<&'a str>,
}

/// The article of a document.
#[derive(Clone, Debug)]
pub struct Article {
    /// The document's encoding, by its WHATWG name.
    pub encoding: &'static str,
    /// Its elements, in document order.
    pub roots: Vec<Root>,
}

/// An element of the article.
#[derive(Clone, Debug)]
pub struct Root {
    /// Bytes of its start tag; empty where the document as a whole is the article.
    pub tag: Range<usize>,
    /// Bytes between its tags.
    pub content: Range<usize>,
    /// The language of its text, a BCP 47 tag; empty where none is given.
    pub lang: String,
    /// Its text.
    pub blocks: Vec<Block>,
    /// The marks that stand in it already.
    pub terms: Vec<PlacedTerm>,
}

/// Why an article cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArticleError {
    /// It is in an encoding that cannot be read, or in one that there is not: its name.
    Encoding(String),
    /// A selector cannot be used.
    Selector {
        /// The option it was given with.
        option: &'static str,
        /// As it was given.
        selector: String,
        /// What is wrong with it.
        why: String,
    },
    /// No element fits the selector of the article.
    NoArticle(String),
    /// Tens of thousands of elements are open in each other, or a tag goes on for megabytes.
    TooDeep,
    /// The parser gave up.
    Unfinished,
}

impl fmt::Display for ArticleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding(name) => write!(f, "the encoding {name} cannot be read; save the article as UTF-8"),
            Self::Selector { option, selector, why } => write!(f, "{option}: \"{selector}\" cannot be used: {why}"),
            Self::NoArticle(selector) => write!(f, "nothing fits \"{selector}\"; the selector must name the article's element"),
            Self::TooDeep => {
                f.write_str("tens of thousands of elements are never closed, or one tag is megabytes long; this is no article's HTML")
            }
            Self::Unfinished => f.write_str("the HTML could not be read to its end"),
        }
    }
}

impl std::error::Error for ArticleError {}

impl Article {
    /// Reads the article of a document, or of a fragment of one.
    ///
    /// # Errors
    ///
    /// See [`ArticleError`].
    pub fn read(html: &[u8], options: &Options<'_>) -> Result<Self, ArticleError> {
        let selectors = Selectors::parse(options.root, options.skip)?;
        let mut stream = Stream::new(&selectors, options.charset, Gathered::default());
        stream.write(html)?;
        let (mut outline, mut gathered) = stream.end()?;
        if let Some(at) = outline.unread {
            let mut stream = Stream::at(&selectors, options.charset, at, Gathered::default());
            stream.write(html)?;
            (outline, gathered) = stream.end()?;
        }
        if let Some(selector) = options.root.filter(|_| outline.roots.is_empty()) {
            return Err(ArticleError::NoArticle(selector.to_owned()));
        }
        Ok(gathered.into_article(&outline))
    }
}

/// All that was read.
#[derive(Default)]
struct Gathered {
    blocks: Vec<(Block, Place)>,
    terms: Vec<(PlacedTerm, Place)>,
}

impl Sink for Gathered {
    fn block(&mut self, block: &Block, place: &Place) {
        self.blocks.push((block.clone(), *place));
    }

    fn term(&mut self, term: PlacedTerm, place: &Place) {
        self.terms.push((term, *place));
    }
}

impl Gathered {
    fn into_article(self, outline: &Outline) -> Article {
        let mut roots: Vec<Root> = Vec::new();
        for root in &outline.roots {
            let (tag, content, lang) = (root.tag.clone(), root.content.clone(), root.lang.clone());
            roots.push(Root { tag, content, lang, blocks: Vec::new(), terms: Vec::new() });
        }
        for (mut block, place) in self.blocks {
            if let Some(root) = outline.root_of(&place) {
                block.is_aside |= outline.is_aside(&place);
                roots[root].blocks.push(block);
            }
        }
        for (term, place) in self.terms {
            if let Some(root) = outline.root_of(&place) {
                roots[root].terms.push(term);
            }
        }
        Article { encoding: outline.encoding, roots }
    }
}
