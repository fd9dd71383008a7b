//! What is all the context in an article? The cards it mentions, in the order a reader meets them.

use std::rc::Rc;

use yew::{Callback, Html};

use crate::card::{CROSS, icon, kind};
use crate::deck::Card;
use crate::element::{Element, all, button, element};
use crate::locale::Locale;
use crate::markup;
use crate::words::Word;

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
        let close = button("close").with("aria-label", words.say(Word::Close)).add(icon(CROSS));
        does(close, on, Choice::Close).html()
    });
    let turn_on = props.on.as_ref().filter(|_| props.off).map(|on| {
        let button = does(button("on"), on, Choice::TurnOn).say(words.say(Word::TurnOn));
        element("p").add(button.html()).html()
    });
    let kind = element("p").set("class", "kind").say(words.say(Word::InThisArticle));
    let title = element("h2").set("id", "list-title").say(words.say(Word::Context));
    let head = element("header").set("role", "none").add(kind.html()).add(title.html());
    let entries = element("ol").set("class", "list").add_all(&mut props.cards.iter().map(|card| entry(props, card)));
    let body = element("div").set("class", "body").add(head.html()).add_any(turn_on).add(entries.html());
    let count = props.locale.counted(Word::CardCount, props.cards.len());
    let footer = element("footer").set("role", "none").say(&count);
    all(&mut [close.unwrap_or_default(), body.html(), footer.html()].into_iter())
}

fn does(button: Element, on: &Callback<Choice>, choice: Choice) -> Element {
    let on = on.clone();
    button.on_press(Callback::from(move |_| on.emit(choice.clone())))
}

fn entry(props: &ListProps, card: &Rc<Card>) -> Html {
    // The list speaks the widget's language; a card in another one says so, and keeps its direction.
    let own = props.locale.lang.as_str();
    let other = Some(card.lang.as_str()).filter(|lang| !lang.is_empty() && *lang != own);
    let kind = element("i").with_any("lang", other.map(|_| own)).say(props.locale.words.say(kind(card.kind)));
    let fill = |holder: Element, line: &str| {
        let title = element("b").say(&card.title).html();
        holder.add(title).say(" ").add(kind.html()).add(element("span").say(line).html())
    };
    let item = element("li").with_any("lang", other).with_any("dir", other.map(|_| "auto"));
    match &props.on {
        Some(on) => {
            let button = does(element("button").set("type", "button"), on, Choice::Card(card.id.clone()));
            item.add(fill(button, &first_line(card)).html()).html()
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

#[cfg(test)]
mod tests;
