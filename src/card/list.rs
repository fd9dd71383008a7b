//! The list of all context in an article: the cards it mentions, in the order a reader meets them.

use std::rc::Rc;

use yew::{Callback, Html};

use crate::card::element::{Element, all, element};
use crate::card::{CROSS, icon, kind};
use crate::deck::Card;
use crate::deck::markup;
use crate::locale::Locale;
use crate::locale::messages::Word;

/// What a reader did in the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Chose the card of this id.
    Card(String),
    /// Wants marks and cards again.
    TurnOn,
    /// Pressed the close button.
    Close,
}

/// Everything the list needs to be drawn.
pub struct ListProps {
    /// The cards, in order of first mention.
    pub cards: Vec<Rc<Card>>,
    /// The widget's own language.
    pub locale: Locale,
    /// Whether the reader has turned context off.
    pub off: bool,
    /// Whether it floats over the page, and so can be closed.
    pub floats: bool,
    /// Hears what the reader does; a list on paper has nobody to hear.
    pub on: Option<Callback<Choice>>,
}

/// The list: to choose from on the screen, a glossary on paper.
pub fn list(props: &ListProps) -> Html {
    let words = &props.locale.words;
    let close = props.on.as_ref().filter(|_| props.floats).map(|on| {
        let close =
            element("button type=button class=close").attr("aria-label", words.say(Word::Close)).child(icon(CROSS));
        on_click(close, on, Choice::Close).html()
    });
    let turn_on = props.on.as_ref().filter(|_| props.off).map(|on| {
        let button = on_click(element("button type=button class=on"), on, Choice::TurnOn).text(words.say(Word::TurnOn));
        element("p").with(button).html()
    });
    let kind = element("p class=kind").text(words.say(Word::InThisArticle));
    let title = element("h2 id=list-title").text(words.say(Word::Context));
    let head = element("header role=none").with(kind).with(title);
    let entries = element("ol class=list").children(&mut props.cards.iter().map(|card| entry(props, card)));
    let body = element("div class=body").with(head).child_opt(turn_on).with(entries);
    let count = props.locale.counted(Word::CardCount, props.cards.len());
    let footer = element("footer role=none").text(&count);
    all(&mut [close.unwrap_or_default(), body.html(), footer.html()].into_iter())
}

fn on_click(button: Element, on: &Callback<Choice>, choice: Choice) -> Element {
    let on = on.clone();
    button.on_click(Callback::from(move |_| on.emit(choice.clone())))
}

fn entry(props: &ListProps, card: &Rc<Card>) -> Html {
    // The list speaks the widget's language; a card in another one says so, and keeps its direction.
    let own = props.locale.lang.as_str();
    let other = Some(card.lang.as_str()).filter(|lang| !lang.is_empty() && *lang != own);
    let kind = element("i").attr_opt("lang", other.map(|_| own)).text(props.locale.words.say(kind(card.kind)));
    let fill = |holder: Element, line: &str| {
        let title = element("b").text(&card.title).html();
        holder.child(title).text(" ").with(kind).with(element("span").text(line))
    };
    let item = element("li").attr_opt("lang", other).attr_opt("dir", other.map(|_| "auto"));
    match &props.on {
        Some(on) => {
            let button = on_click(element("button type=button"), on, Choice::Card(card.id.clone()));
            item.child(fill(button, &first_line(card)).html()).html()
        }
        None => fill(item, &markup::plain(&card.summary)).html(),
    }
}

/// What a card is, in a line: its subtitle, or the first sentence of its summary.
fn first_line(card: &Card) -> String {
    card.subtitle.clone().unwrap_or_else(|| {
        let summary = markup::plain(&card.summary);
        let ends = |at: &usize| summary[at + 1..].starts_with(' ');
        let end = summary.match_indices('.').map(|(at, _)| at).find(ends);
        summary[..end.map_or(summary.len(), |end| end + 1)].to_owned()
    })
}
