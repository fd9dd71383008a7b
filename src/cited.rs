//! Which sources does a card cite? Numbered as the reader meets them, in text and in lists.

use crate::assemble::Sources;
use crate::deck::Source;
use crate::markup::{self, MarkupFault, Span};
use crate::problem::{Faults, quote};
use crate::reader::{Fields, text};

/// The sources of one card, numbered as they are first cited.
pub(crate) struct Cited<'a> {
    /// Nothing where the deck has no list of sources: it is refused for that, not for every citation.
    all: Option<&'a Sources>,
    /// For each source cited so far its place in `all`.
    numbers: Vec<usize>,
    pub(crate) sources: Vec<Source>,
    /// Ids of sources that were cited but have faults of their own.
    pub(crate) faulty: Vec<String>,
}

impl<'a> Cited<'a> {
    pub(crate) fn new(all: Option<&'a Sources>) -> Self {
        Self { all, numbers: Vec::new(), sources: Vec::new(), faulty: Vec::new() }
    }

    /// The source's number on the card; `None` for an unknown one. What cannot be shown is left out with the whole card,
    /// so that any number will do for it.
    fn cite(&mut self, id: &str) -> Option<usize> {
        let Some(all) = self.all else { return Some(0) };
        let source = all.ids.place(id)?;
        if let Some(number) = self.numbers.iter().position(|cited| *cited == source) {
            return Some(number);
        }
        let Some(found) = &all.all[source] else {
            is_new(&mut self.faulty, &id.to_owned());
            return Some(0);
        };
        self.numbers.push(source);
        self.sources.push(found.clone());
        Some(self.numbers.len() - 1)
    }

    fn meant(&self, faults: &Faults, id: &str) -> String {
        self.all.map(|all| faults.did_you_mean(id, &all.ids)).unwrap_or_default()
    }

    /// Text with inline forms.
    pub(crate) fn inline(&mut self, faults: &mut Faults, fields: &Fields<'_, '_>, key: &str) -> Option<Vec<Span>> {
        let text = fields.text(faults, key)?;
        let place = fields.place.key(key);
        let (spans, problems) = markup::parse(text, &mut |id| self.cite(id));
        for problem in &problems {
            let hint = match problem {
                MarkupFault::UnknownSource(id) => self.meant(faults, id),
                _ => String::new(),
            };
            faults.add(place, &[&problem.message(), &hint]);
        }
        if problems.is_empty() && markup::plain(&spans).trim().is_empty() {
            faults.add(place, &["has no words"]);
        }
        Some(spans)
    }

    /// A list of source ids.
    pub(crate) fn sources(&mut self, faults: &mut Faults, fields: &Fields<'_, '_>) -> Vec<usize> {
        let mut numbers = fields.each(faults, "sources", |faults, place, json| {
            let id = text(faults, place, json)?;
            let number = self.cite(id);
            if number.is_none() {
                let hint = self.meant(faults, id);
                faults.add(place, &[&quote(id), " is not the id of a source", &hint]);
            }
            number
        });
        let mut seen = Vec::new();
        numbers.retain(|number| is_new(&mut seen, number));
        numbers
    }
}

/// Whether the list does not hold it yet; it does afterwards.
pub(crate) fn is_new<T: Clone + PartialEq>(seen: &mut Vec<T>, item: &T) -> bool {
    let is_new = !seen.contains(item);
    if is_new {
        seen.push(item.clone());
    }
    is_new
}
