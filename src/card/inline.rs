//! Renders the four inline forms and the numbers of citations: nodes, never markup.

use yew::{Callback, Html, MouseEvent};

use super::{Action, CardProps};
use crate::card::element::{all, element, text};
use crate::deck::markup::Span;
use crate::locale::messages::Word;

/// Text with emphasis, links and citations.
pub fn spans(props: &CardProps, spans: &[Span]) -> Html {
    all(&mut spans.iter().map(|span| one(props, span)))
}

fn one(props: &CardProps, span: &Span) -> Html {
    match span {
        Span::Text(words) => text(words),
        Span::Emphasis(inner) => element("em").child(spans(props, inner)).html(),
        Span::Strong(inner) => element("strong").child(spans(props, inner)).html(),
        Span::Link { label, url } => outward(props, url, text(label)),
        Span::Cite(source) => cite(props, *source),
    }
}

/// A link that leaves the article: in a new tab, so that the article stays, and without telling where from.
pub fn outward(props: &CardProps, url: &str, content: Html) -> Html {
    let link = element("a").attr("href", url).static_attr("target", "_blank").static_attr("rel", "noopener noreferrer");
    link.on_click(props.on_click(Action::Source(url.to_owned()))).child(content).html()
}

/// The numbers of several sources, one after another.
pub fn cites(props: &CardProps, sources: &[usize]) -> Html {
    all(&mut sources.iter().map(|source| cite(props, *source)))
}

/// One number. It is a true link, so that a middle click opens the source; a plain click shows it among the sources.
fn cite(props: &CardProps, source: usize) -> Html {
    let Some(cited) = props.card.sources.get(source) else { return Html::default() };
    let number = (source + 1).to_string();
    let name = [number.as_str(), ": ", cited.title.as_str(), ", ", cited.publisher.as_str()].concat();
    let on = props.on.clone();
    let press = Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            on.emit(Action::Cite(source));
        }
    });
    let link = element("a").static_attr("class", "cite").attr("href", &cited.url).static_attr("target", "_blank");
    let link = link
        .static_attr("rel", "noopener noreferrer")
        .attr("aria-label", &props.locale.words.fill(Word::Source, &name));
    element("sup").child(link.on_click(press).text(&number).html()).html()
}
