//! Carries out what a reader does in a card or in its menu.

use wasm_bindgen::prelude::Closure;
use web_sys::Element;
use yew::prelude::*;

use super::component::{Focus, Msg, Widget};
use super::open_card::Left;
use super::options::Preferences;
use super::page::Page;
use super::{events, list_panel};
use crate::card::{Action, MenuItem, TabFocus, ViewState};
use crate::dom::poison::is_poisoned;
use crate::intent::{Event as Input, Reason};

impl Widget {
    /// What the reader did inside the card.
    pub(super) fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let page = &ctx.props().page;
        let now = page.now();
        if let Action::NoImage | Action::NoMap = action {
            // It may be told before the card is seen.
            for open in [&mut self.open, &mut self.prepared].into_iter().flatten() {
                open.measured = None;
                open.view_state.no_image |= action == Action::NoImage;
                open.view_state.no_map |= action == Action::NoMap;
            }
            return true;
        }
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
                events::dispatch_close(page, now, Reason::Replaced);
                match action {
                    Action::Related(id) => {
                        let (number, view_state) = (open.number, std::mem::take(&mut open.view_state));
                        let scroll = page.card().map(|card| page.browser().scrolled(card)).unwrap_or_default();
                        open.back_stack.push(Left { number, view_state, scroll });
                        open.number = page.cards.number(&id).unwrap_or(number);
                    }
                    _ => {
                        if let Some(left) = open.back_stack.pop() {
                            (open.number, open.view_state, open.scroll) = (left.number, left.view_state, left.scroll);
                        }
                    }
                }
                (open.since, open.dispatched) = (now, false);
                focus = Focus::Card;
                true
            }
            Action::Expand => {
                open.view_state.expanded = !open.view_state.expanded;
                open.view_state.cited = None;
                focus = if open.view_state.expanded { Focus::Tab } else { Focus::Expand };
                true
            }
            Action::Show(tab, tab_focus) => {
                open.view_state = ViewState { expanded: true, tab: Some(tab), cited: None, ..open.view_state };
                focus = match tab_focus {
                    TabFocus::Stay => Focus::Stay,
                    TabFocus::Tab => Focus::Tab,
                    TabFocus::Marked => Focus::Marked,
                };
                true
            }
            Action::Cite(nth) => {
                let closes = open.view_state.cited == Some(nth);
                open.view_state.cited = (!closes).then_some(nth);
                focus = if closes { Focus::Citation(nth) } else { Focus::Layer };
                true
            }
            Action::Neighbour(next) => {
                let [before, after] = neighbours(page, open.mention());
                self.open = Some(open);
                let lead = if next { after } else { before };
                return lead.is_some_and(|(lead, _)| self.open_at(ctx, &lead, false));
            }
            Action::NoImage | Action::NoMap => false,
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
        page.quiet.set(!matches!(focus, Focus::Stay | Focus::Layer));
        self.focus = focus;
        self.open = Some(open);
        draw
    }

    /// Closes the citation or the menu that is open in the card, and gives the focus back to what opened it. Returns whether one
    /// was.
    pub(super) fn close_layer(&mut self) -> bool {
        let Some(open) = &mut self.open else { return false };
        self.focus = match open.view_state {
            ViewState { cited: Some(nth), .. } => Focus::Citation(nth),
            ViewState { menu: true, .. } => Focus::Menu,
            _ => return false,
        };
        (open.view_state.cited, open.view_state.menu) = (None, false);
        true
    }

    /// The sheet was pulled: up to all of the card, down to the short one, or away.
    pub(super) fn pulled(&mut self, ctx: &Context<Self>, up: bool) -> bool {
        match self.open.as_ref().map(|open| open.view_state.expanded) {
            Some(expanded) if expanded != up => self.act(ctx, Action::Expand),
            Some(false) => self.hear(ctx, ctx.props().page.now(), Input::Close(Reason::Button)),
            _ => false,
        }
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
                let copied = Closure::once(move || {
                    if !is_poisoned() {
                        link.send_message(Msg::Copied(id));
                    }
                });
                page.callbacks.copy_link(card, &copied);
                self.copied = Some(copied);
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

/// The mentions before and after one in the article, with the ids of their cards.
pub(super) fn neighbours(page: &Page, mention: Option<usize>) -> [Option<(Element, String)>; 2] {
    let lead = mention.and_then(|mention| page.mentions.lead(mention));
    let leads = page.leads();
    let at = leads.iter().position(|(other, _)| lead.as_ref() == Some(other));
    let mention_at = |at: usize| leads.get(at).cloned();
    [at.and_then(|at| mention_at(at.checked_sub(1)?)), at.and_then(|at| mention_at(at + 1))]
}
