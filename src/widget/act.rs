//! What follows from what a reader does in a card or in its menu?

use yew::prelude::*;

use super::{Focus, Msg, Widget, now, tell};
use crate::card::{Action, Face, Tab, Wish};
use crate::intent::{Event as Input, Reason};
use crate::page::link;
use crate::page::memory::Wishes;

impl Widget {
    /// What the reader did inside the card.
    pub(super) fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let now = now(ctx);
        let Some(mut open) = self.open.take() else { return false };
        let mut focus = Focus::Stay;
        let draw = match action {
            Action::Close => {
                self.open = Some(open);
                return self.hear(ctx, Input::Close(Reason::Button));
            }
            Action::Source(url) => {
                if let Some(card) = Self::card(ctx, &open) {
                    tell::tell(ctx, "source", &[("card", card.id.as_str().into()), ("url", url.into())]);
                }
                false
            }
            Action::Back | Action::Related(_) => {
                let next = match &action {
                    Action::Related(id) => ctx.props().cards.iter().position(|card| card.id == *id),
                    _ => None,
                };
                Self::tell_close(ctx, &open, now, Reason::Replaced);
                match next {
                    Some(next) => open.trail.push(next),
                    None => drop(open.trail.pop()),
                }
                (open.face, open.since, open.told) = (Face::default(), now, false);
                focus = Focus::Card;
                true
            }
            Action::Show(tab, with_focus) => {
                open.face = Face { tab: Some(tab), cited: None, ..open.face };
                focus = if with_focus { Focus::Tab } else { Focus::Panel };
                true
            }
            Action::Cite(source) => {
                open.face = Face { tab: Some(Tab::Sources), cited: Some(source), ..open.face };
                focus = Focus::Source;
                true
            }
            Action::Table => {
                open.face.table = !open.face.table;
                true
            }
            Action::Menu => {
                open.face = Face { menu: !open.face.menu, copied: false, ..open.face };
                true
            }
            Action::Chose(wish) => {
                let card = Self::card(ctx, &open).map(|card| card.id.clone()).unwrap_or_default();
                let pinned = open.shown.pinned;
                open.face = Face { menu: wish == Wish::CopyLink, copied: wish == Wish::CopyLink, ..open.face };
                self.open = Some(open);
                return self.wish(ctx, wish, &card, pinned);
            }
        };
        // What had the focus may be gone once drawn: that is no sign of the reader's.
        ctx.props().page.borrow().quiet.set(matches!(focus, Focus::Card | Focus::Source));
        self.focus = focus;
        self.open = Some(open);
        draw
    }

    fn wish(&mut self, ctx: &Context<Self>, wish: Wish, card: &str, pinned: bool) -> bool {
        let page = &ctx.props().page;
        let wishes = page.borrow().wishes;
        match wish {
            Wish::Pin => {
                self.hear(ctx, Input::Pin(!pinned));
            }
            Wish::CopyLink => link::copy(&page.borrow().window, card),
            Wish::List => {
                self.hear(ctx, Input::Close(Reason::Replaced));
                ctx.link().send_message(Msg::OpenList);
            }
            Wish::TapOnly => super::panel::wish(ctx, Wishes { tap_only: !wishes.tap_only, ..wishes }),
            Wish::TurnOff => super::panel::wish(ctx, Wishes { off: true, ..wishes }),
        }
        true
    }
}
