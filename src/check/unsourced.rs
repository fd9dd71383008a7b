//! Reports statements without a source: summaries, facts, entries, views, status, figure, map. The page shows them.

use crate::check::citations::cited_ids;
use crate::check::diagnostics::{Diagnostic, Diagnostics, Unknown};
use crate::check::json::{Json, get, items, type_name};
use crate::check::json_path::JsonPath;
use crate::check::suggestion::nearest;
use crate::deck::quote::quote;

/// What `sourced` says of a statement that needs no source; it can say nothing else.
const COMMON_KNOWLEDGE: &str = "common knowledge";

/// Every statement of the deck that names no source and does not say that it needs none.
pub(crate) fn unsourced(deck: &Json) -> Vec<Diagnostic> {
    let (mut diagnostics, root) = (Diagnostics::new(Unknown::Fault), JsonPath::Root);
    let list = root.key("cards");
    for (index, card) in items(deck, "cards").iter().enumerate() {
        let place = list.index(index);
        check_summary(&mut diagnostics, place, card);
        for (part, statement) in [("status", "text"), ("figure", "points"), ("map", "points")] {
            if let Some(json) = get(card, part) {
                check_part(&mut diagnostics, place.key(part), json, statement);
            }
        }
        for (part, statement) in [("facts", "value"), ("timeline", "text"), ("views", "says")] {
            let list = place.key(part);
            for (index, json) in items(card, part).iter().enumerate() {
                check_part(&mut diagnostics, list.index(index), json, statement);
            }
        }
    }
    diagnostics.finish()
}

fn check_summary(diagnostics: &mut Diagnostics, place: JsonPath<'_>, card: &Json) {
    if !needs_source(diagnostics, place, card) {
        return;
    }
    if let Some(Json::String(summary)) = get(card, "summary")
        && !summary.trim().is_empty()
        && cited_ids(summary).is_empty()
    {
        let help = "; write [^source-id] behind what it says, or \"sourced\": \"common knowledge\" on the card";
        diagnostics.unsourced(place.key("summary"), &["cites no source", help]);
    }
}

/// `statement`: the field that says something. A part without it states nothing that could have a source, as a view of which only
/// a `reason` is told.
fn check_part(diagnostics: &mut Diagnostics, place: JsonPath<'_>, part: &Json, statement: &str) {
    let Json::Object(fields) = part else { return };
    if !needs_source(diagnostics, place, part) {
        return;
    }
    let is_stated = match get(part, statement) {
        // A source that is cited where it is needed is one, too.
        Some(Json::String(text)) => !text.trim().is_empty() && cited_ids(text).is_empty(),
        Some(Json::Array(points)) => !points.is_empty(),
        _ => false,
    };
    // What is no list, or goes by a misspelt name, is reported as that.
    let is_named = match get(part, "sources") {
        Some(Json::Array(sources)) => !sources.is_empty(),
        Some(_) => true,
        None => {
            fields.iter().any(|(key, _)| key != "sourced" && nearest(key, ["sources"]).is_some_and(|near| near != key))
        }
    };
    if is_stated && !is_named {
        let help = "; name one in \"sources\", or write \"sourced\": \"common knowledge\" where it needs none";
        diagnostics.unsourced(place, &["has no source", help]);
    }
}

/// Whether the object does not say that it is common knowledge.
fn needs_source(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json) -> bool {
    let found = match get(json, "sourced") {
        None => return true,
        Some(Json::String(text)) if text == COMMON_KNOWLEDGE => return false,
        Some(Json::String(text)) => quote(text),
        Some(json) => type_name(json).to_owned(),
    };
    diagnostics.lint(place.key("sourced"), &["must be ", &quote(COMMON_KNOWLEDGE), " or not be there, not ", &found]);
    false
}
