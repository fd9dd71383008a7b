//! Reads one entry of `cards` field by field; a fault in any of them leaves the card out.

use indexmap::IndexSet;

use crate::check::citations::{CitationReader, Sources};
use crate::check::diagnostics::{Diagnostics, JsonPath};
use crate::check::fields::{self, Fields, text, type_name};
use crate::check::json::Json;
use crate::check::term_conflicts::TermConflicts;
use crate::deck::freshness::is_after;
use crate::deck::number;
use crate::deck::quote::quote;
use crate::deck::url;
use crate::deck::{Card, Case, Correction, Entry, Fact, Figure, FigureKind, Image, Kind, PointXy, Term, View};

const FIELDS: &[&str] = &[
    "id",
    "kind",
    "title",
    "subtitle",
    "terms",
    "summary",
    "facts",
    "timeline",
    "views",
    "figure",
    "image",
    "related",
    "updated",
    "reviewBy",
    "author",
    "corrections",
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
    let kind = fields.choice(diagnostics, "kind", &Kind::ALL.map(Kind::as_str));
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
    let facts = fields
        .each(diagnostics, "facts", |diagnostics, place, json| read_fact(diagnostics, &mut citations, place, json));
    let timeline = fields
        .each(diagnostics, "timeline", |diagnostics, place, json| read_entry(diagnostics, &mut citations, place, json));
    let views = fields
        .each(diagnostics, "views", |diagnostics, place, json| read_view(diagnostics, &mut citations, place, json));
    let figure =
        fields.get("figure").and_then(|json| read_figure(diagnostics, &mut citations, place.key("figure"), json));
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
    for (id, _) in citations.cited().filter(|(_, source)| source.is_none()) {
        diagnostics.error(place, &["cites ", &quote(id), ", which has a fault of its own in \"sources\""]);
    }
    Some(Card {
        id: id?.to_owned(),
        kind: Kind::ALL[kind?],
        title: title?.to_owned(),
        subtitle,
        terms,
        summary: summary?,
        facts,
        timeline,
        views,
        figure,
        image,
        related: related.into_iter().filter(|related| Some(*related) != id).map(str::to_owned).collect(),
        updated: updated?,
        review_by,
        author,
        corrections,
        sources: citations.cited().filter_map(|(_, source)| source.clone()).collect(),
        lang: lang.to_owned(),
    })
}

fn read_term(
    diagnostics: &mut Diagnostics,
    conflicts: &mut TermConflicts<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<Term> {
    if let Json::String(words) = json {
        return Some(Term {
            text: conflicts.findable(diagnostics, place, words)?,
            case: Case::Smart,
            near: Vec::new(),
        });
    }
    if !matches!(json, Json::Object(_)) {
        diagnostics.error(place, &["must be text in quotes or an object with \"text\", not ", type_name(json)]);
        return None;
    }
    let fields = Fields::open(diagnostics, place, json, &["text", "case", "near"])?;
    let words =
        fields.text(diagnostics, "text").and_then(|words| conflicts.findable(diagnostics, place.key("text"), words));
    let case = match fields.get("case") {
        None => Some(Case::Smart),
        Some(_) => fields
            .choice(diagnostics, "case", &["sensitive", "insensitive", "smart"])
            .map(|choice| [Case::Sensitive, Case::Insensitive, Case::Smart][choice]),
    };
    let near = fields.each(diagnostics, "near", |diagnostics, place, json| {
        text(diagnostics, place, json).and_then(|word| conflicts.findable(diagnostics, place, word))
    });
    Some(Term { text: words?, case: case?, near })
}

fn read_fact(
    diagnostics: &mut Diagnostics,
    citations: &mut CitationReader<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<Fact> {
    let fields = Fields::open(diagnostics, place, json, &["label", "value", "asOf", "sources"])?;
    let label = fields.text(diagnostics, "label");
    let value = fields.text(diagnostics, "value");
    let as_of = fields.optional_date(diagnostics, "asOf");
    let sources = citations.sources(diagnostics, &fields);
    Some(Fact { label: label?.to_owned(), value: value?.to_owned(), as_of, sources })
}

fn read_entry(
    diagnostics: &mut Diagnostics,
    citations: &mut CitationReader<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<Entry> {
    let fields = Fields::open(diagnostics, place, json, &["date", "text", "sources"])?;
    let date = fields.date(diagnostics, "date");
    let text = citations.inline(diagnostics, &fields, "text");
    let sources = citations.sources(diagnostics, &fields);
    Some(Entry { date: date?, text: text?, sources })
}

fn read_view(
    diagnostics: &mut Diagnostics,
    citations: &mut CitationReader<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<View> {
    let fields = Fields::open(diagnostics, place, json, &["who", "says", "sources"])?;
    let who = fields.text(diagnostics, "who");
    let says = citations.inline(diagnostics, &fields, "says");
    let sources = citations.sources(diagnostics, &fields);
    Some(View { who: who?.to_owned(), says: says?, sources })
}

fn read_figure(
    diagnostics: &mut Diagnostics,
    citations: &mut CitationReader<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<Figure> {
    let fields = Fields::open(diagnostics, place, json, &["kind", "title", "unit", "points", "sources"])?;
    let kind = fields.choice(diagnostics, "kind", &["line", "bar"]);
    let title = fields.text(diagnostics, "title");
    let unit = fields.text(diagnostics, "unit");
    let listed =
        fields.required(diagnostics, "points").and_then(|json| fields::list(diagnostics, place.key("points"), json));
    if listed.is_some_and(|points| points.len() < 2) {
        diagnostics.error(place.key("points"), &["has fewer than two points, and one number is a fact, not a figure"]);
    }
    let points = if listed.is_some() { fields.each(diagnostics, "points", read_point) } else { Vec::new() };
    let sources = citations.sources(diagnostics, &fields);
    let kind = [FigureKind::Line, FigureKind::Bar][kind?];
    Some(Figure { kind, title: title?.to_owned(), unit: unit?.to_owned(), points, sources })
}

fn read_image(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json) -> Option<Image> {
    let fields = Fields::open(diagnostics, place, json, &["src", "alt", "credit", "license"])?;
    let src = fields.address(diagnostics, "src", url::image_fault);
    let alt = fields.text(diagnostics, "alt");
    let credit = fields.text(diagnostics, "credit");
    let license = fields.text(diagnostics, "license");
    let [src, alt, credit, license] = [src?, alt?, credit?, license?].map(str::to_owned);
    Some(Image { src, alt, credit, license })
}

fn read_correction(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json) -> Option<Correction> {
    let fields = Fields::open(diagnostics, place, json, &["date", "text"])?;
    let date = fields.date(diagnostics, "date");
    let text = fields.text(diagnostics, "text");
    Some(Correction { date: date?, text: text?.to_owned() })
}

fn read_point(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json) -> Option<PointXy> {
    let fields = Fields::open(diagnostics, place, json, &["x", "y"])?;
    let x = match fields.required(diagnostics, "x") {
        Some(Json::Number(x)) => Some(number::decimal(*x)),
        Some(json) => text(diagnostics, place.key("x"), json).map(str::to_owned),
        None => None,
    };
    let y = match fields.required(diagnostics, "y") {
        Some(Json::Number(y)) if y.is_finite() => Some(*y),
        Some(Json::Number(_)) => {
            diagnostics.error(place.key("y"), &["is not a finite number"]);
            None
        }
        Some(json) => {
            diagnostics.error(place.key("y"), &["must be a number without quotes, not ", type_name(json)]);
            None
        }
        None => None,
    };
    Some(PointXy { x: x?, y: y? })
}
