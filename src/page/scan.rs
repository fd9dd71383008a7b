//! Which words of the article become marks? Reads what the roots hold, chooses the mentions, and wraps them.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, Node};

use super::Page;
use super::mark;
use super::memory::Wishes;
use super::observe::Observer;
use super::selection::{is_selected, keep_selection};
use super::slice::{Slice, in_slices};
use super::text::{self, Reading};
use super::unicode::BrowserUnicode;
use crate::matcher::Match;
use crate::mention::Chooser;

/// A scan under way. What the site changes meanwhile begins another one, by way of the observer.
pub struct Scan {
    readings: Vec<Reading>,
    chooser: Chooser,
    stage: Stage,
    /// The root that is read or marked.
    root: usize,
    /// The block of it that is marked next.
    block: usize,
    section: Option<usize>,
    /// Whether the reader has text selected, asked before anything is changed: later the answer would cost a layout.
    selected: bool,
}

/// What a scan is at.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Read,
    Mark,
}

/// Reads the article and marks what is not yet marked, in slices. `done` is called when all is marked, before the return
/// where one slice is enough.
pub fn scan(page: &Rc<RefCell<Page>>, done: impl FnOnce() + 'static) {
    let window = {
        let mut page = page.borrow_mut();
        page.begin_scan();
        page.waiting.push(Box::new(done));
        if std::mem::replace(&mut page.at_work, true) {
            return;
        }
        page.window.clone()
    };
    let page = page.clone();
    let work = move |slice: &Slice| {
        let waiting = {
            let mut page = page.borrow_mut();
            if !page.scan_on(slice) {
                return false;
            }
            page.at_work = false;
            std::mem::take(&mut page.waiting)
        };
        for done in waiting {
            done();
        }
        true
    };
    in_slices(window, Box::new(work));
}

/// Calls `done` when the scan that is under way has ended; at once where there is none.
pub fn when_scanned(page: &Rc<RefCell<Page>>, done: impl FnOnce() + 'static) {
    let at_work = page.borrow().at_work;
    if at_work {
        page.borrow_mut().waiting.push(Box::new(done));
    } else {
        done();
    }
}

impl Page {
    fn begin_scan(&mut self) {
        if !self.busy {
            // Only now: the indexes of the others change.
            self.marks.drop_fallen();
        }
        let skip = &self.options.skip;
        self.scan = (!self.wishes.off).then(|| Scan {
            readings: self.roots.iter().map(|root| Reading::begin(root, skip)).collect(),
            chooser: Chooser::new(self.options.mark),
            stage: Stage::Read,
            root: 0,
            block: 0,
            section: None,
            selected: false,
        });
    }

    /// Works for a slice. Returns whether nothing is left to do.
    fn scan_on(&mut self, slice: &Slice) -> bool {
        let Some(mut scan) = self.scan.take() else { return true };
        let done = self.learn(slice) && self.read(&mut scan, slice) && self.mark(&mut scan, slice);
        self.scan = Some(scan).filter(|_| !done);
        done
    }

    /// Learns the terms of the cards, once.
    fn learn(&mut self, slice: &Slice) -> bool {
        while let Some(card) = self.cards.get(self.learned) {
            for term in &card.terms {
                self.matcher.add(self.learned, term, BrowserUnicode::shared());
            }
            self.learned += 1;
            if self.learned == self.cards.len() {
                self.building = Some(self.matcher.begin_build());
            }
            if slice.is_over() {
                return false;
            }
        }
        while let Some(building) = &mut self.building {
            if !self.matcher.build_on(building) {
                self.building = None;
            } else if slice.is_over() {
                return false;
            }
        }
        true
    }

    fn read(&mut self, scan: &mut Scan, slice: &Slice) -> bool {
        while let (Stage::Read, Some(reading)) = (scan.stage, scan.readings.get_mut(scan.root)) {
            if !reading.step() {
                scan.root += 1;
            }
            if slice.is_over() {
                return false;
            }
        }
        if scan.stage == Stage::Read {
            (scan.stage, scan.root) = (Stage::Mark, 0);
            scan.selected = is_selected(&self.document);
            self.take_terms(scan);
        }
        true
    }

