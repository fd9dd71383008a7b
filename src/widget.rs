//! How do state, timer, measuring and card come together? The one loop: what is heard goes to the intent, what the
//! intent shows is drawn, measured and placed, and what happened is told to the page.

mod act;
mod announce;
mod panel;
mod settle;
mod tell;
mod turn;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::card::{self, Action, CardProps, Face};
use crate::date::Date;
use crate::deck;
use crate::element::{all, element};
use crate::freshness::freshness;
use crate::geometry::{Point, Size};
use crate::intent::{Event as Input, Intent, Reason, Shown, Subject};
use crate::list::Choice;
use crate::locale::Locale;
use crate::options::Options;
use crate::page::listen::{Heard, listen};
use crate::page::listener::Listener;
use crate::page::memory::Wishes;
use crate::page::scan::{scan, when_scanned};
use crate::page::{Page, drag, intl, popover};
use crate::placement::Side;

/// What a widget is made of.
#[derive(Clone, Properties)]
pub struct WidgetProps {
    /// The page it works on.
    pub page: Rc<RefCell<Page>>,
    /// All cards, merged from the decks.
    pub cards: Rc<Vec<Rc<deck::Card>>>,
    /// The site's choices.
    pub options: Options,
    /// The widget's own language.
    pub locale: Locale,
    /// The reader's day.
    pub today: Date,
}

impl PartialEq for WidgetProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

/// What a widget hears.
pub enum Msg {
    /// From the page.
    Heard(Heard),
    /// From the card.
    Act(Action),
    /// The article changed.
    Changed,
    /// All mentions are marked.
    Scanned,
    /// The site, or the address, asks for the card of this id.
    OpenCard(String),
    /// The reader or the site asks for the list of all cards.
    OpenList,
    /// The list was closed by the browser.
    ListToggled,
    /// From the list.
    Chose(Choice),
    /// The reader's wishes changed, here or in another widget of the page.
    Wishes(Wishes),
}

/// Where focus goes once the card is drawn.
#[derive(Clone, Copy, PartialEq)]
enum Focus {
    Stay,
    Card,
    Source,
    Tab,
    /// It stays, but the chosen part comes into view.
    Panel,
}

/// The card that is open.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own; no two of them are states of one thing")]
struct Open {
    shown: Shown,
    /// Cards the reader came through, oldest first; the last is the one seen.
    trail: Vec<usize>,
    face: Face,
    dark: bool,
    /// Where the pointer was, as seen from the term: which of its lines the card hangs on.
    at: Option<Point>,
    side: Option<Side>,
    size: Size,
    /// When this card of the trail came to be seen.
    since: f64,
    told: bool,
    /// Whether an entry of history stands for it, which going back takes away.
    held: bool,
    /// Whether it is being announced.
    aloud: bool,
}

/// The root component: one per `<context-cards>`.
pub struct Widget {
    intent: Intent,
    timer: Option<Timeout>,
    open: Option<Open>,
    mouse: Option<Point>,
    node: NodeRef,
    list: NodeRef,
    listed: bool,
    /// What had the focus before the list took it.
    came_from: Option<HtmlElement>,
    scanned: bool,
    focus: Focus,
    pulls: Vec<Listener>,
}

