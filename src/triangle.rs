//! Is the pointer on its way? The safe way is a triangle from where it set out to the near edge of where it goes.

use crate::geometry::{Point, Rect};

/// Pixels by which the near edge is lengthened at both ends: as much as the gap between term and card, so that a hand
/// that aims at a corner and bends a little outwards stays on its way.
const SLACK: f64 = 8.0;

/// Whether a pointer that set out at `from` and is now at `at` can be heading for `goal`.
#[must_use]
pub fn on_the_way(from: Point, goal: &Rect, at: Point) -> bool {
    let corner = |x, y| Point { x, y };
    let (a, b) = if from.y <= goal.y || from.y >= goal.bottom() {
        let y = if from.y <= goal.y { goal.y } else { goal.bottom() };
        (corner(goal.x - SLACK, y), corner(goal.right() + SLACK, y))
    } else {
        let x = if from.x <= goal.x { goal.x } else { goal.right() };
        (corner(x, goal.y - SLACK), corner(x, goal.bottom() + SLACK))
    };
    let sides = [turn(from, a, at), turn(a, b, at), turn(b, from, at)];
    sides.iter().all(|&side| side >= 0.0) || sides.iter().all(|&side| side <= 0.0)
}

/// On which side of the line from `a` to `b` the point lies: the sign of a cross product.
fn turn(a: Point, b: Point, point: Point) -> f64 {
    (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
}
