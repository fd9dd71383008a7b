//! Puts together what could get a card: names, abbreviations with what they stand for, phrases that recur.

use crate::matcher::BARRIER;
use std::collections::{BTreeSet, HashMap, HashSet};

use indexmap::IndexMap;
use serde::Serialize;

use super::abbreviations::{Abbreviation, abbreviations};
use super::corpus::{Article, Corpus};
use super::known_terms::KnownTerms;
use super::mention::{Key, Mention};
use super::names::{names, small_words};
use super::phrases::phrases;
use super::variants::merge_variants;

/// A phrase occurs at least so many times: twice is chance.
const FEWEST_PHRASES: usize = 3;

/// Something that could get a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The words, as most mentions have them.
    pub text: String,
    /// What they are.
    pub kind: SuggestionKind,
    /// What an abbreviation stands for, where an article says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expansion: Option<String>,
    /// Shorter names for the same, such as a person's last one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// How often all of these occur.
    pub mentions: usize,
    /// In how many articles.
    pub articles: usize,
    /// The first article in which one does.
    pub article: String,
    /// The sentence in which it does.
    pub sentence: String,
}

/// What a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SuggestionKind {
    /// By its capitals.
    Name,
    /// By its capitals or by what it stands for.
    Abbreviation,
    /// Because it recurs.
    Phrase,
}

/// What is known of a suggestion until all is read.
#[derive(Default)]
pub(super) struct Candidate {
    /// The mentions of the words themselves and of all other names for it.
    pub(super) mentions: Vec<Mention>,
    pub(super) expansion: Option<Mention>,
    pub(super) also: Vec<Mention>,
}

/// Reads articles, and says what in them could get a card.
pub struct Suggester {
    corpus: Corpus,
    known: KnownTerms,
}

impl Suggester {
    /// `known`: what has a card already.
    #[must_use]
    pub fn new(known: KnownTerms) -> Self {
        Self { corpus: Corpus::new(), known }
    }

    /// Reads an article.
    pub fn add(&mut self, article: &Article<'_>) {
        self.corpus.add(article, &self.known);
    }

    /// What occurs at least `fewest` times (a phrase three times) and has no card, what is in most articles first, then what is
    /// mentioned most often.
    #[must_use]
    pub fn finish(self, fewest: usize) -> Vec<Suggestion> {
        let corpus = &self.corpus;
        let mut known: HashSet<Key> = HashSet::new();
        let mut by_name: IndexMap<Key, Candidate> = IndexMap::new();
        let all_names = names(corpus);
        let all_abbreviations = abbreviations(corpus);
        let taken = taken(corpus, &all_names, &all_abbreviations);
        let mut explained: Vec<&Mention> = all_abbreviations.iter().filter_map(|one| one.expansion.as_ref()).collect();
        explained.sort_by_key(|mention| (mention.sentence, mention.words.start));
        for mention in all_names {
            // Parts of what an abbreviation stands for are no names of their own there.
            if is_part(&mention, &explained) {
                continue;
            }
            let key = mention.key(corpus);
            if mention.is_known(corpus) {
                known.insert(key.clone());
            }
            by_name.entry(key).or_default().mentions.push(mention);
        }
        let by_abbreviation = explain(corpus, all_abbreviations, &mut by_name, &mut known);
        for key in &known {
            by_name.swap_remove(key);
        }
        merge_variants(corpus, &mut by_name, &small_words(corpus));
        let mut suggestions = Vec::new();
        let mut push = |kind, candidate: Candidate, fewest: usize| {
            if candidate.mentions.len() >= fewest {
                suggestions.push(suggestion(corpus, kind, candidate));
            }
        };
        for (key, candidate) in by_abbreviation {
            if !known.contains(&key) {
                push(SuggestionKind::Abbreviation, candidate, fewest);
            }
        }
        for (_, candidate) in by_name {
            push(SuggestionKind::Name, candidate, fewest);
        }
        for mentions in phrases(corpus, &taken, fewest.max(FEWEST_PHRASES)) {
            push(SuggestionKind::Phrase, Candidate { mentions, ..Candidate::default() }, fewest);
        }
        suggestions.sort_by_key(|(place, suggestion)| {
            (std::cmp::Reverse(suggestion.articles), std::cmp::Reverse(suggestion.mentions), *place)
        });
        suggestions.into_iter().map(|(_, suggestion)| suggestion).collect()
    }
}

