//! Puts a ring that crosses the 180th meridian on one side of it.
//!
//! The atlas draws such a ring whole: from one position to the next its longitude leaps from near 180 to near -180. On a card's map that
//! would be a line across the world, and its longitudes end at 180.

use geo::{Coord, LineString};

/// The part of a closed ring on that side of the 180th meridian on which its middle lies; what is beyond is cut off along the
/// meridian. Any other ring stays as it is.
pub(crate) fn cut(line: LineString<f64>) -> LineString<f64> {
    let leaps = |pair: &[Coord<f64>]| (pair[1].x - pair[0].x).abs() > 180.0;
    if !line.0.windows(2).any(leaps) {
        return line;
    }
    let mut coords = line.0;
    let mut before = coords.first().map_or(0.0, |first| first.x);
    for coord in &mut coords {
        coord.x -= ((coord.x - before) / 360.0).round() * 360.0;
        before = coord.x;
    }
    close_at_pole(&mut coords);
    let (west, east) = coords.iter().fold((f64::MAX, f64::MIN), |(west, east), at| (west.min(at.x), east.max(at.x)));
    let turns = (f64::midpoint(west, east) / 360.0).round() * 360.0;
    for coord in &mut coords {
        coord.x -= turns;
    }
    let mut line = LineString(keep_below(&keep_below(&coords, 1.0), -1.0));
    line.close();
    line
}

/// A ring around a pole (Antarctica) ends a turn away from where it began: on a map it goes on along the pole, an edge of it.
fn close_at_pole(coords: &mut Vec<Coord<f64>>) {
    if let (Some(first), Some(last)) = (coords.first().copied(), coords.last().copied())
        && (last.x - first.x).abs() > 180.0
    {
        let y = 90.0_f64.copysign(first.y);
        coords.extend([Coord { x: last.x, y }, Coord { x: first.x, y }, first]);
    }
}

/// The part of a ring with `sign` × longitude up to 180 (by Sutherland and Hodgman).
fn keep_below(ring: &[Coord<f64>], sign: f64) -> Vec<Coord<f64>> {
    let beyond = |at: Coord<f64>| at.x * sign - 180.0;
    let mut kept = Vec::new();
    for pair in ring.windows(2) {
        let (from, to) = (beyond(pair[0]), beyond(pair[1]));
        if from <= 0.0 {
            kept.push(pair[0]);
        }
        if (from < 0.0 && to > 0.0) || (from > 0.0 && to < 0.0) {
            let share = from / (from - to);
            kept.push(Coord { x: 180.0 * sign, y: pair[0].y + (pair[1].y - pair[0].y) * share });
        }
    }
    if let Some(first) = kept.first().copied() {
        kept.push(first);
    }
    kept
}

#[cfg(test)]
mod tests {
    use geo::LineString;

    use super::cut;

    #[test]
    fn a_ring_lies_on_one_side_of_the_180th_meridian() {
        type Positions = &'static [(f64, f64)];
        let cases: [(&str, Positions, Positions); 6] = [
            ("elsewhere", &[(10.0, 0.0), (20.0, 0.0), (20.0, 9.0)], &[(10.0, 0.0), (20.0, 0.0), (20.0, 9.0)]),
            ("up to it", &[(170.0, 0.0), (180.0, 0.0), (180.0, 9.0)], &[(170.0, 0.0), (180.0, 0.0), (180.0, 9.0)]),
            (
                "across it, mostly in the west of it",
                &[(160.0, 0.0), (-170.0, 0.0), (-170.0, 9.0), (160.0, 9.0)],
                &[(160.0, 0.0), (180.0, 0.0), (180.0, 9.0), (160.0, 9.0)],
            ),
            (
                "the same, begun beyond it",
                &[(-170.0, 0.0), (-170.0, 9.0), (160.0, 9.0), (160.0, 0.0)],
                &[(180.0, 9.0), (160.0, 9.0), (160.0, 0.0), (180.0, 0.0)],
            ),
            (
                "across it, mostly in the east of it",
                &[(170.0, 0.0), (-160.0, 0.0), (-160.0, 9.0), (170.0, 9.0)],
                &[(-180.0, 0.0), (-160.0, 0.0), (-160.0, 9.0), (-180.0, 9.0)],
            ),
            (
                "around the pole",
                &[(-180.0, -70.0), (-60.0, -70.0), (60.0, -70.0), (179.0, -70.0)],
                &[
                    (-180.0, -70.0),
                    (-60.0, -70.0),
                    (60.0, -70.0),
                    (179.0, -70.0),
                    (180.0, -70.0),
                    (180.0, -90.0),
                    (-180.0, -90.0),
                ],
            ),
        ];
        let ring = |positions: &[(f64, f64)]| {
            let mut line = LineString::from(positions.to_vec());
            line.close();
            line
        };
        for (name, positions, expected) in cases {
            assert_eq!(cut(ring(positions)), ring(expected), "{name}");
        }
    }
}
