//! What one widget knows of its page: roots, cards, mentions, and what is open. Dropping or releasing it gives all back.

use std::cell::{Cell, OnceCell, RefCell};

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};
use yew::html::Scope;

use super::card_store::CardStore;
use super::component::{Msg, Widget};
use super::events::dispatch_close;
use super::list_place::ListPlace;
use super::mentions::Mentions;
use super::options::{Callbacks, Options, Preferences};
use crate::intent::Reason;
use crate::locale::Locale;
use crate::locale::messages::Word;
use crate::overlay::browser::Browser;

/// The page of one widget.
pub struct Page {
    /// The element whose shadow root holds the card and on which events are dispatched.
    pub host: HtmlElement,
    /// The document of the article.
    pub document: Document,
    /// The site's choices.
    pub options: Options,
    /// The widget's own language.
    pub locale: Locale,
    /// The cards of its decks.
    pub cards: CardStore,
    /// The mentions that were come to.
    pub mentions: Mentions,
    /// How the reader wants to be served.
    pub preferences: Cell<Preferences>,
    /// Whether a card is open, opening or closing.
    pub busy: Cell<bool>,
    /// Whether a card can be seen.
    pub is_card_open: Cell<bool>,
    /// Whether a tap beside the open card puts it away, and does nothing else.
    pub dismisses_taps: Cell<bool>,
    /// True while focus moves without meaning: its events are not heard.
    pub quiet: Cell<bool>,
    /// The mention whose card is open.
    pub open: Cell<Option<usize>>,
    /// The card that the site knows to be open: its number, and since when.
    pub announced: Cell<Option<(usize, f64)>>,
    /// What the reader did before the widget was there, as `[event, target]`, until it is heard; the loader adds what comes
    /// meanwhile. Yew may let the page have a turn between the two, and what an event means depends on those before.
    pub replay: RefCell<Option<Array>>,
    /// Where the list of all cards is rendered beside the floating one.
    pub lists: RefCell<Vec<ListPlace>>,
    pub(super) callbacks: Callbacks,
    card: OnceCell<HtmlElement>,
    widget: RefCell<Option<Scope<Widget>>>,
    /// What was sent before the widget was there.
    waiting: RefCell<Vec<Msg>>,
    released: Cell<bool>,
}

impl Page {
    /// Prepares the page of a widget.
    ///
    /// # Errors
    /// Where the host stands in no document.
    pub fn new(
        host: HtmlElement,
        cards: CardStore,
        options: Options,
        locale: Locale,
        callbacks: Callbacks,
    ) -> Result<Self, JsValue> {
        let document = host.owner_document().ok_or("the element is in no document")?;
        Ok(Self {
            preferences: Cell::new(options.preferences),
            host,
            document,
            options,
            locale,
            cards,
            mentions: Mentions::default(),
            busy: Cell::default(),
            is_card_open: Cell::default(),
            dismisses_taps: Cell::default(),
            quiet: Cell::default(),
            open: Cell::default(),
            announced: Cell::default(),
            replay: RefCell::default(),
            lists: RefCell::default(),
            callbacks,
            card: OnceCell::new(),
            widget: RefCell::default(),
            waiting: RefCell::default(),
            released: Cell::default(),
        })
    }

    /// Sends a message to the widget, now or once it is there.
    pub fn send(&self, message: Msg) {
        match &*self.widget.borrow() {
            Some(widget) => widget.send_message(message),
            None => self.waiting.borrow_mut().push(message),
        }
    }

    /// The widget is there.
    pub fn connect(&self, widget: &Scope<Widget>) {
        widget.send_message_batch(self.waiting.take());
        *self.widget.borrow_mut() = Some(widget.clone());
    }

    /// The card's element, once drawn.
    pub fn card(&self) -> Option<&HtmlElement> {
        self.card.get()
    }

    /// Set once, when the card's element is first drawn.
    pub fn set_card(&self, card: HtmlElement) {
        let _ = self.card.set(card);
    }

    /// Milliseconds of the page's clock.
    pub fn now(&self) -> f64 {
        self.callbacks.now()
    }

    /// Whether the widget was taken away.
    pub fn is_released(&self) -> bool {
        self.released.get()
    }

    /// What the loader has recorded, which ends with this.
    pub fn take_replay(&self) -> Array {
        self.callbacks.heard();
        self.replay.take().unwrap_or_default()
    }

    /// Moves focus to a mention without opening its card.
    pub fn focus(&self, mention: usize) {
        if let Some(lead) = self.mentions.lead(mention) {
            self.quietly(|| self.browser().give_focus(&self.callbacks.tab_stop(&lead)));
        }
    }

    /// Does what moves the focus, and means nothing by it.
    pub fn quietly(&self, act: impl FnOnce()) {
        let was = self.quiet.replace(true);
        act();
        self.quiet.set(was);
    }

    /// Whether the article around a mention is dark.
    pub fn is_dark(&self, mention: Option<usize>) -> bool {
        let lead = mention.and_then(|mention| self.mentions.lead(mention));
        self.callbacks.is_dark(lead.as_ref())
    }

    /// What the overlay asks of the browser.
    pub fn browser(&self) -> &Browser {
        self.callbacks.unchecked_ref()
    }

    /// Tells of the malformed cards come to since the last time, and has their marks taken away.
    pub fn report_refused(&self) {
        let (ids, faults) = self.cards.take_refused();
        if ids.is_empty() || self.is_released() {
            return;
        }
        // Where a later deck has a card of that id, its mentions stay.
        let ids: Array = ids.iter().filter(|id| !self.cards.knows(id)).map(|id| JsValue::from_str(id)).collect();
        let faults = serde_wasm_bindgen::to_value(&faults).unwrap_or_default();
        self.callbacks.refuse(ids, faults);
    }

    /// Has figure and map of the open card drawn.
    pub fn draw(&self, card: &Element, number: usize) {
        let say = |word| self.locale.words.say(word);
        let (show_table, show_chart, map) = (say(Word::ShowTable), say(Word::ShowChart), say(Word::Map));
        self.callbacks.draw(card, &self.cards.raw(number), &self.locale.lang, show_table, show_chart, map);
    }

    /// Tells the loader that the reader turned context off, or on again.
    pub fn set_off(&self, off: bool) {
        self.callbacks.set_off(off);
    }

    /// Gives everything back.
    pub fn release(&self) {
        self.released.set(true);
        if let Some(card) = self.card() {
            self.browser().hide(card);
            self.browser().settle(card, None);
        }
        self.set_open(None);
        dispatch_close(self, self.now(), Reason::Gone);
        self.lists.take();
        self.callbacks.unadopt();
        self.widget.take();
    }
}
