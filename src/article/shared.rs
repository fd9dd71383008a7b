//! What `lol_html`'s handlers and the parser share: the bytes that have come and have not been read, and the reader they go to.

use std::cell::Cell;
use std::collections::VecDeque;
use std::rc::Rc;

use lol_html::html_content::{Element, EndTag};

use super::element::Name;
use super::reader::Reader;
use super::sink::Sink;
use super::tokens::{self, Syntax, Token};

/// A document's bytes as far as they have come, and what is read of them.
pub(super) struct Shared<S> {
    /// `None` before the encoding is known.
    pub reader: Option<Reader<S>>,
    pub sink: Option<S>,
    pub encoding: &'static encoding_rs::Encoding,
    /// The last bytes of the document, of which the first `passed` are read, and where in the document those begin that are not.
    buffer: Vec<u8>,
    passed: usize,
    pub at: usize,
    /// Bytes of the byte order mark, which is no text.
    pub mark: usize,
    /// The script or the like whose text is read, up to the end tag that `raw_end` names.
    raw: Option<Name>,
    raw_end: Rc<Cell<Option<(usize, usize)>>>,
    /// Where its start tag begins.
    pub raw_start: Option<usize>,
    /// Start tags that were found and not read yet, which a selector fits: where they begin, and which one.
    selected: VecDeque<(usize, Selected)>,
}

/// What a site's selector says of an element.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Selected {
    Root,
    Skip,
}

impl<S: Sink> Shared<S> {
    pub(super) fn new(sink: S) -> Self {
        Self {
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
            selected: VecDeque::new(),
        }
    }

    /// Takes the next bytes.
    pub(super) fn append(&mut self, chunk: &[u8]) {
        let mark = std::mem::take(&mut self.mark).min(chunk.len());
        self.at += mark;
        self.buffer.drain(..std::mem::take(&mut self.passed));
        self.buffer.extend_from_slice(&chunk[mark..]);
    }

    fn unread(&self) -> &[u8] {
        &self.buffer[self.passed..]
    }

    /// Reads what stands before the byte `end` of the document, or all there is; `is_whole`: nothing more comes.
    pub(super) fn read_gap(&mut self, end: Option<usize>, is_whole: bool) {
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
        let unread = self.unread();
        let length = end.map_or(unread.len(), |end| end.saturating_sub(self.at).min(unread.len()));
        let (stop, is_whole) = (self.passed + length, is_whole || end.is_some());
        let Some(reader) = &mut self.reader else { return };
        while self.passed < stop {
            let syntax = Syntax { encoding: self.encoding, is_whole, allows_cdata: reader.is_foreign() };
            let Some((token, length)) = tokens::read(&self.buffer[self.passed..stop], syntax) else { return };
            let tag = self.at..self.at + length;
            match token {
                Token::Text(text) => reader.text(text, self.at),
                Token::End(name) => reader.end_tag(name, &tag),
                Token::Start(name, mut attributes) => {
                    (attributes.is_root, attributes.is_skipped) = selected(&mut self.selected, tag.start);
                    reader.start_tag(name, &tag, &attributes);
                }
                Token::Comment => {}
            }
            self.passed += length;
            self.at += length;
        }
    }

    /// Whether what is held back is a tag of more than so many bytes.
    pub(super) fn is_in_tag_beyond(&self, limit: usize) -> bool {
        let unread = self.unread();
        unread.len() > limit && unread.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/')
    }

    /// Forgets what stands before the byte `end`.
    fn forget(&mut self, end: usize) {
        let length = end.saturating_sub(self.at).min(self.unread().len());
        self.passed += length;
        self.at += length;
    }

    /// A selector fits the element of this start tag.
    pub(super) fn select(&mut self, element: &Element<'_, '_>, selected: Selected) {
        self.selected.push_back((element.source_location().bytes().start, selected));
    }

    /// Reads the start tag of an element that holds nothing but text.
    pub(super) fn raw_start_tag(&mut self, element: &mut Element<'_, '_>) {
        let tag = element.source_location().bytes();
        self.read_gap(Some(tag.start), true);
        self.forget(tag.start);
        let (is_root, is_skipped) = selected(&mut self.selected, tag.start);
        // Held back by nothing: every byte up to the tag has been read.
        let bytes = self.unread().get(..tag.len()).filter(|_| self.at == tag.start);
        let Some((name, mut attributes, _)) = bytes.and_then(|bytes| tokens::start_tag(bytes, self.encoding)) else {
            return;
        };
        (attributes.is_root, attributes.is_skipped) = (is_root, is_skipped);
        self.forget(tag.end);
        if let Some(reader) = &mut self.reader {
            reader.start_tag(name, &tag, &attributes);
        }
        let is_html = element.namespace_uri() == "http://www.w3.org/1999/xhtml";
        if is_html && let Some(handlers) = element.end_tag_handlers() {
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

/// Whether an element whose start tag begins at the byte `start` is one of the article's, and whether it is one to skip.
fn selected(all: &mut VecDeque<(usize, Selected)>, start: usize) -> (bool, bool) {
    let (mut is_root, mut is_skipped) = (false, false);
    while let Some((_, selected)) = all.pop_front_if(|(at, _)| *at <= start) {
        is_root |= selected == Selected::Root;
        is_skipped |= selected == Selected::Skip;
    }
    (is_root, is_skipped)
}
