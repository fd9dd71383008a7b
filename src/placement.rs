//! Where does a card stand? Rectangles in, a position out: beside its term, or as a sheet at the view's bottom edge.
//!
//! All coordinates are those of the layout viewport, which `position: fixed` uses too; the view may be a part of it
//! (pinch zoom, a virtual keyboard).

use crate::geometry::{Point, Rect, Size};

/// Pixels between the term's line and the card: the height of the arrow.
pub const GAP: f64 = 8.0;
/// Pixels between the card and the edges of the view: room for its shadow.
pub const MARGIN: f64 = 8.0;
/// Pixels from a corner of the card to the arrow's tip, at least: the rounded corner (up to 10) and half the arrow (8).
/// The card's start stands so far before the term's, which puts the arrow over the term even where that is short.
pub const CORNER: f64 = 18.0;
/// The least height in pixels a card is worth reading in beside its term: title, subtitle and about five lines.
const READABLE: f64 = 220.0;
/// Below this width in pixels, hand-held screens in portrait, a card for touch is a sheet: the thumb is at the bottom.
const NARROW: f64 = 480.0;
/// How much of the view a sheet may take: the rest shows that the article is still there, and is room for a tap
/// outside.
pub const SHEET: f64 = 0.7;

/// What is known when a card is to be placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// The line of the term that the card belongs to.
    pub anchor: Rect,
    /// The card's natural size.
    pub card: Size,
    /// What the reader sees of the page: the visual viewport.
    pub view: Rect,
    /// Whether the article runs from right to left.
    pub rtl: bool,
    /// Whether the card was opened by touch.
    pub touch: bool,
    /// The side the card already stands on. It stays there while it can be read: a card that changes what it shows must
    /// not jump across its term.
    pub side: Option<Side>,
}

/// On which side of its term a card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Over the term; the arrow is at the card's bottom edge.
    Above,
    /// Under the term; the arrow is at the card's top edge.
    Below,
}

/// Where the card goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Placement {
    /// Next to its term. Its width is the natural one, or that of the view less a margin on both sides.
    Beside {
        /// Left edge.
        x: f64,
        /// Top edge, for the natural height or `max_height`, whichever is less.
        y: f64,
        /// Side of the term.
        side: Side,
        /// Pixels from the card's left edge to the arrow's tip.
        arrow: f64,
        /// Height beyond which the card must scroll inside.
        max_height: f64,
    },
    /// Across the bottom of the view.
    Sheet {
        /// Height beyond which the card must scroll inside.
        max_height: f64,
    },
}

/// Places a card.
#[must_use]
pub fn place(request: &Request) -> Placement {
    let Request { card, view, rtl, touch, .. } = *request;
    let anchor = clip(&request.anchor, &view);
    let width = card.width.min(view.width - 2.0 * MARGIN).max(0.0);
    let above = (anchor.y - GAP - view.y - MARGIN).max(0.0);
    let below = (view.bottom() - MARGIN - anchor.bottom() - GAP).max(0.0);
    let readable = card.height.min(READABLE);
    let (side, room) = match request.side {
        Some(Side::Above) if above >= readable => (Side::Above, above),
        Some(Side::Below) if below >= readable => (Side::Below, below),
        _ if below >= card.height || below >= above => (Side::Below, below),
        _ => (Side::Above, above),
    };
    // Squeezed in width as well as cut in height, a card beside its term is a keyhole.
    let squeezed = width < card.width && room < card.height;
    if room < readable || squeezed || (touch && view.width < NARROW) {
        let under = view.bottom() - anchor.bottom() - GAP;
        let most = view.height.max(0.0) * SHEET;
        return Placement::Sheet { max_height: if under >= readable { under.min(most) } else { most } };
    }

    let x = if rtl { anchor.right() + CORNER - width } else { anchor.x - CORNER };
    let x = x.min(view.right() - MARGIN - width).max(view.x + MARGIN);
    let y = match side {
        Side::Below => anchor.bottom() + GAP,
        Side::Above => anchor.y - GAP - card.height.min(room),
    };
    // The middle of a term that is longer than the card would pull the arrow to the far end.
    let target = match (anchor.width > width, rtl) {
        (false, _) => anchor.x + anchor.width / 2.0,
        (true, false) => anchor.x + CORNER,
        (true, true) => anchor.right() - CORNER,
    };
    let arrow = if width < 2.0 * CORNER { width / 2.0 } else { (target - x).max(CORNER).min(width - CORNER) };
    Placement::Beside { x, y, side, arrow, max_height: room }
}

/// The line of a term that its card belongs to: the one under the pointer or nearest to it, without a pointer the
/// first. A line may be in several pieces (`federal <em>court</em> order`). Empty rectangles count for nothing.
///
/// `vertical`: the text runs from top to bottom, and its lines stand side by side.
#[must_use]
pub fn anchor(lines: &[Rect], at: Option<Point>, vertical: bool) -> Option<Rect> {
    if vertical {
        let turned: Vec<Rect> = lines.iter().map(turn).collect();
        return anchor(&turned, at.map(|at| Point { x: at.y, y: at.x }), false).as_ref().map(turn);
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
        if middle >= line.y && middle <= line.bottom() && apart <= line.height * PAD {
            whole = between(
                whole.x.min(piece.x),
                whole.y.min(piece.y),
                whole.right().max(piece.right()),
                whole.bottom().max(piece.bottom()),
            );
        }
    }
    Some(whole)
}

/// The pieces of a line lie this close together, in line heights: room for an element's padding, and less than there is
/// between two columns.
const PAD: f64 = 0.5;

/// Swaps the axes.
fn turn(rect: &Rect) -> Rect {
    Rect { x: rect.y, y: rect.x, width: rect.height, height: rect.width }
}

/// The part of the anchor in view; where there is none, the nearest edge.
fn clip(anchor: &Rect, view: &Rect) -> Rect {
    // Not `clamp`, which panics on a view of negative size.
    let x = |x: f64| x.min(view.right()).max(view.x);
    let y = |y: f64| y.min(view.bottom()).max(view.y);
    between(x(anchor.x), y(anchor.y), x(anchor.right()), y(anchor.bottom()))
}

fn between(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
    Rect { x: left, y: top, width: right - left, height: bottom - top }
}

/// The square of the distance, which orders as well and needs no root.
fn distance(line: &Rect, at: Point) -> f64 {
    let x = (line.x - at.x).max(at.x - line.right()).max(0.0);
    let y = (line.y - at.y).max(at.y - line.bottom()).max(0.0);
    x * x + y * y
}
