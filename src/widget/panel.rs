//! Where is all context listed, how is it opened, and who hears of a reader's wishes?

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlElement;
use yew::html::{Scope, ontoggle};
use yew::prelude::*;

use super::{Msg, Widget};
use crate::element::{all, button, element};
use crate::intent::{Event as Input, Reason, Subject};
use crate::list::{Choice, ListProps, list};
use crate::options::Theme;
use crate::page::memory::Wishes;
use crate::page::place::Place;
use crate::page::{Page, focus, intl, link, popover};
use crate::words::Word;

/// A widget of the page, and the page by which it is told from others.
type Known = (Rc<RefCell<Page>>, Scope<Widget>);

thread_local! {
    /// The widgets of the page: what a reader wishes of one holds for all.
    static WIDGETS: RefCell<Vec<Known>> = const { RefCell::new(Vec::new()) };
}

/// A widget hears of wishes from now on.
pub fn join(ctx: &Context<Widget>) {
    let widget = (ctx.props().page.clone(), ctx.link().clone());
    WIDGETS.with_borrow_mut(|widgets| widgets.push(widget));
}

/// It hears of none any more.
pub fn leave(ctx: &Context<Widget>) {
    WIDGETS.with_borrow_mut(|widgets| widgets.retain(|(page, _)| !Rc::ptr_eq(page, &ctx.props().page)));
}

/// Remembers a reader's wishes and tells every widget of the page.
pub fn wish(ctx: &Context<Widget>, wishes: Wishes) {
    wishes.keep(&ctx.props().page.borrow().window);
    WIDGETS.with_borrow(|widgets| {
        for (_, widget) in widgets {
            widget.send_message(Msg::Wishes(wishes));
        }
    });
}

impl Widget {
    /// Whether a list is drawn that a change of the article changes.
    pub(super) fn shows_list(&self, ctx: &Context<Self>) -> bool {
        let page = ctx.props().page.borrow();
        self.listed || page.list.is_some() || page.glossary.is_some()
    }

    /// The way in by keyboard: a button that shows itself when it has the focus, as a skip link does.
    pub(super) fn opener(ctx: &Context<Self>) -> Html {
        if ctx.props().cards.is_empty() {
            return Html::default();
        }
        let locale = &ctx.props().locale;
        let opener = button("opener").with("lang", &locale.lang).say(locale.words.say(Word::ListAll));
        opener.on_press(ctx.link().callback(|_| Msg::OpenList)).html()
    }

    /// The list wherever it stands: floating, in the site's place, on paper.
    pub(super) fn lists(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let page = props.page.borrow();
        let order = if self.shows_list(ctx) { page.in_order() } else { Vec::new() };
        let cards: Vec<_> = order.into_iter().filter_map(|index| props.cards.get(index).map(Rc::clone)).collect();
        let on = ctx.link().callback(Msg::Chose);
        let off = page.wishes.off;
        let draw = |floats: bool, on: Option<Callback<Choice>>| {
            list(&ListProps { cards: cards.clone(), locale: props.locale.clone(), off, floats, on })
        };
        let theme = match props.options.theme {
            // Asked only where it is seen: the answer makes the browser work out styles.
            Theme::Auto if self.listed && page.is_dark(None) => "dark",
            Theme::Dark => "dark",
            _ => "light",
        };
        let lang = props.locale.lang.as_str();
        let dir = if intl::is_rtl(lang) { "rtl" } else { "ltr" };
        let portal = |place: &Place, inside: Html| {
            let inside = element("div").with("lang", lang).set("dir", dir).add(inside);
            create_portal(inside.html(), place.inside().clone())
        };
        let floating = element("div").known_as(&self.list).set("class", "card panel-list").set("part", "list");
        let floating = floating.set("popover", "auto").set("role", "dialog").set("tabindex", "-1").with("lang", lang);
        let floating = floating.set("dir", dir).set("data-theme", theme).set("aria-labelledby", "list-title");
        let floating = floating.on(Rc::new(ontoggle::Wrapper::new(ctx.link().callback(|_| Msg::ListToggled))));
        let floating = floating.add_any(self.listed.then(|| draw(true, Some(on.clone()))));
        let placed = page.list.as_ref().map(|place| portal(place, draw(false, Some(on.clone()))));
        let glossary = page.glossary.as_ref().map(|place| portal(place, draw(false, None)));
        all(&mut [floating.html(), placed.unwrap_or_default(), glossary.unwrap_or_default()].into_iter())
    }

    pub(super) fn open_list(&mut self, ctx: &Context<Self>) -> bool {
        self.listed = true;
        self.hear(ctx, Input::Close(Reason::Replaced));
        self.came_from = ctx.props().page.borrow().focused();
        true
    }

    /// Shows the drawn list; called once it is drawn.
    pub(super) fn show_list(&self) {
        if let Some(list) = self.list.cast::<HtmlElement>().filter(|list| self.listed && !popover::is_open(list)) {
            let _ = list.show_popover();
            focus::give(&list);
        }
    }

    pub(super) fn list_toggled(&mut self) -> bool {
        let open = self.list.cast::<HtmlElement>().is_some_and(|list| popover::is_open(&list));
        if let Some(element) = self.came_from.take_if(|_| !open) {
            focus::give(&element);
        }
        std::mem::replace(&mut self.listed, open) != open
    }

    /// Closes the list for a card: focus goes there, not back.
    fn close_list(&mut self) {
        self.hide_list();
        self.came_from = None;
        self.listed = false;
    }

    /// Hides the list, as Escape does: the browser tells, and focus goes back where it came from.
    fn hide_list(&self) {
        if let Some(list) = self.list.cast::<HtmlElement>() {
            popover::hide(&list);
        }
    }

    pub(super) fn chose(&mut self, ctx: &Context<Self>, choice: Choice) -> bool {
        match choice {
            Choice::Card(id) => {
                self.close_list();
                self.open_card(ctx, &id, true);
            }
            Choice::TurnOn => wish(ctx, Wishes { off: false, ..ctx.props().page.borrow().wishes }),
            Choice::Close => self.hide_list(),
        }
        true
    }

    /// Opens a card at its first mention, which is scrolled into view; without one, by itself. `with_focus`: the mention gets
    /// the focus, for a reader whom the list led there.
    pub(super) fn open_card(&mut self, ctx: &Context<Self>, id: &str, with_focus: bool) -> bool {
        let props = ctx.props();
        let Some(card) = props.cards.iter().position(|card| card.id == id) else { return false };
        let page = props.page.borrow();
        // A mention that cannot be brought into view, as in a closed disclosure, has no place for a card.
        let mention = page.mention_of(card).filter(|mention| {
            page.reveal(*mention);
            page.line(*mention, None).is_some()
        });
        if let Some(mention) = mention.filter(|_| with_focus) {
            page.focus(mention);
        }
        let subject = mention.map_or(Subject::Card(card), Subject::Mention);
        drop(page);
        self.hear(ctx, Input::Open { subject })
    }

    /// Opens the card that the page's address names, if it names one of ours.
    pub(super) fn open_linked(&mut self, ctx: &Context<Self>) -> bool {
        let id = link::linked(&ctx.props().page.borrow().window);
        id.is_some_and(|id| self.open_card(ctx, &id, false))
    }

    /// Serves the reader as wished.
    pub(super) fn serve(&mut self, ctx: &Context<Self>, wishes: Wishes) -> bool {
        if wishes.off {
            self.hear(ctx, Input::Close(Reason::Button));
        }
        let again = ctx.props().page.borrow_mut().set_wishes(wishes);
        if again {
            Self::scan(ctx);
        }
        true
    }
}
