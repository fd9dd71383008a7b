//! How is a deck read without holding up the page? Card by card, from the JavaScript value that the page has parsed.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::report;
use crate::assemble::{self, Assembly};
use crate::deck::{Deck, Unknown};
use crate::page::unicode::BrowserUnicode;
use crate::page::value;

/// Decks as they are read, card by card.
pub(super) struct Desk {
    /// Those that are still to be read, the next one last.
    left: Vec<JsValue>,
    /// The one that is read: its cards, and how many of them are.
    open: Option<(Assembly<'static>, Array, u32)>,
    pub(super) read: Vec<Deck>,
}

impl Desk {
    /// Nothing is read yet; earlier decks come first.
    pub(super) fn of(decks: &[JsValue]) -> Self {
        Self { left: decks.iter().rev().cloned().collect(), open: None, read: Vec::new() }
    }

    /// Reads the next card. Returns whether anything was left. Faults are told once a deck.
    pub(super) fn step(&mut self, host: &HtmlElement) -> bool {
        match &mut self.open {
            Some((assembly, cards, next)) if *next < cards.length() => {
                assembly.card(&value::read(&cards.get(*next)));
                *next += 1;
            }
            Some(_) => {
                let Some((assembly, ..)) = self.open.take() else { return true };
                let (deck, problems) = assembly.finish();
                if let Some(first) = problems.first() {
                    // Refused whole, or short of some cards.
                    let code = if deck.is_none() { "deck-unreadable" } else { "deck-faulty" };
                    report(host, code, &first.to_string(), &problems);
                }
                self.read.extend(deck);
            }
            None => {
                let Some(deck) = self.left.pop() else { return false };
                let (head, cards) = value::read_without(&deck, assemble::NAMES, "cards");
                self.open = Some((Assembly::begin(&head, Unknown::Ignore, BrowserUnicode::shared()), cards, 0));
            }
        }
        true
    }
}
