//! All of a card: its parts as tabs, one of them shown.

use yew::{Callback, Html, KeyboardEvent};

use super::panels::{self, Tab};
use super::{Action, CardProps, TabFocus, own_language};
use crate::card::element::{Element, all, element};
use crate::locale::messages::Word;

/// The WAI-ARIA tabs pattern: one tab stop, arrow keys move and choose. All panels are there, each in the place of the others, so
/// that the card is as high as the highest from the beginning. One part alone needs no tab: it has a heading.
pub fn tabbed(props: &CardProps, tabs: &[Tab], current: Tab) -> Html {
    let name = |tab: Tab| tab.word().key();
    let title = match tabs {
        [only] => {
            let title = element("h3 class=only").static_attr("id", name(*only));
            title.child(own_language::say(props, only.word())).html()
        }
        _ => list(props, tabs, current),
    };
    let panels = element("div class=panels").children(&mut tabs.iter().map(|&tab| {
        let panel = element("div class=panel").static_attr("part", name(tab));
        let panel = panel.static_attr("role", if tabs.len() > 1 { "tabpanel" } else { "group" });
        let panel = panel.static_attr("id", tab.panel_id()).static_attr("aria-labelledby", name(tab));
        let panel = if tab == current { panel } else { panel.static_attr("inert", "") };
        let related = panels::related(props).filter(|_| tabs.first() == Some(&tab));
        panel.child(panels::panel(props, tab)).child_opt(related).html()
    }));
    all(&mut [title, panels.html()].into_iter())
}

fn list(props: &CardProps, tabs: &[Tab], current: Tab) -> Html {
    let words = &props.locale.words;
    let (offered, on, rtl) = (tabs.to_vec(), props.on.clone(), props.rtl);
    let keys = Callback::from(move |event: KeyboardEvent| {
        if let Some(next) = next_tab(&offered, current, &event.key(), rtl) {
            event.prevent_default();
            on.emit(Action::Show(next, TabFocus::Tab));
        }
    });
    // Firefox makes a stop of all that scrolls.
    let list = element("div class=tabs role=tablist tabindex=-1").attr_opt("lang", own_language::lang(props));
    let list = list.attr("aria-label", words.say(Word::Sections)).on_keydown(keys);
    let tab = |tab: Tab| {
        let (chosen, stop) = if tab == current { ("true", "0") } else { ("false", "-1") };
        let button: Element = element("button type=button role=tab");
        let button = button.static_attr("id", tab.word().key()).static_attr("aria-selected", chosen);
        let button = button.static_attr("aria-controls", tab.panel_id()).static_attr("tabindex", stop);
        button.on_click(props.on_click(Action::Show(tab, TabFocus::Stay))).text(words.say(tab.word())).html()
    };
    list.children(&mut tabs.iter().copied().map(tab)).html()
}

/// What there is to open, as its button says it.
pub fn details_name(props: &CardProps, tabs: &[Tab]) -> String {
    tabs.iter().map(|tab| props.locale.words.say(tab.word())).collect::<Vec<_>>().join(" · ")
}

/// The tab an arrow key leads to. In right-to-left languages the arrows follow the eye.
pub(super) fn next_tab(tabs: &[Tab], current: Tab, key: &str, rtl: bool) -> Option<Tab> {
    let at = tabs.iter().position(|tab| *tab == current)?;
    let last = tabs.len() - 1;
    let next = match key {
        "Home" => 0,
        "End" => last,
        "ArrowRight" | "ArrowLeft" if (key == "ArrowRight") == rtl => at.checked_sub(1).unwrap_or(last),
        "ArrowRight" | "ArrowLeft" => (at + 1) % tabs.len(),
        _ => return None,
    };
    tabs.get(next).copied()
}
