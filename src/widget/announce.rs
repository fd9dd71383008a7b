//! What is said aloud when a card opens while focus stays on its term? Title and summary, politely and once. A card that
//! takes the focus says itself who it is.

use yew::Html;

use super::{Open, Widget};
use crate::deck;
use crate::element::element;
use crate::intent::{Event as Input, Over, Shown, Trigger};
use crate::markup;

/// Whether a card that opens is to be announced: it opened for the keyboard, and the focus stays on the term.
pub(super) fn is_due(shown: &Shown) -> bool {
    shown.trigger == Trigger::Keyboard && !shown.enter
}

/// The live region. It is always there, and filled only while a card is announced: what is in a region when it is added
/// is not read out.
pub(super) fn region(card: Option<&deck::Card>, lang: Option<&str>, dir: Option<&str>) -> Html {
    let region = element("p").set("class", "aloud").set("role", "status").with_any("lang", lang).with_any("dir", dir);
    let words = card.map(|card| [card.title.as_str(), ". ", &markup::plain(&card.summary)].concat());
    region.say(&words.unwrap_or_default()).html()
}

/// What the dialog is described with: the summary without the names of its sources, which are read in their places.
pub(super) fn gist(card: &deck::Card) -> Html {
    element("p").set("id", "gist").set("hidden", "").say(&markup::plain(&card.summary)).html()
}

impl Widget {
    /// The announcement is over once focus goes into the card: it would be read a second time there. Returns whether to draw.
    pub(super) fn fall_silent(&mut self, event: &Input) -> bool {
        let goes_in = matches!(event, Input::Focus { over: Over::Card } | Input::Activate { .. });
        let aloud = |open: &mut Open| std::mem::replace(&mut open.aloud, false);
        goes_in && self.open.as_mut().is_some_and(aloud)
    }
}
