//! How do state, timer, measuring and card come together? The one loop: what is heard goes to the intent, what the
//! intent shows is drawn, measured and placed, and what happened is told to the page.

mod announce;
mod settle;
mod tell;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::card::{Action, Card, Face};
use crate::date::Date;
use crate::deck;
use crate::freshness::freshness;
use crate::geometry::{Point, Size};
use crate::intent::{Event as Input, Intent, Reason, Shown, Subject, Trigger};
use crate::locale::Locale;
use crate::options::{Options, Theme};
use crate::page::listen::{Heard, listen};
use crate::page::{Page, intl, popover};
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
    /// The article changed, or the site says so.
    Changed,
}

/// Where focus goes once the card is drawn.
#[derive(Clone, Copy, PartialEq)]
enum Focus {
    Stay,
    Card,
    Source,
    Tab,
}

/// The card that is open.
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
    focus: Focus,
}

impl Component for Widget {
    type Message = Msg;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let link = ctx.link().clone();
        let listeners = listen(&props.page, move |heard| link.send_message(Msg::Heard(heard)));
        let link = ctx.link().clone();
        props.page.borrow_mut().attend(listeners, move || link.send_message(Msg::Changed));
        Self {
            intent: Intent::new(props.options.delays),
            timer: None,
            open: None,
            mouse: None,
            node: NodeRef::default(),
            focus: Focus::Stay,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Heard(Heard::Input(event)) => self.hear(ctx, event),
            Msg::Heard(Heard::Moved) => {
                self.follow(ctx);
                false
            }
            Msg::Act(action) => self.act(ctx, action),
            Msg::Changed => {
                ctx.props().page.borrow_mut().scan();
                self.follow(ctx);
                false
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let open = self.open.as_ref();
        let card = open.and_then(|open| Self::card(ctx, open));
        let lang = card.map(|card| card.lang.clone()).filter(|lang| !lang.is_empty());
        let dir = lang.as_ref().map(|lang| if intl::is_rtl(lang) { "rtl" } else { "ltr" });
        let theme = if open.is_some_and(|open| open.dark) { "dark" } else { "light" };
        let said = card.filter(|_| open.is_some_and(|open| open.aloud));
        html! {
            <>
                <div ref={self.node.clone()} class="card" part="card" popover="manual" role="dialog" tabindex="-1" data-theme={theme}
                    aria-labelledby="title" aria-describedby="gist" lang={lang.clone()} {dir}>
                    <i class="arrow" part="arrow" aria-hidden="true"></i>
                    { for card.map(|card| announce::gist(card)) }
                    { for card.zip(open).map(|(card, open)| Self::inside(ctx, card, open)) }
                </div>
                { announce::region(said.map(|card| &**card), lang.as_ref(), dir) }
            </>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(node) = self.node.cast::<HtmlElement>() else { return };
        if first {
            ctx.props().page.borrow_mut().set_card(node.clone());
        }
        let Some(open) = &mut self.open else { return };
        let scrolled = if open.told { popover::scrolled(&node) } else { 0 };
        open.size = popover::show(&node);
        let enter = open.shown.enter || self.focus == Focus::Card;
        self.place(ctx, &node);
        popover::scroll_to(&node, scrolled);
        self.move_focus(&node, enter);
        ctx.props().page.borrow().quiet.set(false);
        self.tell_open(ctx);
    }
}

impl Widget {
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
        let lang = if card.lang.is_empty() { &props.locale.lang } else { &card.lang };
        let rtl = intl::is_rtl(lang);
        html! {
            <Card card={card.clone()} face={open.face} {fresh} locale={props.locale.clone()} {related} {rtl} {back} on={ctx.link().callback(Msg::Act)} />
        }
    }

    /// One event for the intent; then whatever follows from the new state.
    fn hear(&mut self, ctx: &Context<Self>, event: Input) -> bool {
        if let Input::Move { at, .. } | Input::Release { at, .. } = event {
            self.mouse = Some(at);
        }
        let now = now(ctx);
        self.intent.on(now, event);
        let due = self.intent.deadline();
        let link = ctx.link().clone();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a delay is at most a minute")]
        let millis = due.map(|due| (due - now).max(0.0).ceil() as u32);
        self.timer = millis.map(|millis| {
            Timeout::new(millis, move || {
                if crate::page::is_alive() {
                    link.send_message(Msg::Heard(Heard::Input(Input::Tick)));
                }
            })
        });
        let changed = self.turn(ctx, now) | self.fall_silent(&event);
        let mut page = ctx.props().page.borrow_mut();
        page.busy = !self.intent.is_idle();
        page.dismisses_taps = self.open.is_some();
        changed
    }

    /// Follows the intent from the card that was shown to the one that is. Returns whether to draw.
    fn turn(&mut self, ctx: &Context<Self>, now: f64) -> bool {
        let shown = self.intent.shown();
        let same = |open: &Open, shown: &Shown| {
            open.shown.subject == shown.subject && open.shown.since.total_cmp(&shown.since).is_eq()
        };
        match (&mut self.open, shown) {
            (None, None) => false,
            (Some(open), Some(shown)) if same(open, &shown) => {
                let enters = shown.enter && !open.shown.enter;
                open.shown = shown;
                enters
            }
            (_, shown) => {
                let reason = if shown.is_some() { Reason::Replaced } else { self.intent.closed() };
                self.close(ctx, now, reason);
                self.open = shown.and_then(|shown| self.begin(ctx, shown));
                true
            }
        }
    }

    fn begin(&self, ctx: &Context<Self>, shown: Shown) -> Option<Open> {
        let mut page = ctx.props().page.borrow_mut();
        let (mention, card) = match shown.subject {
            Subject::Mention(mention) => (Some(mention), page.marks.mentions().get(mention)?.card),
            Subject::Card(card) => (None, card),
        };
        page.set_open(mention);
        let by_pointer = matches!(shown.trigger, Trigger::Pointer | Trigger::Touch);
        let at = mention.zip(self.mouse.filter(|_| by_pointer)).and_then(|(mention, at)| page.seen_from(mention, at));
        let dark = match ctx.props().options.theme {
            Theme::Auto => page.is_dark(mention),
            theme => theme == Theme::Dark,
        };
        let (face, size, since, aloud) = (Face::default(), Size::default(), shown.since, announce::is_due(&shown));
        Some(Open { shown, trail: vec![card], face, dark, at, side: None, size, since, told: false, aloud })
    }

    fn close(&mut self, ctx: &Context<Self>, now: f64, reason: Reason) {
        let Some(open) = self.open.take() else { return };
        ctx.props().page.borrow_mut().set_open(None);
        // Borrowed to read only: moving focus wakes the listeners, which read the page too.
        let page = ctx.props().page.borrow();
        let had_focus = page.has_focus();
        if let (true, Subject::Mention(mention)) = (had_focus, open.shown.subject) {
            page.focus(mention);
        }
        if let Some(card) = page.card() {
            popover::hide(card);
        }
        drop(page);
        Self::tell_close(ctx, &open, now, reason);
    }

    /// What the reader did inside the card.
    fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
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
                focus = if with_focus { Focus::Tab } else { Focus::Stay };
                true
            }
            Action::Cite(source) => {
                open.face = Face { tab: Some(crate::card::Tab::Sources), cited: Some(source), ..open.face };
                focus = Focus::Source;
                true
            }
            Action::Table => {
                open.face.table = !open.face.table;
                true
            }
        };
        // What had the focus may be gone once drawn: that is no sign of the reader's.
        ctx.props().page.borrow().quiet.set(focus != Focus::Stay);
        self.focus = focus;
        self.open = Some(open);
        draw
    }
}

/// Milliseconds of the page's clock.
fn now(ctx: &Context<Widget>) -> f64 {
    ctx.props().page.borrow().window.performance().map_or(0.0, |clock| clock.now())
}
