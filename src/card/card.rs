//! The inside of a card: a deck's card, the reader's language and what is open in; nodes out. No page is touched here.

use std::rc::Rc;

use yew::{Callback, Html, KeyboardEvent, MouseEvent};

use super::panels::Tab;
use super::{inline, own_language, panels};
use crate::card::element::{Element, all, button, element};
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
    /// Chose a tab; `true` where the focus goes with it (arrow keys).
    Show(Tab, bool),
    /// Chose a citation: an index into the card's sources.
    Cite(usize),
    /// Followed a source or a link to this URL.
    Source(String),
    /// Chose the related card of this id.
    Related(String),
    /// Swapped chart and table.
    Table,
    /// Opened or closed the menu.
    Menu,
    /// Chose from the menu.
    Chose(MenuItem),
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
pub struct ViewState {
    /// The tab; the card's first where none was chosen.
    pub tab: Option<Tab>,
    /// The source a citation led to.
    pub cited: Option<usize>,
    /// Whether the figure is shown as a table.
    pub table: bool,
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
    /// Whether it stays until it is dismissed.
    pub pinned: bool,
    /// Whether cards open on a tap or click only.
    pub tap_only: bool,
    /// Title of the card this one replaced, if the reader can go back to it.
    pub back: Option<String>,
    /// Hears what the reader does.
    pub on: Callback<Action>,
}

impl CardProps {
    /// What a press does.
    pub(super) fn on_click(&self, action: Action) -> Callback<MouseEvent> {
        let on = self.on.clone();
        Callback::from(move |_| on.emit(action.clone()))
    }
}

/// The inside of a card; the element that floats around it belongs to the widget.
pub fn card(props: &CardProps) -> Html {
    let tabs = Tab::of(&props.card);
    let current = props.view_state.tab.filter(|tab| tabs.contains(tab)).or(tabs.first().copied());
    let close = button("close").static_attr("part", "close").attr_opt("lang", own_language::lang(props));
    let close = close.attr("aria-label", props.locale.words.say(Word::Close)).on_click(props.on_click(Action::Close));
    let body = element("div").static_attr("class", "body").child(head(props));
    let body = body.child_opt(current.map(|current| tabbed(props, &tabs, current)));
    let body = body.child_opt(related(props)).child_opt(corrections(props));
    let grab = element("div").static_attr("class", "grab").static_attr("aria-hidden", "true");
    all(&mut [grab.html(), close.child(icon(CROSS)).html(), body.html(), footer(props)].into_iter())
}

/// Two lines across: closes.
pub const CROSS: &str = "M3.5 3.5l9 9m0-9l-9 9";

/// A drawing on a button whose name says what it does.
pub fn icon(path: &'static str) -> Html {
    let svg = element("svg").static_attr("viewBox", "0 0 16 16").static_attr("aria-hidden", "true");
    svg.child(element("path").static_attr("d", path).html()).html()
}

fn paragraph(class: &'static str) -> Element {
    element("p").static_attr("class", class)
}

fn head(props: &CardProps) -> Html {
    let (card, words) = (&props.card, &props.locale.words);
    let back = props.back.as_ref().map(|title| {
        let name = own_language::words(props, &words.fill(Word::Back, title));
        button("back").on_click(props.on_click(Action::Back)).child(icon("M10 3L5 8l5 5")).child(name).html()
    });
    let since = || paragraph("note").child(own_language::say(props, Word::UpdatedSince)).html();
    let title = element("h2").static_attr("part", "title").static_attr("id", "title").text(&card.title);
    let summary = paragraph("summary").static_attr("part", "summary").static_attr("id", "summary");
    let head = element("header").static_attr("role", "none").child_opt(back);
    let head =
        head.child(paragraph("kind").child(own_language::say(props, kind(card.kind))).html()).child(title.html());
    let head = head.child_opt(card.subtitle.as_ref().map(|line| paragraph("subtitle").text(line).html()));
    let head = head.child_opt(card.image.as_ref().map(image));
    let head = head.child(summary.child(inline::spans(props, &card.summary)).html());
    head.child_opt(props.fresh.updated_since.then(since)).html()
}

fn image(image: &deck::Image) -> Html {
    let picture = element("img").attr("src", &image.src).attr("alt", &image.alt).static_attr("decoding", "async");
    let credit = element("figcaption").text(&[image.credit.as_str(), " · ", &image.license].concat());
    element("figure").static_attr("class", "image").child(picture.html()).child(credit.html()).html()
}

