//! Finds the terms of decks in an article and chooses which of them are marked, as the page's finder does (`www/finder/finder.js`).

use std::collections::HashMap;
use std::ops::Range;

use super::parts::parts;
use crate::article::{Article, Block};
use crate::deck::{Card, Term};
use crate::matcher::density::{Density, DensityFilter};
use crate::matcher::unicode::NativeUnicode;
use crate::matcher::{self, ByteOffsets, Matcher, Sighting};

/// Cards, ready to be found.
pub struct Scanner<'a> {
    /// The ids of the cards, then of those left out.
    ids: Vec<&'a str>,
    /// So many of them are cards that can be shown.
    shown: usize,
    terms: Terms<'a>,
    refused: Terms<'a>,
}

/// Terms, and each of them again by its number in the matcher.
struct Terms<'a> {
    matcher: Matcher,
    by_number: Vec<(&'a Term, &'a str)>,
}

/// A place in the article where a term of a card stands, or a mark that a writer made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// The id of the card.
    pub card: &'a str,
    /// The term or form that stands there, as the deck has it; empty for a writer's mark.
    pub term: &'a str,
    /// The words of the article; empty for a writer's mark.
    pub words: String,
    /// What becomes of it.
    pub outcome: Outcome<'a>,
    /// The number of its block among all blocks of the article, headings included, from 0; `None` for a writer's mark and in a skipped
    /// part.
    pub block: Option<usize>,
    /// Its place in the text of the block, in bytes.
    pub text: Range<usize>,
    /// Its bytes in the file: a range for each text node it runs through; of a writer's mark the start tag. Empty where nothing is ever
    /// marked.
    pub bytes: Vec<Range<usize>>,
}

/// What becomes of a term that stands in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// It is marked.
    Marked,
    /// A writer has marked it.
    PlacedByHand,
    /// Not marked: the card is marked already where it counts once.
    Later,
    /// Not marked: it stands in a heading.
    Heading,
    /// Not marked: it stands in a link, a button, code or the like.
    Unmarkable,
    /// Not marked: it stands in a part that is skipped.
    Skipped,
    /// Not marked: none of these words stands in the block.
    NearNotMet(&'a [String]),
    /// Not marked: a term of this card covers it, because it is longer or begins earlier, or comes first in the decks.
    Covered(&'a str),
    /// Not marked: the card is left out for a fault.
    Refused,
}

impl<'a> Scanner<'a> {
    /// `cards`: those that can be shown; `refused`: ids and terms of those that are left out for a fault.
    #[must_use]
    pub fn new(cards: &'a [Card], refused: &'a [(String, Vec<Term>)]) -> Self {
        let ids = cards.iter().map(|card| card.id.as_str()).chain(refused.iter().map(|(id, _)| id.as_str()));
        let terms = cards.iter().enumerate().flat_map(|(card, one)| one.terms.iter().map(move |term| (card, term)));
        let of_refused =
            refused.iter().enumerate().flat_map(|(card, (_, terms))| terms.iter().map(move |term| (card, term)));
        Self {
            ids: ids.collect(),
            shown: cards.len(),
            terms: Terms::new(terms),
            refused: Terms::new(of_refused.map(|(card, term)| (cards.len() + card, term))),
        }
    }

    /// The ids of the cards that can be shown.
    pub fn cards(&self) -> impl Iterator<Item = &'a str> {
        self.ids[..self.shown].iter().copied()
    }

    /// What stands in an article, in its order. `unskipped`: the same article read without skipping anything, if it was.
    #[must_use]
    pub fn scan(&self, article: &Article, unskipped: Option<&Article>, density: Density) -> Vec<Finding<'a>> {
        let mut filter = DensityFilter::new(density);
        let mut found = self.placed(article, &mut filter);
        for part in parts(article, density) {
            filter.section();
            for (number, block) in part {
                self.scan_block(block, number, &mut filter, &mut found);
            }
        }
        if let Some(unskipped) = unskipped {
            self.scan_skipped(article, unskipped, &mut found);
        }
        let blocks: Vec<&Block> = blocks(article).collect();
        found.sort_by_cached_key(|finding| {
            (place(&blocks, finding), finding.text.start, std::cmp::Reverse(finding.text.end))
        });
        found
    }

    /// The marks that stand in the article already.
    fn placed(&self, article: &Article, filter: &mut DensityFilter) -> Vec<Finding<'a>> {
        let cards: HashMap<&str, usize> = self.cards().enumerate().map(|(number, id)| (id, number)).collect();
        let mut found = Vec::new();
        for term in article.roots.iter().flat_map(|root| &root.terms) {
            let Some(&card) = cards.get(term.card.as_str()) else { continue };
            filter.place_by_hand(card);
            let bytes = vec![term.tag.clone()];
            found.push(Finding {
                card: self.ids[card],
                term: "",
                words: String::new(),
                outcome: Outcome::PlacedByHand,
                block: None,
                text: 0..0,
                bytes,
            });
        }
        found
    }

    fn scan_block(&self, block: &Block, number: usize, filter: &mut DensityFilter, found: &mut Vec<Finding<'a>>) {
        let sightings = self.terms.explain(&block.text);
        let refused = self.refused.explain(&block.text);
        if sightings.is_empty() && refused.is_empty() {
            return;
        }
        let offsets = ByteOffsets::of(&block.text);
        let first = found.len();
        for (sighting, (term, text)) in sightings {
            let range = offsets.byte(sighting.start)..offsets.byte(sighting.end);
            let bytes = block.bytes(&range);
            let outcome = match sighting.outcome {
                matcher::Outcome::NearNotMet => Outcome::NearNotMet(&term.near),
                matcher::Outcome::Covered { by } => Outcome::Covered(self.ids[by]),
                matcher::Outcome::Match if block.is_heading => Outcome::Heading,
                matcher::Outcome::Match if bytes.is_empty() => Outcome::Unmarkable,
                matcher::Outcome::Match if filter.accept(sighting.card) => Outcome::Marked,
                matcher::Outcome::Match => Outcome::Later,
            };
            found.push(Finding {
                card: self.ids[sighting.card],
                term: text,
                words: block.text[range.clone()].to_owned(),
                outcome,
                block: Some(number),
                text: range,
                bytes,
            });
        }
        for (sighting, (_, text)) in refused {
            let range = offsets.byte(sighting.start)..offsets.byte(sighting.end);
            let bytes = block.bytes(&range);
            if sighting.outcome == matcher::Outcome::Match && !bytes.is_empty() && !is_taken(&found[first..], &range) {
                let (card, outcome) = (self.ids[sighting.card], Outcome::Refused);
                let words = block.text[range.clone()].to_owned();
                found.push(Finding { card, term: text, words, outcome, block: Some(number), text: range, bytes });
            }
        }
    }

    /// What would be found in the parts that are skipped. It has no block: the article has none there.
    fn scan_skipped(&self, article: &Article, unskipped: &Article, found: &mut Vec<Finding<'a>>) {
        let read: Vec<Range<usize>> =
            blocks(article).flat_map(|block| block.runs.iter().map(|run| run.bytes.clone())).collect();
        let is_read = |at: usize| {
            let run = read.partition_point(|run| run.end <= at);
            read.get(run).is_some_and(|run| run.start <= at)
        };
        for block in blocks(unskipped) {
            let sightings = self.terms.explain(&block.text);
            let offsets = ByteOffsets::of(&block.text);
            for (sighting, (_, text)) in sightings {
                let range = offsets.byte(sighting.start)..offsets.byte(sighting.end);
                let bytes = block.bytes(&range);
                let is_skipped = bytes.first().is_some_and(|bytes| !is_read(bytes.start));
                if sighting.outcome == matcher::Outcome::Match && is_skipped {
                    let (card, outcome) = (self.ids[sighting.card], Outcome::Skipped);
                    let words = block.text[range].to_owned();
                    found.push(Finding { card, term: text, words, outcome, block: None, text: 0..0, bytes });
                }
            }
        }
    }
}

