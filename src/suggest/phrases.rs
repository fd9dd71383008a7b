//! Finds phrases that recur: words that stand together again and again, in any language.

use std::collections::HashMap;

use super::corpus::{Corpus, Sentence, Word};
use super::mention::{Key, Mention};
use super::tokens::Shape;

/// The most words of a phrase.
const MOST_WORDS: usize = 5;

/// The fewest and most letters of a phrase in Chinese or Japanese, where each is a word here: two make words of every sort.
const UNSPACED: std::ops::RangeInclusive<usize> = 3..=8;

/// The fewest letters of a single word that is a phrase by itself, in German: most terms there are one long noun.
const LONG_NOUN: usize = 10;

/// The fewest letters of a single word in Katakana.
const LONG_KATAKANA: usize = 4;

/// Chinese letters that mean little by themselves: a phrase neither begins nor ends with one.
const UNSPACED_COMMON: &str = "的了是在和与及等对为这那有不也就都而或被把从到由于以将会他她它们我你其之所";

/// A phrase takes in a part of itself that occurs so many times as often, at most; else the part takes in the phrase.
/// Four thirds: where three mentions in four are of the whole, it is the term.
const MOST_OF: (usize, usize) = (3, 4);

/// Every phrase that occurs at least `fewest` times, with its mentions in the order of the text. `taken`: for each sentence the
/// words that belong to names and abbreviations, which are suggested as such.
pub(super) fn phrases(corpus: &Corpus, taken: &[Vec<bool>], fewest: usize) -> Vec<Vec<Mention>> {
    let mut all: HashMap<Key, Vec<Mention>> = HashMap::new();
    for (number, sentence) in corpus.sentences.iter().enumerate() {
        for start in 0..sentence.words.len() {
            for end in ends(sentence, start) {
                let mention = Mention { sentence: number, words: start..end };
                if is_phrase(corpus, sentence, &mention, &taken[number]) && !mention.touches_known(corpus) {
                    all.entry(mention.key(corpus)).or_default().push(mention);
                }
            }
        }
    }
    all.retain(|_, mentions| mentions.len() >= fewest);
    let mut phrases = maximal(all);
    phrases.sort_by_key(|mentions| (mentions[0].sentence, mentions[0].words.start, mentions[0].words.end));
    phrases
}

/// Where the phrases may end that begin at a word.
fn ends(sentence: &Sentence, start: usize) -> impl Iterator<Item = usize> {
    let is_unspaced = sentence.words[start].shape == Shape::Unspaced;
    let most = if is_unspaced { *UNSPACED.end() } else { MOST_WORDS };
    let joined = (start..sentence.words.len()).take_while(move |at| {
        *at == start || sentence.is_joined(at - 1) && (sentence.words[*at].shape == Shape::Unspaced) == is_unspaced
    });
    joined.map(|at| at + 1).take(most)
}

fn is_phrase(corpus: &Corpus, sentence: &Sentence, mention: &Mention, taken: &[bool]) -> bool {
    let words = &sentence.words[mention.words.clone()];
    let [first, .., last] = words else { return is_long_word(corpus, sentence, words, taken[mention.words.start]) };
    let is_number = |word: &Word| word.shape == Shape::Number;
    if words.iter().any(is_number) || taken[mention.words.clone()].iter().all(|taken| *taken) {
        return false;
    }
    if first.shape == Shape::Unspaced {
        let is_edge = |word: &Word| is_unspaced_edge(corpus.word(word.number));
        return UNSPACED.contains(&words.len()) && is_edge(first) && is_edge(last);
    }
    let is_common = |word: &Word| corpus.is_common(sentence.article, word.number);
    // Part of a name would be cut out of it.
    let is_cut = taken[mention.words.start] || taken[mention.words.end - 1];
    !is_common(first) && !is_common(last) && !is_cut
}

fn is_long_word(corpus: &Corpus, sentence: &Sentence, words: &[Word], is_taken: bool) -> bool {
    let [word] = words else { return false };
    let letters = corpus.word(word.number).chars().count();
    match word.shape {
        Shape::Katakana => letters >= LONG_KATAKANA,
        Shape::Capital => !is_taken && !corpus.articles[sentence.article].has_capitals && letters >= LONG_NOUN,
        _ => false,
    }
}

/// Whether a letter may begin or end a phrase: Han, and neither a common one nor Hiragana, which Japanese has for endings. Thai, Lao,
/// Khmer and Myanmar show the edges of their words by nothing.
fn is_unspaced_edge(letter: &str) -> bool {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    letter.chars().next().is_some_and(|c| is_han(c) && !UNSPACED_COMMON.contains(c))
}

/// Of phrases that are parts of each other the one that is the term: the longer, where most mentions are of it, else the part.
fn maximal(all: HashMap<Key, Vec<Mention>>) -> Vec<Vec<Mention>> {
    let mut keys: Vec<&Key> = all.keys().collect();
    keys.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
    let mut left_out: HashMap<&[usize], bool> = HashMap::new();
    for key in &keys {
        if left_out.get(key.as_slice()).copied().unwrap_or_default() {
            continue;
        }
        let count = all[*key].len();
        let parts = (1..key.len()).flat_map(|length| key.windows(length));
        let parts: Vec<&[usize]> = parts.filter(|part| all.contains_key(*part)).collect();
        let is_whole = |part: &&[usize]| count * MOST_OF.1 >= all[*part].len() * MOST_OF.0;
        if parts.iter().all(is_whole) {
            left_out.extend(parts.into_iter().map(|part| (part, true)));
        } else {
            left_out.insert(key, true);
        }
    }
    let is_left_out = |key: &Key| left_out.get(key.as_slice()).copied().unwrap_or_default();
    let kept: Vec<Key> = keys.into_iter().filter(|key| !is_left_out(key)).cloned().collect();
    let mut all = all;
    kept.iter().filter_map(|key| all.remove(key)).collect()
}
