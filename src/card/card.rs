//! The inside of a card: a deck's card, the reader's language and what is open in; nodes out. No page is touched here.

use std::cell::Cell;
use std::rc::Rc;

use yew::{Callback, Html, MouseEvent};

use super::panels::Tab;
use super::{brief, footer, own_language, tabs};
use crate::card::element::element;
use crate::deck;
use crate::deck::freshness::Freshness;
use crate::locale::Locale;
use crate::locale::messages::Word;

/// What a reader did in a card.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Pressed the close button.
    Close,
    /// Went back from a related card.
    Back,
    /// Opened all of the card, or went back to the short one.
    Expand,
    /// Chose a tab; what happens with the focus.
    Show(Tab, TabFocus),
    /// Opened or closed a citation: its number among all that the card draws.
    Cite(u32),
    /// Followed a source or a link to this URL.
    Source(String),
    /// Chose the related card of this id.
    Related(String),
    /// Chose the next term of the article (`true`) or the one before.
    Neighbour(bool),
    /// The picture did not come.
    NoImage,
    /// What draws the map did not come.
    NoMap,
    /// Opened or closed the menu.
    Menu,
    /// Chose from the menu.
    Chose(MenuItem),
}

/// What happens with the focus where a tab is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabFocus {
    /// It stays: the tab was pressed.
    Stay,
    /// It goes to the tab: by arrow keys, or from the short card.
    Tab,
    /// It goes to the tab, and what the reader asked for comes into view.
    Marked,
}

/// What the menu of a card offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuItem {
    /// The card stays until it is dismissed; or no longer.
    Pin,
    /// The address that opens this card.
    CopyLink,
    /// All context in this article.
    List,
    /// Cards on a tap or click only; or on hover again.
    TapOnly,
    /// No marks and no cards on this device.
    TurnOff,
}

/// What is open inside a card.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "what is open does not depend on what else is")]
pub struct ViewState {
    /// Whether all of the card is open, or the short one is shown.
    pub expanded: bool,
    /// The tab; the card's first where none was chosen.
    pub tab: Option<Tab>,
    /// The citation that is open: its number among all that the card draws, from 0.
    pub cited: Option<u32>,
    /// Whether the picture did not come.
    pub no_image: bool,
    /// Whether what draws the map did not come.
    pub no_map: bool,
    /// Whether the menu is open.
    pub menu: bool,
    /// Whether the card's link was just copied.
    pub copied: bool,
}

/// Everything a card needs to be drawn.
pub struct CardProps {
    /// The card.
    pub card: Rc<deck::Card>,
    /// What is open inside.
    pub view_state: ViewState,
    /// What its dates mean for this article.
    pub fresh: Freshness,
    /// Whether it is written from right to left.
    pub rtl: bool,
    /// The widget's own language.
    pub locale: Locale,
    /// The related cards that exist, as (id, title).
    pub related: Vec<(String, String)>,
    /// Titles of the cards of the article's terms before and after this one, for a sheet.
    pub neighbours: [Option<String>; 2],
    /// Whether it stays until it is dismissed.
    pub pinned: bool,
    /// Whether cards open on a tap or click only.
    pub tap_only: bool,
    /// Title of the card this one replaced, if the reader can go back to it.
    pub back: Option<String>,
    /// How many citations have been drawn: the number of the next one.
    pub cites: Cell<u32>,
    /// Hears what the reader does.
    pub on: Callback<Action>,
}

impl CardProps {
    /// The card's map, unless it cannot be drawn.
    pub(super) fn map(&self) -> Option<&deck::Map> {
        self.card.map.as_ref().filter(|_| !self.view_state.no_map)
    }

    /// What a press does.
    pub(super) fn on_click(&self, action: Action) -> Callback<MouseEvent> {
        let on = self.on.clone();
        Callback::from(move |_| on.emit(action.clone()))
    }
}

/// The inside of a card; the element that floats around it belongs to the widget.
pub fn card(props: &CardProps) -> Html {
    let tabs = Tab::of(props);
    // A card that is short as a whole has nothing to open.
    let opens = tabs.iter().any(|tab| *tab != Tab::Facts) || props.card.facts.len() > brief::LEAD_FACTS;
    let body = match props.view_state.tab.filter(|tab| tabs.contains(tab)).or(tabs.first().copied()) {
        Some(current) if opens && props.view_state.expanded => tabs::tabbed(props, &tabs, current),
        _ => brief::brief(props, opens.then_some(&tabs)),
    };
    let words = &props.locale.words;
    let grab = element("button type=button class=grab").static_attr("aria-expanded", flag(props.view_state.expanded));
    let grab = grab.attr("aria-label", words.say(Word::Details)).attr_opt("lang", own_language::lang(props));
    let grab = grab.on_click(props.on_click(Action::Expand)).child(icon("M3.5 10L8 5.5l4.5 4.5"));
    let close = element("button type=button class=close part=close").attr_opt("lang", own_language::lang(props));
    let close = close.attr("aria-label", words.say(Word::Close)).on_click(props.on_click(Action::Close));
    let box_ = element("div class=box").child_opt(opens.then(|| grab.html()));
    let box_ = box_.child(close.child(icon(CROSS)).html()).child(brief::head(props));
    box_.child(body).child(footer::footer(props)).child_opt(footer::neighbours(props)).html()
}

/// A drawing pin: the card stays.
pub(super) const PIN: &str = "M6 2.5h4m-.5 0l.5 4.5 2 2.5H4L6 7l.5-4.5M8 9.5V14";
/// Two lines across: closes.
pub const CROSS: &str = "M3.5 3.5l9 9m0-9l-9 9";

/// A drawing on a button whose name says what it does.
pub fn icon(path: &'static str) -> Html {
    let svg = element("svg").static_attr("viewBox", "0 0 16 16").static_attr("aria-hidden", "true");
    svg.with(element("path").static_attr("d", path)).html()
}

/// A state as ARIA writes it.
pub(super) fn flag(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// The word for a kind of card.
#[must_use]
pub fn kind(kind: deck::Kind) -> Word {
    match kind {
        deck::Kind::Place => Word::Place,
        deck::Kind::Person => Word::Person,
        deck::Kind::Organization => Word::Organization,
        deck::Kind::Law => Word::Law,
        deck::Kind::Case => Word::Case,
        deck::Kind::Event => Word::Event,
        deck::Kind::Policy => Word::Policy,
        deck::Kind::Concept => Word::Concept,
        deck::Kind::Work => Word::Work,
        deck::Kind::Date => Word::Date,
    }
}
