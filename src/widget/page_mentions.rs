//! Mentions in the page of one widget: which mark is whose, and which elements a mention is made of.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::mentions;
use super::page::Page;
use crate::overlay::measure;

impl Page {
    /// The root that an element of the article stands in.
    pub fn root_of(&self, element: &Element) -> Option<&Element> {
        let context = measure::context(element);
        self.roots.iter().find(|root| root.contains(Some(context.as_ref().unwrap_or(element))))
    }

    /// The mention that an element marks, if its card is this widget's to show. Its card is read when it is first come to.
    pub fn mention_at(&self, term: &Element) -> Option<usize> {
        // Marks that were published with the article stay when the reader turns context off.
        if self.preferences.get().off {
            return None;
        }
        let root = self.root_of(term)?;
        let lead = mentions::lead_of(root, term)?;
        if let Some(number) = self.mentions.number(&lead) {
            return Some(number);
        }
        let id = mentions::card_id(&lead);
        if !self.owns(&lead, &id) {
            return None;
        }
        let card = self.cards.number(&id)?;
        Some(self.mentions.add(&lead, id, card))
    }

    /// Whether a mark is this widget's to show a card for.
    fn owns(&self, term: &Element, id: &str) -> bool {
        self.cards.knows(id) && self.callbacks.owns(term).unwrap_or(false)
    }

    /// The elements of a mention that is in the page.
    pub fn pieces(&self, mention: usize) -> Vec<Element> {
        let Some(lead) = self.mentions.lead(mention) else { return Vec::new() };
        match self.root_of(&lead) {
            Some(root) => mentions::pieces(root, lead),
            None => vec![lead],
        }
    }

    /// The leads of all mentions that are this widget's, in reading order, with the ids of their cards.
    pub fn leads(&self) -> Vec<(Element, String)> {
        let marks: Vec<Element> = match self.callbacks.painted() {
            Ok(Some(painted)) => painted.iter().map(JsCast::unchecked_into).collect(),
            _ => self.roots.iter().flat_map(mentions::marks).collect(),
        };
        let leads = marks.into_iter().filter(|mark| !mentions::is_continuation(mark));
        let with_id = leads.map(|mark| (mark.clone(), mentions::card_id(&mark)));
        with_id.filter(|(mark, id)| self.owns(mark, id)).collect()
    }

    /// The words of a mention, as the article has them.
    pub fn words(&self, mention: usize) -> String {
        self.pieces(mention).iter().filter_map(|piece| piece.text_content()).collect()
    }

    /// Marks one mention as the open one, and the last one as closed.
    pub fn set_open(&self, mention: Option<usize>) {
        if let Some(was) = self.open.replace(mention) {
            mentions::set_open(&self.pieces(was), false);
        }
        if let Some(is) = mention {
            mentions::set_open(&self.pieces(is), true);
        }
    }
}
