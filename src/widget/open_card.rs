//! The card that is open, or drawn and not yet seen.

use std::rc::Rc;

use super::page::Page;
use crate::card::ViewState;
use crate::deck;
use crate::intent::{Shown, Subject};
use crate::overlay::history::HistoryEntry;
use crate::placement::Side;
use crate::placement::geometry::{Point, Size};

/// The card that is open, or drawn and not yet seen.
pub struct OpenCard {
    /// What the intent says of it.
    pub shown: Shown,
    /// The numbers of the cards the reader came through, oldest first; the last is the one seen.
    pub back_stack: Vec<usize>,
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
    /// Its height in its place, where that was measured before it was seen.
    pub prepared_height: Option<i32>,
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
        self.back_stack.last().and_then(|number| page.cards.card(*number))
    }

    /// The mention it hangs on.
    pub fn mention(&self) -> Option<usize> {
        match self.shown.subject {
            Subject::Mention(mention) => Some(mention),
            Subject::Card(_) => None,
        }
    }
}
