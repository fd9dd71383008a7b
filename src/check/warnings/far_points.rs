//! Warns of a point of a map that lies far from its outline: the map has to hold both, and the outline gets too small to be known.

use crate::check::diagnostics::Diagnostics;
use crate::check::json::{Json, get, items};
use crate::check::json_path::JsonPath;
use crate::deck::limits::Range;
use crate::deck::number::decimal;

/// What there is room for in the drawing, as width by height: `WIDTH` and `OUTLINE` less `INSET` in `www/drawing/`.
const ROOM: (f64, f64) = (316.0, 158.0);

/// An outline that is drawn at less than this share of its size is no longer the shape that a reader knows.
const LEAST_SHARE: f64 = 0.5;

pub(super) fn warn(diagnostics: &mut Diagnostics, deck: &Json) {
    let root = JsonPath::Root;
    let list = root.key("cards");
    for (index, card) in items(deck, "cards").iter().enumerate() {
        let Some(map) = get(card, "map") else { continue };
        let Some(outline) = outline(map) else { continue };
        let card = list.index(index);
        let place = card.key("map");
        let points = place.key("points");
        for (index, point) in items(map, "points").iter().enumerate() {
            let (Some(Json::Number(lon)), Some(Json::Number(lat))) = (get(point, "lon"), get(point, "lat")) else {
                continue;
            };
            let point = (*lon, *lat);
            if outline.with(point).scale() < outline.scale() * LEAST_SHARE {
                let message = "lies far outside the outline, which is drawn at less than half its size to hold both";
                diagnostics.warn(points.index(index), &[message, &help(&outline, point)]);
            }
        }
    }
}

/// What was most likely meant: the two in the other order, or a sign that was left out.
fn help(outline: &Bounds, (lon, lat): (f64, f64)) -> String {
    let slips = [(lat, lon), (-lon, lat), (lon, -lat), (-lon, -lat), (-lat, lon), (lat, -lon), (-lat, -lon)];
    match slips.into_iter().find(|point| outline.contains(*point)) {
        Some((lon, lat)) => ["; did you mean \"lon\": ", &decimal(lon), ", \"lat\": ", &decimal(lat), "?"].concat(),
        None => "; check \"lon\" and \"lat\", or take the point out".to_owned(),
    }
}

/// The bounds of all rings; `None` where there are none, or one has a fault.
fn outline(map: &Json) -> Option<Bounds> {
    let mut bounds = Bounds::EMPTY;
    for ring in items(map, "outline") {
        let Json::Array(numbers) = ring else { return None };
        for position in numbers.chunks(2) {
            let [Json::Number(lon), Json::Number(lat)] = position else { return None };
            if !(Range::LONGITUDE.contains(*lon) && Range::LATITUDE.contains(*lat)) {
                return None;
            }
            bounds = bounds.with((*lon, *lat));
        }
    }
    (bounds.west <= bounds.east).then_some(bounds)
}

/// Degrees east and north.
#[derive(Clone, Copy)]
struct Bounds {
    west: f64,
    east: f64,
    south: f64,
    north: f64,
}

impl Bounds {
    const EMPTY: Self =
        Self { west: f64::INFINITY, east: f64::NEG_INFINITY, south: f64::INFINITY, north: f64::NEG_INFINITY };

    fn with(self, (lon, lat): (f64, f64)) -> Self {
        Self {
            west: self.west.min(lon),
            east: self.east.max(lon),
            south: self.south.min(lat),
            north: self.north.max(lat),
        }
    }

    fn contains(&self, (lon, lat): (f64, f64)) -> bool {
        (self.west..=self.east).contains(&lon) && (self.south..=self.north).contains(&lat)
    }

    /// Units of the drawing for a degree of latitude, as `www/drawing/map.js` has it.
    fn scale(&self) -> f64 {
        let squeeze = f64::midpoint(self.south, self.north).to_radians().cos().max(0.02);
        let extent = |low: f64, high: f64| if high > low { high - low } else { 1.0 };
        (ROOM.0 / (extent(self.west, self.east) * squeeze)).min(ROOM.1 / extent(self.south, self.north))
    }
}

#[cfg(test)]
mod tests {
    use super::{Bounds, LEAST_SHARE, help};

    #[test]
    fn a_slip_is_told_from_a_neighbouring_place() {
        let el_salvador = Bounds { west: -90.1, east: -87.7, south: 13.1, north: 14.4 };
        let cases = [
            ("in it", (-88.8, 13.6), None),
            ("a neighbour's capital", (-90.5, 14.6), None),
            ("out at sea", (-89.5, 12.9), None),
            ("in the other order", (13.6, -88.8), Some("; did you mean \"lon\": -88.8, \"lat\": 13.6?")),
            ("without its sign", (88.8, 13.6), Some("; did you mean \"lon\": -88.8, \"lat\": 13.6?")),
            ("both", (13.6, 88.8), Some("; did you mean \"lon\": -88.8, \"lat\": 13.6?")),
            ("another continent", (2.35, 48.86), Some("; check \"lon\" and \"lat\", or take the point out")),
        ];
        for (name, point, expected) in cases {
            let is_far = el_salvador.with(point).scale() < el_salvador.scale() * LEAST_SHARE;
            assert_eq!(is_far.then(|| help(&el_salvador, point)).as_deref(), expected, "{name}");
        }
    }
}