impl Component for Widget {
    type Message = Msg;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let link = ctx.link().clone();
        let listeners = listen(&props.page, move |heard| link.send_message(Msg::Heard(heard)));
        let link = ctx.link().clone();
        Page::attend(&props.page, listeners, move || link.send_message(Msg::Changed));
        Self {
            intent: Intent::new(props.options.delays),
            timer: None,
            open: None,
            mouse: None,
            node: NodeRef::default(),
            list: NodeRef::default(),
            listed: false,
            came_from: None,
            scanned: false,
            focus: Focus::Stay,
            pulls: Vec::new(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Heard(Heard::Input(event)) => self.hear(ctx, event),
            Msg::Heard(Heard::Moved) => {
                self.follow(ctx);
                false
            }
            Msg::Heard(Heard::Back) => {
                let held = self.open.as_mut().is_some_and(|open| std::mem::take(&mut open.held));
                held && self.hear(ctx, Input::Close(Reason::Back))
            }
            Msg::Heard(Heard::Address) => self.open_linked(ctx),
            Msg::Act(action) => self.act(ctx, action),
            Msg::Changed => {
                Self::scan(ctx);
                false
            }
            Msg::Scanned => {
                self.follow(ctx);
                // The address may name a card, which opens at its mention.
                let opened = !std::mem::replace(&mut self.scanned, true) && self.open_linked(ctx);
                opened || self.shows_list(ctx)
            }
            Msg::OpenCard(id) => self.open_card(ctx, &id, false),
            Msg::OpenList => self.open_list(ctx),
            Msg::ListToggled => self.list_toggled(),
            Msg::Chose(choice) => self.chose(ctx, choice),
            Msg::Wishes(wishes) => self.serve(ctx, wishes),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let open = self.open.as_ref();
        let card = open.and_then(|open| Self::card(ctx, open));
        let lang = card.map(|card| language(ctx, card)).filter(|lang| !lang.is_empty());
        let dir = lang.map(|lang| if intl::is_rtl(lang) { "rtl" } else { "ltr" });
        let theme = if open.is_some_and(|open| open.dark) { "dark" } else { "light" };
        let said = card.filter(|_| open.is_some_and(|open| open.aloud));
        let arrow = element("i").set("class", "arrow").set("part", "arrow").set("aria-hidden", "true");
        let dialog = element("div").known_as(&self.node).set("class", "card").set("part", "card");
        let dialog =
            dialog.set("popover", "manual").set("role", "dialog").set("tabindex", "-1").set("data-theme", theme);
        let dialog = dialog.set("aria-labelledby", "title").set("aria-describedby", "gist");
        let dialog = dialog.with_any("lang", lang).with_any("dir", dir).add(arrow.html());
        let dialog = dialog.add_any(card.map(|card| announce::gist(card)));
        let dialog = dialog.add_any(card.zip(open).map(|(card, open)| Self::inside(ctx, card, open)));
        let region = announce::region(said.map(|card| &**card), lang, dir);
        all(&mut [Self::opener(ctx), dialog.html(), region, self.lists(ctx)].into_iter())
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(node) = self.node.cast::<HtmlElement>() else { return };
        if first {
            ctx.props().page.borrow_mut().set_card(node.clone());
            let link = ctx.link().clone();
            let away = move || link.send_message(Msg::Heard(Heard::Input(Input::Close(Reason::Button))));
            self.pulls = drag::drag(&node, away);
            panel::join(ctx);
            let link = ctx.link().clone();
            when_scanned(&ctx.props().page, move || link.send_message(Msg::Scanned));
        }
        self.show_list();
        let Some(open) = &mut self.open else { return };
        if !popover::is_open(&node) {
            let mention = if let Subject::Mention(mention) = open.shown.subject { Some(mention) } else { None };
            ctx.props().page.borrow().settle(&node, mention);
        }
        let enter = open.shown.enter || self.focus == Focus::Card;
        self.stand(ctx, &node);
        self.move_focus(&node, enter);
        ctx.props().page.borrow().quiet.set(false);
        self.hold_back(ctx, &node);
        self.tell_open(ctx);
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        panel::leave(ctx);
    }
}

impl Widget {
    /// Marks what is not yet marked.
    fn scan(ctx: &Context<Self>) {
        let link = ctx.link().clone();
        scan(&ctx.props().page, move || link.send_message(Msg::Scanned));
    }

    fn card<'a>(ctx: &'a Context<Self>, open: &Open) -> Option<&'a Rc<deck::Card>> {
        open.trail.last().and_then(|index| ctx.props().cards.get(*index))
    }

    fn inside(ctx: &Context<Self>, card: &Rc<deck::Card>, open: &Open) -> Html {
        let props = ctx.props();
        let find = |id: &String| props.cards.iter().find(|card| card.id == *id);
        let related: Vec<_> =
            card.related.iter().filter_map(find).map(|card| (card.id.clone(), card.title.clone())).collect();
        let back =
            open.trail.iter().rev().nth(1).and_then(|index| props.cards.get(*index)).map(|card| card.title.clone());
        let fresh = freshness(card, props.options.published, props.today);
        let rtl = intl::is_rtl(language(ctx, card));
        card::card(&CardProps {
            card: card.clone(),
            face: open.face,
            fresh,
            rtl,
            locale: props.locale.clone(),
            related,
            pinned: open.shown.pinned,
            tap_only: props.page.borrow().wishes.tap_only,
            back,
            on: ctx.link().callback(Msg::Act),
        })
    }
}

/// The language of a card: its deck's, or where that says none the page's.
fn language<'a>(ctx: &'a Context<Widget>, card: &'a deck::Card) -> &'a str {
    if card.lang.is_empty() { &ctx.props().options.lang } else { &card.lang }
}

/// Milliseconds of the page's clock.
fn now(ctx: &Context<Widget>) -> f64 {
    ctx.props().page.borrow().window.performance().map_or(0.0, |clock| clock.now())
}
