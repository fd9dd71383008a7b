//! What does a card show? A deck's card, the reader's language and what is open in; nodes out. No page is touched here.

mod figure;
mod inline;
mod own;
mod panels;

use std::rc::Rc;

use yew::prelude::*;

pub use self::panels::Tab;
use crate::deck;
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
#[derive(Clone, PartialEq, Properties)]
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
    #[prop_or_default]
    pub pinned: bool,
    /// Whether cards open on a tap or click only.
    #[prop_or_default]
    pub tap_only: bool,
    /// Title of the card this one replaced, if the reader can go back to it.
    pub back: Option<String>,
    /// Hears what the reader does.
    pub on: Callback<Action>,
}

/// The inside of a card; the element that floats around it belongs to the widget.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let words = &props.locale.words;
    let tabs = Tab::of(&props.card);
    let current = props.face.tab.filter(|tab| tabs.contains(tab)).or(tabs.first().copied());
    html! {
        <>
            <div class="grab" aria-hidden="true"></div>
            <button type="button" class="close" part="close" lang={own::lang(props)} aria-label={words.say(Word::Close).to_owned()}
                onclick={props.on.reform(|_| Action::Close)}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 3.5l9 9m0-9l-9 9" /></svg>
            </button>
            <div class="body">
                { head(props) }
                { for current.map(|current| tabbed(props, &tabs, current)) }
                { related(props) }
                { corrections(props) }
            </div>
            { footer(props) }
        </>
    }
}

/// No `header` and `footer` of the page's: inside a dialog they would count as its landmarks.
fn head(props: &CardProps) -> Html {
    let (card, locale) = (&props.card, &props.locale);
    let back = props.back.as_ref().map(|title| {
        let name = locale.words.fill(Word::Back, title);
        html! {
            <button type="button" class="back" onclick={props.on.reform(|_| Action::Back)}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M10 3L5 8l5 5" /></svg>{ own::words(props, name) }
            </button>
        }
    });
    let since = props.fresh.updated_since.then(|| locale.words.say(Word::UpdatedSince).to_owned());
    html! {
        <header role="none">
            { for back }
            <p class="kind">{ own::say(props, kind(card.kind)) }</p>
            <h2 part="title" id="title">{ card.title.clone() }</h2>
            { for card.subtitle.as_ref().map(|subtitle| html! { <p class="subtitle">{ subtitle.clone() }</p> }) }
            { for card.image.as_ref().map(image) }
            <p class="summary" part="summary" id="summary">{ inline::spans(props, &card.summary) }</p>
            { for since.map(|note| html! { <p class="note">{ own::words(props, note) }</p> }) }
        </header>
    }
}

fn image(image: &deck::Image) -> Html {
    html! {
        <figure class="image">
            <img src={image.src.clone()} alt={image.alt.clone()} decoding="async" />
            <figcaption>{ image.credit.clone() }{ " · " }{ image.license.clone() }</figcaption>
        </figure>
    }
}

/// The WAI-ARIA tabs pattern: one tab stop, arrow keys move and choose.
fn tabbed(props: &CardProps, tabs: &[Tab], current: Tab) -> Html {
    let words = &props.locale.words;
    let tab = |&tab: &Tab| {
        let chosen = tab == current;
        html! {
            <button type="button" role="tab" id={tab.word().key()} aria-selected={chosen.to_string()} aria-controls="panel"
                tabindex={if chosen { "0" } else { "-1" }} onclick={props.on.reform(move |_| Action::Show(tab, false))}>
                { words.say(tab.word()).to_owned() }
            </button>
        }
    };
    let keys = {
        let (tabs, on, rtl) = (tabs.to_vec(), props.on.clone(), props.rtl);
        move |event: KeyboardEvent| {
            if let Some(next) = walk(&tabs, current, &event.key(), rtl) {
                event.prevent_default();
                on.emit(Action::Show(next, true));
            }
        }
    };
    html! {
        <>
            <div class="tabs" role="tablist" lang={own::lang(props)} aria-label={words.say(Word::Sections).to_owned()} onkeydown={keys}>{ for tabs.iter().map(tab) }</div>
            <div class="panel" role="tabpanel" id="panel" aria-labelledby={current.word().key()} part={current.word().key()}>
                { panels::panel(props, current) }
            </div>
        </>
    }
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

fn related(props: &CardProps) -> Html {
    if props.related.is_empty() {
        return Html::default();
    }
    let chips = props.related.iter().map(|(id, title)| {
        let id = id.clone();
        html! { <button type="button" onclick={props.on.reform(move |_| Action::Related(id.clone()))}>{ title.clone() }</button> }
    });
    html! { <div class="related" role="group" aria-label={props.locale.words.say(Word::Related).to_owned()}>{ for chips }</div> }
}

fn corrections(props: &CardProps) -> Html {
    if props.card.corrections.is_empty() {
        return Html::default();
    }
    let items = props.card.corrections.iter().map(|correction| {
        html! { <li><time datetime={correction.date.to_string()}>{ own::words(props, props.locale.formats.date(correction.date, true)) }</time>{ " " }{ correction.text.clone() }</li> }
    });
    html! { <section class="corrections"><h3>{ own::say(props, Word::Corrections) }</h3><ul>{ for items }</ul></section> }
}

fn footer(props: &CardProps) -> Html {
    let (sources, words) = (props.card.sources.len(), &props.locale.words);
    let counted = (sources > 0).then(|| props.locale.counted(Word::SourceCount, sources));
    // Past its review date, a card does not pass for up to date.
    let word = if props.fresh.review_overdue { Word::LastReviewed } else { Word::Updated };
    let updated = props.locale.dated(word, props.card.updated, true);
    let said: Vec<String> = [updated].into_iter().chain(counted).collect();
    html! {
        <footer role="none">
            <span>{ own::words(props, said.join(" · ")) }</span>
            <button type="button" class="more" lang={own::lang(props)} aria-label={words.say(Word::Menu).to_owned()} aria-controls="menu"
                aria-expanded={props.face.menu.to_string()} onclick={props.on.reform(|_| Action::Menu)}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8h0m5 0h0m5 0h0" /></svg>
            </button>
            { for props.face.menu.then(|| menu(props)) }
        </footer>
    }
}

fn menu(props: &CardProps) -> Html {
    let words = &props.locale.words;
    let copied = if props.face.copied { Word::Copied } else { Word::CopyLink };
    let item = |word, wish, pressed: Option<bool>| {
        html! {
            <button type="button" aria-pressed={pressed.map(|pressed| pressed.to_string())}
                onclick={props.on.reform(move |_| Action::Chose(wish))}>{ words.say(word).to_owned() }</button>
        }
    };
    html! {
        <div class="menu" id="menu" role="group" lang={own::lang(props)} aria-label={words.say(Word::Menu).to_owned()}>
            { item(Word::Pin, Wish::Pin, Some(props.pinned)) }
            { item(copied, Wish::CopyLink, None) }
            { item(Word::ListAll, Wish::List, None) }
            { item(Word::TapOnly, Wish::TapOnly, Some(props.tap_only)) }
            { item(Word::TurnOff, Wish::TurnOff, None) }
        </div>
    }
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
