//! A matcher for many threads: what it learns of characters lies with each thread, not with the terms.

use super::fold::{FoldCache, FoldedChar};
use super::matcher::{Match, Matcher, Pattern, matches};
use super::near_words::NearWords;
use super::trie::Trie;
use super::unicode::Unicode;

/// The terms of a [`Matcher`] that is built.
pub struct SharedMatcher {
    terms: Trie,
    patterns: Vec<Pattern>,
    near: NearWords,
}

/// What one thread has learned of characters, and memory for its work.
#[derive(Default)]
pub struct Scratch {
    fold_cache: FoldCache,
    chars: Vec<FoldedChar>,
}

impl SharedMatcher {
    /// Takes the terms of a matcher that is built.
    #[must_use]
    pub fn new(matcher: Matcher) -> Self {
        let Matcher { terms, patterns, near, .. } = matcher;
        let mut near = near.into_inner();
        near.build();
        Self { terms, patterns, near }
    }

    /// The same matches as [`Matcher::find`].
    #[must_use]
    pub fn find(&self, block: &str, unicode: &dyn Unicode, scratch: &mut Scratch) -> Vec<Match> {
        if self.patterns.is_empty() {
            return Vec::new();
        }
        let Scratch { fold_cache, chars } = scratch;
        fold_cache.fold(block, unicode, chars);
        let mut standing: Option<Vec<bool>> = None;
        matches(&self.terms, &self.patterns, (block, chars), unicode, &mut |near| {
            let standing = standing.get_or_insert_with(|| self.near.standing_in(chars));
            self.near.is_met(near, standing)
        })
    }
}
