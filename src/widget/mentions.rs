//! The mentions a reader has come to, each known by its lead element; numbers are only this widget's own.

use std::cell::RefCell;

use js_sys::WeakMap;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The elements that mark a term.
pub const TERM: &str = "context-term";

/// A mention in the article.
struct Mention {
    /// Nothing once it has left the page.
    lead: Option<Element>,
    id: String,
    card: usize,
}

/// Lead elements by number and numbers by lead element. A number is never given twice.
#[derive(Default)]
pub struct Mentions {
    known: RefCell<Vec<Mention>>,
    numbers: WeakMap,
}

impl Mentions {
    /// The number of a mention that is known already, by its lead element.
    pub fn number(&self, lead: &Element) -> Option<usize> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "we stored an index")]
        let number = self.numbers.get(lead).as_f64().map(|number| number as usize)?;
        let known = self.known.borrow();
        let mention = known.get(number)?;
        (mention.lead.is_some() && mention.id == card_id(lead)).then_some(number)
    }

    /// Gives a mention a number.
    pub fn add(&self, lead: &Element, id: String, card: usize) -> usize {
        let mut known = self.known.borrow_mut();
        known.push(Mention { lead: Some(lead.clone()), id, card });
        #[allow(clippy::cast_precision_loss, reason = "fewer mentions than 2^52")]
        self.numbers.set(lead, &JsValue::from_f64((known.len() - 1) as f64));
        known.len() - 1
    }

    /// The number of its card.
    pub fn card(&self, mention: usize) -> Option<usize> {
        self.known.borrow().get(mention).map(|mention| mention.card)
    }

    /// Its lead element, while it is in the page.
    pub fn lead(&self, mention: usize) -> Option<Element> {
        let lead = self.known.borrow().get(mention)?.lead.clone();
        lead.filter(|lead| lead.is_connected())
    }

    /// Lets go of what has left the page.
    pub fn forget_disconnected(&self) {
        for mention in self.known.borrow_mut().iter_mut() {
            mention.lead.take_if(|lead| !lead.is_connected());
        }
    }
}

/// The id of the card that an element marks a mention of.
pub fn card_id(term: &Element) -> String {
    term.get_attribute("card").unwrap_or_default()
}
