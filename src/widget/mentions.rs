//! The mentions a reader has come to, each known by its lead element; numbers are only this widget's own.

use std::cell::RefCell;

use js_sys::{Array, WeakMap};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

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

/// Whether an element goes on with the mention of the lead before it.
pub fn is_continuation(term: &Element) -> bool {
    term.get_attribute("aria-hidden").is_some_and(|hidden| hidden == "true")
}

/// All marks in a root, in reading order.
pub fn marks(root: &Element) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(TERM) else { return Vec::new() };
    Array::from(&list).iter().map(JsCast::unchecked_into).collect()
}

/// The lead of the mention that an element is a piece of.
pub fn lead_of(root: &Element, term: &Element) -> Option<Element> {
    if !is_continuation(term) {
        return Some(term.clone());
    }
    let (marks, id) = (marks(root), card_id(term));
    let at = marks.iter().position(|mark| mark == term)?;
    let lead = marks[..at].iter().rev().find(|mark| !is_continuation(mark))?;
    (card_id(lead) == id).then(|| lead.clone())
}

/// The elements of a mention, its lead first.
pub fn pieces(root: &Element, lead: Element) -> Vec<Element> {
    // Only a mention in several pieces has a name of its own.
    if !tab_stop(&lead).has_attribute("aria-label") {
        return vec![lead];
    }
    let (marks, id) = (marks(root), card_id(&lead));
    let from = marks.iter().position(|mark| *mark == lead).map_or(marks.len(), |at| at + 1);
    let rest = marks[from..].iter().take_while(|mark| is_continuation(mark) && card_id(mark) == id).cloned();
    std::iter::once(lead).chain(rest).collect()
}

/// What of a mention takes the focus: its link, where an article was published with its marks, else its lead.
pub fn tab_stop(lead: &Element) -> HtmlElement {
    let link = lead.query_selector("a[href]").ok().flatten();
    link.unwrap_or_else(|| lead.clone()).unchecked_into()
}

/// Tells eyes and assistive technology whether the card of a mention is open.
pub fn set_open(pieces: &[Element], open: bool) {
    for piece in pieces {
        let _ = piece.toggle_attribute_with_force("data-open", open);
    }
    let Some(lead) = pieces.first() else { return };
    let _ = if lead.has_attribute("aria-expanded") {
        lead.set_attribute("aria-expanded", if open { "true" } else { "false" })
    } else if open {
        tab_stop(lead).set_attribute("aria-expanded", "true")
    } else {
        tab_stop(lead).remove_attribute("aria-expanded")
    };
}
