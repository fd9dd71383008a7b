//! What of the page does an open card hang on? The line of its mention, the layer that line stands in, and the light around it.

use web_sys::{HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::outpost::{self, Outpost};
use super::{Page, measure};
use crate::geometry::{Point, Rect};
use crate::placement;

impl Page {
    /// Brings the closed card to where it can be used beside a mention: into the layer above the page that the mention
    /// stands in, or home.
    pub fn settle(&self, card: &HtmlElement, mention: Option<usize>) {
        let Some(frame) = card.parent_element() else { return };
        let lead = mention.and_then(|mention| self.marks.mentions().get(mention)?.pieces.first());
        let layer = lead.and_then(outpost::layer).filter(|layer| !layer.contains(Some(&self.host)));
        let mut outpost = self.outpost.borrow_mut();
        if outpost.as_ref().map(Outpost::layer) != layer.as_ref() {
            let next = layer.and_then(|layer| Outpost::new(layer, &frame).ok());
            if let (None, Some(home)) = (&next, self.host.shadow_root()) {
                let _ = home.append_child(&frame);
            }
            *outpost = next;
        }
    }

    /// The line of a mention that a card hangs on, if any of it can be seen. `at`: where the pointer was, as seen from the
    /// mention's first line, so that it goes with the mention when the page scrolls; without one the first line.
    pub fn line(&self, mention: usize, at: Option<Point>) -> Option<Rect> {
        let mention = self.marks.mentions().get(mention)?;
        let lines = measure::lines(mention);
        let first = lines.first()?;
        let lead = mention.pieces.first()?;
        let at = at.map(|at| Point { x: at.x + first.x, y: at.y + first.y });
        let line = placement::anchor(&lines, at, measure::is_vertical(&self.window, lead))?;
        measure::visible(&self.window, lead, line).map(|_| line)
    }

    /// A point of the screen as seen from a mention's first line.
    pub fn seen_from(&self, mention: usize, at: Point) -> Option<Point> {
        let first = *measure::lines(self.marks.mentions().get(mention)?).first()?;
        Some(Point { x: at.x - first.x, y: at.y - first.y })
    }

    /// Scrolls a mention into view if it is not.
    pub fn reveal(&self, mention: usize) {
        if self.line(mention, None).is_none()
            && let Some(lead) = self.marks.mentions().get(mention).and_then(|mention| mention.pieces.first())
        {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            // At once, also where the site scrolls smoothly: the card needs the place to stand.
            options.set_behavior(ScrollBehavior::Instant);
            lead.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Whether the article around a mention is dark.
    pub fn is_dark(&self, mention: Option<usize>) -> bool {
        let lead =
            mention.and_then(|mention| self.marks.mentions().get(mention)).and_then(|mention| mention.pieces.first());
        lead.or(self.roots.first()).is_some_and(|element| measure::is_dark(&self.window, element))
    }
}
