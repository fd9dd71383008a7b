//! The articles as they are read: sentences of words, each word by its number.

use std::ops::Range;

use indexmap::IndexSet;

use super::known_terms::KnownTerms;
use super::sentences::sentences;
use super::tokens::{Shape, tokens};
use crate::check::common_words::{CommonWords, LANGUAGES};
use crate::matcher::BARRIER;

/// An article to look for terms in.
#[derive(Clone, Debug)]
pub struct Article<'a> {
    /// What it is called in the results: its file.
    pub name: &'a str,
    /// Its language, a BCP 47 tag, where it is told.
    pub lang: Option<&'a str>,
    /// Its text, block by block: paragraphs, list items.
    pub blocks: &'a [&'a str],
}

/// All that was read.
pub(super) struct Corpus {
    /// Every word, in lower case; its place is its number.
    words: IndexSet<String>,
    /// For each word, in which of the languages with a list it is common: a bit for each.
    common: Vec<u8>,
    pub(super) articles: Vec<ArticleInfo>,
    pub(super) sentences: Vec<Sentence>,
}

pub(super) struct ArticleInfo {
    pub(super) name: String,
    /// Its language, if there is a list of its commonest words: a place in [`LANGUAGES`].
    language: Option<usize>,
    /// Whether a capital tells a name from other words.
    pub(super) has_capitals: bool,
}

pub(super) struct Sentence {
    /// The number of its article.
    pub(super) article: usize,
    pub(super) text: String,
    pub(super) words: Vec<Word>,
    /// Where terms stand that a deck has already, in bytes.
    pub(super) known: Vec<Range<usize>>,
}

#[derive(Clone, Copy)]
pub(super) struct Word {
    /// Its number in the corpus.
    pub(super) number: usize,
    /// Its place in the sentence, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) shape: Shape,
}

impl Corpus {
    pub(super) fn new() -> Self {
        Self { words: IndexSet::new(), common: Vec::new(), articles: Vec::new(), sentences: Vec::new() }
    }

    pub(super) fn add(&mut self, article: &Article<'_>, known: &KnownTerms) {
        let first = self.sentences.len();
        for block in article.blocks {
            self.add_block(block, known);
        }
        let sentences = &self.sentences[first..];
        let language = match article.lang {
            Some(lang) => CommonWords::of(lang).and_then(|known| LANGUAGES.iter().position(|one| one.tag == known.tag)),
            None => self.guess_language(sentences),
        };
        let lang = article.lang.or(language.map(|language| LANGUAGES[language].tag));
        let has_capitals = !lang.is_some_and(has_capital_nouns) && !is_mostly_capitals(sentences);
        self.articles.push(ArticleInfo { name: article.name.to_owned(), language, has_capitals });
    }

    fn add_block(&mut self, block: &str, known: &KnownTerms) {
        let block = clean(block);
        let places = known.find(&block);
        for range in sentences(&block) {
            let text = &block[range.clone()];
            let words = tokens(text).into_iter().map(|token| Word {
                number: self.number(&text[token.start..token.end]),
                start: token.start,
                end: token.end,
                shape: token.shape,
            });
            let words = words.collect();
            let in_sentence = places.iter().filter(|place| range.start < place.end && place.start < range.end);
            let known = in_sentence
                .map(|place| place.start.saturating_sub(range.start)..place.end.min(range.end) - range.start);
            let known = known.collect();
            self.sentences.push(Sentence { article: self.articles.len(), text: text.to_owned(), words, known });
        }
    }

    /// The number of a word.
    fn number(&mut self, word: &str) -> usize {
        let (number, is_new) = self.words.insert_full(word.to_lowercase().replace('’', "'"));
        if is_new {
            let word = self.word(number);
            let bits = LANGUAGES.iter().enumerate().filter(|(_, language)| language.contains(word));
            let bits = bits.fold(0, |bits, (language, _)| bits | 1 << language);
            self.common.push(bits);
        }
        number
    }

    /// The language of which the sentences hold most common words: at least one word in ten.
    fn guess_language(&self, sentences: &[Sentence]) -> Option<usize> {
        let words = || sentences.iter().flat_map(|sentence| &sentence.words);
        let count = |language: usize| words().filter(|word| self.common[word.number] >> language & 1 == 1).count();
        let (count, language) = (0..LANGUAGES.len()).map(|language| (count(language), language)).max()?;
        (count * 10 >= words().count()).then_some(language)
    }

    pub(super) fn word(&self, number: usize) -> &str {
        self.words.get_index(number).map_or("", String::as_str)
    }

    /// Whether a word of an article is too common to begin or end a term. In languages without a list, so are short words.
    pub(super) fn is_common(&self, article: usize, number: usize) -> bool {
        let word = self.word(number);
        match self.articles[article].language {
            Some(language) => self.common[number] >> language & 1 == 1 || word.len() == 1 || word.contains('\''),
            None => word.chars().nth(3).is_none(),
        }
    }
}

/// A text of fewer words may hold more capitals than others by chance.
const ENOUGH_WORDS: usize = 100;

/// Whether so many words have capitals that they are no signal: in a text of headlines, or one written in capitals.
fn is_mostly_capitals(sentences: &[Sentence]) -> bool {
    let words = || sentences.iter().flat_map(|sentence| sentence.words.iter().skip(1));
    let (all, capitals) = (words().count(), words().filter(|word| word.shape.is_capital()).count());
    all >= ENOUGH_WORDS && capitals * 2 > all
}

/// German and Luxembourgish write every noun with a capital.
fn has_capital_nouns(lang: &str) -> bool {
    ["de", "lb"].iter().any(|language| lang.split('-').next().is_some_and(|tag| tag.eq_ignore_ascii_case(language)))
}

/// The text with one space for each run of white space, and none of the marks of places that hold no text.
fn clean(block: &str) -> String {
    let mut text = String::with_capacity(block.len());
    for c in block.chars() {
        match c {
            // It parts words where nothing else does, as a note number from the word before it.
            BARRIER if text.ends_with([' ', BARRIER]) => {}
            '\u{AD}' => {}
            _ if c.is_whitespace() => {
                if text.ends_with(BARRIER) {
                    text.pop();
                }
                if !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            _ => text.push(c),
        }
    }
    text
}
