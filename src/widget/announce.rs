//! Announces title and summary of a card that opens for the keyboard while focus stays on its term, politely and once. A card
//! that takes the focus is read out by itself.

use yew::Html;

use super::component::Widget;
use super::open_card::OpenCard;
use crate::card::element::element;
use crate::deck;
use crate::deck::markup;
use crate::intent::{Event as Input, Shown, Target, Trigger};

/// Whether a card that opens is to be announced: it opened for the keyboard, and the focus stays on the term.
pub(super) fn is_due(shown: &Shown) -> bool {
    shown.trigger == Trigger::Keyboard && !shown.enter
}

/// The live region. It is always there, and filled only while a card is announced: what is in a region when it is added
/// is not read out.
pub(super) fn region(card: Option<&deck::Card>, lang: Option<&str>, dir: Option<&str>) -> Html {
    let region = element("p class=aloud role=status").attr_opt("lang", lang).attr_opt("dir", dir);
    let words = card.map(|card| [card.title.as_str(), ". ", &markup::plain(&card.summary)].concat());
    region.text(&words.unwrap_or_default()).html()
}

/// What the dialog is described with: the summary without the names of its sources, which are read in their places.
pub(super) fn gist(card: &deck::Card) -> Html {
    element("p id=gist hidden=").text(&markup::plain(&card.summary)).html()
}

impl Widget {
    /// The announcement is over once focus goes into the card: it would be read a second time there. Returns whether to draw.
    pub(super) fn fall_silent(&mut self, event: &Input) -> bool {
        let goes_in = matches!(event, Input::Focus { over: Target::Card } | Input::Activate { .. });
        let announcing = |open: &mut OpenCard| std::mem::replace(&mut open.announcing, false);
        goes_in && self.open.as_mut().is_some_and(announcing)
    }
}
