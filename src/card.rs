//! What does a card show? A deck's card, the reader's language and what is open in; nodes out. No page is touched here.

mod figure;
mod inline;
mod own;
mod panels;

use std::rc::Rc;

use yew::{Callback, Html, KeyboardEvent, MouseEvent};

pub use self::panels::Tab;
use crate::deck;
use crate::element::{Element, all, button, element};
use crate::freshness::Freshness;
use crate::locale::Locale;
use crate::words::Word;

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
    Chose(Wish),
}

/// What the menu of a card offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
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
pub struct Face {
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
    pub face: Face,
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
    fn does(&self, action: Action) -> Callback<MouseEvent> {
        let on = self.on.clone();
        Callback::from(move |_| on.emit(action.clone()))
    }
}

/// The inside of a card; the element that floats around it belongs to the widget.
pub fn card(props: &CardProps) -> Html {
    let tabs = Tab::of(&props.card);
    let current = props.face.tab.filter(|tab| tabs.contains(tab)).or(tabs.first().copied());
    let close = button("close").set("part", "close").with_any("lang", own::lang(props));
    let close = close.with("aria-label", props.locale.words.say(Word::Close)).on_press(props.does(Action::Close));
    let body = element("div").set("class", "body").add(head(props));
    let body = body.add_any(current.map(|current| tabbed(props, &tabs, current)));
    let body = body.add_any(related(props)).add_any(corrections(props));
    let grab = element("div").set("class", "grab").set("aria-hidden", "true");
    all(&mut [grab.html(), close.add(icon(CROSS)).html(), body.html(), footer(props)].into_iter())
}

/// Two lines across: closes.
pub const CROSS: &str = "M3.5 3.5l9 9m0-9l-9 9";

/// A drawing on a button whose name says what it does.
pub fn icon(path: &'static str) -> Html {
    let svg = element("svg").set("viewBox", "0 0 16 16").set("aria-hidden", "true");
    svg.add(element("path").set("d", path).html()).html()
}

fn paragraph(class: &'static str) -> Element {
    element("p").set("class", class)
}

fn head(props: &CardProps) -> Html {
    let (card, words) = (&props.card, &props.locale.words);
    let back = props.back.as_ref().map(|title| {
        let name = own::words(props, &words.fill(Word::Back, title));
        button("back").on_press(props.does(Action::Back)).add(icon("M10 3L5 8l5 5")).add(name).html()
    });
    let since = || paragraph("note").add(own::say(props, Word::UpdatedSince)).html();
    let title = element("h2").set("part", "title").set("id", "title").say(&card.title);
    let summary = paragraph("summary").set("part", "summary").set("id", "summary");
    let head = element("header").set("role", "none").add_any(back);
    let head = head.add(paragraph("kind").add(own::say(props, kind(card.kind))).html()).add(title.html());
    let head = head.add_any(card.subtitle.as_ref().map(|line| paragraph("subtitle").say(line).html()));
    let head = head.add_any(card.image.as_ref().map(image));
    let head = head.add(summary.add(inline::spans(props, &card.summary)).html());
    head.add_any(props.fresh.updated_since.then(since)).html()
}

fn image(image: &deck::Image) -> Html {
    let picture = element("img").with("src", &image.src).with("alt", &image.alt).set("decoding", "async");
    let credit = element("figcaption").say(&[image.credit.as_str(), " · ", &image.license].concat());
    element("figure").set("class", "image").add(picture.html()).add(credit.html()).html()
}

/// The WAI-ARIA tabs pattern: one tab stop, arrow keys move and choose.
fn tabbed(props: &CardProps, tabs: &[Tab], current: Tab) -> Html {
    let words = &props.locale.words;
    let (offered, on, rtl) = (tabs.to_vec(), props.on.clone(), props.rtl);
    let keys = Callback::from(move |event: KeyboardEvent| {
        if let Some(next) = walk(&offered, current, &event.key(), rtl) {
            event.prevent_default();
            on.emit(Action::Show(next, true));
        }
    });
    let list = element("div").set("class", "tabs").set("role", "tablist").with_any("lang", own::lang(props));
    let list = list.with("aria-label", words.say(Word::Sections)).on_key(keys);
    let list = list.add_all(&mut tabs.iter().map(|&tab| {
        let (chosen, stop) = if tab == current { ("true", "0") } else { ("false", "-1") };
        let button = element("button").set("type", "button").set("role", "tab").set("id", tab.word().key());
        let button = button.set("aria-selected", chosen).set("aria-controls", "panel").set("tabindex", stop);
        button.on_press(props.does(Action::Show(tab, false))).say(words.say(tab.word())).html()
    }));
    let name = current.word().key();
    let panel = element("div").set("class", "panel").set("role", "tabpanel").set("id", "panel");
    let panel = panel.set("aria-labelledby", name).set("part", name).add(panels::panel(props, current));
    all(&mut [list.html(), panel.html()].into_iter())
}

/// The tab an arrow key leads to. In right-to-left languages the arrows follow the eye.
fn walk(tabs: &[Tab], current: Tab, key: &str, rtl: bool) -> Option<Tab> {
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
    let group = element("div").set("class", "related").set("role", "group").with("aria-label", name);
    let group = group.add_all(&mut props.related.iter().map(|(id, title)| {
        let chip = element("button").set("type", "button");
        chip.on_press(props.does(Action::Related(id.clone()))).say(title).html()
    }));
    (!props.related.is_empty()).then(|| group.html())
}

fn corrections(props: &CardProps) -> Option<Html> {
    let list = element("ul").add_all(&mut props.card.corrections.iter().map(|correction| {
        let date = own::words(props, &props.locale.formats.date(correction.date, true));
        let date = element("time").with("datetime", &correction.date.to_string()).add(date);
        element("li").add(date.html()).say(" ").say(&correction.text).html()
    }));
    let title = element("h3").add(own::say(props, Word::Corrections));
    let section = element("section").set("class", "corrections").add(title.html()).add(list.html());
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
    let more = button("more").with_any("lang", own::lang(props)).with("aria-label", words.say(Word::Menu));
    let more = more.set("aria-controls", "menu").set("aria-expanded", flag(props.face.menu));
    let more = more.on_press(props.does(Action::Menu)).add(icon("M3 8h0m5 0h0m5 0h0"));
    let footer = element("footer").set("role", "none").add(element("span").add(own::words(props, &said)).html());
    footer.add(more.html()).add_any(props.face.menu.then(|| menu(props))).html()
}

fn menu(props: &CardProps) -> Html {
    let words = &props.locale.words;
    let copied = if props.face.copied { Word::Copied } else { Word::CopyLink };
    let name = words.say(Word::Menu);
    let menu = element("div").set("class", "menu").set("id", "menu").set("role", "group");
    let menu = menu.with_any("lang", own::lang(props)).with("aria-label", name);
    let items = [
        (Word::Pin, Wish::Pin, Some(props.pinned)),
        (copied, Wish::CopyLink, None),
        (Word::ListAll, Wish::List, None),
        (Word::TapOnly, Wish::TapOnly, Some(props.tap_only)),
        (Word::TurnOff, Wish::TurnOff, None),
    ];
    let menu = menu.add_all(&mut items.into_iter().map(|(word, wish, pressed)| {
        let item = element("button").set("type", "button").with_any("aria-pressed", pressed.map(flag));
        item.on_press(props.does(Action::Chose(wish))).say(words.say(word)).html()
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
    }
}

#[cfg(test)]
mod tests;
