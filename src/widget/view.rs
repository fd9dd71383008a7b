//! Draws the root: the floating card with its inside, the announcement, the floating list.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::announce;
use super::card_actions::neighbours;
use super::component::{Msg, Widget};
use super::open_card::OpenCard;
use super::page::Page;
use crate::card::element::{all, element};
use crate::card::{self, CardProps};
use crate::deck;
use crate::deck::freshness::freshness;

/// The card as it was drawn last, and which it was.
#[derive(Default)]
pub(super) struct Drawn(RefCell<Option<(Html, Option<Rc<deck::Card>>)>>);

impl Widget {
    /// The card that is open or made ready, the announcement of it, and the list. A card that has closed stays as it was drawn, where nobody
    /// sees it: the next one is drawn into the same elements (measured: a tenth less time until it stands beside its term).
    pub(super) fn draw(&self, ctx: &Context<Self>) -> Html {
        let page = &ctx.props().page;
        let open = self.open.as_ref().or(self.prepared.as_ref());
        let drawn = self.drawn.0.take().filter(|_| open.is_none());
        let card = match &drawn {
            Some((_, card)) => card.clone(),
            None => open.and_then(|open| open.card(page)),
        };
        let lang = card.as_ref().map(|card| language(page, card)).filter(|lang| !lang.is_empty());
        let dir = lang.map(|lang| page.locale.dir(lang));
        let announced = card.as_deref().filter(|_| open.is_some_and(|open| open.announcing));
        let dialog = match drawn {
            Some((dialog, _)) => dialog,
            None => self.dialog(ctx, open, card.as_ref(), lang.zip(dir)),
        };
        let region = announce::region(announced, lang, dir);
        self.drawn.0.replace(Some((dialog.clone(), card.clone())));
        all(&mut [dialog, region, self.floating_list(ctx)].into_iter())
    }

    /// The element that floats, with what is drawn of the card in it. `language`: the card's, and the direction of that.
    fn dialog(
        &self,
        ctx: &Context<Self>,
        open: Option<&OpenCard>,
        card: Option<&Rc<deck::Card>>,
        language: Option<(&str, &str)>,
    ) -> Html {
        let (lang, dir) = language.unzip();
        let theme = if open.is_some_and(|open| open.dark) { "dark" } else { "light" };
        let arrow = element("i class=arrow part=arrow aria-hidden=true");
        let dialog = element(
            "div class=card part=card popover=manual role=dialog tabindex=-1 aria-labelledby=title aria-describedby=gist",
        );
        let dialog = dialog.node_ref(&self.node).static_attr("data-theme", theme);
        let dialog = dialog.attr_opt("data-pinned", open.filter(|open| open.shown.pinned).map(|_| ""));
        let dialog = dialog.attr_opt("data-expanded", open.filter(|open| open.view_state.expanded).map(|_| ""));
        let dialog = dialog.attr_opt("lang", lang).attr_opt("dir", dir).with(arrow);
        let dialog = dialog.child_opt(card.map(|card| announce::gist(card)));
        let inside = card.zip(open).map(|(card, open)| inside(ctx, card, open, dir == Some("rtl")));
        dialog.child_opt(inside).html()
    }
}

/// The inside of a card. `rtl`: whether it is written from right to left.
fn inside(ctx: &Context<Widget>, card: &Rc<deck::Card>, open: &OpenCard, rtl: bool) -> Html {
    let page = &ctx.props().page;
    // Related cards that cannot be shown are no links.
    let related = card.related.iter().filter_map(|id| page.cards.card(page.cards.number(id)?));
    let back = open.back_stack.last().and_then(|left| page.cards.card(left.number));
    let neighbours = if open.touch { neighbours(page, open.mention()) } else { [None, None] };
    let title = |id: String| page.cards.card(page.cards.number(&id)?).map(|card| card.title.clone());
    card::card(&CardProps {
        card: card.clone(),
        view_state: open.view_state,
        fresh: freshness(card, page.options.published, page.options.today),
        rtl,
        locale: page.locale.clone(),
        related: related.map(|card| (card.id.clone(), card.title.clone())).collect(),
        neighbours: neighbours.map(|neighbour| neighbour.and_then(|(_, id)| title(id))),
        pinned: open.shown.pinned,
        tap_only: page.preferences.get().tap_only,
        back: back.map(|card| card.title.clone()),
        cites: Cell::default(),
        on: ctx.link().callback(Msg::Act),
    })
}

/// The language of a card: its deck's, or where that says none the page's.
fn language<'a>(page: &'a Page, card: &'a deck::Card) -> &'a str {
    if card.lang.is_empty() { &page.options.lang } else { &card.lang }
}
