//! Reads what a card states: its status, facts, entries of the timeline, views.

use crate::check::citations::CitationReader;
use crate::check::diagnostics::Diagnostics;
use crate::check::fields::Fields;
use crate::check::json::Json;
use crate::check::json_path::JsonPath;
use crate::deck::{Entry, Fact, Says, Status, View};

/// Reads what stands in `status`.
pub(crate) fn read_status(
    diagnostics: &mut Diagnostics,
    citations: &mut CitationReader<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<Status> {
    let fields = Fields::open(diagnostics, place, json, &["text", "asOf", "sources", "sourced"])?;
    let text = citations.inline(diagnostics, &fields, "text");
    let as_of = fields.date(diagnostics, "asOf");
    let sources = citations.sources(diagnostics, &fields);
    Some(Status { text: text?, as_of: as_of?, sources })
}

pub(crate) fn read_fact(
    diagnostics: &mut Diagnostics,
    citations: &mut CitationReader<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<Fact> {
    let fields = Fields::open(diagnostics, place, json, &["label", "value", "asOf", "sources", "sourced"])?;
    let label = fields.text(diagnostics, "label");
    let value = fields.text(diagnostics, "value");
    let as_of = fields.optional_date(diagnostics, "asOf");
    let sources = citations.sources(diagnostics, &fields);
    Some(Fact { label: label?.to_owned(), value: value?.to_owned(), as_of, sources })
}

pub(crate) fn read_entry(
    diagnostics: &mut Diagnostics,
    citations: &mut CitationReader<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<Entry> {
    let fields = Fields::open(diagnostics, place, json, &["date", "text", "sources", "sourced"])?;
    let date = fields.date(diagnostics, "date");
    let text = citations.inline(diagnostics, &fields, "text");
    let sources = citations.sources(diagnostics, &fields);
    Some(Entry { date: date?, text: text?, sources })
}

pub(crate) fn read_view(
    diagnostics: &mut Diagnostics,
    citations: &mut CitationReader<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<View> {
    let fields = Fields::open(diagnostics, place, json, &["who", "date", "says", "reason", "sources", "sourced"])?;
    let who = fields.text(diagnostics, "who");
    let date = fields.optional_date(diagnostics, "date");
    let says = read_says(diagnostics, citations, &fields);
    let sources = citations.sources(diagnostics, &fields);
    Some(View { who: who?.to_owned(), date, says: says?, sources })
}

/// What somebody claims, or why there is nothing to tell: one of both.
fn read_says(
    diagnostics: &mut Diagnostics,
    citations: &mut CitationReader<'_>,
    fields: &Fields<'_, '_>,
) -> Option<Says> {
    let reason = fields.optional_text(diagnostics, "reason");
    match reason {
        Some(reason) => {
            if fields.optional("says").is_some() {
                let message = "stands beside \"says\": a view has words, or a reason why it has none";
                diagnostics.error(fields.place.key("reason"), &[message]);
            }
            Some(Says::Nothing { reason })
        }
        None if fields.get("says").is_none() => {
            let help = "; where nobody answered write \"says\": null and a \"reason\"";
            fields.report_missing(diagnostics, "says", &["is missing", help]);
            None
        }
        None => citations.inline(diagnostics, fields, "says").map(Says::Words),
    }
}
