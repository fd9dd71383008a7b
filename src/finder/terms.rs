//! The terms of decks as the page's finder asks for them: learned from what `www/finder/deck_queue.js` reads, found in blocks of text, chosen
//! by density.

use wasm_bindgen::prelude::wasm_bindgen;

use super::browser_unicode::BrowserUnicode;
use crate::deck::{Case, Term};
use crate::matcher::density::{Density, DensityFilter};
use crate::matcher::{Building, Matcher};

/// So many steps of the building are taken at a time: a step is a microsecond, and a call from JavaScript costs as much.
const STEPS: u32 = 32;

/// The terms of the decks of one `<context-cards>`.
#[wasm_bindgen(skip_typescript)]
pub struct Terms {
    matcher: Matcher,
    /// The matcher's terms while they are made ready.
    building: Option<Building>,
    density: DensityFilter,
}

#[wasm_bindgen]
impl Terms {
    /// Nothing is learned yet.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "JavaScript makes it")]
    pub fn new() -> Self {
        Self { matcher: Matcher::empty(), building: None, density: DensityFilter::new(Density::First) }
    }

    /// Begins another deck, whose terms are in no conflict with those before.
    #[wasm_bindgen(js_name = beginDeck)]
    pub fn begin_deck(&mut self) {
        self.matcher.begin_deck();
    }

    /// Learns terms. `shapes` has four numbers a term: its card, its [`Case`] (sensitive, insensitive, smart), how many forms it has,
    /// and how many words of which one must stand near; `texts` has its text, these forms and these words, each but the very first
    /// behind a NUL. Returns the cards that have a term which cannot be found.
    pub fn add(&mut self, texts: &str, shapes: &[u32]) -> Vec<u32> {
        let mut texts = texts.split('\0').map(ToOwned::to_owned);
        let mut unfindable = Vec::new();
        for shape in shapes.chunks_exact(4) {
            let case = match shape[1] {
                0 => Case::Sensitive,
                1 => Case::Insensitive,
                _ => Case::Smart,
            };
            let mut take = |count: u32| texts.by_ref().take(count as usize).collect::<Vec<_>>();
            let term = Term { text: take(1).concat(), forms: take(shape[2]), case, near: take(shape[3]) };
            let mut words = term.near.iter().chain(&term.forms);
            let is_findable = words.all(|word| self.matcher.is_findable(word, BrowserUnicode::shared()));
            if !is_findable || self.matcher.add(shape[0] as usize, &term, BrowserUnicode::shared()).is_none() {
                unfindable.push(shape[0]);
            }
        }
        unfindable
    }

    /// Makes some of the terms that were learned ready to be found. Returns whether there were any left.
    pub fn build(&mut self) -> bool {
        let building = self.building.get_or_insert_with(|| self.matcher.begin_build());
        (0..STEPS).all(|_| self.matcher.build_step(building))
    }

    /// The cards that claim words of an earlier card of their deck.
    #[allow(clippy::cast_possible_truncation, reason = "fewer cards than 2^32")]
    pub fn conflicts(&self) -> Vec<u32> {
        self.matcher.conflicts().into_iter().map(|conflict| conflict.card as u32).collect()
    }

    /// The terms of these cards, in ascending order, are no longer found.
    #[allow(clippy::cast_possible_truncation, reason = "fewer cards than 2^32")]
    pub fn forget(&mut self, cards: &[u32]) {
        self.matcher.retain(|card| cards.binary_search(&(card as u32)).is_err());
    }

    /// Begins an article. `mark`: `first`, `section` or `all`.
    pub fn begin(&mut self, mark: &str) {
        self.density = DensityFilter::new(Density::parse(mark).unwrap_or_default());
    }

    /// Begins the next section of the article.
    #[wasm_bindgen(js_name = beginSection)]
    pub fn begin_section(&mut self) {
        self.density.section();
    }

    /// A mark of this card stands in the article already: a writer's, or one of ours.
    pub fn placed(&mut self, card: usize, is_ours: bool) {
        if is_ours { self.density.already_marked(card) } else { self.density.place_by_hand(card) }
    }

    /// The matches in a block of text, in order: number of the card, start and end (UTF-16 offsets) of each.
    #[allow(clippy::cast_possible_truncation, reason = "the DOM counts text in u32")]
    pub fn find(&self, text: &str) -> Vec<u32> {
        let found = self.matcher.find(text, BrowserUnicode::shared());
        found.into_iter().flat_map(|found| [found.card as u32, found.start as u32, found.end as u32]).collect()
    }

    /// Whether the next mention of this card becomes a mark; if so, it counts as marked.
    pub fn accept(&mut self, card: usize) -> bool {
        self.density.accept(card)
    }
}
