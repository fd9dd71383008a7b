//! Which names does a deck know? Ids, the words of its terms, those that stand nearby; each is looked up at once, however many there are.

use std::collections::HashMap;

/// Ids in the order they came; of two that are equal, the first.
#[derive(Default)]
pub(crate) struct Ids {
    places: HashMap<String, usize>,
    known: Vec<String>,
}

impl Ids {
    /// Adds an id at the next place. Returns whether it is new.
    pub(crate) fn add(&mut self, id: &str) -> bool {
        let next = self.known.len();
        let is_new = *self.places.entry(id.to_owned()).or_insert(next) == next;
        if is_new {
            self.known.push(id.to_owned());
        }
        is_new
    }

    /// Where among the known ids this one stands.
    pub(crate) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// All of them, in order.
    pub(crate) fn known(&self) -> Vec<&str> {
        self.known.iter().map(String::as_str).collect()
    }
}
