//! The panels of a card: facts, timeline, views and sources.

use yew::Html;

use super::inline::{cites, outward, spans};
use super::{CardProps, figure, own_language};
use crate::card::element::{all, element, text};
use crate::deck::Says;
use crate::locale::messages::Word;

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
    let list = element("dl").static_attr("class", "facts");
    let list = list.children(&mut props.card.facts.iter().map(|fact| {
        let as_of = fact.as_of.map(|date| {
            let words = own_language::words(props, &props.locale.dated(Word::AsOf, date, false));
            all(&mut [text(" "), element("small").child(words).html()].into_iter())
        });
        let value = element("dd").text(&fact.value).child_opt(as_of).child(cites(props, &fact.sources));
        all(&mut [element("dt").text(&fact.label).html(), value.html()].into_iter())
    }));
    list.html()
}

fn timeline(props: &CardProps) -> Html {
    let list = element("ol").static_attr("class", "timeline");
    let list = list.children(&mut props.card.timeline.iter().enumerate().map(|(index, entry)| {
        let since = props.fresh.since.get(index).copied().unwrap_or(false);
        let label = || {
            element("span").static_attr("class", "new").text(" · ").child(own_language::say(props, Word::Since)).html()
        };
        let date = own_language::words(props, &props.locale.formats.date(entry.date, false));
        let time = element("time").attr("datetime", &entry.date.to_string()).child(date);
        let when = element("p").static_attr("class", "when").child(time.html()).child_opt(since.then(label));
        let item = element("li").attr_opt("class", since.then_some("since")).child(when.html());
        item.child(spans(props, &entry.text)).child(cites(props, &entry.sources)).html()
    }));
    list.html()
}

fn views(props: &CardProps) -> Html {
    let list = element("dl").static_attr("class", "views");
    let list = list.children(&mut props.card.views.iter().map(|view| {
        let says = match &view.says {
            Says::Words(words) => spans(props, words),
            Says::Nothing { reason } => text(reason),
        };
        let says = element("dd").child(says).child(cites(props, &view.sources));
        element("div").child(element("dt").text(&view.who).html()).child(says.html()).html()
    }));
    list.html()
}

fn sources(props: &CardProps) -> Html {
    let list = element("ol").static_attr("class", "sources");
    let list = list.children(&mut props.card.sources.iter().enumerate().map(|(index, source)| {
        let after_dot = |node| all(&mut [text(" · "), node].into_iter());
        let date =
            source.date.map(|date| after_dot(own_language::words(props, &props.locale.formats.date(date, true))));
        let archived = source.archived.as_ref();
        let archived = archived.map(|url| after_dot(outward(props, url, own_language::say(props, Word::Archived))));
        let from = element("p").text(&source.publisher).child_opt(date).child_opt(archived);
        let item = element("li").attr_opt("class", (props.view_state.cited == Some(index)).then_some("cited"));
        item.child(outward(props, &source.url, text(&source.title))).child(from.html()).html()
    }));
    let author = props.card.author.as_ref().map(|author| {
        let words = own_language::words(props, &props.locale.words.fill(Word::Author, author));
        element("p").static_attr("class", "author").child(words).html()
    });
    all(&mut [list.html(), author.unwrap_or_default()].into_iter())
}
