//! Finds abbreviations, and what they stand for where an article says it: `Federal Bureau of Investigation (FBI)`, or the other
//! way round.

use super::corpus::{Corpus, Sentence};
use super::expansion::{self, Letters};
use super::mention::Mention;
use super::tokens::Shape;

/// The longest abbreviation that is taken for one without being explained, in letters: a longer one is a word in capitals, as the
/// city at the beginning of an agency's report.
const LONGEST_ALONE: usize = 6;

/// The longest that is taken for one where it stands in brackets or brackets stand behind it.
const LONGEST: usize = 12;

/// An abbreviation in a sentence.
pub(super) struct Abbreviation {
    pub(super) mention: Mention,
    /// What it stands for, where that stands beside it.
    pub(super) expansion: Option<Mention>,
}

/// The abbreviations in the articles, in the order of the text.
pub(super) fn abbreviations(corpus: &Corpus) -> Vec<Abbreviation> {
    let mut found = Vec::new();
    for (number, sentence) in corpus.sentences.iter().enumerate() {
        if sentence.is_shouted() {
            continue;
        }
        for at in 0..sentence.words.len() {
            let Some(letters) = letters(sentence, at) else { continue };
            let is_upper = sentence.words[at].shape == Shape::Upper && !is_roman(letters.as_str());
            let expansion = expansion::before(corpus, sentence, at, &letters)
                .or_else(|| expansion::behind(corpus, sentence, at, &letters));
            let is_alone = is_upper && letters.len() <= LONGEST_ALONE && !is_dateline(sentence, at);
            if expansion.is_some() || is_alone {
                let mention = |words| Mention { sentence: number, words };
                found.push(Abbreviation { mention: mention(at..at + 1), expansion: expansion.map(mention) });
            }
        }
    }
    found
}

/// The letters of a word that may be an abbreviation: two capitals or more, at least half of it (`MoD`, `GmbH`).
fn letters(sentence: &Sentence, at: usize) -> Option<Letters> {
    let word = &sentence.words[at];
    if !word.shape.is_capital() {
        return None;
    }
    let text = &sentence.text[word.start..word.end];
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let letters = Letters::of(text);
    (capitals > 1 && capitals * 2 >= letters.len() && letters.len() <= LONGEST).then_some(letters)
}

/// Whether letters are a number, as in `World War II`.
fn is_roman(letters: &str) -> bool {
    letters.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

/// Whether the word begins an agency's report: `PARIS (AP) — …`.
fn is_dateline(sentence: &Sentence, at: usize) -> bool {
    at == 0 && sentence.gap(at).contains(['(', '—', '–'])
}
