//! Reads a term of a card: text, or an object with the conditions under which it counts.

use crate::check::diagnostics::Diagnostics;
use crate::check::fields::Fields;
use crate::check::json::{Json, type_name};
use crate::check::json_path::JsonPath;
use crate::check::term_conflicts::TermConflicts;
use crate::check::values::text;
use crate::deck::quote::quote;
use crate::deck::{Case, Term};

/// Reads what stands in an item of `terms`.
pub(crate) fn read_term(
    diagnostics: &mut Diagnostics,
    conflicts: &mut TermConflicts<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<Term> {
    if let Json::String(_) = json {
        let words = text(diagnostics, place, json)?;
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
            .choice(diagnostics, "case", &["sensitive", "insensitive", "smart"], &[])
            .map(|choice| [Case::Sensitive, Case::Insensitive, Case::Smart][choice]),
    };
    let [forms, near] = ["forms", "near"].map(|key| {
        fields.each(diagnostics, key, |diagnostics, place, json| {
            text(diagnostics, place, json).and_then(|word| conflicts.findable(diagnostics, place, word))
        })
    });
    let term = Term { text: words?, forms, case: case?, near };
    let list = place.key("forms");
    for (index, form) in term.forms.iter().enumerate().filter(|(index, _)| conflicts.is_matched_before(&term, *index)) {
        let message = " adds nothing: the term's text or an earlier form matches it already";
        diagnostics.lint(list.index(index), &[&quote(form), message, "; take it out"]);
    }
    Some(term)
}
