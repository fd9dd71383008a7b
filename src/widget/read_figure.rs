//! Reads the figure of a card: points, and events on their axis.

use super::card_reader::CardReader;
use crate::deck::limits::{Range, is_on_axis};
use crate::deck::{Figure, FigureEvent, FigureKind, PointXy};
use crate::dom::raw_deck::{self, Raw};

/// Reads what stands in `figure`.
pub fn read_figure(reader: &mut CardReader<'_>, raw: &Raw) -> Figure {
    let kind = [FigureKind::Line, FigureKind::Bar][reader.choice(raw, "kind", &["line", "bar"])];
    let title = reader.text(raw, "title");
    let unit = reader.text(raw, "unit");
    let mut points = Vec::new();
    reader.each_object(raw, "points", &mut |reader, raw| {
        points.push(PointXy { x: read_x(reader, &raw), y: reader.number(&raw, "y", &Range::FINITE) });
    });
    if points.len() < 2 {
        reader.fault("points", "has fewer than two points");
    }
    let mut events = Vec::new();
    reader.each_object(raw, "events", &mut |reader, raw| {
        let event = FigureEvent { x: read_x(reader, &raw), label: reader.text(&raw, "label") };
        if !is_on_axis(&points, &event.x) {
            reader.fault("x", "has no place on the axis of the points");
        }
        events.push(event);
    });
    Figure { kind, title, unit, points, events, sources: reader.cited(raw) }
}

/// Text, or a number as it would be written.
fn read_x(reader: &mut CardReader<'_>, raw: &Raw) -> String {
    let x = reader.required(raw, "x").unwrap_or_default();
    if x.as_f64().is_some() { raw_deck::written(&x) } else { reader.words("x", &x) }
}
