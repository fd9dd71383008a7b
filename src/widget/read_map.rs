//! Reads the map of a card: an outline, and points to name in it.

use super::card_reader::CardReader;
use crate::deck::limits::{MOST_MAP_POINTS, MOST_RING, Range, ring_fault};
use crate::deck::{Map, MapPoint};
use crate::dom::raw_deck::Raw;

/// Reads what stands in `map`.
pub fn read_map(reader: &mut CardReader<'_>, raw: &Raw) -> Map {
    let (mut outline, mut points) = (Vec::new(), Vec::new());
    reader.each(raw, "outline", &mut |reader, item| {
        let mut ring = Vec::new();
        reader.items("", item, MOST_RING, &mut |reader, number| {
            ring.push(reader.as_number("", &number, Range::in_ring(ring.len())));
        });
        if let Some(why) = ring_fault(ring.len()) {
            reader.fault("", why);
        }
        outline.push(ring);
    });
    if outline.is_empty() {
        reader.fault("outline", "has no ring");
    }
    reader.each_object(raw, "points", &mut |reader, raw| {
        points.push(MapPoint {
            lon: reader.number(&raw, "lon", &Range::LONGITUDE),
            lat: reader.number(&raw, "lat", &Range::LATITUDE),
            label: reader.text(&raw, "label"),
        });
    });
    if !(1..=MOST_MAP_POINTS).contains(&points.len()) {
        reader.fault("points", "must be one to ten");
    }
    Map { outline, points, sources: reader.cited(raw) }
}
