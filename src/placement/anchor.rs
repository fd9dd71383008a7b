//! Finds what a card is placed by: the line of its term, which may wrap over several.

use crate::placement::geometry::{Point, Rect};

/// The most that two pieces of one line lie apart, in line heights: room for an element's padding, and less than there is
/// between two columns.
const LARGEST_GAP: f64 = 0.5;

/// The line of a term that its card belongs to: the one under the pointer or nearest to it, without a pointer the
/// first. A line may be in several pieces (`federal <em>court</em> order`). Empty rectangles count for nothing.
///
/// `vertical`: the text runs from top to bottom, and its lines stand side by side.
#[must_use]
pub fn anchor(lines: &[Rect], at: Option<Point>, vertical: bool) -> Option<Rect> {
    if vertical {
        let transposed: Vec<Rect> = lines.iter().map(transpose).collect();
        return anchor(&transposed, at.map(|at| Point { x: at.y, y: at.x }), false).as_ref().map(transpose);
    }
    let mut nearest: Option<(f64, &Rect)> = None;
    for line in lines.iter().filter(|line| line.width > 0.0 && line.height > 0.0) {
        let distance = at.map_or(0.0, |at| distance(line, at));
        if nearest.is_none_or(|(least, _)| distance < least) {
            nearest = Some((distance, line));
        }
    }
    let (_, line) = nearest?;
    let mut whole = *line;
    // In both directions from the line that was found, piece by piece.
    for piece in lines.iter().chain(lines.iter().rev()).filter(|piece| piece.width > 0.0 && piece.height > 0.0) {
        let middle = piece.y + piece.height / 2.0;
        let apart = (piece.x - whole.right()).max(whole.x - piece.right());
        if middle >= line.y && middle <= line.bottom() && apart <= line.height * LARGEST_GAP {
            whole = Rect::between(
                whole.x.min(piece.x),
                whole.y.min(piece.y),
                whole.right().max(piece.right()),
                whole.bottom().max(piece.bottom()),
            );
        }
    }
    Some(whole)
}

/// Swaps the axes.
fn transpose(rect: &Rect) -> Rect {
    Rect { x: rect.y, y: rect.x, width: rect.height, height: rect.width }
}

/// The square of the distance from a point to a rectangle: it orders as the distance does.
fn distance(line: &Rect, at: Point) -> f64 {
    let x = (line.x - at.x).max(at.x - line.right()).max(0.0);
    let y = (line.y - at.y).max(at.y - line.bottom()).max(0.0);
    x * x + y * y
}
