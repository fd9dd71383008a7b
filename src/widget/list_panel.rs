//! The list of all context: floating over the page, in the site's place, on paper; and the reader's preferences.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::html::ontoggle;
use yew::prelude::*;

use super::component::{Msg, Widget};
use super::mount;
use super::options::{Preferences, Theme};
use super::page::Page;
use crate::card::element::element;
use crate::card::list::{Choice, ListProps, list};
use crate::deck::Card;
use crate::intent::{Event as Input, Reason, Subject};
use crate::overlay::anchor;

/// Remembers a reader's preferences and tells every widget of the page.
pub fn set_preferences(page: &Page, preferences: Preferences) {
    page.callbacks.save_preferences(preferences.off, preferences.tap_only);
    for page in mount::pages() {
        let was = page.preferences.replace(preferences);
        page.send(Msg::Preferences(was.off != preferences.off));
    }
}

/// The cards an article mentions, in order of first mention.
fn in_order(page: &Page) -> Vec<Rc<Card>> {
    let mut numbers = Vec::new();
    for (_, id) in page.leads() {
        numbers.extend(page.cards.number(&id).filter(|number| !numbers.contains(number)));
    }
    numbers.into_iter().filter_map(|number| page.cards.card(number)).collect()
}

/// The list of these cards; `on`: hears what the reader does, if there is anything to press.
fn draw(page: &Page, cards: Vec<Rc<Card>>, floats: bool, on: Option<Callback<Choice>>) -> Html {
    list(&ListProps { cards, locale: page.locale.clone(), off: page.preferences.get().off, floats, on })
}

impl Widget {
    /// The list that floats over the page.
    pub(super) fn floating_list(&self, ctx: &Context<Self>) -> Html {
        let page = &ctx.props().page;
        let theme = match page.options.theme {
            // Asked only where it is seen: the answer makes the browser work out styles.
            Theme::Auto if self.listed && page.is_dark(None) => "dark",
            Theme::Dark => "dark",
            _ => "light",
        };
        let lang = page.locale.lang.as_str();
        let dir = page.locale.dir(lang);
        let floating = element("div part=list popover=auto role=dialog tabindex=-1 aria-labelledby=list-title");
        let floating = floating.node_ref(&self.list).static_attr("class", "card panel-list").attr("lang", lang);
        let floating = floating.static_attr("dir", dir).static_attr("data-theme", theme);
        let floating = floating.on(Rc::new(ontoggle::Wrapper::new(ctx.link().callback(|_| Msg::ListToggled))));
        let on = || Some(ctx.link().callback(Msg::Chose));
        floating.child_opt(self.listed.then(|| draw(page, in_order(page), true, on()))).html()
    }

    /// Draws the lists that stand in the page.
    pub(super) fn draw_lists(ctx: &Context<Self>) {
        let page = &ctx.props().page;
        let places = page.lists.borrow();
        if places.is_empty() {
            return;
        }
        let (cards, lang) = (in_order(page), page.locale.lang.as_str());
        let dir = page.locale.dir(lang);
        for place in places.iter() {
            let on = (!place.on_paper).then(|| ctx.link().callback(Msg::Chose));
            let inside = draw(page, cards.clone(), false, on);
            place.draw(element("div").attr("lang", lang).static_attr("dir", dir).child(inside).html());
        }
    }

    pub(super) fn open_list(&mut self, ctx: &Context<Self>) -> bool {
        let page = &ctx.props().page;
        self.hear(ctx, page.now(), Input::Close(Reason::Replaced));
        if !std::mem::replace(&mut self.listed, true) {
            self.came_from = page.browser().focused(&page.host);
        }
        true
    }

    /// Shows the drawn list; called once it is drawn.
    pub(super) fn show_list(&self, page: &Page) {
        if let Some(list) = self.list.cast::<HtmlElement>().filter(|list| self.listed && !page.browser().is_open(list))
        {
            let _ = list.show_popover();
            page.browser().give_focus(&list);
        }
    }

    pub(super) fn list_toggled(&mut self, page: &Page) -> bool {
        let open = self.list_is_open(page);
        if let Some(element) = self.came_from.take_if(|_| !open) {
            page.quietly(|| page.browser().give_focus(&element));
        }
        std::mem::replace(&mut self.listed, open) != open
    }