impl<'a> Terms<'a> {
    fn new(terms: impl Iterator<Item = (usize, &'a Term)>) -> Self {
        let (mut matcher, mut by_number) = (Matcher::empty(), Vec::new());
        for (card, term) in terms {
            let numbers = matcher.add(card, term, &NativeUnicode).unwrap_or_default();
            // A term that was read has only forms that can be found.
            let texts = [&term.text].into_iter().chain(&term.forms);
            by_number.extend(numbers.zip(texts).map(|(_, text)| (term, text.as_str())));
        }
        matcher.build();
        Self { matcher, by_number }
    }

    /// The places of terms in a text, each with its term and the words of it that stand there.
    fn explain(&self, text: &str) -> Vec<(Sighting, (&'a Term, &'a str))> {
        let sightings = self.matcher.explain(text, &NativeUnicode).into_iter();
        sightings.filter_map(|sighting| Some((sighting, *self.by_number.get(sighting.term)?))).collect()
    }
}

fn blocks(article: &Article) -> impl Iterator<Item = &Block> {
    article.roots.iter().flat_map(|root| &root.blocks)
}

fn is_taken(found: &[Finding<'_>], range: &Range<usize>) -> bool {
    found.iter().any(|finding| finding.text.start < range.end && range.start < finding.text.end)
}

/// Where in the file a finding stands: its own byte, or one of its block.
fn place(blocks: &[&Block], finding: &Finding<'_>) -> (usize, usize) {
    let of_block = || {
        let block = finding.block.and_then(|number| blocks.get(number));
        block.and_then(|block| block.runs.first()).map_or(0, |run| run.bytes.start)
    };
    (finding.bytes.first().map_or_else(of_block, |bytes| bytes.start), finding.block.unwrap_or_default())
}
