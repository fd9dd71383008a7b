//! Carries out what a reader does in a card or in its menu.

use yew::prelude::*;

use super::component::{Focus, Msg, Widget};
use super::{events, list_panel, share_link};
use crate::card::{Action, MenuItem, Tab, ViewState};
use crate::dom::poison::is_poisoned;
use crate::dom::preferences::Preferences;
use crate::intent::{Event as Input, Reason};

impl Widget {
    /// What the reader did inside the card.
    pub(super) fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let page = &ctx.props().page;
        let now = page.now();
        let Some(mut open) = self.open.take() else { return false };
        let mut focus = Focus::Stay;
        let draw = match action {
            Action::Close => {
                self.open = Some(open);
                return self.hear(ctx, now, Input::Close(Reason::Button));
            }
            Action::Source(url) => {
                events::dispatch_source(page, &open, &url);
                false
            }
            Action::Back | Action::Related(_) => {
                let next = match &action {
                    Action::Related(id) => page.cards.number(id),
                    _ => None,
                };
                events::dispatch_close(page, &open, now, Reason::Replaced);
                match next {
                    Some(next) => open.back_stack.push(next),
                    None => drop(open.back_stack.pop()),
                }
                (open.view_state, open.since, open.dispatched) = (ViewState::default(), now, false);
                focus = Focus::Card;
                true
            }
            Action::Show(tab, with_focus) => {
                open.view_state = ViewState { tab: Some(tab), cited: None, ..open.view_state };
                focus = if with_focus { Focus::Tab } else { Focus::Panel };
                true
            }
            Action::Cite(source) => {
                open.view_state = ViewState { tab: Some(Tab::Sources), cited: Some(source), ..open.view_state };
                focus = Focus::Source;
                true
            }
            Action::Table => {
                open.view_state.table = !open.view_state.table;
                true
            }
            Action::Menu => {
                open.view_state = ViewState { menu: !open.view_state.menu, copied: false, ..open.view_state };
                true
            }
            Action::Chose(item) => {
                let card = open.card(page).map(|card| card.id.clone()).unwrap_or_default();
                let pinned = open.shown.pinned;
                open.view_state.menu = item == MenuItem::CopyLink;
                self.open = Some(open);
                return self.choose_menu_item(ctx, item, &card, pinned);
            }
        };
        // What had the focus may be gone once drawn: that is no sign of the reader's.
        page.quiet.set(matches!(focus, Focus::Card | Focus::Source));
        self.focus = focus;
        self.open = Some(open);
        draw
    }

    fn choose_menu_item(&mut self, ctx: &Context<Self>, item: MenuItem, card: &str, pinned: bool) -> bool {
        let page = &ctx.props().page;
        let preferences = page.preferences.get();
        match item {
            MenuItem::Pin => {
                self.hear(ctx, page.now(), Input::Pin(!pinned));
            }
            MenuItem::CopyLink => {
                let (link, id) = (ctx.link().clone(), card.to_owned());
                share_link::copy(&page.window, card, move || {
                    if !is_poisoned() {
                        link.send_message(Msg::Copied(id));
                    }
                });
            }
            MenuItem::List => {
                self.hear(ctx, page.now(), Input::Close(Reason::Replaced));
                ctx.link().send_message(Msg::OpenList);
            }
            MenuItem::TapOnly => {
                list_panel::set_preferences(page, Preferences { tap_only: !preferences.tap_only, ..preferences });
            }
            MenuItem::TurnOff => list_panel::set_preferences(page, Preferences { off: true, ..preferences }),
        }
        true
    }

    /// The link to a card is on the clipboard: its menu says so, if it is still open.
    pub(super) fn copied(&mut self, ctx: &Context<Self>, id: &str) -> bool {
        let page = &ctx.props().page;
        let open = self.open.as_mut().filter(|open| open.card(page).is_some_and(|card| card.id == id));
        open.is_some_and(|open| !std::mem::replace(&mut open.view_state.copied, true))
    }
}