    fn list_is_open(&self, page: &Page) -> bool {
        self.list.cast::<HtmlElement>().is_some_and(|list| page.browser().is_open(&list))
    }

    /// Whether the browser is closing the list, of which it tells later, after the focus has gone back to where it came from.
    pub(super) fn is_list_closing(&self, page: &Page) -> bool {
        self.listed && !self.list_is_open(page)
    }

    /// Closes the list for a card: focus goes there, not back.
    fn close_list(&mut self, page: &Page) {
        self.hide_list(page);
        self.came_from = None;
        self.listed = false;
    }

    /// Closes the list for a card that comes by itself, such as a script's: focus goes back where it came from.
    pub(super) fn leave_list(&mut self, page: &Page) {
        if self.listed {
            self.hide_list(page);
            self.list_toggled(page);
        }
    }

    /// Hides the list, as Escape does: the browser tells, and focus goes back where it came from, and means nothing there.
    fn hide_list(&self, page: &Page) {
        if let Some(list) = self.list.cast::<HtmlElement>() {
            page.quietly(|| page.browser().hide(&list));
        }
    }

    /// Closes what is open: the list, or the card.
    pub(super) fn close_any(&mut self, ctx: &Context<Self>) -> bool {
        let page = &ctx.props().page;
        if self.listed {
            self.hide_list(page);
            // It may not be drawn yet, and then no browser tells of it.
            return self.list_toggled(page);
        }
        self.hear(ctx, page.now(), Input::Close(Reason::Api))
    }

    pub(super) fn chose(&mut self, ctx: &Context<Self>, choice: Choice) -> bool {
        let page = &ctx.props().page;
        match choice {
            Choice::Card(id) => {
                self.close_list(page);
                self.open_card(ctx, &id, true);
            }
            Choice::TurnOn => set_preferences(page, Preferences { off: false, ..page.preferences.get() }),
            Choice::Close => self.hide_list(page),
        }
        true
    }

    /// Opens a card at its first mention, which is scrolled into view; without one, by itself. `with_focus`: the mention gets
    /// the focus, for a reader whom the list led there.
    pub(super) fn open_card(&mut self, ctx: &Context<Self>, id: &str, with_focus: bool) -> bool {
        let page = &ctx.props().page;
        let Some(card) = page.cards.number(id) else { return false };
        let lead = page.leads().into_iter().find(|(_, known)| known == id).map(|(lead, _)| lead);
        match lead.filter(|lead| self.open_at(ctx, lead, with_focus)) {
            Some(_) => true,
            None => self.hear(ctx, page.now(), Input::Open { subject: Subject::Card(card) }),
        }
    }

    /// Opens the card of a mention, which is scrolled into view. Returns whether it could be: one in a closed disclosure has no place
    /// for a card.
    pub(super) fn open_at(&mut self, ctx: &Context<Self>, lead: &Element, with_focus: bool) -> bool {
        let page = &ctx.props().page;
        let mention = page.mention_at(lead);
        let Some(mention) = mention.filter(|_| anchor::reveal(page.browser(), lead)) else { return false };
        if with_focus {
            page.focus(mention);
        }
        // A painted mention takes no focus: its card does.
        let takes_focus = page.callbacks.is_element(lead);
        let input = if with_focus && !takes_focus {
            Input::Activate { mention }
        } else {
            Input::Open { subject: Subject::Mention(mention) }
        };
        self.hear(ctx, page.now(), input);
        true
    }

    /// Opens the card that the page's address names, if it names one of ours.
    pub(super) fn open_linked(&mut self, ctx: &Context<Self>) -> bool {
        let id = ctx.props().page.callbacks.linked();
        id.is_some_and(|id| self.open_card(ctx, &id, false))
    }

    /// Applies preferences that changed; `switched`: context was turned off, or on again.
    pub(super) fn apply_preferences(&mut self, ctx: &Context<Self>, switched: bool) -> bool {
        let page = &ctx.props().page;
        let off = page.preferences.get().off;
        if off {
            self.hear(ctx, page.now(), Input::Close(Reason::Button));
        }
        if switched {
            page.set_off(off);
        }
        Self::draw_lists(ctx);
        true
    }
}
