//! What does the reader do? Browser events in, intent events out; every listener is gone when this value is dropped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, FocusEvent, KeyboardEvent, PointerEvent};

use super::Page;
use super::listener::Listener;
use crate::geometry::Point;
use crate::intent::{Event as Intent, Over};

/// What listening tells the widget.
#[derive(Clone, Copy, Debug)]
pub enum Heard {
    /// Something for the intent.
    Input(Intent),
    /// The page scrolled or changed its size: the card must follow its term.
    Moved,
    /// The reader went back.
    Back,
    /// The address after the `#` changed.
    Address,
}

/// A press that travels farther than this, in CSS pixels, is a drag: the reader selects or scrolls and presses nothing.
const DRAG: f64 = 6.0;

/// Everything the listeners of one widget share.
struct Ears {
    page: Rc<RefCell<Page>>,
    tell: Box<dyn Fn(Heard)>,
    /// Where the mouse last was on the screen: a browser invents moves after a scroll, and those stand still.
    mouse: Cell<(i32, i32)>,
    /// Whether the mouse's button is down.
    down: Cell<bool>,
    pressed: Cell<Point>,
    /// How the last press was made: `click` does not say in every engine.
    pointer: RefCell<String>,
    was_over: Cell<Over>,
}

/// Starts to listen on the article's document. One set of listeners, however many terms there are.
pub fn listen(page: &Rc<RefCell<Page>>, tell: impl Fn(Heard) + 'static) -> Vec<Listener> {
    let (document, window, shadows) = {
        let page = page.borrow();
        (EventTarget::from(page.document.clone()), page.window.clone(), page.shadows())
    };
    let ears = Rc::new(Ears {
        page: page.clone(),
        tell: Box::new(tell),
        mouse: Cell::default(),
        down: Cell::default(),
        pressed: Cell::default(),
        pointer: RefCell::default(),
        was_over: Cell::new(Over::Elsewhere),
    });
    let on = |target: &EventTarget, name, passive, hear: fn(&Ears, &Event)| {
        let ears = ears.clone();
        Listener::new(target, name, passive, move |event| {
            // While the page is being changed by us, what happens on it is our doing: a focused mark that goes, say.
            if ears.page.try_borrow().is_ok() {
                hear(&ears, &event);
            }
        })
    };
    let mut all = vec![
        on(&document, "pointermove", true, |ears, event| ears.moved(event.unchecked_ref())),
        on(&document, "pointerout", true, |ears, event| ears.left(event.unchecked_ref())),
        on(&document, "pointerdown", true, |ears, event| ears.pressed(event.unchecked_ref())),
        on(&document, "pointerup", true, |ears, event| ears.released(event.unchecked_ref())),
        on(&document, "pointercancel", true, |ears, event| ears.released(event.unchecked_ref())),
        on(&document, "click", false, |ears, event| ears.clicked(event.unchecked_ref())),
        on(&document, "keydown", false, |ears, event| ears.key(event.unchecked_ref())),
        on(&window, "resize", true, |ears, _| (ears.tell)(Heard::Moved)),
        on(&window, "popstate", true, |ears, _| (ears.tell)(Heard::Back)),
        on(&window, "hashchange", true, |ears, _| (ears.tell)(Heard::Address)),
    ];
    // What happens between two elements of a shadow tree is not heard outside of it.
    for tree in shadows.into_iter().map(EventTarget::from).chain([document]) {
        all.push(on(&tree, "focusin", true, Ears::focused));
        all.push(on(&tree, "focusout", true, |ears, event| ears.blurred(event.unchecked_ref())));
        all.push(on(&tree, "scroll", true, Ears::scrolled));
        // A dialog or a disclosure closes, and the term in it is gone.
        all.push(on(&tree, "close", true, |ears, _| (ears.tell)(Heard::Moved)));
        all.push(on(&tree, "toggle", true, |ears, _| (ears.tell)(Heard::Moved)));
    }
    if let Some(view) = window.visual_viewport() {
        all.push(on(&view, "resize", true, |ears, _| (ears.tell)(Heard::Moved)));
        all.push(on(&view, "scroll", true, |ears, _| (ears.tell)(Heard::Moved)));
    }
    all
}

impl Ears {
    fn input(&self, event: Intent) {
        (self.tell)(Heard::Input(event));
    }

    /// What an event happened on.
    fn over(&self, event: &Event) -> Over {
        let page = self.page.borrow();
        let path: Array = event.composed_path();
        if page.card().is_some_and(|card| path.includes(card, 0)) {
            return Over::Card;
        }
        let element = path.get(0).dyn_into::<Element>().ok();
        let term = element.and_then(|element| element.closest("context-term").ok().flatten());
        term.and_then(|term| page.marks.of(&term)).map_or(Over::Elsewhere, Over::Mention)
    }

    /// What a mouse or the focus that comes to a term means: nothing to a reader who opens cards by tap or click only, but for
    /// the term whose card is open.
    fn wanted(&self, over: Over) -> Over {
        let page = self.page.borrow();
        match over {
            Over::Mention(mention) if page.wishes.tap_only && !page.is_open(mention) => Over::Elsewhere,
            over => over,
        }
    }

