//! Finds names: words with capitals where a sentence does not ask for one.

use std::collections::{HashMap, HashSet};

use super::corpus::{Corpus, Sentence};
use super::mention::{Key, Mention};
use super::tokens::Shape;

/// Words in small letters that join the parts of a name, in the languages of Western Europe and in transcribed Arabic.
pub(super) const CONNECTORS: [&str; 24] = [
    "of", "for", "de", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "d", "l", "la", "las", "los",
    "the", "van", "von", "der", "den", "bin", "al",
];

/// Those that no name goes on with: they follow another one (`of the`, `de la`).
const ARTICLES: [&str; 6] = ["the", "la", "las", "los", "der", "den"];

/// No more of them stand between two parts of a name.
const MOST_CONNECTORS: usize = 2;

/// English names of days and months: with capitals, but no names of what a card would be about. Those of the second list are
/// names of people too, and count where more words follow or go before.
const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday january february july september october november december";
const MONTHS: &str = "march april may june august";

/// Titles before a name, which are no part of it, in lower case.
const TITLES: &str = "mr mrs ms dr sr sra srta dra mme mlle hr";

/// A run of words with capitals.
struct Run {
    mention: Mention,
    /// Whether its first word has its capital perhaps only because a sentence begins there.
    is_initial: bool,
}

/// The names in the articles whose language tells them by capitals, in the order of the text.
pub(super) fn names(corpus: &Corpus) -> Vec<Mention> {
    let runs: Vec<Run> = (0..corpus.sentences.len()).flat_map(|sentence| runs(corpus, sentence)).collect();
    let small = small_words(corpus);
    let mut certain = HashSet::new();
    for run in runs.iter().filter(|run| !run.is_initial) {
        let key = run.mention.key(corpus);
        // The last word of a name stands for it, if it is no other word as well.
        certain.extend(key.last().filter(|last| !small.contains_key(*last)).map(|last| vec![*last]));
        certain.insert(key);
    }
    let names = runs.into_iter().filter_map(|run| name(corpus, run, &certain, &small));
    names.filter(|mention| !is_no_name(corpus, mention)).collect()
}

/// How often each word is written with a small letter.
pub(super) fn small_words(corpus: &Corpus) -> HashMap<usize, usize> {
    let mut counts = HashMap::new();
    for sentence in &corpus.sentences {
        for word in sentence.words.iter().filter(|word| word.shape == Shape::Small) {
            *counts.entry(word.number).or_default() += 1;
        }
    }
    counts
}

/// What of a run is a name. Of one that begins a sentence, that first word is part of the name only where other places say so.
fn name(corpus: &Corpus, run: Run, certain: &HashSet<Key>, small: &HashMap<usize, usize>) -> Option<Mention> {
    let mention = run.mention;
    let article = corpus.sentences[mention.sentence].article;
    let key = mention.key(corpus);
    if !run.is_initial || certain.contains(&key) {
        // A lone common word, such as I.
        return (key.len() > 1 || !corpus.is_common(article, key[0])).then_some(mention);
    }
    let is_other = corpus.is_common(article, key[0]) || small.contains_key(&key[0]) || certain.contains(&key[1..]);
    if is_other || key.len() == 1 {
        let words = without_connectors(corpus, &mention, mention.words.start + 1);
        let rest = Mention { words: words..mention.words.end, ..mention };
        let is_name = rest.words.len() > 1 || rest.words.len() == 1 && !corpus.is_common(article, rest.key(corpus)[0]);
        return is_name.then_some(rest);
    }
    Some(mention)
}

/// The first word from `start` on that is no connector.
fn without_connectors(corpus: &Corpus, mention: &Mention, start: usize) -> usize {
    let words = &corpus.sentences[mention.sentence].words;
    (start..mention.words.end).find(|at| words[*at].shape.is_capital()).unwrap_or(mention.words.end)
}

/// A month, or a party and state in brackets behind an American politician's name: `(D-Md.)`.
fn is_no_name(corpus: &Corpus, mention: &Mention) -> bool {
    if mention.words.len() > 1 {
        return false;
    }
    let sentence = &corpus.sentences[mention.sentence];
    let is_in_brackets = || mention.words.start > 0 && sentence.gap(mention.words.start - 1).ends_with('(');
    let is_party = || mention.text(corpus).chars().nth(1) == Some('-') && is_in_brackets();
    is_in(MONTHS, corpus.word(mention.key(corpus)[0])) || is_party()
}

/// The runs of words with capitals in a sentence.
fn runs(corpus: &Corpus, number: usize) -> Vec<Run> {
    let sentence = &corpus.sentences[number];
    let mut runs = Vec::new();
    if !corpus.articles[sentence.article].has_capitals || sentence.is_shouted() {
        return runs;
    }
    let mut start = 0;
    while start < sentence.words.len() {
        let end = end_of_run(corpus, sentence, start);
        if end > start {
            let is_initial = is_initial(sentence, start);
            runs.push(Run { mention: Mention { sentence: number, words: start..end }, is_initial });
        }
        start = end.max(start + 1);
    }
    runs
}

/// Where the run ends that begins at a word; there where none does.
fn end_of_run(corpus: &Corpus, sentence: &Sentence, start: usize) -> usize {
    let is_part = |at: usize| {
        let word = &sentence.words[at];
        let text = corpus.word(word.number);
        word.shape.is_capital() && !is_in(DAYS, text) && !is_in(TITLES, text)
    };
    if !is_part(start) {
        return start;
    }
    let mut last = start;
    let mut at = start;
    while joins(sentence, at) && at + 1 < sentence.words.len() {
        at += 1;
        if is_part(at) {
            last = at;
            continue;
        }
        let word = corpus.word(sentence.words[at].number);
        let is_first = at == last + 1;
        let is_connector = sentence.words[at].shape == Shape::Small && CONNECTORS.contains(&word);
        if !is_connector || at > last + MOST_CONNECTORS || is_first && ARTICLES.contains(&word) {
            break;
        }
    }
    last + 1
}

/// Whether a name may go on behind a word: behind space, or behind the point of an initial.
fn joins(sentence: &Sentence, at: usize) -> bool {
    let word = &sentence.words[at];
    let is_one_letter = sentence.text[word.start..word.end].chars().count() == 1;
    sentence.is_joined(at) || is_one_letter && word.shape.is_capital() && sentence.gap(at) == ". "
}

/// Whether a word has its capital perhaps because a sentence begins there, or a quotation, or what stands behind a colon.
fn is_initial(sentence: &Sentence, at: usize) -> bool {
    let before = at.checked_sub(1).map_or(&sentence.text[..sentence.words[at].start], |before| sentence.gap(before));
    at == 0 || before.contains([':', '“', '"', '«', '„', '‘', '—', '•', '¿', '¡', '?', '!'])
}

fn is_in(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|known| known == word)
}
