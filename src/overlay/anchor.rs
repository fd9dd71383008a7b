//! The line of a mention that a card hangs on, and bringing a mention into view.

use web_sys::{Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, Window};

use super::measure;
use crate::placement;
use crate::placement::geometry::{Point, Rect};

/// The line of a mention that a card hangs on, if any of it can be seen. `pieces`: the mention's elements, its lead first.
/// `at`: where the pointer was, relative to the mention's first line, so that it moves with the mention when the page scrolls;
/// without one the first line.
pub fn anchor_rect(window: &Window, pieces: &[Element], at: Option<Point>) -> Option<Rect> {
    let lead = pieces.first()?;
    let lines = measure::lines(pieces);
    let first = lines.first()?;
    let at = at.map(|at| Point { x: at.x + first.x, y: at.y + first.y });
    let line = placement::anchor(&lines, at, measure::is_vertical(window, lead))?;
    measure::visible(window, lead, line).map(|_| line)
}

/// A point of the view relative to the first line of a mention.
pub fn relative_to_first_line(pieces: &[Element], at: Point) -> Option<Point> {
    let first = *measure::lines(pieces).first()?;
    Some(Point { x: at.x - first.x, y: at.y - first.y })
}

/// Scrolls a mention into view if it is not. Returns whether it can be seen then: one in a closed disclosure cannot.
pub fn reveal(window: &Window, pieces: &[Element]) -> bool {
    if anchor_rect(window, pieces, None).is_some() {
        return true;
    }
    let Some(lead) = pieces.first() else { return false };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    // At once, also where the site scrolls smoothly: the card needs the place to stand.
    options.set_behavior(ScrollBehavior::Instant);
    lead.scroll_into_view_with_scroll_into_view_options(&options);
    anchor_rect(window, pieces, None).is_some()
}

/// The column of text that a mention stands in: the box of the block around it. `None` where lines stand side by side.
pub fn column(window: &Window, lead: &Element) -> Option<Rect> {
    let mut block = measure::around(lead)?;
    while measure::style(window, &block, "display").starts_with("inline") {
        block = measure::around(&block)?;
    }
    (!measure::is_vertical(window, lead)).then(|| measure::bounds(&block))
}

/// The lower edge of a whole mention, all its lines.
pub fn bottom(pieces: &[Element]) -> f64 {
    measure::lines(pieces).iter().map(Rect::bottom).fold(0.0, f64::max)
}
