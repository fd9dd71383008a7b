//! The root component: what is heard goes to the intent, what the intent shows is drawn, measured and placed, and what happened is
//! dispatched to the page.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::Closure;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::list_place::ListPlace;
use super::listeners::{InputListeners, Listening, PageEvent, Timed};
use super::open_card::OpenCard;
use super::page::Page;
use super::survey::survey;
use super::view::Drawn;
use crate::card::Action;
use crate::card::list::Choice;
use crate::dom::poison::is_poisoned;
use crate::intent::{Event as Input, Intent, Reason};
use crate::placement::geometry::Point;

/// What a widget is made of.
#[derive(Clone, Properties)]
pub struct WidgetProps {
    /// The page it works on.
    pub page: Rc<Page>,
}

impl PartialEq for WidgetProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

/// What a widget hears.
pub enum Msg {
    /// From the page.
    Heard(Vec<Timed>),
    /// For the intent, now.
    Input(Input),
    /// What the reader did before the widget was there is to be heard.
    Replay,
    /// From the card.
    Act(Action),
    /// The sheet was pulled up, or down.
    Pulled(bool),
    /// A card that may open soon is to be drawn.
    Prepare,
    /// The marks in the page have changed.
    Updated,
    /// All mentioned cards are read.
    Surveyed,
    /// The site, or the address, asks for the card of this id.
    OpenCard(String),
    /// The site closes what is open.
    Close,
    /// The reader or the site asks for the list of all cards.
    OpenList,
    /// The list was closed by the browser.
    ListToggled,
    /// From the list.
    Chose(Choice),
    /// The reader's preferences changed, here or in another widget of the page; whether context was turned off or on.
    Preferences(bool),
    /// The link to the card of this id is on the clipboard.
    Copied(String),
}

/// Where focus goes once the card is drawn.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Focus {
    Stay,
    Card,
    Tab,
    /// To the tab, and what the reader asked for comes into view.
    Marked,
    /// To the control that opens all of the card.
    Expand,
    /// To the menu's button.
    Menu,
    /// To the citation of this number.
    Citation(u32),
    /// It stays, and the source that was opened comes into view.
    Layer,
}

/// The root component: one per `<context-cards>`.
pub struct Widget {
    pub(super) intent: Intent,
    pub(super) timer: Option<Timeout>,
    pub(super) open: Option<OpenCard>,
    /// The card of a term the reader rests on: drawn and measured while the delay runs.
    pub(super) prepared: Option<OpenCard>,
    pub(super) prepare_timer: Option<Timeout>,
    pub(super) mouse: Option<Point>,
    pub(super) node: NodeRef,
    pub(super) list: NodeRef,
    pub(super) listed: bool,
    /// What had the focus before the list took it.
    pub(super) came_from: Option<HtmlElement>,
    pub(super) focus: Focus,
    survey: Option<Timeout>,
    pub(super) drawn: Drawn,
    pub(super) input: Rc<InputListeners>,
    // Held, and not given away: what the garbage collector would free is a script that runs in a page which the reader has left, and for
    // which a browser no longer keeps it.
    pub(super) copied: Option<Closure<dyn FnMut()>>,
    pulled: Option<Closure<dyn FnMut(bool)>>,
    _listening: Listening,
}

