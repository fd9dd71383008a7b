//! How does one entry of `cards` become a card? Field by field; a fault in any of them leaves the card out.

use crate::address;
use crate::assemble::Sources;
use crate::cited::{Cited, is_new};
use crate::claim::Claims;
use crate::deck::{Card, Case, Correction, Entry, Fact, Figure, FigureKind, Image, Kind, PointXy, Term, View};
use crate::freshness::is_after;
use crate::json::Json;
use crate::number;
use crate::problem::{Faults, Place, quote};
use crate::reader::{self, Fields, found, text};

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

/// `index`: which card of the deck it is. A term is claimed also for a card that turns out to have a fault.
pub(crate) fn card(
    faults: &mut Faults,
    place: Place<'_>,
    json: &Json,
    sources: Option<&Sources>,
    lang: &str,
    (index, claims): (usize, &mut Claims<'_>),
) -> Option<Card> {
    let fields = Fields::open(faults, place, json, FIELDS)?;
    let mut cited = Cited::new(sources);
    let id = fields.id(faults);
    let kind = fields.choice(faults, "kind", &Kind::ALL.map(Kind::as_str));
    let title = fields.text(faults, "title");
    let subtitle = fields.optional_text(faults, "subtitle");
    fields.required(faults, "terms");
    let terms = fields.each(faults, "terms", |faults, place, json| {
        let term = read_term(faults, claims, place, json)?;
        claims.claim(faults, place, index, &term);
        Some(term)
    });
    let summary = cited.inline(faults, &fields, "summary");
    let facts = fields.each(faults, "facts", |faults, place, json| read_fact(faults, &mut cited, place, json));
    let timeline = fields.each(faults, "timeline", |faults, place, json| read_entry(faults, &mut cited, place, json));
    let views = fields.each(faults, "views", |faults, place, json| read_view(faults, &mut cited, place, json));
    let figure = fields.get("figure").and_then(|json| read_figure(faults, &mut cited, place.key("figure"), json));
    let image = fields.get("image").and_then(|json| read_image(faults, place.key("image"), json));
    let mut related =
        fields.each(faults, "related", |faults, place, json| text(faults, place, json).map(str::to_owned));
    let mut seen = vec![id.unwrap_or_default().to_owned()];
    related.retain(|related| is_new(&mut seen, related));
    let updated = fields.date(faults, "updated");
    let review_by = fields.optional_date(faults, "reviewBy");
    if let (Some(updated), Some(review_by)) = (updated, review_by)
        && is_after(&updated, &review_by)
    {
        let dates = [review_by.to_string(), updated.to_string()];
        faults.add(place.key("reviewBy"), &[&dates[0], " is earlier than \"updated\", ", &dates[1]]);
    }
    let author = fields.optional_text(faults, "author");
    let corrections = fields.each(faults, "corrections", read_correction);
    for id in &cited.faulty {
        faults.add(place, &["cites ", &quote(id), ", which has a fault of its own in \"sources\""]);
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
        related,
        updated: updated?,
        review_by,
        author,
        corrections,
        sources: cited.sources,
        lang: lang.to_owned(),
    })
}

fn read_term(faults: &mut Faults, claims: &mut Claims<'_>, place: Place<'_>, json: &Json) -> Option<Term> {
    if let Json::Text(words) = json {
        return Some(Term { text: claims.findable(faults, place, words)?, case: Case::Smart, near: Vec::new() });
    }
    if !matches!(json, Json::Object(_)) {
        faults.add(place, &["must be text in quotes or an object with \"text\", not ", found(json)]);
        return None;
    }
    let fields = Fields::open(faults, place, json, &["text", "case", "near"])?;
    let words = fields.text(faults, "text").and_then(|words| claims.findable(faults, place.key("text"), words));
    let case = match fields.get("case") {
        None => Some(Case::Smart),
        Some(_) => fields
            .choice(faults, "case", &["sensitive", "insensitive", "smart"])
            .map(|choice| [Case::Sensitive, Case::Insensitive, Case::Smart][choice]),
    };
    let near = fields.each(faults, "near", |faults, place, json| {
        text(faults, place, json).and_then(|word| claims.findable(faults, place, word))
    });
    Some(Term { text: words?, case: case?, near })
}

