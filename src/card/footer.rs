//! The foot of a card: how fresh it is, on what it stands, what was put right, the menu; under a sheet the article's next terms.

use yew::Html;

use super::card::{flag, icon};
use super::panels::Tab;
use super::{Action, CardProps, MenuItem, TabFocus, own_language};
use crate::card::element::{all, element, text};
use crate::locale::messages::Word;

pub fn footer(props: &CardProps) -> Html {
    let (sources, words) = (props.card.sources.len(), &props.locale.words);
    // Past its review date, a card does not pass for up to date.
    let overdue = props.fresh.review_overdue;
    let mut said = props.locale.dated(if overdue { Word::LastReviewed } else { Word::Updated }, props.card.updated);
    if sources > 0 {
        said = [said.as_str(), " · ", &props.locale.counted(Word::SourceCount, sources)].concat();
    }
    let corrected = Some(props.card.corrections.len()).filter(|count| *count > 0).map(|count| {
        let said = own_language::words(props, &props.locale.counted(Word::CorrectionCount, count));
        let to_list = element("button type=button class=link")
            .on_click(props.on_click(Action::Show(Tab::Sources, TabFocus::Marked)));
        all(&mut [text(" · "), to_list.child(said).html()].into_iter())
    });
    let more = element("button type=button class=more")
        .attr_opt("lang", own_language::lang(props))
        .attr("aria-label", words.say(Word::Menu));
    let more = more.static_attr("aria-controls", "menu").static_attr("aria-expanded", flag(props.view_state.menu));
    let more = more.on_click(props.on_click(Action::Menu)).child(icon("M3 8h0m5 0h0m5 0h0"));
    let footer = element("footer role=none").attr_opt("class", overdue.then_some("overdue"));
    let said = element("span").child(own_language::words(props, &said)).child_opt(corrected);
    footer.with(said).with(more).child_opt(props.view_state.menu.then(|| menu(props))).html()
}

fn menu(props: &CardProps) -> Html {
    let words = &props.locale.words;
    let copied = if props.view_state.copied { Word::Copied } else { Word::CopyLink };
    let name = words.say(Word::Menu);
    let menu = element("div class=menu id=menu role=group");
    let menu = menu.attr_opt("lang", own_language::lang(props)).attr("aria-label", name);
    let items = [
        (Word::Pin, MenuItem::Pin, Some(props.pinned)),
        (copied, MenuItem::CopyLink, None),
        (Word::ListAll, MenuItem::List, None),
        (Word::TapOnly, MenuItem::TapOnly, Some(props.tap_only)),
        (Word::TurnOff, MenuItem::TurnOff, None),
    ];
    let menu = menu.children(&mut items.into_iter().map(|(word, item, pressed)| {
        // Where there is only touch, cards open on a tap anyway: the style sheet hides the choice.
        let button = element(if item == MenuItem::TapOnly {
            "button type=button class=tap"
        } else {
            "button type=button class=item"
        });
        let button = button.attr_opt("aria-pressed", pressed.map(flag));
        button.on_click(props.on_click(Action::Chose(item))).text(words.say(word)).html()
    }));
    menu.html()
}

/// The ways to the article's terms before and after this one.
pub fn neighbours(props: &CardProps) -> Option<Html> {
    let words = &props.locale.words;
    let ways = [(Word::Previous, "M10 3L5 8l5 5", false), (Word::Next, "M6 3l5 5-5 5", true)];
    let ways = ways.into_iter().zip(&props.neighbours).map(|((word, arrow, next), title)| {
        let Some(title) = title else { return element("span").html() };
        let way = element("button type=button class=way").attr("aria-label", &words.fill(word, title));
        let way = way.on_click(props.on_click(Action::Neighbour(next)));
        way.child(icon(arrow)).with(element("span").text(title)).html()
    });
    let row = element("div class=ways");
    props.neighbours.iter().any(Option::is_some).then(|| row.children(&mut ways.into_iter()).html())
}
