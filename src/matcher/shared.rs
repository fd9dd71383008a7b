//! A matcher for many threads and for archives: what it learns of characters lies with each thread, and it folds only those parts of a
//! text where a term may begin.

use std::ops::Range;

use super::fold::{FoldCache, FoldedChar};
use super::matcher::{Match, Matcher, Pattern, match_at, matches};
use super::near_words::NearWords;
use super::prefixes::{Prefixes, byte_of, window_end, window_start};
use super::trie::Trie;
use super::unicode::NativeUnicode;
use super::word_segmenter::Segments;

/// The terms of a [`Matcher`] that is built.
pub struct SharedMatcher {
    terms: Trie,
    patterns: Vec<Pattern>,
    near: NearWords,
    prefixes: Prefixes,
    /// Characters of the longest term.
    longest: usize,
}

/// What one thread has learned of characters, and memory for its work.
#[derive(Default)]
pub struct Scratch {
    fold_cache: FoldCache,
    chars: Vec<FoldedChar>,
    /// The characters of the whole block, once words nearby are asked for.
    all: Vec<FoldedChar>,
}

/// A match: the number of its card, and bytes of the text.
pub type ByteMatch = (usize, Range<usize>);

impl SharedMatcher {
    /// Takes the terms of a matcher that is built.
    #[must_use]
    pub fn new(matcher: Matcher) -> Self {
        let Matcher { terms, patterns, near, .. } = matcher;
        let mut near = near.into_inner();
        near.build();
        let (mut prefixes, mut longest) = (Prefixes::new(), 0);
        for key in terms.folded_keys() {
            longest = longest.max(key.len());
            prefixes.add(key);
        }
        Self { terms, patterns, near, prefixes, longest }
    }

    /// The same matches as [`Matcher::find`] with [`NativeUnicode`], in bytes.
    #[must_use]
    pub fn find(&self, block: &str, scratch: &mut Scratch) -> Vec<ByteMatch> {
        if self.patterns.is_empty() {
            return Vec::new();
        }
        let is_latin = block.bytes().filter(u8::is_ascii).count() * 4 > block.len() * 3;
        is_latin
            .then(|| self.find_in_windows(block, scratch))
            .flatten()
            .unwrap_or_else(|| self.find_in_all(block, scratch))
    }

    /// Folds all of the block.
    fn find_in_all(&self, block: &str, scratch: &mut Scratch) -> Vec<ByteMatch> {
        let Scratch { fold_cache, chars, .. } = scratch;
        fold_cache.fold(block, &NativeUnicode, chars);
        let mut standing: Option<Vec<bool>> = None;
        let found = matches(&self.terms, &self.patterns, (block, chars), &NativeUnicode, &mut |near| {
            self.near.is_met(near, standing.get_or_insert_with(|| self.near.standing_in(chars)))
        });
        let (mut units, mut bytes) = (0, 0);
        let mut byte = |offset: usize| {
            let mut rest = block[bytes..].chars();
            while let Some(c) = rest.next().filter(|_| units < offset) {
                units += c.len_utf16();
                bytes += c.len_utf8();
            }
            bytes
        };
        found.into_iter().map(|Match { card, start, end }| (card, byte(start)..byte(end))).collect()
    }

    /// Folds the block around each place where a term may begin; `None` where it has no spaces to part it by.
    fn find_in_windows(&self, block: &str, scratch: &mut Scratch) -> Option<Vec<ByteMatch>> {
        let Scratch { fold_cache, chars, all } = scratch;
        let (text, mut found, mut at) = (block.as_bytes(), Vec::new(), 0);
        let mut standing: Option<Vec<bool>> = None;
        while let Some(start) = self.prefixes.find(text, at) {
            at = start + 1;
            let first = window_start(text, start)?;
            let mut length = self.longest + 8;
            let (window, index) = loop {
                let window = &block[first..window_end(text, start, length)];
                fold_cache.fold(window, &NativeUnicode, chars);
                let units = block[first..start].encode_utf16().count();
                let index = chars.partition_point(|letter| (letter.start as usize) < units);
                let is_enough = chars.len() - index > self.longest + 1 || first + window.len() == block.len();
                if is_enough {
                    break (window, index);
                }
                length *= 2;
            };
            let Some(letter) = chars.get(index) else { continue };
            // A character that is not there for comparison is no beginning.
            if byte_of(window, chars, index, false) != start - first {
                continue;
            }
            let same = chars[index..].iter().take_while(|other| other.start == letter.start).count();
            let best = (index..index + same).find_map(|index| {
                let segments = Segments::new(window, &NativeUnicode);
                let best = match_at(&self.terms, &self.patterns, (chars, index), &segments, &mut |near| {
                    let standing = standing.get_or_insert_with(|| {
                        // Not with the cache in use, which is no harm: what it learns is the same.
                        let mut cache = FoldCache::new();
                        cache.fold(block, &NativeUnicode, all);
                        self.near.standing_in(all)
                    });
                    self.near.is_met(near, standing)
                });
                best.map(|(card, end)| (index, card, end))
            });
            if let Some((index, card, end)) = best {
                let bytes = byte_of(window, chars, index, false)..byte_of(window, chars, end - 1, true);
                at = first + bytes.end;
                found.push((card, first + bytes.start..first + bytes.end));
            }
        }
        Some(found)
    }
}