/// Gathers abbreviations, each with what most articles say it stands for, and takes that from the names. Where one of the two has a
/// card, both do.
fn explain(
    corpus: &Corpus,
    all: Vec<Abbreviation>,
    by_name: &mut IndexMap<Key, Candidate>,
    known: &mut HashSet<Key>,
) -> IndexMap<Key, Candidate> {
    let mut expansions: HashMap<Key, IndexMap<Key, Vec<Mention>>> = HashMap::new();
    let mut by_abbreviation: IndexMap<Key, Candidate> = IndexMap::new();
    for Abbreviation { mention, expansion } in all {
        let key = mention.key(corpus);
        // The name that was made of its capitals.
        by_name.swap_remove(&key);
        let is_known = mention.touches_known(corpus) || expansion.as_ref().is_some_and(|words| words.is_known(corpus));
        if is_known {
            known.insert(key.clone());
            known.extend(expansion.as_ref().map(|expansion| expansion.key(corpus)));
        }
        by_abbreviation.entry(key.clone()).or_default().mentions.push(mention);
        if let Some(expansion) = expansion {
            expansions.entry(key).or_default().entry(expansion.key(corpus)).or_default().push(expansion);
        }
    }
    for (key, candidate) in &mut by_abbreviation {
        let Some(expansions) = expansions.remove(key) else { continue };
        let most = expansions.values().map(Vec::len).max().unwrap_or_default();
        let first = expansions.into_iter().find(|(_, mentions)| mentions.len() == most);
        let Some((expansion, mentions)) = first else { continue };
        let named = by_name.swap_remove(&expansion).map(|name| name.mentions).unwrap_or_default();
        // Explained once is mentioned once: the words beside the abbreviation are the same mention.
        candidate.mentions.extend(named.into_iter().filter(|mention| !mentions.contains(mention)));
        candidate.expansion = mentions.into_iter().next();
    }
    by_abbreviation
}

/// Whether the words are some, but not all, of those that another mention has. `others` in the order of the text.
fn is_part(mention: &Mention, others: &[&Mention]) -> bool {
    let place = (mention.sentence, mention.words.start);
    let before = others.partition_point(|other| (other.sentence, other.words.start) <= place);
    before.checked_sub(1).is_some_and(|at| {
        let other: &Mention = others[at];
        other.sentence == mention.sentence && mention.words.end <= other.words.end && other != mention
    })
}

/// For each sentence, which of its words belong to a name or an abbreviation.
fn taken(corpus: &Corpus, names: &[Mention], abbreviations: &[Abbreviation]) -> Vec<Vec<bool>> {
    let mut taken: Vec<Vec<bool>> = corpus.sentences.iter().map(|sentence| vec![false; sentence.words.len()]).collect();
    let explained = abbreviations.iter().flat_map(|one| [Some(&one.mention), one.expansion.as_ref()]).flatten();
    for mention in names.iter().chain(explained) {
        taken[mention.sentence][mention.words.clone()].fill(true);
    }
    taken
}

/// The suggestion, and where it is first mentioned.
fn suggestion(corpus: &Corpus, kind: SuggestionKind, mut candidate: Candidate) -> ((usize, usize), Suggestion) {
    // What the text is shown as is told by the candidate's own words, which come first.
    let text = shown(corpus, &candidate.mentions);
    candidate.mentions.sort_by_key(|mention| (mention.sentence, mention.words.start));
    let articles: BTreeSet<usize> =
        candidate.mentions.iter().map(|mention| corpus.sentences[mention.sentence].article).collect();
    let first = &candidate.mentions[0];
    let sentence = &corpus.sentences[first.sentence];
    let suggestion = Suggestion {
        text,
        kind,
        expansion: candidate.expansion.map(|expansion| plain(expansion.text(corpus))),
        also: candidate.also.iter().map(|mention| plain(mention.text(corpus))).collect(),
        mentions: candidate.mentions.len(),
        articles: articles.len(),
        article: corpus.articles[sentence.article].name.clone(),
        sentence: plain(&sentence.text),
    };
    ((first.sentence, first.words.start), suggestion)
}

/// The words as most mentions of the same words have them, the first one of several.
fn shown(corpus: &Corpus, mentions: &[Mention]) -> String {
    let Some(first) = mentions.first() else { return String::new() };
    let key = first.key(corpus);
    let mut texts: IndexMap<&str, usize> = IndexMap::new();
    for mention in mentions.iter().filter(|mention| mention.key(corpus) == key) {
        *texts.entry(mention.text(corpus)).or_default() += 1;
    }
    let most = texts.values().copied().max().unwrap_or_default();
    texts.into_iter().find(|(_, count)| *count == most).map_or_else(String::new, |(text, _)| plain(text))
}

/// Without the marks of places that hold no text.
fn plain(text: &str) -> String {
    text.replace(BARRIER, "")
}
