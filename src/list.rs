//! What is all the context in an article? The cards it mentions, in the order a reader meets them.

use std::rc::Rc;

use yew::prelude::*;

use crate::card::kind;
use crate::deck::Card;
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
#[derive(Clone, PartialEq, Properties)]
pub struct ListProps {
    /// The cards, in order of first mention.
    pub cards: Vec<Rc<Card>>,
    /// The widget's own language.
    pub locale: Locale,
    /// Whether the reader has turned context off.
    #[prop_or_default]
    pub off: bool,
    /// Whether it floats over the page, and so can be closed.
    #[prop_or_default]
    pub floats: bool,
    /// Hears what the reader does; a list on paper has nobody to hear.
    #[prop_or_default]
    pub on: Option<Callback<Choice>>,
}

/// The list: to choose from on the screen, a glossary on paper.
#[component]
pub fn List(props: &ListProps) -> Html {
    let words = &props.locale.words;
    let close = props.on.clone().filter(|_| props.floats).map(|on| {
        html! {
            <button type="button" class="close" aria-label={words.say(Word::Close).to_owned()} onclick={on.reform(|_| Choice::Close)}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 3.5l9 9m0-9l-9 9" /></svg>
            </button>
        }
    });
    let turn_on = props.on.clone().filter(|_| props.off).map(|on| {
        html! { <p><button type="button" class="on" onclick={on.reform(|_| Choice::TurnOn)}>{ words.say(Word::TurnOn).to_owned() }</button></p> }
    });
    html! {
        <>
            { for close }
            <div class="body">
                <header role="none">
                    <p class="kind">{ words.say(Word::InThisArticle).to_owned() }</p>
                    <h2 id="list-title">{ words.say(Word::Context).to_owned() }</h2>
                </header>
                { for turn_on }
                <ol class="list">{ for props.cards.iter().map(|card| entry(props, card)) }</ol>
            </div>
            <footer role="none">{ props.locale.counted(Word::CardCount, props.cards.len()) }</footer>
        </>
    }
}

fn entry(props: &ListProps, card: &Rc<Card>) -> Html {
    let kind = props.locale.words.say(kind(card.kind)).to_owned();
    // The list speaks the widget's language; a card in another one says so, and keeps its direction.
    let (lang, own) = match &card.lang {
        lang if lang.is_empty() || *lang == props.locale.lang => (None, None),
        lang => (Some(lang.clone()), Some(props.locale.lang.clone())),
    };
    let dir = lang.as_ref().map(|_| "auto");
    match &props.on {
        Some(on) => {
            let id = card.id.clone();
            let onclick = on.reform(move |_: MouseEvent| Choice::Card(id.clone()));
            html! {
                <li {lang} {dir}>
                    <button type="button" {onclick}><b>{ card.title.clone() }</b>{ " " }<i lang={own}>{ kind }</i><span>{ first_line(card) }</span></button>
                </li>
            }
        }
        None => html! {
            <li {lang} {dir}><b>{ card.title.clone() }</b>{ " " }<i lang={own}>{ kind }</i><span>{ markup::plain(&card.summary) }</span></li>
        },
    }
}

/// What a card is, in a line: its subtitle, or the first sentence of its summary.
fn first_line(card: &Card) -> String {
    card.subtitle.clone().unwrap_or_else(|| {
        let summary = markup::plain(&card.summary);
        let end = summary.find(". ").map_or(summary.len(), |end| end + 1);
        summary[..end].to_owned()
    })
}

#[cfg(test)]
mod tests;
