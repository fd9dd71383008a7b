//! Tells of every place in a block where a term stands whether it is a match, and if not, why. For the command line: a page only asks
//! for the matches.

use super::matcher::{Matcher, Pattern};
use super::unicode::Unicode;
use super::word_boundary;
use super::word_segmenter::Segments;

/// A place where a term stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// The number the card was given when its term was added.
    pub card: usize,
    /// The number of the text or form, as [`Matcher::add`] returned it.
    pub term: usize,
    /// Where it begins, as a UTF-16 offset into the block.
    pub start: usize,
    /// Where it ends, as a UTF-16 offset into the block.
    pub end: usize,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a term that stands somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is a match, one of those that [`Matcher::find`] returns.
    Match,
    /// None of the words that it asks for nearby stands in the block.
    NearNotMet,
    /// A match of another card covers it or a part of it: of a term that begins earlier, is longer or stands earlier in the decks.
    Covered {
        /// The number of that card.
        by: usize,
    },
}

impl Matcher {
    /// Every place in a block where a term stands, in order of their beginnings, longer ones first. What a match of the same card
    /// covers is left out.
    #[must_use]
    pub fn explain(&self, block: &str, unicode: &dyn Unicode) -> Vec<Sighting> {
        let mut sightings = Vec::new();
        if self.is_empty() {
            return sightings;
        }
        let mut chars = Vec::new();
        self.fold_cache.borrow_mut().fold(block, unicode, &mut chars);
        let mut standing: Option<Vec<bool>> = None;
        let segments = Segments::new(block, unicode);
        // The last match: its card, and the character it ends before.
        let mut last: Option<(usize, usize)> = None;
        let mut found: Vec<(usize, usize, usize, bool)> = Vec::new();
        for at in 0..chars.len() {
            if !word_boundary::may_begin(&chars, at) {
                continue;
            }
            found.clear();
            self.terms.visit(&chars, at, &mut |term, end| {
                let Pattern { card: Some(card), near, .. } = &self.patterns[term] else { return false };
                if !segments.splits_word(&chars, at, end) {
                    let is_near = near.is_empty() || {
                        let standing = standing.get_or_insert_with(|| {
                            let mut near = self.near.borrow_mut();
                            near.build();
                            near.standing_in(&chars)
                        });
                        self.near.borrow().is_met(near.clone(), standing)
                    };
                    found.push((*card, term, end, is_near));
                }
                false
            });
            // Longer ones first; those of one length stay in the order in which they are tried.
            found.sort_by_key(|(_, _, end, _)| std::cmp::Reverse(*end));
            let is_covered = last.is_some_and(|(_, end)| at < end);
            let best = found.iter().position(|(.., is_near)| *is_near).filter(|_| !is_covered);
            if let Some((card, _, end, _)) = best.map(|best| found[best]) {
                last = Some((card, end));
            }
            let longest = best.map_or(at, |best| found[best].2);
            for (index, &(card, term, end, is_near)) in found.iter().enumerate() {
                let covering = last.filter(|(_, end)| at < *end).map(|(card, _)| card);
                let outcome = match covering {
                    _ if best == Some(index) => Outcome::Match,
                    Some(by) if by == card => continue,
                    // What would be covered all the same says nothing.
                    _ if !is_near && (is_covered || end < longest) => continue,
                    _ if !is_near => Outcome::NearNotMet,
                    Some(by) => Outcome::Covered { by },
                    None => continue,
                };
                let (start, end) = (chars[at].start as usize, chars[end - 1].end as usize);
                sightings.push(Sighting { card, term, start, end, outcome });
            }
        }
        sightings
    }
}
