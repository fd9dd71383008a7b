//! What stands under each tab? Facts, timeline, views and sources.

use yew::prelude::*;

use super::inline::{cites, outward, spans};
use super::{CardProps, figure};
use crate::words::Word;

/// The parts of a card that share one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Key facts.
    Facts,
    /// What happened when.
    Timeline,
    /// Who says what.
    Views,
    /// A chart.
    Figure,
    /// Where it comes from.
    Sources,
}

impl Tab {
    /// The tabs a card has material for, in reading order.
    #[must_use]
    pub fn of(card: &crate::deck::Card) -> Vec<Self> {
        let all = [
            (Self::Facts, !card.facts.is_empty()),
            (Self::Timeline, !card.timeline.is_empty()),
            (Self::Views, !card.views.is_empty()),
            (Self::Figure, card.figure.is_some()),
            (Self::Sources, !card.sources.is_empty()),
        ];
        all.into_iter().filter_map(|(tab, exists)| exists.then_some(tab)).collect()
    }

    /// Its name, and the `part` a site can style.
    #[must_use]
    pub fn word(self) -> Word {
        match self {
            Self::Facts => Word::Facts,
            Self::Timeline => Word::Timeline,
            Self::Views => Word::Views,
            Self::Figure => Word::Figure,
            Self::Sources => Word::Sources,
        }
    }
}

/// The content of one tab.
pub fn panel(props: &CardProps, tab: Tab) -> Html {
    match tab {
        Tab::Facts => facts(props),
        Tab::Timeline => timeline(props),
        Tab::Views => views(props),
        Tab::Figure => figure::figure(props),
        Tab::Sources => sources(props),
    }
}

fn facts(props: &CardProps) -> Html {
    let rows = props.card.facts.iter().map(|fact| {
        let as_of = fact.as_of.map(|date| {
            html! { <>{ " " }<small lang={props.own()}>{ props.locale.dated(Word::AsOf, date, false) }</small></> }
        });
        html! { <><dt>{ fact.label.clone() }</dt><dd>{ fact.value.clone() }{ as_of }{ cites(props, &fact.sources) }</dd></> }
    });
    html! { <dl class="facts">{ for rows }</dl> }
}

fn timeline(props: &CardProps) -> Html {
    let entries = props.card.timeline.iter().enumerate().map(|(index, entry)| {
        let since = props.fresh.since.get(index).copied().unwrap_or(false);
        let label = since.then(|| html! { <span class="new" lang={props.own()}>{ " · " }{ props.locale.words.say(Word::Since) }</span> });
        html! {
            <li class={classes!(since.then_some("since"))}>
                <p class="when"><time datetime={entry.date.to_string()} lang={props.own()}>{ props.locale.formats.date(entry.date, false) }</time>{ label }</p>
                { spans(props, &entry.text) }{ cites(props, &entry.sources) }
            </li>
        }
    });
    html! { <ol class="timeline">{ for entries }</ol> }
}

fn views(props: &CardProps) -> Html {
    let views = props.card.views.iter().map(|view| {
        html! { <div><dt>{ view.who.clone() }</dt><dd>{ spans(props, &view.says) }{ cites(props, &view.sources) }</dd></div> }
    });
    html! { <dl class="views">{ for views }</dl> }
}

fn sources(props: &CardProps) -> Html {
    let items = props.card.sources.iter().enumerate().map(|(index, source)| {
        let date = source.date.map(|date| html! { <>{ " · " }{ props.locale.formats.date(date, true) }</> });
        let archived = source.archived.as_ref().map(|url| {
            html! { <>{ " · " }{ outward(props, url, html! { props.locale.words.say(Word::Archived).to_owned() }) }</> }
        });
        html! {
            <li class={classes!((props.face.cited == Some(index)).then_some("cited"))}>
                { outward(props, &source.url, html! { source.title.clone() }) }
                <p>{ source.publisher.clone() }{ date }{ archived }</p>
            </li>
        }
    });
    let author = props.card.author.as_ref().map(|author| {
        html! { <p class="author">{ props.locale.words.fill(Word::Author, author) }</p> }
    });
    html! { <><ol class="sources">{ for items }</ol>{ author }</> }
}
