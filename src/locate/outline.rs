//! Simplifies rings as little as is needed to fit into an outline's bytes.

use geo::{Area, BoundingRect, Coord, LineString, MapCoords, Polygon, Rect, SimplifyVwPreserve};

use crate::locate::main_part::{shrink, union};
use crate::locate::merge::Ring;
use crate::locate::outline_json;

/// So many bytes of JSON an outline has at most: every page with the deck fetches it, whether or not a reader opens the card.
pub const MOST_BYTES: usize = 2_048;

/// Steps of the search for the tolerance. It begins between 2⁻³⁰ of the land, which is nothing, and all of it, and halves the
/// exponents between: after so many steps the tolerance is known to 0.1 %.
const STEPS: usize = 14;

/// A ring in the plane in which a card draws it: degrees of latitude in both directions.
struct Shape {
    polygon: Polygon<f64>,
    area: f64,
    is_required: bool,
}

/// How degrees become the plane, and numbers of the outline.
#[derive(Clone, Copy)]
struct Projection {
    shrink: f64,
    /// 100 for two decimals.
    precision: f64,
}

/// The most detailed outline of these rings within [`MOST_BYTES`], the largest first; `None` where even the triangles of the
/// required ones do not fit.
pub(crate) fn fit(rings: &[Ring]) -> Option<Vec<Vec<f64>>> {
    let frame = rings.iter().filter_map(|ring| ring.line.bounding_rect()).reduce(union)?;
    let projection = Projection::of(frame);
    let mut shapes: Vec<Shape> = rings.iter().map(|ring| projection.shape(ring)).collect();
    shapes.sort_by(|one, other| other.area.total_cmp(&one.area));
    let land: f64 = shapes.iter().map(|shape| shape.area).sum();
    let numbers =
        |shapes: &[Shape]| -> Vec<Vec<f64>> { shapes.iter().filter_map(|shape| projection.ring(shape)).collect() };
    let fits = |outline: &[Vec<f64>]| outline_json(outline).len() <= MOST_BYTES;
    let whole = numbers(&shapes);
    if fits(&whole) {
        return Some(whole);
    }
    let mut best = Some(numbers(&simplify(&shapes, land))).filter(|outline| fits(outline))?;
    let (mut fine, mut coarse) = (-30.0_f64, 0.0_f64);
    for _ in 0..STEPS {
        let middle = f64::midpoint(fine, coarse);
        let simplified = simplify(&shapes, land * middle.exp2());
        let outline = numbers(&simplified);
        if fits(&outline) {
            (best, coarse) = (outline, middle);
        } else {
            // What is gone now is gone from all that is coarser: the next step has less to do.
            (shapes, fine) = (simplified, middle);
        }
    }
    Some(best)
}

/// The shapes without details smaller than `tolerance` (an area, by Visvalingam and Whyatt), and without those that are such
/// details themselves.
fn simplify(shapes: &[Shape], tolerance: f64) -> Vec<Shape> {
    let shown = shapes.iter().filter(|shape| shape.area >= tolerance || shape.is_required);
    shown.map(|shape| Shape { polygon: shape.polygon.simplify_vw_preserve(tolerance), ..*shape }).collect()
}

impl Projection {
    /// Two decimals, about a kilometre, are a pixel or less of a card's map; of what is less than a degree wide and high a third
    /// is seen, and is about as fine as the atlas at 1:50 million.
    fn of(frame: Rect<f64>) -> Self {
        let is_small = frame.width().max(frame.height()) < 1.0;
        Self { shrink: shrink(frame), precision: if is_small { 1_000.0 } else { 100.0 } }
    }

    fn shape(self, ring: &Ring) -> Shape {
        let line = ring.line.map_coords(|Coord { x, y }| Coord { x: x * self.shrink, y });
        let polygon = Polygon::new(line, Vec::new());
        Shape { area: polygon.unsigned_area(), polygon, is_required: ring.is_required }
    }

    /// The numbers of a ring; `None` where rounding leaves nothing of it.
    fn ring(self, shape: &Shape) -> Option<Vec<f64>> {
        let positions = self.positions(shape.polygon.exterior());
        (positions.len() >= 3).then(|| positions.into_iter().flatten().collect())
    }

    /// Rounded positions, none twice in a row; the last one leads to the first.
    fn positions(self, line: &LineString<f64>) -> Vec<[f64; 2]> {
        // Adding zero makes a negative zero positive.
        let round = |degrees: f64| (degrees * self.precision).round() / self.precision + 0.0;
        let mut positions: Vec<[f64; 2]> = line.coords().map(|at| [round(at.x / self.shrink), round(at.y)]).collect();
        positions.dedup();
        while positions.len() > 1 && positions.first() == positions.last() {
            positions.pop();
        }
        positions
    }
}
