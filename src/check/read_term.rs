//! Reads a term of a card: text, or an object with the conditions under which it counts.

use crate::check::diagnostics::{Diagnostics, JsonPath};
use crate::check::fields::{Fields, text, type_name};
use crate::check::json::Json;
use crate::check::term_conflicts::TermConflicts;
use crate::deck::{Case, Term};

/// Reads what stands in an item of `terms`.
pub(crate) fn read_term(
    diagnostics: &mut Diagnostics,
    conflicts: &mut TermConflicts<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<Term> {
    if let Json::String(words) = json {
        return Some(Term {
            text: conflicts.findable(diagnostics, place, words)?,
            forms: Vec::new(),
            case: Case::Smart,
            near: Vec::new(),
        });
    }
    if !matches!(json, Json::Object(_)) {
        diagnostics.error(place, &["must be text in quotes or an object with \"text\", not ", type_name(json)]);
        return None;
    }
    let fields = Fields::open(diagnostics, place, json, &["text", "forms", "case", "near"])?;
    let words =
        fields.text(diagnostics, "text").and_then(|words| conflicts.findable(diagnostics, place.key("text"), words));
    let case = match fields.get("case") {
        None => Some(Case::Smart),
        Some(_) => fields
            .choice(diagnostics, "case", &["sensitive", "insensitive", "smart"])
            .map(|choice| [Case::Sensitive, Case::Insensitive, Case::Smart][choice]),
    };
    let [forms, near] = ["forms", "near"].map(|key| {
        fields.each(diagnostics, key, |diagnostics, place, json| {
            text(diagnostics, place, json).and_then(|word| conflicts.findable(diagnostics, place, word))
        })
    });
    Some(Term { text: words?, forms, case: case?, near })
}
