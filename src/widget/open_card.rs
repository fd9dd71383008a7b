//! The card that is open, or drawn and not yet seen.

use std::rc::Rc;

use super::page::Page;
use crate::card::ViewState;
use crate::deck;
use crate::intent::{Shown, Subject};
use crate::overlay::history::HistoryEntry;
use crate::placement::Side;
use crate::placement::geometry::{Point, Rect, Size};

/// A card that was left for a related one.
pub struct Left {
    /// Its number.
    pub number: usize,
    /// What was open inside.
    pub view_state: ViewState,
    /// How far it was scrolled inside.
    pub scroll: f64,
}

/// What a card's size depends on: its number, whether all of it is shown, and its picture; width and height of the view. What else
/// is opened inside changes no size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured(usize, bool, bool, f64, f64);

impl Measured {
    /// Whether it was measured of this card as it is now; the view may be another.
    pub fn is_of(self, open: &OpenCard) -> bool {
        let ViewState { expanded, no_image, .. } = open.view_state;
        (self.0, self.1, self.2) == (open.number, expanded, no_image)
    }
}

/// The card that is open, or drawn and not yet seen.
#[allow(clippy::struct_excessive_bools, reason = "none of them says anything about the others")]
pub struct OpenCard {
    /// What the intent says of it.
    pub shown: Shown,
    /// The number of the card seen.
    pub number: usize,
    /// The cards the reader came through, oldest first, as they were left.
    pub back_stack: Vec<Left>,
    /// What is open inside.
    pub view_state: ViewState,
    /// Whether it is dark.
    pub dark: bool,
    /// Where the pointer was, relative to the mention's first line: which of its lines the card hangs on.
    pub at: Option<Point>,
    /// The side of the term it stands on.
    pub side: Option<Side>,
    /// Its natural size.
    pub size: Size,
    /// Whether some of it is cut off even so: a card is not as high as a page.
    pub cut: bool,
    /// What was measured as `size`.
    pub measured: Option<Measured>,
    /// How far it is to be scrolled inside once it is measured.
    pub scroll: f64,
    /// Whether it belongs to a finger.
    pub touch: bool,
    /// When this card of the back stack came to be seen.
    pub since: f64,
    /// Whether the site knows that it is open.
    pub dispatched: bool,
    /// The entry of history that going back from a sheet takes away.
    pub entry: Option<HistoryEntry>,
    /// Whether it is being announced.
    pub announcing: bool,
}

impl OpenCard {
    /// The card seen.
    pub fn card(&self, page: &Page) -> Option<Rc<deck::Card>> {
        page.cards.card(self.number)
    }

    /// What its size depends on, in this view.
    pub fn layout(&self, view: Rect) -> Measured {
        let ViewState { expanded, no_image, .. } = self.view_state;
        Measured(self.number, expanded, no_image, view.width, view.height)
    }

    /// The mention it hangs on.
    pub fn mention(&self) -> Option<usize> {
        match self.shown.subject {
            Subject::Mention(mention) => Some(mention),
            Subject::Card(_) => None,
        }
    }
}