impl Component for Widget {
    type Message = Msg;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let page = &ctx.props().page;
        let input = Rc::new(InputListeners::new(page.clone()));
        let link = ctx.link().clone();
        let listening = Listening::new(&input, move |events| link.send_message(Msg::Heard(events)));
        page.connect(ctx.link());
        let mut widget = Self {
            intent: Intent::new(page.options.delays),
            timer: None,
            open: None,
            prepared: None,
            prepare_timer: None,
            mouse: None,
            node: NodeRef::default(),
            list: NodeRef::default(),
            listed: false,
            came_from: None,
            focus: Focus::Stay,
            survey: None,
            drawn: Drawn::default(),
            input,
            copied: None,
            pulled: None,
            _listening: listening,
        };
        widget.survey_soon(ctx);
        widget
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let page = &ctx.props().page;
        // Yew destroys it later than the page lets go of it.
        if page.is_released() {
            return false;
        }
        match msg {
            Msg::Heard(events) => self.hear_all(ctx, events),
            Msg::Input(input) => self.hear(ctx, page.now(), input),
            Msg::Replay => self.replay(ctx),
            Msg::Act(action) => self.act(ctx, action),
            Msg::Pulled(up) => self.pulled(ctx, up),
            Msg::Prepare => self.prepare(ctx),
            Msg::Updated => {
                self.survey_soon(ctx);
                self.drop_gone(ctx)
            }
            Msg::Surveyed => {
                Self::draw_lists(ctx);
                self.listed
            }
            Msg::OpenCard(id) => self.open_card(ctx, &id, false),
            Msg::Close => self.close_any(ctx),
            Msg::OpenList => self.open_list(ctx),
            Msg::ListToggled => self.list_toggled(page),
            Msg::Chose(choice) => self.chose(ctx, choice),
            Msg::Preferences(switched) => self.apply_preferences(ctx, switched),
            Msg::Copied(id) => self.copied(ctx, &id),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.draw(ctx)
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let page = &ctx.props().page;
        let Some(node) = self.node.cast::<HtmlElement>() else { return };
        if first {
            page.set_card(node.clone());
            let link = ctx.link().clone();
            let pulled = Closure::new(move |up| {
                if !is_poisoned() {
                    link.send_message(Msg::Pulled(up));
                }
            });
            page.callbacks.drag(&node, &pulled);
            self.pulled = Some(pulled);
        }
        self.show_list(page);
        if let Some(open) = self.open.as_ref().or(self.prepared.as_ref()) {
            page.draw(&node, open.number);
        }
        self.measure_prepared(page, &node);
        let Some(open) = &mut self.open else { return };
        if !page.browser().is_open(&node) {
            let lead = open.mention().and_then(|mention| page.mentions.lead(mention));
            page.browser().settle(&node, lead.as_ref());
        }
        let enter = open.shown.enter || self.focus == Focus::Card;
        self.show_and_measure(ctx, &node);
        page.is_card_open.set(true);
        self.move_focus(page, &node, enter);
        page.quiet.set(false);
        self.push_entry(page, &node);
        self.dispatch_open(page);
    }
}

impl Widget {
    /// The mentioned cards are read once the page has had its turn: what the reader waits for comes first.
    fn survey_soon(&mut self, ctx: &Context<Self>) {
        let page = ctx.props().page.clone();
        self.survey = Some(Timeout::new(0, move || {
            if !is_poisoned() && !page.is_released() {
                if page.lists.borrow().is_empty() {
                    page.lists.replace(ListPlace::all(&page));
                }
                survey(page);
            }
        }));
    }

    pub(super) fn hear_all(&mut self, ctx: &Context<Self>, events: Vec<Timed>) -> bool {
        events.into_iter().fold(false, |draw, (at, event)| draw | self.page_event(ctx, at, event))
    }

    fn page_event(&mut self, ctx: &Context<Self>, at: f64, event: PageEvent) -> bool {
        match event {
            // What was opened last closes first.
            PageEvent::Input(Input::Escape) if self.close_layer() => true,
            PageEvent::Input(event) => self.hear(ctx, at, event),
            PageEvent::Moved => {
                self.reposition(ctx);
                false
            }
            PageEvent::Traversed => {
                // Dropped where it is no longer the page's: the reader went back from it.
                let entry = self.open.as_mut().and_then(|open| open.entry.take_if(|entry| !entry.is_current()));
                entry.is_some() && self.hear(ctx, at, Input::Close(Reason::Back))
            }
            PageEvent::Address => self.open_linked(ctx),
        }
    }
}