/// The WAI-ARIA tabs pattern: one tab stop, arrow keys move and choose.
fn tabbed(props: &CardProps, tabs: &[Tab], current: Tab) -> Html {
    let words = &props.locale.words;
    let (offered, on, rtl) = (tabs.to_vec(), props.on.clone(), props.rtl);
    let keys = Callback::from(move |event: KeyboardEvent| {
        if let Some(next) = next_tab(&offered, current, &event.key(), rtl) {
            event.prevent_default();
            on.emit(Action::Show(next, true));
        }
    });
    let list = element("div")
        .static_attr("class", "tabs")
        .static_attr("role", "tablist")
        .attr_opt("lang", own_language::lang(props));
    let list = list.attr("aria-label", words.say(Word::Sections)).on_keydown(keys);
    let list = list.children(&mut tabs.iter().map(|&tab| {
        let (chosen, stop) = if tab == current { ("true", "0") } else { ("false", "-1") };
        let button = element("button")
            .static_attr("type", "button")
            .static_attr("role", "tab")
            .static_attr("id", tab.word().key());
        let button = button
            .static_attr("aria-selected", chosen)
            .static_attr("aria-controls", "panel")
            .static_attr("tabindex", stop);
        button.on_click(props.on_click(Action::Show(tab, false))).text(words.say(tab.word())).html()
    }));
    let name = current.word().key();
    let panel = element("div").static_attr("class", "panel").static_attr("role", "tabpanel").static_attr("id", "panel");
    let panel =
        panel.static_attr("aria-labelledby", name).static_attr("part", name).child(panels::panel(props, current));
    all(&mut [list.html(), panel.html()].into_iter())
}

/// The tab an arrow key leads to. In right-to-left languages the arrows follow the eye.
pub(super) fn next_tab(tabs: &[Tab], current: Tab, key: &str, rtl: bool) -> Option<Tab> {
    let at = tabs.iter().position(|tab| *tab == current)?;
    let last = tabs.len() - 1;
    let next = match key {
        "Home" => 0,
        "End" => last,
        "ArrowRight" | "ArrowLeft" if (key == "ArrowRight") == rtl => at.checked_sub(1).unwrap_or(last),
        "ArrowRight" | "ArrowLeft" => (at + 1) % tabs.len(),
        _ => return None,
    };
    tabs.get(next).copied()
}

fn related(props: &CardProps) -> Option<Html> {
    let name = props.locale.words.say(Word::Related);
    let group = element("div").static_attr("class", "related").static_attr("role", "group").attr("aria-label", name);
    let group = group.children(&mut props.related.iter().map(|(id, title)| {
        let chip = element("button").static_attr("type", "button");
        chip.on_click(props.on_click(Action::Related(id.clone()))).text(title).html()
    }));
    (!props.related.is_empty()).then(|| group.html())
}

fn corrections(props: &CardProps) -> Option<Html> {
    let list = element("ul").children(&mut props.card.corrections.iter().map(|correction| {
        let date = own_language::words(props, &props.locale.formats.date(correction.date, true));
        let date = element("time").attr("datetime", &correction.date.to_string()).child(date);
        element("li").child(date.html()).text(" ").text(&correction.text).html()
    }));
    let title = element("h3").child(own_language::say(props, Word::Corrections));
    let section = element("section").static_attr("class", "corrections").child(title.html()).child(list.html());
    (!props.card.corrections.is_empty()).then(|| section.html())
}

fn footer(props: &CardProps) -> Html {
    let (sources, words) = (props.card.sources.len(), &props.locale.words);
    // Past its review date, a card does not pass for up to date.
    let word = if props.fresh.review_overdue { Word::LastReviewed } else { Word::Updated };
    let mut said = props.locale.dated(word, props.card.updated, true);
    if sources > 0 {
        said = [said.as_str(), " · ", &props.locale.counted(Word::SourceCount, sources)].concat();
    }
    let more = button("more").attr_opt("lang", own_language::lang(props)).attr("aria-label", words.say(Word::Menu));
    let more = more.static_attr("aria-controls", "menu").static_attr("aria-expanded", flag(props.view_state.menu));
    let more = more.on_click(props.on_click(Action::Menu)).child(icon("M3 8h0m5 0h0m5 0h0"));
    let footer = element("footer")
        .static_attr("role", "none")
        .child(element("span").child(own_language::words(props, &said)).html());
    footer.child(more.html()).child_opt(props.view_state.menu.then(|| menu(props))).html()
}

fn menu(props: &CardProps) -> Html {
    let words = &props.locale.words;
    let copied = if props.view_state.copied { Word::Copied } else { Word::CopyLink };
    let name = words.say(Word::Menu);
    let menu = element("div").static_attr("class", "menu").static_attr("id", "menu").static_attr("role", "group");
    let menu = menu.attr_opt("lang", own_language::lang(props)).attr("aria-label", name);
    let items = [
        (Word::Pin, MenuItem::Pin, Some(props.pinned)),
        (copied, MenuItem::CopyLink, None),
        (Word::ListAll, MenuItem::List, None),
        (Word::TapOnly, MenuItem::TapOnly, Some(props.tap_only)),
        (Word::TurnOff, MenuItem::TurnOff, None),
    ];
    let menu = menu.children(&mut items.into_iter().map(|(word, item, pressed)| {
        let button = element("button").static_attr("type", "button").attr_opt("aria-pressed", pressed.map(flag));
        button.on_click(props.on_click(Action::Chose(item))).text(words.say(word)).html()
    }));
    menu.html()
}

/// A state as ARIA writes it.
fn flag(is: bool) -> &'static str {
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
