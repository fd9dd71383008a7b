//! The head of a card, and the short card under it: what it is, where it stands, what changed, two facts.

use std::rc::Rc;

use yew::html::onerror;
use yew::{Callback, Html};

use super::card::{PIN, flag, icon, kind};
use super::inline::cites;
use super::panels::{Tab, facts, related};
use super::tabs::details_name;
use super::{Action, CardProps, TabFocus, figure, inline, own_language};
use crate::card::element::{all, element};
use crate::deck;
use crate::locale::messages::Word;

/// So many facts are told at once: the editor's first ones.
pub const LEAD_FACTS: usize = 2;

/// Kind and title, which stay, and beside the short card the subtitle and the picture.
pub fn head(props: &CardProps) -> Html {
    let (card, words) = (&props.card, &props.locale.words);
    let back = props.back.as_ref().map(|title| {
        let name = own_language::words(props, &words.fill(Word::Back, title));
        element("button type=button class=back")
            .on_click(props.on_click(Action::Back))
            .child(icon("M10 3L5 8l5 5"))
            .child(name)
            .html()
    });
    let pin = props.pinned.then(|| icon(PIN));
    let title = element("h2 part=title id=title").text(&card.title);
    let names = element("div class=names");
    let names = names
        .child(element("p class=kind").child(own_language::say(props, kind(card.kind))).child_opt(pin).html())
        .with(title);
    let brief = !props.view_state.expanded;
    let subtitle = card.subtitle.as_ref().filter(|_| brief);
    let names = names.child_opt(subtitle.map(|line| element("p class=subtitle").child(inline::unbroken(line)).html()));
    let image = card.image.as_ref().filter(|_| brief && !props.view_state.no_image);
    let credit = |image: &deck::Image| {
        element("p class=credit").text(&[image.credit.as_str(), " · ", &image.license].concat()).html()
    };
    let names = names.child_opt(image.map(credit));
    let head = element("header role=none").child_opt(back).with(names);
    head.child_opt(image.map(|image| picture(props, image))).html()
}

/// A picture that does not come leaves no trace. Who keeps it is not told which page is read.
fn picture(props: &CardProps, image: &deck::Image) -> Html {
    let on = props.on.clone();
    let gone = onerror::Wrapper::new(Callback::from(move |_| on.emit(Action::NoImage)));
    let picture =
        element("img decoding=async referrerpolicy=no-referrer").attr("src", &image.src).attr("alt", &image.alt);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is read as 0 to 1")]
    let percent = |share: f64| [&((share * 100.0).round() as u32).to_string(), "%"].concat();
    let focus = ["object-position:", &percent(image.focus.0), " ", &percent(image.focus.1)].concat();
    // Another picture in the same element: Firefox would show the one before until it has come.
    picture.key(&image.src).style(&focus).on(Rc::new(gone)).html()
}

/// The short card. `tabs`: what more there is to open.
pub fn brief(props: &CardProps, tabs: Option<&Vec<Tab>>) -> Html {
    let card = &props.card;
    let summary = element("p class=summary part=summary id=summary");
    // Not the element in which all of the card has its tabs: what makes it scroll by the keys would stay there.
    let brief = element("div class=brief").key("brief");
    let brief = brief.child(summary.child(inline::spans(props, &card.summary)).html());
    let brief = brief.child_opt(card.status.as_ref().map(|status| standing(props, status))).child_opt(changed(props));
    let lead = &card.facts[..card.facts.len().min(LEAD_FACTS)];
    // A map says more than two facts; beside a status it would be too much for a short card.
    let lead = match props.map() {
        Some(map) if card.status.is_none() => figure::map(props, map),
        _ => facts(props, lead),
    };
    let brief = brief.child(lead);
    let brief = brief.child_opt(related(props).filter(|_| tabs.is_none()));
    let more = tabs.map(|tabs| {
        let more = element("button type=button class=expand")
            .static_attr("aria-expanded", flag(false))
            .attr_opt("lang", own_language::lang(props));
        let more = more.on_click(props.on_click(Action::Expand)).text(&details_name(props, tabs));
        more.child(icon("M3.5 6L8 10.5 12.5 6")).html()
    });
    all(&mut [brief.html(), more.unwrap_or_default()].into_iter())
}

/// Where the matter stands, and when it stood there.
fn standing(props: &CardProps, status: &deck::Status) -> Html {
    let as_of = own_language::words(props, &props.locale.dated(Word::AsOf, status.as_of));
    let line = element("p class=status").with(element("b").child(own_language::say(props, Word::Status))).text(" ");
    let line = line.child(inline::spans(props, &status.text)).child(cites(props, &status.sources)).text(" ");
    line.with(element("small").child(as_of)).html()
}

/// What changed since the article: one line, that leads to the entries themselves.
fn changed(props: &CardProps) -> Option<Html> {
    let count = props.fresh.since.iter().filter(|since| **since).count();
    if count == 0 {
        let note = || element("p class=note").child(own_language::say(props, Word::UpdatedSince)).html();
        return props.fresh.updated_since.then(note);
    }
    let line = own_language::words(props, &props.locale.counted(Word::Changed, count));
    let to_entries = element("button type=button class=note")
        .on_click(props.on_click(Action::Show(Tab::Timeline, TabFocus::Marked)));
    Some(to_entries.with(element("span").child(line)).html())
}
