//! Feeds a document, chunk by chunk, through `lol_html` into the reader.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use lol_html::errors::RewritingError;
use lol_html::html_content::{Element, EndTag};
use lol_html::{AsciiCompatibleEncoding, ElementContentHandlers, HtmlRewriter, MemorySettings, Selector, Settings};

use super::attributes::Attributes;
use super::element::{Name, Traits};
use super::encoding::{PRESCAN, encoding_of};
use super::reader::Reader;
use super::roots::{Candidate, Rule};
use super::sink::Sink;
use super::tokens::{Token, name_in, read_gap};
use super::{ArticleError, Selectors};

/// Memory that `lol_html` may take for elements that are never closed and for a tag that never ends, in bytes: room for some twenty
/// thousand elements in each other.
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

struct Shared<S> {
    /// `None` before the encoding is known.
    reader: Option<Reader<S>>,
    sink: Option<S>,
    encoding: &'static encoding_rs::Encoding,
    /// The last bytes of the document, of which the first `passed` are read, and where in the document those begin that are not.
    buffer: Vec<u8>,
    passed: usize,
    at: usize,
    /// Bytes of the byte order mark, which is no text.
    mark: usize,
    /// The script or the like whose text is read, up to the end tag that `raw_end` names.
    raw: Option<Name>,
    raw_end: Rc<Cell<Option<(usize, usize)>>>,
    /// Where its start tag begins.
    raw_start: Option<usize>,
    is_skipped: bool,
    is_root: bool,
}

impl<'s, S: Sink + 's> Parser<'s, S> {
    /// Nothing is read yet. `charset`: the encoding as whoever sent the document says.
    pub(super) fn new(selectors: &'s Selectors, rule: Rule, charset: Option<&str>, sink: S) -> Self {
        let shared = Shared {
            reader: None,
            sink: Some(sink),
            encoding: encoding_rs::UTF_8,
            buffer: Vec::new(),
            passed: 0,
            at: 0,
            mark: 0,
            raw: None,
            raw_end: Rc::default(),
            raw_start: None,
            is_skipped: false,
            is_root: false,
        };
        let charset = charset.map(str::to_owned);
        Self { rewriter: None, shared: Rc::new(RefCell::new(shared)), start: Vec::new(), charset, selectors, rule }
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
        on(self.selectors.root.as_ref().map(Cow::Borrowed), |shared, _| shared.is_root = true);
        on(self.selectors.skip.as_ref().map(Cow::Borrowed), |shared, _| shared.is_skipped = true);
        on(Some(Cow::Borrowed(&self.selectors.any)), Shared::start_tag);
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
            self.shared.borrow_mut().read_gap(None, false);
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

impl<S: Sink> Shared<S> {
    fn append(&mut self, chunk: &[u8]) {
        let mark = std::mem::take(&mut self.mark).min(chunk.len());
        self.at += mark;
        self.buffer.drain(..std::mem::take(&mut self.passed));
        self.buffer.extend_from_slice(&chunk[mark..]);
    }

    fn unread(&self) -> &[u8] {
        &self.buffer[self.passed..]
    }

    /// Reads what stands before the byte `end` of the document, or all there is; `is_whole`: nothing more comes.
    fn read_gap(&mut self, end: Option<usize>, is_whole: bool) {
        if let Some(name) = self.raw {
            match self.raw_end.take() {
                Some((start, end)) => {
                    self.forget(end);
                    (self.raw, self.raw_start) = (None, None);
                    if let Some(reader) = &mut self.reader {
                        reader.end_tag(name, &(start..end));
                    }
                }
                None => return self.forget(end.unwrap_or(self.at + self.unread().len())),
            }
        }
        let Some(reader) = &mut self.reader else { return };
        let unread = &self.buffer[self.passed..];
        let gap = &unread[..end.map_or(unread.len(), |end| end.saturating_sub(self.at).min(unread.len()))];
        let is_whole = is_whole || end.is_some();
        let read = read_gap(gap, self.at, (is_whole, reader.is_foreign()), &mut |token| match token {
            Token::Text(text, at) => reader.text(text, at),
            Token::End(name, tag) => reader.end_tag(name, &tag),
            Token::Start(name, tag, is_self_closing) => {
                // What its attributes say is not known.
                let attributes = Attributes { is_self_closing, is_absent: true, ..Attributes::default() };
                reader.start_tag(name, &tag, &attributes);
            }
        });
        self.forget(self.at + read);
    }

    /// Forgets what stands before the byte `end`.
    fn forget(&mut self, end: usize) {
        let length = end.saturating_sub(self.at).min(self.unread().len());
        self.passed += length;
        self.at += length;
    }

    fn start_tag(&mut self, element: &mut Element<'_, '_>) {
        let tag = element.source_location().bytes();
        self.read_gap(Some(tag.start), true);
        self.forget(tag.start);
        let (is_root, is_skipped) = (std::mem::take(&mut self.is_root), std::mem::take(&mut self.is_skipped));
        // Held back by nothing: every byte up to the tag has been read.
        let Some(bytes) = self.unread().get(..tag.len()).filter(|_| self.at == tag.start && tag.len() > 1) else {
            return;
        };
        let name = Name::of(name_in(&bytes[1..]));
        let traits = name.traits();
        let has_attributes = bytes.len() > name_in(&bytes[1..]).len() + 3;
        let mut attributes = if has_attributes {
            Attributes::read(name, element, (self.unread(), self.at))
        } else {
            Attributes::default()
        };
        (attributes.is_root, attributes.is_skipped) = (is_root, is_skipped);
        attributes.is_self_closing = bytes.ends_with(b"/>");
        self.forget(tag.end);
        if let Some(reader) = &mut self.reader {
            reader.start_tag(name, &tag, &attributes);
        }
        let is_html = element.namespace_uri() == "http://www.w3.org/1999/xhtml";
        if traits.contains(Traits::RAW)
            && is_html
            && let Some(handlers) = element.end_tag_handlers()
        {
            (self.raw, self.raw_start) = (Some(name), Some(tag.start));
            let end = Rc::clone(&self.raw_end);
            handlers.push(Box::new(move |tag: &mut EndTag<'_>| {
                let bytes = tag.source_location().bytes();
                end.set(Some((bytes.start, bytes.end)));
                Ok(())
            }));
        }
    }
}
