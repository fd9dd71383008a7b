//! Tells which words an abbreviation stands for.
//!
//! Words in quotation marks beside it are it. Otherwise words whose initials it is; or a name of which two words in three begin
//! with one of its letters, as where the abbreviation is of another language (`Terrorism Confinement Center (CECOT)`); or, as
//! Schwartz and Hearst found for medical texts (2003), the shortest words in which its letters stand in order, the first at the
//! beginning of a word (`Bundeskriminalamt (BKA)`).

use crate::matcher::BARRIER;
use std::ops::Range;

use super::corpus::{Corpus, Sentence};
use super::names::CONNECTORS;

/// The letters and digits of an abbreviation, in lower case.
pub(super) struct Letters {
    text: String,
    chars: Vec<char>,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let text: String = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        Self { chars: text.chars().collect(), text }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }
}

/// The most words that an abbreviation stands for.
const MOST_WORDS: usize = 16;

const OPENING: [char; 2] = ['(', '（'];

/// The words before an abbreviation that stands in brackets, if it stands for them.
pub(super) fn before(corpus: &Corpus, sentence: &Sentence, at: usize, letters: &Letters) -> Option<Range<usize>> {
    let previous = at.checked_sub(1)?;
    let gap = sentence.gap(previous);
    if !(gap.ends_with(OPENING) && sentence.gap(at).starts_with([')', '）', ',', ';', '，'])) {
        return None;
    }
    let gap = gap.trim_end_matches(OPENING).trim_end();
    if let Some(quoted) = quoted(sentence, at, gap) {
        return Some(quoted);
    }
    if !gap.trim_matches(BARRIER).is_empty() {
        return None;
    }
    let nearest = (at.saturating_sub(MOST_WORDS)..previous).rev();
    let first = nearest.take_while(|word| sentence.is_joined(*word)).last().unwrap_or(previous);
    let most = (letters.len() * 2).min(letters.len() + 5);
    let start = initials(corpus, sentence, first.max(at.saturating_sub(most))..at, letters)
        .or_else(|| foreign_name(corpus, sentence, first..at, letters))
        .or_else(|| letters_in_order(sentence, first.max(at.saturating_sub(most))..at, letters))?;
    Some(start..at)
}

/// The words in brackets behind an abbreviation, if it stands for them.
pub(super) fn behind(corpus: &Corpus, sentence: &Sentence, at: usize, letters: &Letters) -> Option<Range<usize>> {
    let is_opened = sentence.gap(at).trim_start().starts_with(OPENING);
    let first = at + 1;
    let end = (first..sentence.words.len()).take(MOST_WORDS).find(|word| !sentence.is_joined(*word))? + 1;
    if !is_opened || !sentence.gap(end - 1).starts_with([')', '）', ',', ';', '，']) {
        return None;
    }
    let start = initials(corpus, sentence, first..end, letters)
        .or_else(|| foreign_name(corpus, sentence, first..end, letters))
        .or_else(|| letters_in_order(sentence, first..end, letters))?;
    (start == first).then_some(first..end)
}

/// The words in quotation marks that end with `gap`, which is what stands between them and the bracket.
fn quoted(sentence: &Sentence, at: usize, gap: &str) -> Option<Range<usize>> {
    let closing = gap.chars().next_back()?;
    let opening = match closing {
        '”' => '“',
        '“' => '„',
        '»' => '«',
        '」' => '「',
        '』' => '『',
        '》' => '《',
        _ => return None,
    };
    let nearest = (at.saturating_sub(MOST_WORDS)..at).rev();
    let first = nearest.take_while(|word| *word == at - 1 || !sentence.gap(*word).contains(opening)).last()?;
    let before = first.checked_sub(1).map_or(&sentence.text[..sentence.words[first].start], |word| sentence.gap(word));
    before.contains(opening).then_some(first..at)
}

/// Where the words begin whose initials are the letters. Connectors may be passed over (`Federal Bureau of Investigation`).
fn initials(corpus: &Corpus, sentence: &Sentence, words: Range<usize>, letters: &Letters) -> Option<usize> {
    let initial = |at: usize| corpus.word(sentence.words[at].number).chars().next();
    let is_connector = |at: usize| CONNECTORS.contains(&corpus.word(sentence.words[at].number));
    // For each number of letters that are left, where the words begin that have taken the others; the fewest words first.
    let mut waiting = vec![(words.end, letters.len())];
    while let Some((end, left)) = waiting.pop() {
        let Some(at) = end.checked_sub(1).filter(|at| *at >= words.start && left > 0) else { continue };
        if initial(at) == letters.chars.get(left - 1).copied() {
            if left == 1 && !is_connector(at) {
                return Some(at);
            }
            waiting.push((at, left - 1));
        }
        if is_connector(at) && at + 1 < words.end {
            waiting.push((at, left));
        }
    }
    None
}

/// Where the name begins that ends the words, if two in three of its words begin with one of the letters.
fn foreign_name(corpus: &Corpus, sentence: &Sentence, words: Range<usize>, letters: &Letters) -> Option<usize> {
    if !corpus.articles[sentence.article].has_capitals {
        return None;
    }
    let is_capital = |at: &usize| sentence.words[*at].shape.is_capital();
    let is_part = |at: &usize| is_capital(at) || CONNECTORS.contains(&corpus.word(sentence.words[*at].number));
    let parts: Vec<usize> = words.clone().rev().take_while(is_part).collect();
    let mut capitals: Vec<usize> = parts.into_iter().filter(is_capital).collect();
    // A common word with a capital at the beginning of the sentence (`The`) is no part of the name.
    capitals.pop_if(|first| *first == 0 && corpus.is_common(sentence.article, sentence.words[0].number));
    let is_in_letters = |at: &&usize| {
        corpus.word(sentence.words[**at].number).chars().next().is_some_and(|c| letters.chars.contains(&c))
    };
    let matching = capitals.iter().filter(is_in_letters).count();
    let is_expansion = is_capital(&(words.end - 1)) && capitals.len() > 1 && matching * 3 >= capitals.len() * 2;
    capitals.last().copied().filter(|_| is_expansion)
}

/// Where the shortest words begin in which the letters stand in order, the first one at the beginning of a word.
fn letters_in_order(sentence: &Sentence, words: Range<usize>, letters: &Letters) -> Option<usize> {
    let (first, last) = (sentence.words.get(words.start)?, sentence.words.get(words.end - 1)?);
    let text = sentence.text[first.start..last.end].to_lowercase();
    let text: Vec<char> = text.chars().collect();
    let mut at = text.len();
    for (index, letter) in letters.chars.iter().enumerate().rev() {
        let is_here = |at: &usize| {
            let starts_word = || at.checked_sub(1).is_none_or(|before| !text[before].is_alphanumeric());
            text[*at] == *letter && (index > 0 || starts_word())
        };
        at = (0..at).rev().find(is_here)?;
    }
    // The words counted by the spaces between them, as the text in lower case may be longer than it was.
    let length = text.len() - at;
    let spaces = sentence.text[first.start..last.end].to_lowercase().chars().take(at).filter(|c| *c == ' ').count();
    let start = words.start + spaces;
    // One word must be much longer than its abbreviation, or anything would do.
    let is_long = length >= letters.len() + 4;
    (is_long && start < words.end).then_some(start)
}
