//! The card in the top layer: put where the placement says. `www/widget/popover.js` does it to the element.

use web_sys::HtmlElement;

use super::browser::Browser;
use crate::placement::geometry::{Rect, Size};
use crate::placement::{COLLISION_PADDING, Placement};

/// Puts the open card in its place. `size`: its natural one; `cut`: whether even so some of it is cut off. Returns the rectangle it fills.
pub fn apply_placement(
    browser: &Browser,
    card: &HtmlElement,
    placement: &Placement,
    size: Size,
    cut: bool,
    view: Rect,
) -> Rect {
    match *placement {
        Placement::Beside { x, y, side, arrow, max_height } => {
            let height = size.height.min(max_height);
            // Scroll bars are of the style sheet's view, but not of the reader's.
            let width = size.width.min(view.width - 2.0 * COLLISION_PADDING);
            let cut = cut || size.height > max_height;
            browser.put(card, side.as_str(), x, y, width, height, arrow, cut);
            Rect { x, y, width: size.width, height }
        }
        Placement::Sheet { max_height } => {
            // No wider than a comfortable measure, and in the middle.
            let width = view.width.min(SHEET_WIDTH);
            let x = view.x + (view.width - width) / 2.0;
            let height = browser.put(card, "sheet", x, view.bottom(), width, max_height, 0.0, cut);
            Rect { x, y: view.bottom() - height, width, height }
        }
    }
}

/// Widest sheet: beyond this, lines of 15-pixel text grow past the 75 characters that read well.
const SHEET_WIDTH: f64 = 560.0;
