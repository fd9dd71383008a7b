//! Chooses the parts of a country that a locator map shows: what is far from the largest part would make that one tiny, and
//! what is smallest would not be seen.

use geo::{Area, BoundingRect, Coord, Polygon, Rect};

use crate::locate::atlas::{ArcRing, Atlas};

/// Parts with less than this share of a country's land are left out. A card draws an outline in 324 × 166 CSS pixels
/// (`www/drawing/map.js`), and land fills half of that at most: what is smaller than 4 × 4 pixels is a speck that widens the frame
/// and says nothing. It is a share of the land and not of the map, so that of a country which is all small islands these are shown.
const SMALLEST_SHARE: f64 = 1.0 / 2_000.0;

/// Islands as near as this belong together, however small they are: degrees of latitude, about 550 km.
const ALWAYS_NEAR: f64 = 5.0;

/// A ring of a country: a part of it or a hole in one.
pub(crate) struct Part<'a> {
    pub(crate) arcs: &'a ArcRing,
    /// Whether it is the country's largest part, which is always drawn.
    pub(crate) is_largest: bool,
    bounds: Rect<f64>,
    /// Square degrees as on the equator.
    area: f64,
}

/// The largest part and those near it, the largest first.
pub(crate) fn main_part<'a>(atlas: &Atlas, rings: &[&'a ArcRing]) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = rings.iter().filter_map(|arcs| Part::measure(atlas, arcs)).collect();
    parts.sort_by(|one, other| other.area.total_cmp(&one.area));
    let land: f64 = parts.iter().map(|part| part.area).sum();
    let mut frame: Option<Rect<f64>> = None;
    parts.retain_mut(|part| {
        part.is_largest = frame.is_none();
        let is_shown = frame.is_none_or(|frame| part.area >= land * SMALLEST_SHARE && is_near(frame, part.bounds));
        if is_shown {
            frame = Some(frame.map_or(part.bounds, |frame| union(frame, part.bounds)));
        }
        is_shown
    });
    parts
}

impl<'a> Part<'a> {
    fn measure(atlas: &Atlas, arcs: &'a ArcRing) -> Option<Self> {
        let polygon = Polygon::new(atlas.line(arcs), Vec::new());
        let bounds = polygon.bounding_rect()?;
        Some(Self { arcs, is_largest: false, bounds, area: polygon.unsigned_area() * shrink(bounds) })
    }
}

/// Whether a part may widen the frame: the gap to it is no longer than the frame's diagonal (or [`ALWAYS_NEAR`]), and both span
/// no more than half the world. Parts beyond the 180th meridian stand at the other edge of the world.
fn is_near(frame: Rect<f64>, part: Rect<f64>) -> bool {
    let gap = |low: f64, high: f64, from: f64, to: f64| (from - high).max(low - to).max(0.0);
    let (shrink, min, max) = (shrink(frame), frame.min(), frame.max());
    let east = gap(min.x, max.x, part.min().x, part.max().x) * shrink;
    let north = gap(min.y, max.y, part.min().y, part.max().y);
    let diagonal = (frame.width() * shrink).hypot(frame.height());
    east.hypot(north) <= diagonal.max(ALWAYS_NEAR) && union(frame, part).width() <= 180.0
}

/// How much shorter a degree of longitude is in the middle of a rectangle than on the equator.
pub(crate) fn shrink(bounds: Rect<f64>) -> f64 {
    bounds.center().y.to_radians().cos()
}

/// The rectangle around two.
pub(crate) fn union(one: Rect<f64>, other: Rect<f64>) -> Rect<f64> {
    let (one_min, one_max, min, max) = (one.min(), one.max(), other.min(), other.max());
    Rect::new(
        Coord { x: one_min.x.min(min.x), y: one_min.y.min(min.y) },
        Coord { x: one_max.x.max(max.x), y: one_max.y.max(max.y) },
    )
}
