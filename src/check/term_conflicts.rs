//! Reports terms that stand for two cards of a deck, with no `near` to tell which is meant.

use indexmap::IndexSet;

use crate::check::diagnostics::Diagnostics;
use crate::check::json::Json;
use crate::check::json_path::{JsonPath, Path, card_name, id_of};
use crate::deck::quote::quote;
use crate::deck::term::Term;
use crate::matcher::Matcher;
use crate::matcher::unicode::Unicode;

/// The terms of a deck. The page's matcher decides which of them are equal, so that both find the same cards faulty.
pub(crate) struct TermConflicts<'u> {
    unicode: &'u dyn Unicode,
    matcher: Matcher,
    /// By its number in the matcher: the path and words of a term or a form.
    terms: Vec<(Path, String)>,
}

impl<'u> TermConflicts<'u> {
    pub(crate) fn new(unicode: &'u dyn Unicode) -> Self {
        Self { unicode, matcher: Matcher::empty(), terms: Vec::new() }
    }

    /// Reads words that could be found in an article.
    pub(crate) fn findable(
        &mut self,
        diagnostics: &mut Diagnostics,
        place: JsonPath<'_>,
        words: &str,
    ) -> Option<String> {
        if self.matcher.is_findable(words, self.unicode) {
            return Some(words.to_owned());
        }
        diagnostics.error(place, &[&quote(words), " has no letter or digit that could be found in an article"]);
        None
    }

    /// Whether the text or an earlier form of the term matches all of a form.
    pub(crate) fn is_matched_before(&self, term: &Term, form: usize) -> bool {
        let before = Term { forms: term.forms[..form].to_vec(), near: Vec::new(), ..term.clone() };
        let words = term.forms[form].trim();
        let matches = Matcher::new([(0, &before)].into_iter(), self.unicode).find(words, self.unicode);
        matches.first().is_some_and(|found| found.start == 0 && found.end == words.encode_utf16().count())
    }

    /// Adds the term at `place`, one of the card with this index.
    pub(crate) fn add(&mut self, card: usize, place: JsonPath<'_>, term: &Term) {
        if self.matcher.add(card, term, self.unicode).is_some() {
            self.terms.push((place.path(), term.text.clone()));
            let list = place.key("forms");
            let forms = term.forms.iter().enumerate();
            self.terms.extend(forms.map(|(index, form)| (list.index(index).path(), form.clone())));
        }
    }

    /// Reports the conflicts, and returns the cards that are faulty for them. `cards`: the deck's.
    pub(crate) fn report(mut self, diagnostics: &mut Diagnostics, cards: &[Json]) -> IndexSet<usize> {
        self.matcher.build();
        let conflicts = self.matcher.conflicts();
        let id = |card: usize| cards.get(card).and_then(id_of);
        for conflict in &conflicts {
            // Of two cards with one id, that is the fault, and their terms follow from it.
            if id(conflict.card).is_some() && id(conflict.card) == id(conflict.other) {
                continue;
            }
            let (path, text) = &self.terms[conflict.term];
            let other = card_name(conflict.other, cards);
            let advice = "; say with \"near\" which words tell the two apart";
            diagnostics.error_at(path.clone(), &[&quote(text), " already stands for ", &other, advice]);
        }
        conflicts.iter().map(|conflict| conflict.card).collect()
    }
}
