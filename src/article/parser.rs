//! Feeds a document, chunk by chunk, through `lol_html` into the reader.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use lol_html::errors::RewritingError;
use lol_html::html_content::Element;
use lol_html::{AsciiCompatibleEncoding, ElementContentHandlers, HtmlRewriter, MemorySettings, Selector, Settings};

use super::encoding::{PRESCAN, encoding_of};
use super::reader::Reader;
use super::roots::{Candidate, Rule};
use super::shared::{Selected, Shared};
use super::sink::Sink;
use super::{ArticleError, Selectors};

/// Memory that `lol_html` may take for elements that are never closed, and that a tag may take, in bytes: room for some twenty thousand
/// elements in each other.
const MEMORY: usize = 4 << 20;

/// Bytes handed on at once: `lol_html` forgets each chunk, and what has been read of it is forgotten here.
const CHUNK: usize = 1 << 16;

type Output = fn(&[u8]);

/// A document that is being read.
pub struct Parser<'s, S> {
    rewriter: Option<HtmlRewriter<'s, Output>>,
    shared: Rc<RefCell<Shared<S>>>,
    /// Kept until the encoding is known.
    start: Vec<u8>,
    charset: Option<String>,
    selectors: &'s Selectors,
    rule: Rule,
}

/// What was found at the end of a document.
pub(super) struct End<S> {
    pub sink: S,
    pub encoding: &'static encoding_rs::Encoding,
    pub candidates: Vec<Candidate>,
    pub chosen: Vec<usize>,
    pub langs: Vec<String>,
    pub is_amp: bool,
    /// For each candidate, whether it is within one of those chosen: which.
    pub within: Vec<Option<usize>>,
}

impl<'s, S: Sink + 's> Parser<'s, S> {
    /// Nothing is read yet. `charset`: the encoding as whoever sent the document says.
    pub(super) fn new(selectors: &'s Selectors, rule: Rule, charset: Option<&str>, sink: S) -> Self {
        let charset = charset.map(str::to_owned);
        Self {
            rewriter: None,
            shared: Rc::new(RefCell::new(Shared::new(sink))),
            start: Vec::new(),
            charset,
            selectors,
            rule,
        }
    }

    /// Reads the next bytes.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), ArticleError> {
        if self.rewriter.is_some() {
            return self.feed(bytes);
        }
        self.start.extend_from_slice(bytes);
        if self.start.len() < PRESCAN { Ok(()) } else { self.begin() }
    }

    /// What the reader has gathered.
    pub(super) fn with_sink<T>(&mut self, act: impl FnOnce(&mut S) -> T) -> Option<T> {
        let mut shared = self.shared.borrow_mut();
        let Shared { reader, sink, .. } = &mut *shared;
        reader.as_mut().map(|reader| &mut reader.sink).or(sink.as_mut()).map(act)
    }

    /// Reads the end.
    pub(super) fn end(mut self) -> Result<End<S>, ArticleError> {
        if self.rewriter.is_none() {
            self.begin()?;
        }
        if let Some(rewriter) = self.rewriter.take() {
            rewriter.end().map_err(|error| why(&error))?;
        }
        let mut shared = self.shared.borrow_mut();
        shared.read_gap(None, true);
        // Markup that never ends is no place to put anything into.
        let end = shared.raw_start.unwrap_or(shared.at);
        let Some(mut reader) = shared.reader.take() else { return Err(ArticleError::Unfinished) };
        reader.finish(end);
        let chosen = reader.roots.chosen();
        let candidates = std::mem::take(&mut reader.roots.all);
        reader.roots.all.clone_from(&candidates);
        let within = (0..candidates.len())
            .map(|root| chosen.iter().copied().find(|outer| reader.roots.is_within(root, *outer)))
            .collect();
        Ok(End {
            sink: reader.sink,
            encoding: shared.encoding,
            candidates,
            chosen,
            langs: reader.langs,
            is_amp: reader.is_amp,
            within,
        })
    }

    fn begin(&mut self) -> Result<(), ArticleError> {
        let (encoding, mark) = encoding_of(&self.start, self.charset.as_deref())?;
        let known = AsciiCompatibleEncoding::new(encoding);
        let mut settings = Settings::new();
        settings.encoding = known.ok_or_else(|| ArticleError::Encoding(encoding.name().to_owned()))?;
        // A page on which it cannot be sure what is script and what text is read as a browser most likely does.
        settings.strict = false;
        settings.memory_settings = MemorySettings { max_allowed_memory_usage: MEMORY, ..MemorySettings::new() };
        let mut on = |selector: Option<Cow<'s, Selector>>, act: fn(&mut Shared<S>, &mut Element<'_, '_>)| {
            let shared = Rc::clone(&self.shared);
            let handler = move |element: &mut Element<'_, '_>| {
                act(&mut shared.borrow_mut(), element);
                Ok(())
            };
            settings
                .element_content_handlers
                .extend(selector.map(|selector| (selector, ElementContentHandlers::default().element(handler))));
        };
        // In this order: what the others say is asked for when the element is read.
        on(self.selectors.root.as_ref().map(Cow::Borrowed), |shared, element| shared.select(element, Selected::Root));
        on(self.selectors.skip.as_ref().map(Cow::Borrowed), |shared, element| shared.select(element, Selected::Skip));
        on(Some(Cow::Borrowed(&self.selectors.raw)), Shared::raw_start_tag);
        self.rewriter = Some(HtmlRewriter::new(settings, (|_| {}) as Output));
        let mut shared = self.shared.borrow_mut();
        if let Some(sink) = shared.sink.take() {
            shared.reader = Some(Reader::new(encoding, self.rule, sink));
        }
        (shared.encoding, shared.mark) = (encoding, mark);
        drop(shared);
        let start = std::mem::take(&mut self.start);
        self.feed(&start)
    }

    fn feed(&mut self, bytes: &[u8]) -> Result<(), ArticleError> {
        for chunk in bytes.chunks(CHUNK) {
            self.shared.borrow_mut().append(chunk);
            if let Some(rewriter) = &mut self.rewriter {
                rewriter.write(chunk).map_err(|error| why(&error))?;
            }
            let mut shared = self.shared.borrow_mut();
            shared.read_gap(None, false);
            if shared.is_in_tag_beyond(MEMORY) {
                return Err(ArticleError::TooDeep);
            }
        }
        Ok(())
    }
}

fn why(error: &RewritingError) -> ArticleError {
    match error {
        RewritingError::MemoryLimitExceeded(_) => ArticleError::TooDeep,
        _ => ArticleError::Unfinished,
    }
}
