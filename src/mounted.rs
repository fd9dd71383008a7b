//! What stands in a page while a widget is mounted, and goes when it goes?

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement, ShadowRootInit, ShadowRootMode};
use yew::AppHandle;

use crate::date::Date;
use crate::deck::Card;
use crate::locale::Locale;
use crate::options::Options;
use crate::page::scan::scan;
use crate::page::style::{Adopted, CARD, LIST};
use crate::page::{Page, intl};
use crate::widget::{Msg, Widget, WidgetProps};
use crate::words::Words;

/// The widget and what it stands on. Dropping it puts the article back.
pub struct Mounted {
    app: Option<AppHandle<Widget>>,
    page: Rc<RefCell<Page>>,
    cards: Rc<Vec<Rc<Card>>>,
    frame: Element,
    _style: Adopted,
}

impl Mounted {
    /// Mounts a widget. `host`: the element whose shadow root takes the card and on which events are told; `roots`: the
    /// article's elements; `ready`: called when all mentions are marked. Throws where the elements stand in no document.
    pub fn new(
        host: &HtmlElement,
        roots: Vec<Element>,
        cards: Vec<Rc<Card>>,
        options: Options,
        words: Words,
        ready: impl FnOnce() + 'static,
    ) -> Result<Self, JsValue> {
        let cards = Rc::new(cards);
        let shadow = match host.shadow_root() {
            Some(shadow) => shadow,
            None => host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
        };
        let style = Adopted::new(&shadow, &[CARD, LIST])?;
        let frame = host.owner_document().ok_or("the element is in no document")?.create_element("div")?;
        shadow.append_child(&frame)?;
        let locale = Locale {
            lang: if words.is_empty() { "en".to_owned() } else { options.lang.clone() },
            words: Rc::new(words),
            formats: Rc::new(intl::BrowserFormats::new(&options.lang)),
        };
        let page = Rc::new(RefCell::new(Page::new(host.clone(), outermost(roots), cards.clone(), options.clone())?));
        let props = WidgetProps { page: page.clone(), cards: cards.clone(), options, locale, today: today() };
        let app = yew::Renderer::<Widget>::with_root_and_props(frame.clone(), props).render();
        scan(&page, ready);
        Ok(Self { app: Some(app), page, cards, frame, _style: style })
    }

    /// The cards, in the decks' order.
    pub fn cards(&self) -> &[Rc<Card>] {
        &self.cards
    }

    /// The page the widget works on.
    pub fn page(&self) -> &Rc<RefCell<Page>> {
        &self.page
    }

    /// Passes a message to the widget.
    pub fn send(&self, message: Msg) {
        if let Some(app) = &self.app {
            app.send_message(message);
        }
    }

    /// Opens a card by its id, at its first mention if it has one. Returns whether there is such a card.
    pub fn open(&self, card: &str) -> bool {
        let known = self.cards.iter().any(|known| known.id == card);
        if known {
            self.send(Msg::OpenCard(card.to_owned()));
        }
        known
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // Yew takes a component down in its own time; the article is put back now.
        self.page.borrow_mut().release();
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.frame.remove();
    }
}

/// An article inside another article is read with it.
fn outermost(roots: Vec<Element>) -> Vec<Element> {
    let inside = |root: &Element| roots.iter().any(|other| other != root && other.contains(Some(root)));
    let kept: Vec<bool> = roots.iter().map(|root| !inside(root)).collect();
    roots.into_iter().zip(kept).filter_map(|(root, kept)| kept.then_some(root)).collect()
}

fn today() -> Date {
    let now = js_sys::Date::new_0();
    #[allow(clippy::cast_possible_truncation, reason = "months and days are small")]
    let (month, day) = (now.get_month() as u8 + 1, now.get_date() as u8);
    Date { year: u16::try_from(now.get_full_year()).unwrap_or(u16::MAX), month: Some(month), day: Some(day) }
}
