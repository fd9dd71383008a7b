//! Reads citations, in text and in lists, and reports those that lead to no source.

use indexmap::{IndexMap, IndexSet};

use crate::check::diagnostics::Diagnostics;
use crate::check::fields::Fields;
use crate::check::json_path::JsonPath;
use crate::check::values::text;
use crate::deck::Source;
use crate::deck::citations::Citations;
use crate::deck::limits::text_fault;
use crate::deck::markup::{self, MarkupFault, Span};
use crate::deck::quote::quote;

/// The sources of a deck by id; `None` for one with a fault, so that a card citing it is left out rather than shown half sourced.
pub(crate) type Sources = IndexMap<String, Option<Source>>;

/// Reads the citations of one card.
pub(crate) struct CitationReader<'a> {
    /// `None` where the deck has no list of sources: that is one fault, and not one for each citation.
    sources: Option<&'a Sources>,
    citations: Citations,
}

impl<'a> CitationReader<'a> {
    pub(crate) fn new(sources: Option<&'a Sources>) -> Self {
        Self { sources, citations: Citations::default() }
    }

    /// The source's number on the card; `None` for an unknown id.
    fn cite(&mut self, id: &str) -> Option<usize> {
        let Some(sources) = self.sources else { return Some(0) };
        sources.get_index_of(id).map(|source| self.citations.cite(source))
    }

    /// The cited sources in the order of their numbers; `None` for one with a fault.
    pub(crate) fn cited(&self) -> impl Iterator<Item = &'a Option<Source>> {
        let sources = self.sources;
        self.citations.sources().iter().filter_map(move |source| Some(sources?.get_index(*source)?.1))
    }

    /// Reports a citation that leads to no source. A misspelt one has to be mended where it stands; a source that is missing is
    /// one fault, however often it is cited.
    fn unknown(&self, diagnostics: &mut Diagnostics, place: JsonPath<'_>, id: &str, message: &str) {
        let known = self.sources.into_iter().flat_map(IndexMap::keys);
        match diagnostics.did_you_mean(id, known.map(String::as_str)) {
            none if none.is_empty() => diagnostics.missing(id, place, &[message]),
            hint => diagnostics.error(place, &[message, &hint]),
        }
    }

    /// Reads the text at `key`, with inline forms.
    pub(crate) fn inline(
        &mut self,
        diagnostics: &mut Diagnostics,
        fields: &Fields<'_, '_>,
        key: &str,
    ) -> Option<Vec<Span>> {
        let text = fields.text(diagnostics, key)?;
        let place = fields.place.key(key);
        let (spans, faults) = markup::parse(text, &mut |id| self.cite(id));
        for fault in &faults {
            match fault {
                MarkupFault::UnknownSource(id) => self.unknown(diagnostics, place, id, &fault.message()),
                _ => diagnostics.error(place, &[&fault.message()]),
            }
        }
        if faults.is_empty() && markup::plain(&spans).trim().is_empty() {
            diagnostics.error(place, &["has no words"]);
        }
        Some(spans)
    }

    /// Reads the list of source ids at `sources`. Returns each number once.
    pub(crate) fn sources(&mut self, diagnostics: &mut Diagnostics, fields: &Fields<'_, '_>) -> Vec<usize> {
        let numbers = fields.each(diagnostics, "sources", |diagnostics, place, json| {
            let id = text(diagnostics, place, json)?;
            let number = self.cite(id);
            if number.is_none() {
                let message = [&quote(id), " is not the id of a source"].concat();
                self.unknown(diagnostics, place, id, &message);
            }
            number
        });
        numbers.into_iter().collect::<IndexSet<usize>>().into_iter().collect()
    }
}

/// The ids that a text cites, whatever they lead to.
pub(crate) fn cited_ids(text: &str) -> Vec<String> {
    let mut ids = Vec::new();
    if text_fault(text).is_some() {
        return ids;
    }
    markup::parse(text, &mut |id| {
        ids.push(id.to_owned());
        Some(0)
    });
    ids
}
