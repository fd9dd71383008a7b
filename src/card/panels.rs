//! The panels of a card: facts, timeline, views and sources, with what was corrected.

use yew::Html;

use super::inline::{cites, source_lines, spans, unbroken};
use super::{Action, CardProps, figure, own_language};
use crate::card::element::{all, element, text};
use crate::deck::{Fact, Says};
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
    pub fn of(props: &CardProps) -> Vec<Self> {
        let card = &props.card;
        let all = [
            (Self::Facts, !card.facts.is_empty() || props.map().is_some()),
            (Self::Timeline, !card.timeline.is_empty()),
            (Self::Views, !card.views.is_empty()),
            (Self::Figure, card.figure.is_some()),
            (Self::Sources, !(card.sources.is_empty() && card.corrections.is_empty())),
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

    /// The id of its panel.
    #[must_use]
    pub fn panel_id(self) -> &'static str {
        match self {
            Self::Facts => "p-facts",
            Self::Timeline => "p-timeline",
            Self::Views => "p-views",
            Self::Figure => "p-figure",
            Self::Sources => "p-sources",
        }
    }
}

/// The content of one tab.
pub fn panel(props: &CardProps, tab: Tab) -> Html {
    match tab {
        Tab::Facts => {
            let map = props.map().map(|map| figure::map(props, map));
            all(&mut [facts(props, &props.card.facts), map.unwrap_or_default()].into_iter())
        }
        Tab::Timeline => timeline(props),
        Tab::Views => views(props),
        Tab::Figure => props.card.figure.as_ref().map(|figure| figure::figure(props, figure)).unwrap_or_default(),
        Tab::Sources => sources(props),
    }
}

/// Facts, each with its label.
pub fn facts(props: &CardProps, facts: &[Fact]) -> Html {
    let list = element("dl class=facts");
    let list = list.children(&mut facts.iter().map(|fact| {
        let as_of = fact.as_of.map(|date| {
            let words = own_language::words(props, &props.locale.dated(Word::AsOf, date));
            all(&mut [text(" "), element("small").child(words).html()].into_iter())
        });
        let value = element("dd").child(unbroken(&fact.value)).child_opt(as_of).child(cites(props, &fact.sources));
        all(&mut [element("dt").text(&fact.label).html(), value.html()].into_iter())
    }));
    list.html()
}

fn timeline(props: &CardProps) -> Html {
    let list = element("ol class=timeline");
    let list = list.children(&mut props.card.timeline.iter().enumerate().map(|(index, entry)| {
        let since = props.fresh.since.get(index).copied().unwrap_or(false);
        let label = || element("span class=new").text(" · ").child(own_language::say(props, Word::Since)).html();
        let date = own_language::words(props, &props.locale.formats.date(entry.date));
        let time = element("time").attr("datetime", &entry.date.to_string()).child(date);
        let when = element("p class=when").with(time).child_opt(since.then(label));
        let item = element("li").attr_opt("class", since.then_some("since")).with(when);
        item.child(spans(props, &entry.text)).child(cites(props, &entry.sources)).html()
    }));
    list.html()
}

fn views(props: &CardProps) -> Html {
    let list = element("dl class=views");
    let list = list.children(&mut props.card.views.iter().map(|view| {
        let says = match &view.says {
            Says::Words(words) => element("dd").child(spans(props, words)),
            Says::Nothing { reason } => element("dd class=silent").text(reason),
        };
        let date = view
            .date
            .map(|date| element("small").child(own_language::words(props, &props.locale.formats.date(date))).html());
        let says = says.child(cites(props, &view.sources)).child_opt(date);
        element("div").with(element("dt").text(&view.who)).with(says).html()
    }));
    list.html()
}

fn sources(props: &CardProps) -> Html {
    let list = element("ol class=sources");
    let list = list.children(
        &mut props.card.sources.iter().map(|source| element("li").child(source_lines(props, source, false)).html()),
    );
    let author = props.card.author.as_ref().map(|author| {
        let words = own_language::words(props, &props.locale.words.fill(Word::Author, author));
        element("p class=author").child(words).html()
    });
    all(&mut [list.html(), author.unwrap_or_default(), corrections(props).unwrap_or_default()].into_iter())
}

fn corrections(props: &CardProps) -> Option<Html> {
    let list = element("ul").children(&mut props.card.corrections.iter().map(|correction| {
        let date = own_language::words(props, &props.locale.formats.date(correction.date));
        let date = element("time").attr("datetime", &correction.date.to_string()).child(date);
        element("li").with(date).text(" ").text(&correction.text).html()
    }));
    let title = element("h3").child(own_language::say(props, Word::Corrections));
    let section = element("section class=corrections").with(title).with(list);
    (!props.card.corrections.is_empty()).then(|| section.html())
}

/// The cards that lead on from this one.
pub fn related(props: &CardProps) -> Option<Html> {
    let name = props.locale.words.say(Word::Related);
    let group = element("div class=related role=group").attr("aria-label", name);
    let group = group.children(&mut props.related.iter().map(|(id, title)| {
        let chip = element("button type=button");
        chip.on_click(props.on_click(Action::Related(id.clone()))).text(title).html()
    }));
    (!props.related.is_empty()).then(|| group.html())
}
