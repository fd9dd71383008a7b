//! Reads citations of a card, in text and in lists, and the sources they lead to.

use super::card_reader::CardReader;
use super::read_source::read_source;
use crate::deck::markup::{self, Span};
use crate::deck::quote::quote;
use crate::dom::raw_deck::Raw;

impl CardReader<'_> {
    /// The source's number on the card; `None` for an unknown one.
    fn cite(&mut self, id: &str) -> Option<usize> {
        let (place, raw) = (self.find)(id)?;
        if let Some(number) = self.places.iter().position(|cited| *cited == place) {
            return Some(number);
        }
        let mut reader = CardReader::new(String::new(), self.find);
        let source = read_source(&mut reader, raw);
        if reader.fault.is_some() {
            self.fault("", &["cites ", &quote(id), ", which has a fault of its own in \"sources\""].concat());
        }
        self.places.push(place);
        self.sources.push(source);
        Some(self.places.len() - 1)
    }

    /// Text with inline forms.
    pub fn inline(&mut self, raw: &Raw, field: &str) -> Vec<Span> {
        let text = self.text(raw, field);
        let (spans, faults) = markup::parse(&text, &mut |id| self.cite(id));
        if let Some(fault) = faults.first() {
            self.fault(field, &fault.message());
        }
        if markup::plain(&spans).trim().is_empty() {
            self.fault(field, "has no words");
        }
        spans
    }

    /// A list of source ids; one that is named twice counts once.
    pub fn cited(&mut self, raw: &Raw) -> Vec<usize> {
        let mut numbers = Vec::new();
        self.each(raw, "sources", &mut |reader, id| {
            let id = reader.words("", &id);
            match reader.cite(&id) {
                Some(number) if !numbers.contains(&number) => numbers.push(number),
                Some(_) => {}
                None => reader.fault("", &[&quote(&id), " is not the id of a source"].concat()),
            }
        });
        numbers
    }
}