fn read_fact(faults: &mut Faults, cited: &mut Cited<'_>, place: Place<'_>, json: &Json) -> Option<Fact> {
    let fields = Fields::open(faults, place, json, &["label", "value", "asOf", "sources"])?;
    let label = fields.text(faults, "label");
    let value = fields.text(faults, "value");
    let as_of = fields.optional_date(faults, "asOf");
    let sources = cited.sources(faults, &fields);
    Some(Fact { label: label?.to_owned(), value: value?.to_owned(), as_of, sources })
}

fn read_entry(faults: &mut Faults, cited: &mut Cited<'_>, place: Place<'_>, json: &Json) -> Option<Entry> {
    let fields = Fields::open(faults, place, json, &["date", "text", "sources"])?;
    let date = fields.date(faults, "date");
    let text = cited.inline(faults, &fields, "text");
    let sources = cited.sources(faults, &fields);
    Some(Entry { date: date?, text: text?, sources })
}

fn read_view(faults: &mut Faults, cited: &mut Cited<'_>, place: Place<'_>, json: &Json) -> Option<View> {
    let fields = Fields::open(faults, place, json, &["who", "says", "sources"])?;
    let who = fields.text(faults, "who");
    let says = cited.inline(faults, &fields, "says");
    let sources = cited.sources(faults, &fields);
    Some(View { who: who?.to_owned(), says: says?, sources })
}

fn read_figure(faults: &mut Faults, cited: &mut Cited<'_>, place: Place<'_>, json: &Json) -> Option<Figure> {
    let fields = Fields::open(faults, place, json, &["kind", "title", "unit", "points", "sources"])?;
    let kind = fields.choice(faults, "kind", &["line", "bar"]);
    let title = fields.text(faults, "title");
    let unit = fields.text(faults, "unit");
    let listed = fields.required(faults, "points").and_then(|json| reader::list(faults, place.key("points"), json));
    if listed.is_some_and(|points| points.len() < 2) {
        faults.add(place.key("points"), &["has fewer than two points, and one number is a fact, not a figure"]);
    }
    let points = if listed.is_some() { fields.each(faults, "points", read_point) } else { Vec::new() };
    let sources = cited.sources(faults, &fields);
    let kind = [FigureKind::Line, FigureKind::Bar][kind?];
    Some(Figure { kind, title: title?.to_owned(), unit: unit?.to_owned(), points, sources })
}

fn read_image(faults: &mut Faults, place: Place<'_>, json: &Json) -> Option<Image> {
    let fields = Fields::open(faults, place, json, &["src", "alt", "credit", "license"])?;
    let src = fields.address(faults, "src", address::image_fault);
    let alt = fields.text(faults, "alt");
    let credit = fields.text(faults, "credit");
    let license = fields.text(faults, "license");
    let [src, alt, credit, license] = [src?, alt?, credit?, license?].map(str::to_owned);
    Some(Image { src, alt, credit, license })
}

fn read_correction(faults: &mut Faults, place: Place<'_>, json: &Json) -> Option<Correction> {
    let fields = Fields::open(faults, place, json, &["date", "text"])?;
    let date = fields.date(faults, "date");
    let text = fields.text(faults, "text");
    Some(Correction { date: date?, text: text?.to_owned() })
}

fn read_point(faults: &mut Faults, place: Place<'_>, json: &Json) -> Option<PointXy> {
    let fields = Fields::open(faults, place, json, &["x", "y"])?;
    let x = match fields.required(faults, "x") {
        Some(Json::Number(x)) => Some(number::plain(*x)),
        Some(json) => text(faults, place.key("x"), json).map(str::to_owned),
        None => None,
    };
    let y = match fields.required(faults, "y") {
        Some(Json::Number(y)) if y.is_finite() => Some(*y),
        Some(Json::Number(_)) => {
            faults.add(place.key("y"), &["is not a finite number"]);
            None
        }
        Some(json) => {
            faults.add(place.key("y"), &["must be a number without quotes, not ", found(json)]);
            None
        }
        None => None,
    };
    Some(PointXy { x: x?, y: y? })
}
