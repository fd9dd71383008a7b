//! A place in a sentence where something that could be a term is named.

use crate::matcher::BARRIER;
use std::ops::Range;

use super::corpus::{Corpus, Sentence};
use super::tokens::Shape;

/// The words of a candidate, by number: what tells it from others.
pub(super) type Key = Vec<usize>;

/// Words of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// The number of the sentence.
    pub(super) sentence: usize,
    /// The words, by their places in the sentence.
    pub(super) words: Range<usize>,
}

impl Mention {
    pub(super) fn key(&self, corpus: &Corpus) -> Key {
        let sentence = &corpus.sentences[self.sentence];
        sentence.words[self.words.clone()].iter().map(|word| word.number).collect()
    }

    /// As it is written there.
    pub(super) fn text<'a>(&self, corpus: &'a Corpus) -> &'a str {
        let sentence = &corpus.sentences[self.sentence];
        bytes(sentence, &self.words).map_or("", |range| &sentence.text[range])
    }

    /// Whether a term that a deck has covers its main part: what ends it, or what stands before a word like `of`. So `Bukele` does in
    /// `Nayib Bukele` and in `President Bukele of El Salvador`, but not in `Bukele Foundation`.
    pub(super) fn is_known(&self, corpus: &Corpus) -> bool {
        let sentence = &corpus.sentences[self.sentence];
        let Some(range) = bytes(sentence, &self.words) else { return false };
        let Some(known) = sentence.known_from(range.start).filter(|known| known.start < range.end) else {
            return false;
        };
        let next = sentence.words[self.words.clone()].iter().find(|word| word.start >= known.end);
        next.is_none_or(|word| word.shape == Shape::Small)
            || sentence.known_from(range.end - 1).is_some_and(|last| last.start < range.end && range.end <= last.end)
    }

    /// Whether a term that a deck has covers any of it.
    pub(super) fn touches_known(&self, corpus: &Corpus) -> bool {
        let sentence = &corpus.sentences[self.sentence];
        let Some(range) = bytes(sentence, &self.words) else { return false };
        sentence.known_from(range.start).is_some_and(|known| known.start < range.end)
    }
}

fn bytes(sentence: &Sentence, words: &Range<usize>) -> Option<Range<usize>> {
    let (first, last) = (sentence.words.get(words.start)?, sentence.words.get(words.end.checked_sub(1)?)?);
    Some(first.start..last.end)
}

impl Sentence {
    /// The first known term that ends behind a byte.
    fn known_from(&self, byte: usize) -> Option<&Range<usize>> {
        self.known.get(self.known.partition_point(|known| known.end <= byte))
    }

    /// What stands between a word and the next one.
    pub(super) fn gap(&self, word: usize) -> &str {
        let next = self.words.get(word + 1).map_or(self.text.len(), |next| next.start);
        &self.text[self.words[word].end..next]
    }

    /// Whether nothing but space stands between a word and the next one.
    pub(super) fn is_joined(&self, word: usize) -> bool {
        let is_elided = |gap: &str| matches!(gap, "'" | "’");
        word + 1 < self.words.len()
            && (is_elided(self.gap(word)) || self.gap(word).chars().all(|c| c == ' ' || c == BARRIER))
    }

    /// Whether the words are a headline, or shouted: capitals tell nothing there.
    pub(super) fn is_shouted(&self) -> bool {
        let is_upper = |word: &&super::corpus::Word| word.shape == Shape::Upper;
        self.words.len() > 2 && self.words.iter().filter(is_upper).count() * 2 > self.words.len()
    }
}
