//! Places a card: rectangles in, a position out, beside its term or as a sheet at the bottom edge of the view.
//!
//! All lengths are CSS pixels. All coordinates are those of the layout viewport, which `position: fixed` uses too; the view may be a part of it
//! (pinch zoom, a virtual keyboard).

use crate::placement::geometry::{Rect, Size};

/// Pixels between the term's line and the card: the height of the arrow.
pub const OFFSET: f64 = 8.0;
/// Pixels between the card and the edges of the view: room for its shadow.
pub const COLLISION_PADDING: f64 = 8.0;
/// The least distance in pixels from a corner of the card to the arrow's tip: the rounded corner (10 by `card.css`) and half
/// the arrow (8). The card also starts this far before its term, so that the arrow points to the term even where that is short.
pub const ARROW_PADDING: f64 = 18.0;
/// The least height in pixels at which a card is shown beside its term: title, subtitle and about five lines.
const READABLE: f64 = 220.0;
/// The height in pixels at which all of a card can be read in comfort: head, tabs, about four facts and the footer. Where there
/// is less above and below its term, the card goes beside the column, if the page has a margin there.
const COMFORTABLE: f64 = 360.0;
/// In a view narrower than this many pixels (phones in portrait) a card for touch is a sheet, within reach of the thumb.
const NARROW: f64 = 480.0;
/// The part of the view's height that a sheet takes as it opens: the other half shows the article and the term.
pub const HALF: f64 = 0.5;
/// The part of the view's height that a sheet takes once it is pulled up: the rest is room for a tap outside.
pub const FULL: f64 = 0.88;

/// What is known when a card is to be placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// The line of the term that the card belongs to.
    pub anchor: Rect,
    /// The column of text that the term stands in: beside it may be a margin. `None`: not known.
    pub column: Option<Rect>,
    /// The card's natural size.
    pub card: Size,
    /// What the reader sees of the page: the visual viewport.
    pub view: Rect,
    /// Whether the card's own text runs from right to left: it then begins at its right edge.
    pub rtl: bool,
    /// Whether the card was opened by touch.
    pub touch: bool,
    /// Whether it shows everything: as a sheet, it is then pulled up to its full height.
    pub expanded: bool,
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
    /// In the margin left of the term's column; the arrow is at the card's right edge.
    Left,
    /// In the margin right of the term's column; the arrow is at the card's left edge.
    Right,
}

impl Side {
    /// Its name in the card's `data-side`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Below => "below",
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// Whether the card stands beside the column.
    #[must_use]
    pub fn is_beside_column(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }
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
        /// Pixels from the card's left edge to the arrow's tip; beside the column, from its top edge.
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
    let width = card.width.min(view.width - 2.0 * COLLISION_PADDING).max(0.0);
    let above = (anchor.y - OFFSET - view.y - COLLISION_PADDING).max(0.0);
    let below = (view.bottom() - COLLISION_PADDING - anchor.bottom() - OFFSET).max(0.0);
    let readable = card.height.min(READABLE);
    let (side, room) = match request.side {
        Some(Side::Above) if above >= readable => (Side::Above, above),
        Some(Side::Below) if below >= readable => (Side::Below, below),
        _ if below >= card.height || below >= above => (Side::Below, below),
        _ => (Side::Above, above),
    };
    // A card keeps its side: it goes beside the column as it opens or not at all.
    let to_margin = match request.side {
        None => above.max(below) < COMFORTABLE,
        Some(side) => side.is_beside_column(),
    };
    if let Some(beside) = request.column.filter(|_| to_margin).and_then(|column| in_margin(request, anchor, column)) {
        return beside;
    }
    // Narrower than it wants to be and cut in height, a card beside its term shows too little.
    let squeezed = width < card.width && room < card.height;
    if room < readable || squeezed || (touch && view.width < NARROW) {
        return sheet(request, view.bottom() - anchor.bottom() - OFFSET);
    }

    let x = if rtl { anchor.right() + ARROW_PADDING - width } else { anchor.x - ARROW_PADDING };
    let x = x.min(view.right() - COLLISION_PADDING - width).max(view.x + COLLISION_PADDING);
    let y = match side {
        Side::Above => anchor.y - OFFSET - card.height.min(room),
        _ => anchor.bottom() + OFFSET,
    };
    // The middle of a term that is longer than the card would pull the arrow to the far end.
    let target = match (anchor.width > width, rtl) {
        (false, _) => anchor.x + anchor.width / 2.0,
        (true, false) => anchor.x + ARROW_PADDING,
        (true, true) => anchor.right() - ARROW_PADDING,
    };
    Placement::Beside { x, y, side, arrow: arrow(target - x, width), max_height: room }
}

/// From the start of an edge of this length to the arrow's tip, as near to `target` as the corners allow.
fn arrow(target: f64, edge: f64) -> f64 {
    if edge < 2.0 * ARROW_PADDING { edge / 2.0 } else { target.max(ARROW_PADDING).min(edge - ARROW_PADDING) }
}

/// In the margin beside the term's column: the nearer one that is wide enough, and no further from the term than the card is
/// wide. Of two as near, the one that lines run towards.
fn in_margin(request: &Request, anchor: Rect, column: Rect) -> Option<Placement> {
    let Request { card, view, rtl, .. } = *request;
    let max_height = view.height - 2.0 * COLLISION_PADDING;
    let height = card.height.min(max_height);
    let left = (Side::Left, anchor.x - column.x, column.x - OFFSET - card.width);
    let right = (Side::Right, column.right() - anchor.right(), column.right() + OFFSET);
    let mut best: Option<(Side, f64, f64)> = None;
    for (side, apart, x) in if rtl { [left, right] } else { [right, left] } {
        let fits = apart <= card.width
            && x >= view.x + COLLISION_PADDING
            && x + card.width <= view.right() - COLLISION_PADDING
            && height >= card.height.min(READABLE);
        let better = |&(best, least, _): &(Side, f64, f64)| apart < least && request.side != Some(best);
        if fits && (request.side == Some(side) || best.as_ref().is_none_or(better)) {
            best = Some((side, apart, x));
        }
    }
    let (side, _, x) = best?;
    // The arrow as far below the card's corner as it stands off the corner of a card under its term.
    let middle = anchor.y + anchor.height / 2.0;
    let y =
        (middle - 2.0 * ARROW_PADDING).min(view.bottom() - COLLISION_PADDING - height).max(view.y + COLLISION_PADDING);
    Some(Placement::Beside { x, y, side, arrow: arrow(middle - y, height), max_height })
}

/// Across the bottom; `under`: the room below the term, which is left in view where that still can be read in.
fn sheet(request: &Request, under: f64) -> Placement {
    let part = if request.expanded { FULL } else { HALF };
    let most = request.view.height.max(0.0) * part;
    // Half of a low view shows too little.
    let most = most.max(READABLE.min(request.view.height.max(0.0) * FULL));
    let leaves_term = !request.expanded && under >= request.card.height.min(READABLE);
    Placement::Sheet { max_height: if leaves_term { under.min(most) } else { most } }
}

/// The part of the anchor in view; where there is none, the nearest edge.
fn clip(anchor: &Rect, view: &Rect) -> Rect {
    // Not `clamp`, which panics on a view of negative size.
    let x = |x: f64| x.min(view.right()).max(view.x);
    let y = |y: f64| y.min(view.bottom()).max(view.y);
    Rect::between(x(anchor.x), y(anchor.y), x(anchor.right()), y(anchor.bottom()))
}
