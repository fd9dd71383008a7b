//! Reads the figure of a card: points, and events on their axis.

use crate::check::citations::CitationReader;
use crate::check::diagnostics::Diagnostics;
use crate::check::fields::Fields;
use crate::check::json::Json;
use crate::check::json_path::JsonPath;
use crate::check::values::{self, text};
use crate::deck::limits::{Range, is_on_axis};
use crate::deck::number;
use crate::deck::quote::quote;
use crate::deck::{Figure, FigureEvent, FigureKind, PointXy};

/// Reads what stands in `figure`.
pub(crate) fn read_figure(
    diagnostics: &mut Diagnostics,
    citations: &mut CitationReader<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<Figure> {
    let known = &["kind", "title", "unit", "points", "events", "sources", "sourced"];
    let fields = Fields::open(diagnostics, place, json, known)?;
    let kind = fields.choice(
        diagnostics,
        "kind",
        &["line", "bar"],
        &[("column", "bar"), ("histogram", "bar"), ("curve", "line")],
    );
    let title = fields.text(diagnostics, "title");
    let unit = fields.text(diagnostics, "unit");
    let before = diagnostics.errors;
    let listed =
        fields.required(diagnostics, "points").and_then(|json| values::list(diagnostics, place.key("points"), json));
    if listed.is_some_and(|points| points.len() < 2) {
        diagnostics.error(place.key("points"), &["has fewer than two points, and one number is a fact, not a figure"]);
    }
    let points = if listed.is_some() { fields.each(diagnostics, "points", read_point) } else { Vec::new() };
    // Where the axis has a fault, what stands on it cannot be judged.
    let axis = (diagnostics.errors == before).then_some(points.as_slice());
    let events = fields.each(diagnostics, "events", |diagnostics, place, json| {
        let event = read_event(diagnostics, place, json)?;
        if !axis.is_none_or(|points| is_on_axis(points, &event.x)) {
            let message = "is neither the \"x\" of a point nor, among points that are all dates, a date";
            diagnostics.error(place.key("x"), &[&quote(&event.x), " ", message]);
        }
        Some(event)
    });
    let sources = citations.sources(diagnostics, &fields);
    let kind = [FigureKind::Line, FigureKind::Bar][kind?];
    Some(Figure { kind, title: title?.to_owned(), unit: unit?.to_owned(), points, events, sources })
}

fn read_point(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json) -> Option<PointXy> {
    let fields = Fields::open(diagnostics, place, json, &["x", "y"])?;
    let x = read_x(diagnostics, &fields);
    let y = fields.number(diagnostics, "y", &Range::FINITE);
    Some(PointXy { x: x?, y: y? })
}

fn read_event(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json) -> Option<FigureEvent> {
    let fields = Fields::open(diagnostics, place, json, &["x", "label"])?;
    let x = read_x(diagnostics, &fields);
    let label = fields.text(diagnostics, "label");
    Some(FigureEvent { x: x?, label: label?.to_owned() })
}

/// Text, or a number as it would be written.
fn read_x(diagnostics: &mut Diagnostics, fields: &Fields<'_, '_>) -> Option<String> {
    match fields.required(diagnostics, "x")? {
        Json::Number(x) => Some(number::decimal(*x)),
        json => text(diagnostics, fields.place.key("x"), json).map(str::to_owned),
    }
}
