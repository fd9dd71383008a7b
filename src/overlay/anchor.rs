//! The line of a mention that a card hangs on, and bringing a mention into view.

use web_sys::Element;

use super::browser::Browser;
use crate::placement;
use crate::placement::geometry::{Point, Rect};

/// The line of a mention that a card hangs on, if any of it can be seen. `lead`: the mention's first element.
/// `at`: where the pointer was, relative to the mention's first line, so that it moves with the mention when the page scrolls;
/// without one the first line.
pub fn anchor_rect(browser: &Browser, lead: &Element, at: Option<Point>) -> Option<Rect> {
    let lines = browser.lines(lead);
    let first = lines.first()?;
    let at = at.map(|at| Point { x: at.x + first.x, y: at.y + first.y });
    let line = placement::anchor(&lines, at, browser.is_vertical(lead))?;
    browser.is_seen(lead, line.x, line.y, line.width, line.height).then_some(line)
}

/// A point of the view relative to the first line of a mention.
pub fn relative_to_first_line(browser: &Browser, lead: &Element, at: Point) -> Option<Point> {
    let first = *browser.lines(lead).first()?;
    Some(Point { x: at.x - first.x, y: at.y - first.y })
}

/// Scrolls a mention into view if it is not. Returns whether it can be seen then: one in a closed disclosure cannot.
pub fn reveal(browser: &Browser, lead: &Element) -> bool {
    if anchor_rect(browser, lead, None).is_some() {
        return true;
    }
    // At once, also where the site scrolls smoothly: the card needs the place to stand.
    browser.reveal(lead);
    anchor_rect(browser, lead, None).is_some()
}

/// The lower edge of a whole mention, all its lines.
pub fn bottom(browser: &Browser, lead: &Element) -> f64 {
    browser.lines(lead).iter().map(Rect::bottom).fold(0.0, f64::max)
}
