//! The terms of decks as the page's finder asks for them: learned card by card, found in blocks of text, chosen by density.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::browser_unicode::BrowserUnicode;
use super::deck_queue::DeckQueue;
use crate::matcher::density::{Density, DensityFilter};
use crate::matcher::{Building, Matcher};

/// The terms of the decks of one `<context-cards>`.
#[wasm_bindgen(skip_typescript)]
pub struct Terms {
    decks: DeckQueue,
    matcher: Matcher,
    /// The matcher's terms while they are made ready.
    building: Option<Building>,
    has_learned: bool,
    density: DensityFilter,
}

/// An item of the element's `cards`.
#[derive(Serialize)]
struct CardInfo<'a> {
    id: &'a str,
    kind: Option<String>,
    title: Option<String>,
    mentions: f64,
}

#[wasm_bindgen]
impl Terms {
    /// Nothing is learned yet. `decks`: parsed decks; earlier ones win.
    #[wasm_bindgen(constructor)]
    pub fn new(decks: &Array) -> Self {
        Self {
            decks: DeckQueue::new(decks),
            matcher: Matcher::empty(),
            building: None,
            has_learned: false,
            density: DensityFilter::new(Density::First),
        }
    }

    /// Learns the terms of the next card, or makes some ready to be found. Returns whether there was anything left.
    pub fn learn(&mut self) -> bool {
        if self.has_learned {
            return false;
        }
        if let Some(building) = &mut self.building {
            if !self.matcher.build_step(building) {
                self.has_learned = true;
                self.building = None;
                self.refuse_conflicts();
            }
            return true;
        }
        if !self.decks.step(&mut self.matcher) {
            self.building = Some(self.matcher.begin_build());
        }
        true
    }

    /// Of two cards that claim the same words, the later one is left out, as `check` says.
    fn refuse_conflicts(&mut self) {
        for conflict in self.matcher.conflicts() {
            if !self.decks.cards[conflict.card].refused {
                self.decks.note(conflict.card, ".terms", "has a term that already stands for another card");
                self.decks.refuse(conflict.card);
            }
        }
        self.matcher.retain(|card| !self.decks.cards[card].refused);
    }

    /// What was found wrong with each deck, as `{path, message}` each: once, then nothing.
    pub fn faults(&mut self) -> JsValue {
        serde_wasm_bindgen::to_value(&std::mem::take(&mut self.decks.faults)).unwrap_or_default()
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

    /// Whether there is a card of this id that is not left out.
    pub fn has(&self, id: &str) -> bool {
        self.decks.index(id).is_some()
    }

    /// Whether the card of this id was read and has a fault.
    #[wasm_bindgen(js_name = isLeftOut)]
    pub fn is_left_out(&self, id: &str) -> bool {
        !self.has(id) && self.decks.cards.iter().any(|card| card.id == id)
    }

    /// A mark of this card stands in the article already: a writer's, or one of ours.
    pub fn placed(&mut self, id: &str, is_ours: bool) {
        if let Some(card) = self.decks.index(id) {
            if is_ours { self.density.already_marked(card) } else { self.density.place_by_hand(card) }
        }
    }

    /// The matches in a block of text, in order: index of the card, start and end (UTF-16 offsets) of each.
    #[allow(clippy::cast_possible_truncation, reason = "the DOM counts text in u32")]
    pub fn find(&self, text: &str) -> Vec<u32> {
        let found = self.matcher.find(text, BrowserUnicode::shared());
        found.into_iter().flat_map(|found| [found.card as u32, found.start as u32, found.end as u32]).collect()
    }

    /// Whether the next mention of this card becomes a mark; if so, it counts as marked.
    pub fn accept(&mut self, card: usize) -> bool {
        self.density.accept(card)
    }

    /// The id of a card.
    pub fn id(&self, card: usize) -> String {
        self.decks.cards.get(card).map(|card| card.id.clone()).unwrap_or_default()
    }

    /// Leaves a card out.
    pub fn refuse(&mut self, id: &str) {
        if let Some(card) = self.decks.index(id) {
            self.decks.refuse(card);
            self.matcher.retain(|other| other != card);
        }
    }

    /// The cards that are not left out, in the decks' order: `{id, kind, title, mentions}` each. `mentions`: an object with the
    /// number of mentions by id.
    pub fn cards(&self, mentions: &Object) -> JsValue {
        let text = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_string());
        let count = |id: &str| Reflect::get(mentions, &id.into()).ok().and_then(|count| count.as_f64()).unwrap_or(0.0);
        let cards = self.decks.cards.iter().filter(|card| !card.refused);
        let infos: Vec<CardInfo> = cards
            .map(|card| CardInfo {
                id: &card.id,
                kind: text(card.raw.get("kind")),
                title: text(card.raw.get("title")),
                mentions: count(&card.id),
            })
            .collect();
        serde_wasm_bindgen::to_value(&infos).unwrap_or_default()
    }
}
