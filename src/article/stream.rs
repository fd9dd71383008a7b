//! Reads a document that comes in chunks. Which of its elements is the article is known at the end, so whoever listens is told of
//! every block, and asks at the end which of them count.

use std::ops::Range;

use super::ArticleError;
use super::parser::Parser;
use super::roots::Rule;
use super::selectors::Selectors;
use super::sink::{Place, Sink};

/// A document that is being read.
pub struct Stream<'s, S: Sink + 's>(Parser<'s, S>);

/// What is known of a document at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The document's encoding, by its WHATWG name.
    pub encoding: &'static str,
    /// Whether it says to be an AMP page.
    pub is_amp: bool,
    /// The article's elements, in document order.
    pub roots: Vec<RootOutline>,
    /// Where the article begins that could not be read in this pass, because it stands in a hidden part or in a link; see
    /// [`Stream::at`].
    pub unread: Option<usize>,
    /// For each root of a [`Place`] the number of the article's element around it.
    within: Vec<Option<usize>>,
}

/// An element of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootOutline {
    /// Bytes of its start tag; empty where the document as a whole is the article.
    pub tag: Range<usize>,
    /// Bytes between its tags.
    pub content: Range<usize>,
    /// The language of its text, a BCP 47 tag; empty where none is given.
    pub lang: String,
    depth: u32,
}

impl<'s, S: Sink + 's> Stream<'s, S> {
    /// Nothing is read yet. `charset`: the encoding as whoever sent the document says.
    pub fn new(selectors: &'s Selectors, charset: Option<&str>, sink: S) -> Self {
        let rule = if selectors.root.is_some() { Rule::Selected } else { Rule::Longest };
        Self(Parser::new(selectors, rule, charset, sink))
    }

    /// The same, for the article whose start tag begins at the byte `start`.
    pub fn at(selectors: &'s Selectors, charset: Option<&str>, start: usize, sink: S) -> Self {
        Self(Parser::new(selectors, Rule::At(start), charset, sink))
    }

    /// Reads the next bytes.
    ///
    /// # Errors
    ///
    /// See [`ArticleError`].
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), ArticleError> {
        self.0.write(bytes)
    }

    /// Looks at what has been gathered.
    pub fn with_sink<T>(&mut self, act: impl FnOnce(&mut S) -> T) -> Option<T> {
        self.0.with_sink(act)
    }

    /// Reads the end. Where the selector of the article fits nothing, there are no roots.
    ///
    /// # Errors
    ///
    /// See [`ArticleError`].
    pub fn end(self) -> Result<(Outline, S), ArticleError> {
        let end = self.0.end()?;
        let root = |at: &usize| {
            let root = &end.candidates[*at];
            let lang = end.langs.get(root.lang as usize).cloned().unwrap_or_default();
            RootOutline { tag: root.tag.clone(), content: root.content.clone(), lang, depth: root.depth }
        };
        let number = |outer: &usize| end.chosen.iter().position(|chosen| chosen == outer);
        let unread = end.chosen.iter().map(|at| &end.candidates[*at]).find(|root| root.is_unread);
        let outline = Outline {
            encoding: end.encoding.name(),
            is_amp: end.is_amp,
            roots: end.chosen.iter().map(root).collect(),
            unread: unread.map(|root| root.tag.start),
            within: end.within.iter().map(|outer| outer.as_ref().and_then(number)).collect(),
        };
        Ok((outline, end.sink))
    }
}

impl Outline {
    /// The number of the article's element in which something stands; `None` outside of the article.
    #[must_use]
    pub fn root_of(&self, place: &Place) -> Option<usize> {
        self.within.get(place.root).copied().flatten()
    }

    /// Whether something stands beside the article's prose: in a caption, an aside…
    #[must_use]
    pub fn is_aside(&self, place: &Place) -> bool {
        self.root_of(place).is_some_and(|root| place.aside > self.roots[root].depth)
    }
}
