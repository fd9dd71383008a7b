//! What of a page does one widget hold? Its article roots, the marks in them, the styles, the observer; all given back on
//! [`Page::release`]. Everything that touches the DOM lies below this file.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition, ShadowRoot, Window,
};

use self::listen::Listener;
use self::mark::{Marks, keep_selection};
use self::memory::Wishes;
use self::observe::Observer;
use self::outpost::Outpost;
use self::place::Place;
use self::style::Adopted;
use self::text::Reading;
use self::unicode::BrowserUnicode;
use crate::deck::Card;
use crate::geometry::{Point, Rect};
use crate::intent::Over;
use crate::matcher::Matcher;
use crate::mention::Chooser;
use crate::options::Options;
use crate::placement;

pub mod back;
pub mod drag;
pub mod intl;
pub mod link;
pub mod listen;
pub mod mark;
pub mod measure;
pub mod memory;
pub mod observe;
pub mod outpost;
pub mod place;
pub mod popover;
pub mod style;
pub mod text;
pub mod unicode;

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
    unicode: BrowserUnicode,
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
        let unicode = BrowserUnicode::new();
        let terms = cards.iter().enumerate().flat_map(|(index, card)| card.terms.iter().map(move |term| (index, term)));
        let matcher = Matcher::new(terms, &unicode);
        let mut styles = Vec::new();
        for root in &roots {
            // One sheet a document or shadow root is enough.
            let place = root.get_root_node();
            if !styles.iter().any(|(known, _)| *known == place) {
                styles.push((place, Adopted::new(root, include_str!("term.css"))?));
            }
        }
        let wishes = Wishes::recall(&window);
        let list = options.list.as_str();
        let list = if list.is_empty() { None } else { document.query_selector(list)? };
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
            matcher,
            unicode,
            styles: styles.into_iter().map(|(_, style)| style).collect(),
            observer: None,
            listeners: Vec::new(),
            outpost: RefCell::default(),
        })
    }

    /// Starts to hear and to watch. `changed` is called when the article has changed.
    pub fn attend(&mut self, listeners: Vec<Listener>, changed: impl Fn() + 'static) {
        self.listeners = listeners;
        self.observer = Observer::new(&self.roots, changed);
    }

    /// Reads the article and marks what is not yet marked.
    pub fn scan(&mut self) {
        if self.wishes.off {
            return;
        }
        if !self.busy {
            // Only now: the indexes of the others change.
            self.marks.drop_fallen();
        }
        let readings: Vec<Reading> = self.roots.iter().map(|root| Reading::of(root, &self.options.skip)).collect();
        let mut chooser = Chooser::new(self.options.mark);
        for (_, term) in readings.iter().flat_map(|reading| &reading.terms) {
            if let Some(card) = self.card_of(term).filter(|_| self.marks.of(term).is_some() || !mark::is_taken(term)) {
                chooser.place_by_hand(card);
                if !mark::is_taken(term) {
                    self.marks.adopt(term.clone(), card);
                }
            }
        }
        for (root, reading) in self.roots.iter().zip(&readings) {
            let mut section = None;
            let cards = &self.cards;
            let (matcher, unicode, marks) = (&self.matcher, &self.unicode, &mut self.marks);
            let mut mark = || {
                for block in &reading.blocks {
                    if section != Some(block.section) {
                        section = Some(block.section);
                        chooser.section();
                        let here = reading.terms.iter().filter(|(section, _)| *section == block.section);
                        for card in here
                            .filter_map(|(_, term)| marks.of(term))
                            .map(|mention| marks.mentions()[mention].card)
                            .collect::<Vec<_>>()
                        {
                            chooser.place_by_hand(card);
                        }
                    }
                    let mut found = matcher.find(&block.text, unicode);
                    found.retain(|found| markable(block, found) && chooser.take(found.card));
                    marks.mark(block, &found, |card| cards[card].id.clone());
                }
            };
            match &self.observer {
                Some(observer) => observer.unseen(|| keep_selection(root, mark)),
                None => keep_selection(root, &mut mark),
            }
        }
    }

    fn card_of(&self, term: &Element) -> Option<usize> {
        let id = term.get_attribute("card")?;
        self.cards.iter().position(|card| card.id == id)
    }

    /// The cards the article mentions, in the order of their first mention.
    pub fn in_order(&self) -> Vec<usize> {
        let mut firsts: Vec<(&Element, usize)> = Vec::new();
        for mention in self.marks.mentions().iter().filter(|mention| mention.stands()) {
            if let Some(lead) = mention.pieces.first() {
                firsts.push((lead, mention.card));
            }
        }
        firsts.sort_by(|(one, _), (other, _)| {
            let follows = one.compare_document_position(other) & web_sys::Node::DOCUMENT_POSITION_FOLLOWING != 0;
            if follows { std::cmp::Ordering::Less } else { std::cmp::Ordering::Greater }
        });
        let mut cards = Vec::new();
        for (_, card) in firsts {
            if !cards.contains(&card) {
                cards.push(card);
            }
        }
        cards
    }

    /// Takes every mark away, or marks again.
    pub fn set_wishes(&mut self, wishes: Wishes) {
        let was = std::mem::replace(&mut self.wishes, wishes);
        if was.off == wishes.off {
            return;
        }
        if wishes.off { self.unmark() } else { self.scan() }
    }

    fn unmark(&mut self) {
        let Some(root) = self.roots.first().cloned() else { return };
        let marks = &mut self.marks;
        let mut clear = || keep_selection(&root, || marks.clear());
        match &self.observer {
            Some(observer) => observer.unseen(clear),
            None => clear(),
        }
    }

    /// The first mention of a card in the page.
    pub fn mention_of(&self, card: usize) -> Option<usize> {
        self.marks.mentions().iter().position(|mention| mention.card == card)
    }

    /// The card's element, once drawn.
    pub fn card(&self) -> Option<&HtmlElement> {
        self.card.as_ref()
    }

    /// Brings the closed card to where it can be used beside a mention: into the layer above the page that the mention
    /// stands in, or home.
    pub fn settle(&self, card: &HtmlElement, mention: Option<usize>) {
        let Some(frame) = card.parent_element() else { return };
        let lead = mention.and_then(|mention| self.marks.mentions().get(mention)?.pieces.first());
        let layer = lead.and_then(outpost::layer).filter(|layer| !layer.contains(Some(&self.host)));
        let mut outpost = self.outpost.borrow_mut();
        if outpost.as_ref().map(Outpost::layer) != layer.as_ref() {
            let next = layer.and_then(|layer| Outpost::new(layer, &frame).ok());
            if let (None, Some(home)) = (&next, self.host.shadow_root()) {
                let _ = home.append_child(&frame);
            }
            *outpost = next;
        }
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

    /// The line of a mention that a card hangs on, if any of it can be seen. `at`: where the pointer was, as seen from the
    /// mention's first line, so that it goes with the mention when the page scrolls; without one the first line.
    pub fn line(&self, mention: usize, at: Option<Point>) -> Option<Rect> {
        let mention = self.marks.mentions().get(mention)?;
        let lines = measure::lines(mention);
        let first = lines.first()?;
        let lead = mention.pieces.first()?;
        let at = at.map(|at| Point { x: at.x + first.x, y: at.y + first.y });
        let line = placement::anchor(&lines, at, measure::is_vertical(&self.window, lead))?;
        measure::visible(&self.window, lead, line).map(|_| line)
    }

    /// A point of the screen as seen from a mention's first line.
    pub fn seen_from(&self, mention: usize, at: Point) -> Option<Point> {
        let first = *measure::lines(self.marks.mentions().get(mention)?).first()?;
        Some(Point { x: at.x - first.x, y: at.y - first.y })
    }

    /// Scrolls a mention into view if it is not.
    pub fn reveal(&self, mention: usize) {
        if self.line(mention, None).is_none()
            && let Some(lead) = self.marks.mentions().get(mention).and_then(|mention| mention.pieces.first())
        {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            // At once, also where the site scrolls smoothly: the card needs the place to stand.
            options.set_behavior(ScrollBehavior::Instant);
            lead.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Moves focus to a mention without opening its card.
    pub fn focus(&self, mention: usize) {
        if let Some(lead) = self.marks.mentions().get(mention).and_then(|mention| mention.pieces.first()) {
            self.quiet.set(true);
            focus(lead.unchecked_ref());
            self.quiet.set(false);
        }
    }

    /// What has the focus, our own shadow root looked into.
    pub fn focused(&self) -> Option<HtmlElement> {
        let active = self.document.active_element()?;
        let inside = self.host.shadow_root().filter(|_| *active == **self.host).and_then(|root| root.active_element());
        inside.unwrap_or(active).dyn_into().ok()
    }

    /// Whether focus is inside the card.
    pub fn has_focus(&self) -> bool {
        self.card.as_ref().is_some_and(|card| card.matches(":focus-within").unwrap_or(false))
    }

    /// Where Tab leads from the open card or its term: in after the term, out after the card. The same wherever
    /// the card's element stands in the page.
    pub fn tab(&self, over: &Over, back: bool) -> Option<Tab> {
        let card = self.card.as_ref()?;
        let lead =
            self.open.and_then(|open| self.marks.mentions().get(open)).and_then(|mention| mention.pieces.first());
        let stops = stops(card);
        match over {
            Over::Mention(mention) if Some(*mention) == self.open && !back => {
                Some(Tab { to: stops.first()?.clone(), past: None })
            }
            Over::Mention(mention) if Some(*mention) == self.open => {
                Some(Tab { to: lead?.clone().unchecked_into(), past: Some(card.clone()) })
            }
            Over::Card => {
                let at = card.query_selector(":focus").ok().flatten();
                let at = at.and_then(|at| stops.iter().position(|stop| **stop == at));
                let lead: HtmlElement = lead?.clone().unchecked_into();
                match at {
                    Some(0) | None if back => Some(Tab { to: lead, past: None }),
                    // From the term the browser's own Tab goes on to what comes after it.
                    Some(at) if !back && at + 1 == stops.len() => Some(Tab { to: lead, past: Some(card.clone()) }),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Whether the article around a mention is dark.
    pub fn is_dark(&self, mention: Option<usize>) -> bool {
        let lead =
            mention.and_then(|mention| self.marks.mentions().get(mention)).and_then(|mention| mention.pieces.first());
        lead.or(self.roots.first()).is_some_and(|element| measure::is_dark(&self.window, element))
    }

    /// Gives everything back: marks, styles, listeners, observer.
    pub fn release(&mut self) {
        self.listeners.clear();
        self.observer = None;
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

/// Where Tab goes, and the card that it then travels past by the browser's own move; without one the focus stays there.
pub struct Tab {
    to: HtmlElement,
    past: Option<HtmlElement>,
}

impl Tab {
    /// Whether the focus stays where it goes: the browser's own move is to be prevented.
    pub fn stays(&self) -> bool {
        self.past.is_none()
    }

    /// Moves the focus. From a term that stands just before or after the card's element, the browser's own move would lead
    /// straight back into the card: for that one move nothing in it can be reached.
    pub fn follow(self) {
        focus(&self.to);
        if let Some(card) = self.past {
            let _ = card.set_attribute("inert", "");
            gloo::timers::callback::Timeout::new(0, move || drop(card.remove_attribute("inert"))).forget();
        }
    }
}

/// Moves focus without scrolling the page.
pub fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

fn stops(card: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(list) = card.query_selector_all(":is(a[href],button,input,[tabindex='0']):not([tabindex='-1'],:disabled)")
    else {
        return Vec::new();
    };
    let all = (0..list.length()).filter_map(|index| list.get(index)?.dyn_into::<HtmlElement>().ok());
    all.filter(|stop| stop.get_client_rects().length() > 0).collect()
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

/// Whether every piece of a match is text that may be marked. Barriers stop most; this holds for the rest.
fn markable(block: &text::Block, found: &crate::matcher::Match) -> bool {
    let overlaps = |piece: &&text::Piece| piece.start < found.end && found.start < piece.start + piece.length;
    block.pieces.iter().any(|piece| overlaps(&piece))
}
