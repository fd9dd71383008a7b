//! What of a page does one widget hold? Its article roots, the marks in them, the styles, the observer; all given back on
//! [`Page::release`]. Everything that touches the DOM lies below this file.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Document, Element, HtmlElement, ShadowRoot, Text, Window};

use self::listener::Listener;
use self::mark::Marks;
use self::memory::Wishes;
use self::observe::Observer;
use self::outpost::Outpost;
use self::place::Place;
use self::scan::Scan;
use self::style::{Adopted, TERM};
use crate::deck::Card;
use crate::matcher::Matcher;
use crate::options::Options;
use crate::trie::Building;

pub mod anchor;
pub mod back;
pub mod drag;
pub mod focus;
pub mod intl;
pub mod link;
pub mod listen;
pub mod listener;
pub mod mark;
pub mod measure;
pub mod memory;
pub mod observe;
pub mod outpost;
pub mod place;
pub mod popover;
pub mod scan;
pub mod selection;
pub mod slice;
pub mod style;
pub mod text;
pub mod unicode;
pub mod value;

thread_local! {
    static ALIVE: Cell<bool> = const { Cell::new(true) };
}

/// Whether the widget's code can still be entered: after a panic its memory is not to be trusted.
pub fn is_alive() -> bool {
    ALIVE.get()
}

/// Called when the widget's code panicked: no listener, timer or observer enters it again.
pub fn die() {
    ALIVE.set(false);
}

/// The page of one widget.
pub struct Page {
    /// The document of the article.
    pub document: Document,
    /// Its window.
    pub window: Window,
    /// The element whose shadow root holds the card and on which events are told.
    pub host: HtmlElement,
    /// The marks in the article.
    pub marks: Marks,
    /// Whether a card is open, opening or closing.
    pub busy: bool,
    /// Whether a tap beside the open card puts it away.
    pub dismisses_taps: bool,
    /// How the reader wants to be served.
    pub wishes: Wishes,
    /// Where the site wants the list of all cards.
    pub list: Option<Place>,
    /// The list that is printed after the article.
    pub glossary: Option<Place>,
    /// True while focus moves without meaning: its events are not heard.
    pub quiet: Rc<Cell<bool>>,
    roots: Vec<Element>,
    card: Option<HtmlElement>,
    open: Option<usize>,
    cards: Rc<Vec<Rc<Card>>>,
    options: Options,
    matcher: Matcher,
    /// How many cards the matcher has learned the terms of.
    learned: usize,
    building: Option<Building>,
    scan: Option<Scan>,
    /// Whether slices of a scan are under way.
    at_work: bool,
    /// Who is told at the end of the scan.
    waiting: Vec<Box<dyn FnOnce()>>,
    styles: Vec<Adopted>,
    observer: Option<Observer>,
    listeners: Vec<Listener>,
    outpost: RefCell<Option<Outpost>>,
}

impl Page {
    /// Prepares a page: nothing is marked yet. `roots`: the article's elements, of one document.
    pub fn new(
        host: HtmlElement,
        roots: Vec<Element>,
        cards: Rc<Vec<Rc<Card>>>,
        options: Options,
    ) -> Result<Self, JsValue> {
        let document = host.owner_document().ok_or("the element is in no document")?;
        let window = document.default_view().ok_or("the document is in no window")?;
        let mut styles = Vec::new();
        for root in &roots {
            // One sheet a document or shadow root is enough.
            let place = root.get_root_node();
            if !styles.iter().any(|(known, _)| *known == place) {
                styles.push((place, Adopted::new(root, &[TERM])?));
            }
        }
        let wishes = Wishes::recall(&window);
        let list = options.list.as_str();
        let list = if list.is_empty() { None } else { document.query_selector(list).ok().flatten() };
        let place = |place: Element| Place::new(&document, "context-list", |host| place.append_child(host).map(drop));
        let list = list.map(place).transpose()?;
        let after = roots.last().filter(|_| options.glossary).cloned();
        let glossary = after
            .map(|root| Place::new(&document, "context-glossary", |host| after_article(&root, host)))
            .transpose()?;
        Ok(Self {
            wishes,
            list,
            glossary,
            document,
            window,
            host,
            marks: Marks::default(),
            busy: false,
            dismisses_taps: false,
            quiet: Rc::default(),
            roots,
            card: None,
            open: None,
            cards,
            options,
            matcher: Matcher::empty(),
            learned: 0,
            building: None,
            scan: None,
            at_work: false,
            waiting: Vec::new(),
            styles: styles.into_iter().map(|(_, style)| style).collect(),
            observer: None,
            listeners: Vec::new(),
            outpost: RefCell::default(),
        })
    }

