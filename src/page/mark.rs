//! How does a word become a term, and how does the article get back exactly what it was?

use js_sys::{WeakMap, WeakSet};
use wasm_bindgen::JsValue;
use web_sys::{Element, Text};

use super::text::Block;
use crate::matcher::Match;

/// One marked mention of a card: a term that runs across inline elements has several pieces.
pub struct Mention {
    /// Index of its card.
    pub card: usize,
    /// Its `<context-term>` elements in reading order; the first is the tab stop and carries the name.
    pub pieces: Vec<Element>,
}

impl Mention {
    /// The words marked, as the article has them.
    pub fn text(&self) -> String {
        self.pieces.iter().filter_map(|piece| piece.text_content()).collect()
    }

    /// Whether it still stands in the page.
    pub fn stands(&self) -> bool {
        self.pieces.first().is_some_and(|piece| piece.is_connected())
    }

    /// Tells eyes and assistive technology whether its card is open.
    pub fn set_open(&self, open: bool) {
        for (index, piece) in self.pieces.iter().enumerate() {
            let _ = if open { piece.set_attribute("data-open", "") } else { piece.remove_attribute("data-open") };
            if index == 0 {
                let _ = piece.set_attribute("aria-expanded", if open { "true" } else { "false" });
            }
        }
    }
}

/// A text node that was cut, and what was cut off it, in order.
struct Cut {
    head: Text,
    rest: Vec<Text>,
}

/// On our own marks, so that a copy of one (a site that writes its article anew) is known as ours and not the writer's.
const OURS: &str = "auto";
/// What a term needs to be found, named and reached. On a writer's own `<context-term>` these are added and taken away.
const ATTRIBUTES: &[(&str, &str)] =
    &[("role", "button"), ("tabindex", "0"), ("aria-haspopup", "dialog"), ("aria-expanded", "false")];

thread_local! {
    /// The marks of all widgets on the page: none takes another's for a writer's.
    static TAKEN: WeakSet = WeakSet::new();
}

/// Whether a `<context-term>` belongs to a widget.
pub fn is_taken(term: &Element) -> bool {
    TAKEN.with(|taken| taken.has(term))
}

/// All marks of one widget. Dropping it puts the article back.
#[derive(Default)]
pub struct Marks {
    mentions: Vec<Mention>,
    cuts: Vec<Cut>,
    by_element: WeakMap,
}

