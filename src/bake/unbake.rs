//! Takes out again what baking has put in: marks, and the part at the end of an article. Whatever is not exactly of that shape stays.

use std::ops::Range;

use memchr::memmem::Finder;

use super::appendix;
use super::marks::{self, BEGINNINGS, Found};

/// An article as it was before it was baked, to the byte.
#[must_use]
pub fn unbake(article: &[u8]) -> Vec<u8> {
    let mut original = Vec::with_capacity(article.len());
    for own in own_parts(article) {
        original.extend_from_slice(&article[own]);
    }
    original
}

/// The parts of an article that are its own.
pub(super) fn own_parts(article: &[u8]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    Unbaker::new().pass(article, true, &mut |own| parts.push(own));
    parts
}

/// Bytes that are held back at most until it is known whether they are a mark; longer words are none.
const LONGEST_MARK: usize = 1 << 16;
/// And until it is known whether they are the part at the end of an article: several times the largest deck that a page should use.
const LONGEST_APPENDIX: usize = 64 << 20;

/// Takes out what baking has put into an article that comes in chunks.
pub struct Unbaker {
    beginnings: [Finder<'static>; 3],
    /// What is held back.
    held: Vec<u8>,
}

impl Default for Unbaker {
    fn default() -> Self {
        Self::new()
    }
}

impl Unbaker {
    /// At the beginning of the article.
    #[must_use]
    pub fn new() -> Self {
        let [term, link] = BEGINNINGS;
        Self { beginnings: [term, link, appendix::BEGINNING.as_bytes()].map(Finder::new), held: Vec::new() }
    }

    /// Takes the next bytes, and appends to `original` what is known to be the article's own.
    pub fn write(&mut self, bytes: &[u8], original: &mut Vec<u8>) {
        self.held.extend_from_slice(bytes);
        let held = &self.held[..];
        let read = self.pass(held, false, &mut |own| original.extend_from_slice(&held[own]));
        self.held.drain(..read);
    }

    /// Appends the rest.
    pub fn end(self, original: &mut Vec<u8>) {
        let held = &self.held[..];
        self.pass(held, true, &mut |own| original.extend_from_slice(&held[own]));
    }

    /// Tells of each part that is the article's own; returns how many of the bytes held back are settled by that.
    fn pass(&self, held: &[u8], is_whole: bool, own: &mut dyn FnMut(Range<usize>)) -> usize {
        let mut at = 0;
        // Where each beginning stands next.
        let mut next: [Option<usize>; 3] = [Some(0); 3];
        let mut search = 0;
        loop {
            for (next, finder) in next.iter_mut().zip(&self.beginnings) {
                if next.is_some_and(|next| next <= search) {
                    *next = finder.find(&held[search..]).map(|found| search + found);
                }
            }
            let Some(start) = next.iter().flatten().min().copied() else {
                // The last bytes may be the beginning of a beginning.
                let open = held.len() - if is_whole { 0 } else { self.open_beginning(&held[search..]) };
                own(at..open);
                return open;
            };
            let (found, longest) = if next[2] == Some(start) {
                (appendix::read(&held[start..], is_whole), LONGEST_APPENDIX)
            } else {
                (marks::read(&held[start..]), LONGEST_MARK)
            };
            match found {
                Found::Mark([before, words, after]) => {
                    own(at..start);
                    own(start + before..start + before + words);
                    at = start + before + words + after;
                    search = at;
                }
                Found::Open if !is_whole && held.len() - start < longest => {
                    own(at..start);
                    return start;
                }
                Found::Open | Found::No => search = start + 1,
            }
        }
    }

    /// How many of the last bytes may be the first ones of a beginning.
    fn open_beginning(&self, bytes: &[u8]) -> usize {
        let longest = self.beginnings.iter().map(|finder| finder.needle().len()).max().unwrap_or_default();
        let last = &bytes[bytes.len().saturating_sub(longest)..];
        let is_open = |start: &usize| self.beginnings.iter().any(|finder| finder.needle().starts_with(&last[*start..]));
        (0..last.len()).find(is_open).map_or(0, |start| last.len() - start)
    }
}