    fn moved(&self, event: &PointerEvent) {
        let at = (event.screen_x(), event.screen_y());
        if event.pointer_type() != "mouse" || self.mouse.replace(at) == at {
            return;
        }
        let over = self.wanted(self.over(event));
        let was = self.was_over.replace(over);
        if self.down.get() && event.buttons() & 1 == 0 {
            // The button went up outside the window.
            self.down.set(false);
            self.input(Intent::Release { over, at: point(event) });
        }
        if over != Over::Elsewhere || was != Over::Elsewhere || self.page.borrow().busy {
            self.input(Intent::Move { over, at: point(event) });
        }
    }

    /// The mouse left the window: `pointerout` towards nothing.
    fn left(&self, event: &PointerEvent) {
        if event.related_target().is_none() && event.pointer_type() == "mouse" && self.page.borrow().busy {
            self.was_over.set(Over::Elsewhere);
            self.input(Intent::Leave);
        }
    }

    fn pressed(&self, event: &PointerEvent) {
        *self.pointer.borrow_mut() = event.pointer_type();
        self.pressed.set(point(event));
        if event.pointer_type() == "mouse" && event.button() == 0 {
            self.down.set(true);
            self.input(Intent::Press { over: self.over(event) });
        }
    }

    /// The button went up, or the browser took the press for a drag of its own (`pointercancel`, no button).
    fn released(&self, event: &PointerEvent) {
        if event.pointer_type() == "mouse" && event.button() <= 0 {
            self.down.set(false);
            self.input(Intent::Release { over: self.over(event), at: point(event) });
        }
    }

    /// A whole press. A right or middle click, a modified click and a drag are the reader's own business.
    fn clicked(&self, event: &PointerEvent) {
        let over = self.over(event);
        if event.detail() == 0 {
            // Not pressed with a pointer: an assistive technology's activation, or Enter on a button.
            if let Over::Mention(mention) = over {
                self.input(Intent::Activate { mention });
            }
            return;
        }
        let start = self.pressed.get();
        let end = point(event);
        let dragged = (start.x - end.x).abs().max((start.y - end.y).abs()) > DRAG;
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.button() != 0 || modified || dragged {
            return;
        }
        if *self.pointer.borrow() == "mouse" {
            self.input(Intent::Click { over });
        } else {
            // The tap that puts a card away does nothing else: what lay under the finger was hidden or not meant.
            if over == Over::Elsewhere && self.page.borrow().dismisses_taps {
                event.prevent_default();
                event.stop_propagation();
            }
            self.input(Intent::Tap { over });
        }
    }

    fn key(&self, event: &KeyboardEvent) {
        // While an input method composes, Escape and Enter are its keys (229 in engines that do not say so otherwise).
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        // WebKitGTK does not know its own Shift+Tab by name.
        let key = if event.key_code() == 9 { "Tab".into() } else { event.key() };
        match key.as_str() {
            "Escape" if self.page.borrow().busy => {
                if self.page.borrow().card_is_open() {
                    event.prevent_default();
                    event.stop_propagation();
                }
                self.input(Intent::Escape);
            }
            "Enter" | " " if !modified && !event.repeat() => {
                if let Over::Mention(mention) = self.over(event) {
                    event.prevent_default();
                    self.input(Intent::Activate { mention });
                }
            }
            "Tab" if !modified && self.page.borrow().card_is_open() => {
                let plan = self.page.borrow().tab(&self.over(event), event.shift_key());
                match plan {
                    Some(plan) if plan.stays() => {
                        event.prevent_default();
                        plan.follow();
                    }
                    Some(plan) => self.quietly(|| plan.follow()),
                    None => {}
                }
            }
            _ => {}
        }
    }

    /// Moves focus without hearing it.
    fn quietly(&self, act: impl FnOnce()) {
        let quiet = self.page.borrow().quiet.clone();
        quiet.set(true);
        act();
        quiet.set(false);
    }

    fn focused(&self, event: &Event) {
        if self.page.borrow().quiet.get() {
            return;
        }
        let over = self.wanted(self.over(event));
        // A press focuses a term too; only a focus the browser would show is the keyboard's.
        let shown = |element: Element| element.matches(":focus-visible").unwrap_or(true);
        let by_key = event.composed_path().get(0).dyn_into::<Element>().is_ok_and(shown);
        let heard = match over {
            Over::Mention(_) => by_key,
            Over::Card => true,
            Over::Elsewhere => self.page.borrow().busy,
        };
        if heard {
            self.input(Intent::Focus { over });
        }
    }

    /// Focus went nowhere. Not when the whole window lost it: the reader comes back to what was open.
    fn blurred(&self, event: &FocusEvent) {
        let page = self.page.borrow();
        if event.related_target().is_some()
            || page.quiet.get()
            || !page.busy
            || !page.document.has_focus().unwrap_or(true)
        {
            return;
        }
        drop(page);
        self.input(Intent::Focus { over: Over::Elsewhere });
    }

    fn scrolled(&self, event: &Event) {
        if !self.page.borrow().busy {
            return;
        }
        // The card's own scrolling moves nothing else.
        if self.over(event) != Over::Card {
            self.input(Intent::Scrolled);
            (self.tell)(Heard::Moved);
        }
    }
}

fn point(event: &PointerEvent) -> Point {
    let number =
        |name: &str| js_sys::Reflect::get(event, &JsValue::from_str(name)).ok().and_then(|value| value.as_f64());
    Point { x: number("clientX").unwrap_or_default(), y: number("clientY").unwrap_or_default() }
}
