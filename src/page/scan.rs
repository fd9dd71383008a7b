//! Which words of the article become marks? Reads what the roots hold, chooses the mentions, and wraps them.

use web_sys::{Element, Node};

use super::Page;
use super::mark::{self, keep_selection};
use super::memory::Wishes;
use super::text::{self, Reading};
use crate::matcher::Match;
use crate::mention::Chooser;

impl Page {
    /// Reads the article and marks what is not yet marked.
    pub fn scan(&mut self) {
        if self.wishes.off {
            return;
        }
        if !self.busy {
            // Only now: the indexes of the others change.
            self.marks.drop_fallen();
        }
        let readings: Vec<Reading> = self.roots.iter().map(|root| Reading::of(root, &self.options.skip)).collect();
        let mut chooser = Chooser::new(self.options.mark);
        for (_, term) in readings.iter().flat_map(|reading| &reading.terms) {
            if let Some(card) = self.card_of(term).filter(|_| self.marks.of(term).is_some() || !mark::is_taken(term)) {
                chooser.place_by_hand(card);
                if !mark::is_taken(term) {
                    self.marks.adopt(term.clone(), card);
                }
            }
        }
        for (root, reading) in self.roots.iter().zip(&readings) {
            let mut section = None;
            let cards = &self.cards;
            let (matcher, unicode, marks) = (&self.matcher, &self.unicode, &mut self.marks);
            let mut mark = || {
                for block in &reading.blocks {
                    if section != Some(block.section) {
                        section = Some(block.section);
                        chooser.section();
                        let here = reading.terms.iter().filter(|(section, _)| *section == block.section);
                        for card in here
                            .filter_map(|(_, term)| marks.of(term))
                            .map(|mention| marks.mentions()[mention].card)
                            .collect::<Vec<_>>()
                        {
                            chooser.place_by_hand(card);
                        }
                    }
                    let mut found = matcher.find(&block.text, unicode);
                    found.retain(|found| markable(block, found) && chooser.take(found.card));
                    marks.mark(block, &found, |card| cards[card].id.clone());
                }
            };
            match &self.observer {
                Some(observer) => observer.unseen(|| keep_selection(root, mark)),
                None => keep_selection(root, &mut mark),
            }
        }
    }

    fn card_of(&self, term: &Element) -> Option<usize> {
        let id = term.get_attribute("card")?;
        self.cards.iter().position(|card| card.id == id)
    }

    /// The cards the article mentions, in the order of their first mention.
    pub fn in_order(&self) -> Vec<usize> {
        let mut firsts: Vec<(&Element, usize)> = Vec::new();
        for mention in self.marks.mentions().iter().filter(|mention| mention.stands()) {
            if let Some(lead) = mention.pieces.first() {
                firsts.push((lead, mention.card));
            }
        }
        firsts.sort_unstable_by(|(one, _), (other, _)| {
            let follows = one.compare_document_position(other) & Node::DOCUMENT_POSITION_FOLLOWING != 0;
            if follows { std::cmp::Ordering::Less } else { std::cmp::Ordering::Greater }
        });
        let mut cards = Vec::new();
        for (_, card) in firsts {
            if !cards.contains(&card) {
                cards.push(card);
            }
        }
        cards
    }

    /// Takes every mark away, or marks again.
    pub fn set_wishes(&mut self, wishes: Wishes) {
        let was = std::mem::replace(&mut self.wishes, wishes);
        if was.off == wishes.off {
            return;
        }
        if wishes.off { self.unmark() } else { self.scan() }
    }

    pub(super) fn unmark(&mut self) {
        let Some(root) = self.roots.first().cloned() else { return };
        let marks = &mut self.marks;
        let mut clear = || keep_selection(&root, || marks.clear());
        match &self.observer {
            Some(observer) => observer.unseen(clear),
            None => clear(),
        }
    }

    /// The first mention of a card in the page.
    pub fn mention_of(&self, card: usize) -> Option<usize> {
        self.marks.mentions().iter().position(|mention| mention.card == card)
    }
}

/// Whether every piece of a match is text that may be marked. Barriers stop most; this holds for the rest.
fn markable(block: &text::Block, found: &Match) -> bool {
    let overlaps = |piece: &&text::Piece| piece.start < found.end && found.start < piece.start + piece.length;
    block.pieces.iter().any(|piece| overlaps(&piece))
}
