//! Safe triangle between pointer and card: moving inside it keeps the card open.

use crate::placement::geometry::{Point, Rect};

/// CSS pixels by which the near edge is lengthened at both ends, as much as the gap between term and card: a pointer that
/// aims at a corner may drift outwards a little.
const SLACK: f64 = 8.0;

/// Whether `at` lies in the triangle between `from`, where the pointer left, and the edge of `goal` that is nearest to it. All
/// in CSS pixels.
#[must_use]
pub fn in_safe_triangle(from: Point, goal: &Rect, at: Point) -> bool {
    let corner = |x, y| Point { x, y };
    let (a, b) = if from.y <= goal.y || from.y >= goal.bottom() {
        let y = if from.y <= goal.y { goal.y } else { goal.bottom() };
        (corner(goal.x - SLACK, y), corner(goal.right() + SLACK, y))
    } else {
        let x = if from.x <= goal.x { goal.x } else { goal.right() };
        (corner(x, goal.y - SLACK), corner(x, goal.bottom() + SLACK))
    };
    let sides = [cross_product(from, a, at), cross_product(a, b, at), cross_product(b, from, at)];
    sides.iter().all(|&side| side >= 0.0) || sides.iter().all(|&side| side <= 0.0)
}

/// On which side of the line from `a` to `b` the point lies: the sign of a cross product.
fn cross_product(a: Point, b: Point, point: Point) -> f64 {
    (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
}
