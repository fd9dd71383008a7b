//! What stands under each tab? Facts, timeline, views and sources.

use yew::Html;

use super::inline::{cites, outward, spans};
use super::{CardProps, figure, own};
use crate::element::{all, element, text};
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
    let list = element("dl").set("class", "facts");
    let list = list.add_all(&mut props.card.facts.iter().map(|fact| {
        let as_of = fact.as_of.map(|date| {
            let words = own::words(props, &props.locale.dated(Word::AsOf, date, false));
            all(&mut [text(" "), element("small").add(words).html()].into_iter())
        });
        let value = element("dd").say(&fact.value).add_any(as_of).add(cites(props, &fact.sources));
        all(&mut [element("dt").say(&fact.label).html(), value.html()].into_iter())
    }));
    list.html()
}

fn timeline(props: &CardProps) -> Html {
    let list = element("ol").set("class", "timeline");
    let list = list.add_all(&mut props.card.timeline.iter().enumerate().map(|(index, entry)| {
        let since = props.fresh.since.get(index).copied().unwrap_or(false);
        let label = || element("span").set("class", "new").say(" · ").add(own::say(props, Word::Since)).html();
        let date = own::words(props, &props.locale.formats.date(entry.date, false));
        let time = element("time").with("datetime", &entry.date.to_string()).add(date);
        let when = element("p").set("class", "when").add(time.html()).add_any(since.then(label));
        let item = element("li").with_any("class", since.then_some("since")).add(when.html());
        item.add(spans(props, &entry.text)).add(cites(props, &entry.sources)).html()
    }));
    list.html()
}

fn views(props: &CardProps) -> Html {
    let list = element("dl").set("class", "views");
    let list = list.add_all(&mut props.card.views.iter().map(|view| {
        let says = element("dd").add(spans(props, &view.says)).add(cites(props, &view.sources));
        element("div").add(element("dt").say(&view.who).html()).add(says.html()).html()
    }));
    list.html()
}

fn sources(props: &CardProps) -> Html {
    let list = element("ol").set("class", "sources");
    let list = list.add_all(&mut props.card.sources.iter().enumerate().map(|(index, source)| {
        let after_dot = |node| all(&mut [text(" · "), node].into_iter());
        let date = source.date.map(|date| after_dot(own::words(props, &props.locale.formats.date(date, true))));
        let archived = source.archived.as_ref();
        let archived = archived.map(|url| after_dot(outward(props, url, own::say(props, Word::Archived))));
        let from = element("p").say(&source.publisher).add_any(date).add_any(archived);
        let item = element("li").with_any("class", (props.face.cited == Some(index)).then_some("cited"));
        item.add(outward(props, &source.url, text(&source.title))).add(from.html()).html()
    }));
    let author = props.card.author.as_ref().map(|author| {
        let words = own::words(props, &props.locale.words.fill(Word::Author, author));
        element("p").set("class", "author").add(words).html()
    });
    all(&mut [list.html(), author.unwrap_or_default()].into_iter())
}