    /// Starts to hear and to watch. `changed` is called when the article has changed.
    pub fn attend(page: &Rc<RefCell<Self>>, listeners: Vec<Listener>, changed: impl Fn() + 'static) {
        let known = Rc::downgrade(page);
        let touched = move |text: &Text| {
            if let Some(page) = known.upgrade()
                && let Ok(mut page) = page.try_borrow_mut()
            {
                page.let_go_of(text);
            }
        };
        let mut page = page.borrow_mut();
        page.listeners = listeners;
        page.observer = Observer::new(&page.roots, changed, touched);
    }

    fn let_go_of(&mut self, text: &Text) {
        let marks = &mut self.marks;
        Observer::unseen(self.observer.as_ref(), || marks.let_go_of(text));
    }

    /// The card's element, once drawn.
    pub fn card(&self) -> Option<&HtmlElement> {
        self.card.as_ref()
    }

    /// The shadow trees that the article stands in: some events are not heard outside of them.
    pub fn shadows(&self) -> Vec<ShadowRoot> {
        let mut shadows: Vec<ShadowRoot> = Vec::new();
        for root in &self.roots {
            let mut tree = root.get_root_node().dyn_into::<ShadowRoot>();
            while let Ok(shadow) = tree {
                tree = shadow.host().get_root_node().dyn_into();
                if !shadows.contains(&shadow) {
                    shadows.push(shadow);
                }
            }
        }
        shadows
    }

    /// Told once, when the card's element is first drawn.
    pub fn set_card(&mut self, card: HtmlElement) {
        self.card = Some(card);
    }

    /// Whether a card is in the top layer.
    pub fn card_is_open(&self) -> bool {
        self.card.as_ref().is_some_and(|card| popover::is_open(card))
    }

    /// Whether a mention's card is the open one.
    pub fn is_open(&self, mention: usize) -> bool {
        self.open == Some(mention)
    }

    /// Marks one mention as the open one, and the last one as closed.
    pub fn set_open(&mut self, mention: Option<usize>) {
        let mentions = self.marks.mentions();
        if let Some(was) = self.open.and_then(|was| mentions.get(was)) {
            was.set_open(false);
        }
        if let Some(is) = mention.and_then(|is| mentions.get(is)) {
            is.set_open(true);
        }
        self.open = mention;
    }

    /// Gives everything back: marks, styles, listeners, observer.
    pub fn release(&mut self) {
        self.listeners.clear();
        self.observer = None;
        self.scan = None;
        self.waiting.clear();
        if let Some(card) = self.card.take() {
            popover::hide(&card);
            self.settle(&card, None);
        }
        self.busy = false;
        self.unmark();
        self.list = None;
        self.glossary = None;
        self.styles.clear();
    }
}

/// Dispatches a bubbling, composed `CustomEvent`.
pub fn tell(host: &Element, name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = host.dispatch_event(&event);
    }
}

/// After the article, or at its end where it is the whole page.
fn after_article(root: &Element, host: &Element) -> Result<(), JsValue> {
    if root.local_name() == "body" { root.append_child(host).map(drop) } else { root.after_with_node_1(host) }
}
