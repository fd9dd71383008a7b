//! Mentions in the page of one widget: which mark is whose, and what the page shows of them.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::mentions;
use super::page::Page;

impl Page {
    /// The mention that an element marks, if its card is this widget's to show. Its card is read when it is first come to.
    pub fn mention_at(&self, term: &Element) -> Option<usize> {
        // Marks that were published with the article stay when the reader turns context off.
        if self.preferences.get().off {
            return None;
        }
        let lead = self.callbacks.lead_of(term)?;
        if let Some(number) = self.mentions.number(&lead) {
            return Some(number);
        }
        let id = mentions::card_id(&lead);
        if !(self.cards.knows(&id) && self.callbacks.owns(&lead)) {
            return None;
        }
        let card = self.cards.number(&id)?;
        Some(self.mentions.add(&lead, id, card))
    }

    /// The leads of all mentions that are this widget's, in reading order, with the ids of their cards.
    pub fn leads(&self) -> Vec<(Element, String)> {
        let leads = self.callbacks.leads();
        let leads = leads.iter().map(JsCast::unchecked_into);
        leads
            .map(|lead| (mentions::card_id(&lead), lead))
            .filter(|(id, _)| self.cards.knows(id))
            .map(|(id, lead)| (lead, id))
            .collect()
    }

    /// The words of a mention, as the article has them.
    pub fn words(&self, mention: usize) -> String {
        self.mentions.lead(mention).map(|lead| self.callbacks.words_of(&lead)).unwrap_or_default()
    }

    /// Marks one mention as the open one, and the last one as closed.
    pub fn set_open(&self, mention: Option<usize>) {
        for (mention, open) in [(self.open.replace(mention), false), (mention, true)] {
            if let Some(lead) = mention.and_then(|mention| self.mentions.lead(mention)) {
                self.callbacks.set_open(&lead, open);
            }
        }
    }
}
