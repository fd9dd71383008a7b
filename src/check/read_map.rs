//! Reads the map of a card: an outline, and points to name in it.

use crate::check::citations::CitationReader;
use crate::check::diagnostics::Diagnostics;
use crate::check::fields::Fields;
use crate::check::json::Json;
use crate::check::json_path::JsonPath;
use crate::check::values;
use crate::deck::limits::{MOST_MAP_POINTS, MOST_RING, Range, ring_fault};
use crate::deck::{Map, MapPoint};

/// Reads what stands in `map`.
pub(crate) fn read_map(
    diagnostics: &mut Diagnostics,
    citations: &mut CitationReader<'_>,
    place: JsonPath<'_>,
    json: &Json,
) -> Option<Map> {
    let fields = Fields::open(diagnostics, place, json, &["outline", "points", "sources", "sourced"])?;
    let rings =
        fields.required(diagnostics, "outline").and_then(|json| values::list(diagnostics, place.key("outline"), json));
    if rings.is_some_and(<[Json]>::is_empty) {
        diagnostics.error(place.key("outline"), &["has no ring", "; a map needs the outline of a country or region"]);
    }
    let outline = match rings {
        Some([Json::Number(_), ..]) => {
            let message = "must be a list of rings, each a list of its own: [[lon, lat, lon, lat, …]]";
            diagnostics.error(place.key("outline"), &[message]);
            Vec::new()
        }
        Some(_) => fields.each(diagnostics, "outline", read_ring),
        None => Vec::new(),
    };
    let listed =
        fields.required(diagnostics, "points").and_then(|json| values::list(diagnostics, place.key("points"), json));
    match listed.map(<[Json]>::len) {
        Some(0) => diagnostics.error(place.key("points"), &["has no point to show on the map"]),
        Some(count) if count > MOST_MAP_POINTS => {
            let message =
                ["has ", &count.to_string(), " points, and a map has room for ", &MOST_MAP_POINTS.to_string()];
            diagnostics.error(place.key("points"), &message);
        }
        _ => {}
    }
    let points = if listed.is_some() { fields.each(diagnostics, "points", read_point) } else { Vec::new() };
    let sources = citations.sources(diagnostics, &fields);
    Some(Map { outline, points, sources })
}

/// The first fault of a ring is told alone: with one number left out or doubled, all that follow are in the wrong place.
fn read_ring(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json) -> Option<Vec<f64>> {
    let items = values::list_of(diagnostics, place, json, MOST_RING)?;
    let mut ring = Vec::new();
    for (index, item) in items.iter().enumerate() {
        ring.push(values::number(diagnostics, place.index(index), item, Range::in_ring(index))?);
    }
    if let Some(why) = ring_fault(ring.len()) {
        diagnostics.error(place, &[why]);
        return None;
    }
    Some(ring)
}

fn read_point(diagnostics: &mut Diagnostics, place: JsonPath<'_>, json: &Json) -> Option<MapPoint> {
    let fields = Fields::open(diagnostics, place, json, &["lon", "lat", "label"])?;
    let lon = fields.number(diagnostics, "lon", &Range::LONGITUDE);
    let lat = fields.number(diagnostics, "lat", &Range::LATITUDE);
    let label = fields.text(diagnostics, "label");
    Some(MapPoint { lon: lon?, lat: lat?, label: label?.to_owned() })
}
