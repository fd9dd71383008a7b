//! How do the four inline forms and the small source numbers look? Nodes, never markup.

use yew::prelude::*;

use super::{Action, CardProps};
use crate::markup::Span;
use crate::words::Word;

/// Text with emphasis, links and citations.
pub fn spans(props: &CardProps, spans: &[Span]) -> Html {
    spans.iter().map(|span| one(props, span)).collect()
}

fn one(props: &CardProps, span: &Span) -> Html {
    match span {
        Span::Text(text) => html! { text.clone() },
        Span::Emphasis(inner) => html! { <em>{ spans(props, inner) }</em> },
        Span::Strong(inner) => html! { <strong>{ spans(props, inner) }</strong> },
        Span::Link { label, url } => outward(props, url, html! { label.clone() }),
        Span::Cite(source) => cite(props, *source),
    }
}

/// A link that leaves the article: in a new tab, so that the article stays, and without telling where from.
pub fn outward(props: &CardProps, url: &str, content: Html) -> Html {
    let followed = url.to_owned();
    let onclick = props.on.reform(move |_: MouseEvent| Action::Source(followed.clone()));
    html! { <a href={url.to_owned()} target="_blank" rel="noopener noreferrer" {onclick}>{ content }</a> }
}

/// The numbers of several sources, one after another.
pub fn cites(props: &CardProps, sources: &[usize]) -> Html {
    sources.iter().map(|source| cite(props, *source)).collect()
}

/// One number. It is a true link, so that a middle click opens the source; a plain click shows it among the sources.
fn cite(props: &CardProps, source: usize) -> Html {
    let Some(cited) = props.card.sources.get(source) else { return Html::default() };
    let number = (source + 1).to_string();
    let name = [number.as_str(), ": ", cited.title.as_str(), ", ", cited.publisher.as_str()].concat();
    let on = props.on.clone();
    let onclick = move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            on.emit(Action::Cite(source));
        }
    };
    html! {
        <sup><a class="cite" href={cited.url.clone()} target="_blank" rel="noopener noreferrer" {onclick}
            aria-label={props.locale.words.fill(Word::Source, &name)}>{ number }</a></sup>
    }
}