impl Marks {
    /// The mentions in the order they were found; an index stays valid until [`Marks::drop_fallen`].
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// Which mention an element belongs to.
    pub fn of(&self, element: &Element) -> Option<usize> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "we stored an index")]
        self.by_element.get(element).as_f64().map(|index| index as usize)
    }

    /// Takes a `<context-term>` that is already in the page: a writer's, or a copy of one of ours.
    pub fn adopt(&mut self, element: Element, card: usize) {
        if element.has_attribute("aria-hidden") && element.has_attribute(OURS) {
            // The second piece of a copied term: it belongs to the mention before it.
            if let Some(mention) = self.mentions.len().checked_sub(1) {
                self.remember(&element, mention);
                self.mentions[mention].pieces.push(element);
                return;
            }
        }
        for (name, value) in ATTRIBUTES {
            let _ = element.set_attribute(name, value);
        }
        let _ = element.remove_attribute("data-open");
        self.remember(&element, self.mentions.len());
        self.mentions.push(Mention { card, pieces: vec![element] });
    }

    /// Marks matches in a block. Works from the end, so that the offsets of what is left stay true.
    pub fn mark<'a>(&mut self, block: &Block, matches: &[Match], card_id: impl Fn(usize) -> &'a str) {
        let first = self.mentions.len();
        for found in matches.iter().rev() {
            let id = card_id(found.card);
            let mut pieces: Vec<Element> = block
                .pieces
                .iter()
                .rev()
                .filter_map(|piece| {
                    let from = found.start.max(piece.start).saturating_sub(piece.start);
                    let to = found.end.min(piece.start + piece.length).saturating_sub(piece.start);
                    (from < to).then(|| self.wrap(&piece.node, from, to, id)).flatten()
                })
                .collect();
            pieces.reverse();
            let Some(lead) = pieces.first().cloned() else { continue };
            for (name, value) in ATTRIBUTES {
                let _ = lead.set_attribute(name, value);
            }
            let mention = Mention { card: found.card, pieces };
            if mention.pieces.len() > 1 {
                let _ = lead.set_attribute("aria-label", &mention.text());
                for piece in &mention.pieces[1..] {
                    let _ = piece.set_attribute("aria-hidden", "true");
                }
            }
            self.mentions.push(mention);
        }
        self.mentions[first..].reverse();
        for index in first..self.mentions.len() {
            for piece in 0..self.mentions[index].pieces.len() {
                let element = self.mentions[index].pieces[piece].clone();
                self.remember(&element, index);
            }
        }
    }

    #[allow(clippy::cast_precision_loss, reason = "fewer mentions than 2^52")]
    fn remember(&self, element: &Element, mention: usize) {
        TAKEN.with(|taken| taken.add(element));
        self.by_element.set(element, &JsValue::from_f64(mention as f64));
    }

    /// Cuts `from..to` (UTF-16 units) out of a text node and wraps it. The node itself stays first in its place: a
    /// framework that holds it keeps holding the article's node.
    fn wrap(&mut self, node: &Text, from: usize, to: usize, card: &str) -> Option<Element> {
        let parent = node.parent_node()?;
        let document = node.owner_document()?;
        let tail = if to < node.length() as usize { Some(node.split_text(offset(to)).ok()?) } else { None };
        let middle = node.split_text(offset(from)).ok()?;
        let term = document.create_element("context-term").ok()?;
        let _ = term.set_attribute("card", card);
        let _ = term.set_attribute(OURS, "");
        parent.insert_before(&term, Some(&middle)).ok()?;
        term.append_child(&middle).ok()?;
        let known = self.cuts.iter().rposition(|cut| cut.head == *node);
        let at = known.unwrap_or_else(|| {
            self.cuts.push(Cut { head: node.clone(), rest: Vec::new() });
            self.cuts.len() - 1
        });
        let cut = self.cuts.get_mut(at)?;
        cut.rest.splice(0..0, std::iter::once(middle).chain(tail));
        Some(term)
    }

    /// Someone wrote into a text node that we have cut, and means by it the whole of what stood there: what we had cut off goes. Frameworks keep hold of the text nodes they made, and know nothing of our cuts.
    pub fn let_go_of(&mut self, text: &Text) {
        let Some(at) = self.cuts.iter().position(|cut| cut.head == *text) else { return };
        for part in self.cuts.remove(at).rest {
            // It may have been cut again.
            self.let_go_of(&part);
            let term = part.parent_element().filter(|parent| parent.has_attribute(OURS));
            match term.filter(|term| term.text_content().is_some_and(|text| text == part.data())) {
                Some(term) => term.remove(),
                None => part.remove(),
            }
        }
    }

    /// Puts the article back: every mark of ours unwrapped, every cut text node whole again, a writer's terms bare.
    pub fn clear(&mut self) {
        for mention in self.mentions.drain(..) {
            for piece in &mention.pieces {
                TAKEN.with(|taken| taken.delete(piece));
                let _ = piece.remove_attribute("data-open");
                if piece.has_attribute(OURS) {
                    unwrap(piece);
                } else {
                    for (name, _) in ATTRIBUTES {
                        let _ = piece.remove_attribute(name);
                    }
                }
            }
        }
        // The last cut first: it may have cut what an earlier one cut off.
        for cut in self.cuts.drain(..).rev() {
            for part in &cut.rest {
                if cut.head.next_sibling().is_some_and(|next| next == ***part) {
                    let _ = cut.head.append_data(&part.data());
                    part.remove();
                }
            }
        }
        self.by_element = WeakMap::new();
    }

    /// Forgets what the site has removed from the page. Indexes of later mentions change.
    pub fn drop_fallen(&mut self) {
        if self.mentions.iter().all(Mention::stands) {
            return;
        }
        for piece in self.mentions.iter().filter(|mention| !mention.stands()).flat_map(|mention| &mention.pieces) {
            // It may come back, and is then found anew.
            TAKEN.with(|taken| taken.delete(piece));
            self.by_element.delete(piece);
        }
        self.mentions.retain(Mention::stands);
        self.cuts.retain(|cut| cut.head.is_connected());
        for (index, mention) in self.mentions.iter().enumerate() {
            for piece in &mention.pieces {
                self.remember(piece, index);
            }
        }
    }
}

impl Drop for Marks {
    fn drop(&mut self) {
        self.clear();
    }
}

fn unwrap(term: &Element) {
    if let Some(parent) = term.parent_node() {
        while let Some(child) = term.first_child() {
            let _ = parent.insert_before(&child, Some(term));
        }
        term.remove();
    }
}

#[allow(clippy::cast_possible_truncation, reason = "the DOM counts text in u32")]
fn offset(at: usize) -> u32 {
    at as u32
}
