//! Browser events in, events of the widget out. `www/widget/listeners.js` listens.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use super::mentions::TERM;
use super::page::Page;
use crate::dom::poison::is_poisoned;
use crate::intent::{Event as Input, Target};
use crate::placement::geometry::Point;

/// What listening tells the widget.
#[derive(Clone, Copy)]
pub enum PageEvent {
    /// Something for the intent.
    Input(Input),
    /// The page scrolled or changed its size: the card must follow its term.
    Moved,
    /// The reader went through the page's history.
    Traversed,
    /// The address after the `#` changed.
    Address,
}

/// When it happened, in milliseconds of the page's clock, and what.
pub type Timed = (f64, PageEvent);

/// Everything the listeners of one widget share.
pub struct InputListeners {
    pub(super) page: Rc<Page>,
    /// What the event at hand means.
    heard: RefCell<Vec<PageEvent>>,
    /// Where the mouse last was on the screen: a browser invents moves after a scroll, and those stand still.
    pub(super) mouse: Cell<(i32, i32)>,
    /// Whether the mouse's button is down.
    pub(super) down: Cell<bool>,
    pub(super) pressed: Cell<Point>,
    /// How the last press was made: `click` does not say in every engine.
    pub(super) pointer: RefCell<String>,
    pub(super) was_over: Cell<Target>,
}

/// Listening on the article's document, which ends when dropped.
pub struct Listening {
    page: Rc<Page>,
    _hear: Closure<dyn Fn(Event, JsValue)>,
}

impl Listening {
    /// Starts to listen.
    pub fn new(listeners: &Rc<InputListeners>, notify: impl Fn(Vec<Timed>) + 'static) -> Self {
        let page = listeners.page.clone();
        let listeners = listeners.clone();
        // What is heard may move the focus, which is heard within.
        let hear = Closure::new(move |event: Event, target: JsValue| {
            // Until what came before is heard, the loader records.
            if is_poisoned() || listeners.page.replay.borrow().is_some() {
                return;
            }
            let events = listeners.hear(&event, &target);
            if !events.is_empty() {
                notify(events);
            }
        });
        page.callbacks.listen(&hear);
        Self { page, _hear: hear }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.page.callbacks.unlisten();
    }
}

impl InputListeners {
    /// Nothing has happened yet.
    pub fn new(page: Rc<Page>) -> Self {
        Self {
            page,
            heard: RefCell::default(),
            mouse: Cell::default(),
            down: Cell::default(),
            pressed: Cell::default(),
            pointer: RefCell::default(),
            was_over: Cell::new(Target::Outside),
        }
    }

    /// What an event means. `target`: what it happened on, which an event that is over no longer says.
    pub fn hear(&self, event: &Event, target: &JsValue) -> Vec<Timed> {
        if self.page.is_released() {
            return Vec::new();
        }
        match event.type_().as_str() {
            "pointermove" | "pointerover" => self.moved(event.unchecked_ref(), target),
            "pointerout" => self.left(event.unchecked_ref()),
            "pointerdown" => self.pressed(event.unchecked_ref(), target),
            "pointerup" | "pointercancel" => self.released(event.unchecked_ref(), target),
            "click" => self.clicked(event.unchecked_ref(), target),
            "keydown" => self.key(event.unchecked_ref(), target),
            "focusin" => self.focused(target),
            "focusout" => self.blurred(event.unchecked_ref()),
            "scroll" => self.scrolled(target),
            "popstate" => self.tell(PageEvent::Traversed),
            "hashchange" => self.tell(PageEvent::Address),
            _ => self.tell(PageEvent::Moved),
        }
        let heard = self.heard.take();
        let at = if heard.is_empty() { 0.0 } else { self.time(event) };
        heard.into_iter().map(|event| (at, event)).collect()
    }

    /// When an event happened. One that claims to come from the future has another clock.
    fn time(&self, event: &Event) -> f64 {
        let (stamp, now) = (event.time_stamp(), self.page.now());
        if stamp > 0.0 && stamp <= now { stamp } else { now }
    }

    pub(super) fn tell(&self, event: PageEvent) {
        self.heard.borrow_mut().push(event);
    }

    pub(super) fn input(&self, event: Input) {
        self.tell(PageEvent::Input(event));
    }

    /// What an event happened on.
    pub(super) fn over(&self, target: &JsValue) -> Target {
        let Some(element) = target.dyn_ref::<Element>() else { return Target::Outside };
        if self.page.card().is_some_and(|card| card.contains(Some(element))) {
            return Target::Card;
        }
        let term = element.closest(TERM).ok().flatten();
        term.and_then(|term| self.page.mention_at(&term)).map_or(Target::Outside, Target::Mention)
    }

    /// What a mouse or the focus that comes to a term means: nothing to a reader who opens cards by tap or click only, but for
    /// the term whose card is open.
    pub(super) fn wanted(&self, over: Target) -> Target {
        match over {
            Target::Mention(mention)
                if self.page.preferences.get().tap_only && self.page.open.get() != Some(mention) =>
            {
                Target::Outside
            }
            over => over,
        }
    }

    fn scrolled(&self, target: &JsValue) {
        // The card's own scrolling moves nothing else.
        if self.page.busy.get() && self.over(target) != Target::Card {
            self.input(Input::Scrolled);
            self.tell(PageEvent::Moved);
        }
    }
}
