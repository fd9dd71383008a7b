//! Reads one entry of `cards` field by field; a fault in any of them leaves the card out.

use indexmap::IndexSet;

use crate::check::citations::{CitationReader, Sources};
use crate::check::diagnostics::Diagnostics;
use crate::check::fields::Fields;
use crate::check::json::Json;
use crate::check::json_path::JsonPath;
use crate::check::read_figure::read_figure;
use crate::check::read_map::read_map;
use crate::check::read_statement::{read_entry, read_fact, read_status, read_view};
use crate::check::read_term::read_term;
use crate::check::term_conflicts::TermConflicts;
use crate::check::values::text;
use crate::deck::freshness::is_after;
use crate::deck::limits::Range;
use crate::deck::url;
use crate::deck::{Card, Correction, Image, Kind};

const FIELDS: &[&str] = &[
    "id",
    "kind",
    "title",
    "subtitle",
    "terms",
    "summary",
    "sourced",
    "status",
    "facts",
    "timeline",
    "views",
    "figure",
    "map",
    "image",
    "related",
    "updated",
    "reviewBy",
    "author",
    "corrections",
];

/// What an editor may call a kind, and what the deck calls it.
const KIND_SYNONYMS: &[(&str, &str)] = &[
    ("building", "place"),
    ("city", "place"),
    ("country", "place"),
    ("location", "place"),
    ("people", "person"),
    ("politician", "person"),
    ("agency", "organization"),
    ("company", "organization"),
    ("group", "organization"),
    ("party", "organization"),
    ("act", "law"),
    ("bill", "law"),
    ("statute", "law"),
    ("lawsuit", "case"),
    ("trial", "case"),
    ("incident", "event"),
    ("program", "policy"),
    ("idea", "concept"),
    ("term", "concept"),
    ("article", "work"),
    ("book", "work"),
    ("film", "work"),
    ("movie", "work"),
    ("song", "work"),
    ("day", "date"),
    ("period", "date"),
];

/// Reads the card at `place`, the one at `index` of the deck's list. Its terms count for conflicts even where it has a fault.
pub(crate) fn card(
    diagnostics: &mut Diagnostics,
    place: JsonPath<'_>,
    json: &Json,
    sources: Option<&Sources>,
    lang: &str,
    (index, conflicts): (usize, &mut TermConflicts<'_>),
) -> Option<Card> {
    let fields = Fields::open(diagnostics, place, json, FIELDS)?;
    let mut citations = CitationReader::new(sources);
    let id = fields.id(diagnostics);
    let kind = fields.choice(diagnostics, "kind", &Kind::ALL.map(Kind::as_str), KIND_SYNONYMS);
    let title = fields.text(diagnostics, "title");
    let subtitle = fields.optional_text(diagnostics, "subtitle");
    fields.required(diagnostics, "terms");
    let terms = fields.each(diagnostics, "terms", |diagnostics, place, json| {
        let before = diagnostics.errors;
        let term = read_term(diagnostics, conflicts, place, json)?;
        // A term whose `near` has a fault is not one without `near`.
        if diagnostics.errors == before {
            conflicts.add(index, place, &term);
        }
        Some(term)
    });
    let summary = citations.inline(diagnostics, &fields, "summary");
    let status =
        fields.get("status").and_then(|json| read_status(diagnostics, &mut citations, place.key("status"), json));
    let facts = fields
        .each(diagnostics, "facts", |diagnostics, place, json| read_fact(diagnostics, &mut citations, place, json));
    let timeline = fields
        .each(diagnostics, "timeline", |diagnostics, place, json| read_entry(diagnostics, &mut citations, place, json));
    let views = fields
        .each(diagnostics, "views", |diagnostics, place, json| read_view(diagnostics, &mut citations, place, json));
    let figure =
        fields.get("figure").and_then(|json| read_figure(diagnostics, &mut citations, place.key("figure"), json));
    let map = fields.get("map").and_then(|json| read_map(diagnostics, &mut citations, place.key("map"), json));
    let image = fields.get("image").and_then(|json| read_image(diagnostics, place.key("image"), json));
    let related: IndexSet<&str> = fields.each(diagnostics, "related", text).into_iter().collect();
    let updated = fields.date(diagnostics, "updated");
    let review_by = fields.optional_date(diagnostics, "reviewBy");
    if let (Some(updated), Some(review_by)) = (updated, review_by)
        && is_after(&updated, &review_by)
    {
        let dates = [review_by.to_string(), updated.to_string()];
        diagnostics.error(place.key("reviewBy"), &[&dates[0], " is earlier than \"updated\", ", &dates[1]]);
    }
    let author = fields.optional_text(diagnostics, "author");
    let corrections = fields.each(diagnostics, "corrections", read_correction);
    for _ in citations.cited().filter(|source| source.is_none()) {
        diagnostics.consequence();
    }
    Some(Card {
        id: id?.to_owned(),
        kind: Kind::ALL[kind?],
        title: title?.to_owned(),
        subtitle,
        terms,
        summary: summary?,
        status,
        facts,
        timeline,
        views,
        figure,
        map,
        image,
        related: related.into_iter().filter(|related| Some(*related) != id).map(str::to_owned).collect(),
        updated: updated?,
        review_by,
        author,
        corrections,
        sources: citations.cited().filter_map(Clone::clone).collect(),
        lang: lang.to_owned(),
    })
}

fn read_image(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json) -> Option<Image> {
    let fields = Fields::open(diagnostics, place, json, &["src", "alt", "credit", "license", "focus"])?;
    let src = fields.address(diagnostics, "src", url::image_fault);
    let alt = fields.text(diagnostics, "alt");
    let credit = fields.text(diagnostics, "credit");
    let license = fields.text(diagnostics, "license");
    let focus = match fields.get("focus") {
        None => Some((0.5, 0.5)),
        Some(json) => read_focus(diagnostics, place.key("focus"), json),
    };
    let [src, alt, credit, license] = [src?, alt?, credit?, license?].map(str::to_owned);
    Some(Image { src, alt, credit, license, focus: focus? })
}

fn read_focus(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json) -> Option<(f64, f64)> {
    let fields = Fields::open(diagnostics, place, json, &["x", "y"])?;
    let x = fields.number(diagnostics, "x", &Range::SHARE);
    let y = fields.number(diagnostics, "y", &Range::SHARE);
    Some((x?, y?))
}

fn read_correction(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json) -> Option<Correction> {
    let fields = Fields::open(diagnostics, place, json, &["date", "text"])?;
    let date = fields.date(diagnostics, "date");
    let text = fields.text(diagnostics, "text");
    Some(Correction { date: date?, text: text?.to_owned() })
}