    /// The terms that are there already: a writer's, copies of ours, and ours.
    fn take_terms(&mut self, scan: &mut Scan) {
        for (_, term) in scan.readings.iter().flat_map(|reading| &reading.terms) {
            if let Some(card) = self.card_of(term).filter(|_| self.marks.of(term).is_some() || !mark::is_taken(term)) {
                scan.chooser.place_by_hand(card);
                if !mark::is_taken(term) {
                    self.marks.adopt(term.clone(), card);
                }
            }
        }
    }

    fn mark(&mut self, scan: &mut Scan, slice: &Slice) -> bool {
        while let (Some(root), Some(reading)) = (self.roots.get(scan.root), scan.readings.get(scan.root)) {
            let (cards, matcher, marks) = (&self.cards, &self.matcher, &mut self.marks);
            let (chooser, section, next) = (&mut scan.chooser, &mut scan.section, &mut scan.block);
            let mut work = || {
                while let Some(block) = reading.blocks.get(*next) {
                    *next += 1;
                    if *section != Some(block.section) {
                        *section = Some(block.section);
                        chooser.section();
                        let here = reading.terms.iter().filter(|(section, _)| *section == block.section);
                        for mention in here.filter_map(|(_, term)| marks.of(term)) {
                            chooser.place_by_hand(marks.mentions()[mention].card);
                        }
                    }
                    let mut found = matcher.find(&block.text, BrowserUnicode::shared());
                    found.retain(|found| markable(block, found) && chooser.take(found.card));
                    if !found.is_empty() && block.stands() {
                        marks.mark(block, &found, |card| cards[card].id.as_str());
                    }
                    if slice.is_over() {
                        return;
                    }
                }
            };
            let selected = scan.selected;
            let change = || if selected { keep_selection(root, &mut work) } else { work() };
            Observer::unseen(self.observer.as_ref(), change);
            if scan.block < reading.blocks.len() {
                return false;
            }
            (scan.root, scan.block, scan.section) = (scan.root + 1, 0, None);
        }
        true
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
            if follows(one, other) { std::cmp::Ordering::Less } else { std::cmp::Ordering::Greater }
        });
        let mut cards = Vec::new();
        for (_, card) in firsts {
            if !cards.contains(&card) {
                cards.push(card);
            }
        }
        cards
    }

    /// Serves the reader as wished; where context is off, every mark goes. Returns whether the article is to be scanned.
    pub fn set_wishes(&mut self, wishes: Wishes) -> bool {
        let was = std::mem::replace(&mut self.wishes, wishes);
        if wishes.off && !was.off {
            self.scan = None;
            self.unmark();
        }
        was.off && !wishes.off
    }

    pub(super) fn unmark(&mut self) {
        let Some(root) = self.roots.first().cloned() else { return };
        let marks = &mut self.marks;
        Observer::unseen(self.observer.as_ref(), || keep_selection(&root, || marks.clear()));
    }

    /// The first mention of a card in the page, wherever a writer's own marks stand.
    pub fn mention_of(&self, card: usize) -> Option<usize> {
        let lead = |index: usize| self.marks.mentions()[index].pieces.first();
        let all = self.marks.mentions().iter().enumerate();
        all.filter(|(_, mention)| mention.card == card && mention.stands()).map(|(index, _)| index).reduce(
            |first, next| match (lead(first), lead(next)) {
                (Some(one), Some(other)) if follows(other, one) => next,
                _ => first,
            },
        )
    }
}

/// Whether the other element stands after this one in the page.
fn follows(one: &Element, other: &Element) -> bool {
    one.compare_document_position(other) & Node::DOCUMENT_POSITION_FOLLOWING != 0
}

/// Whether every piece of a match is text that may be marked. Barriers stop most; this holds for the rest.
fn markable(block: &text::Block, found: &Match) -> bool {
    let overlaps = |piece: &&text::Piece| piece.start < found.end && found.start < piece.start + piece.length;
    block.pieces.iter().any(|piece| overlaps(&piece))
}
