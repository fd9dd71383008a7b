//! Which ids does a deck know, which words do its terms ask for? Each is looked up at once, however many there are.

use std::collections::HashMap;

/// Ids in the order they came; of two that are equal, the first.
#[derive(Default)]
pub(crate) struct Ids<'a> {
    places: HashMap<&'a str, usize>,
    known: Vec<&'a str>,
}

impl<'a> Ids<'a> {
    /// Adds an id at the next place. Returns whether it is new.
    pub(crate) fn add(&mut self, id: &'a str) -> bool {
        let next = self.known.len();
        let is_new = *self.places.entry(id).or_insert(next) == next;
        if is_new {
            self.known.push(id);
        }
        is_new
    }

    /// Where among the known ids this one stands.
    pub(crate) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// All of them, in order.
    pub(crate) fn known(&self) -> &[&'a str] {
        &self.known
    }
}
