//! What can JavaScript call? `mount` and the handle it returns: the whole boundary, and all that crosses it.

mod desk;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use self::desk::Desk;
use crate::deck::Deck;
use crate::intent::{Event, Reason};
use crate::mounted::Mounted;
use crate::options::Options;
use crate::page;
use crate::page::listen::Heard;
use crate::page::slice::{Slice, in_slices};
use crate::page::value;
use crate::problem::Problem;
use crate::widget::Msg;
use crate::words::Words;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("embed.d.ts");

#[wasm_bindgen]
extern "C" {
    /// One or several article elements.
    #[wasm_bindgen(typescript_type = "Element | Element[]")]
    pub type Roots;
    /// One or several parsed decks; earlier ones win.
    #[wasm_bindgen(typescript_type = "Deck | Deck[]")]
    pub type Decks;
    /// The choices of one embedding.
    #[wasm_bindgen(typescript_type = "Options | undefined")]
    pub type GivenOptions;
    /// A [`Handle`] as JavaScript holds it.
    #[wasm_bindgen(typescript_type = "Handle")]
    pub type HandleRef;
    /// The cards of a widget, as plain objects.
    #[wasm_bindgen(typescript_type = "CardInfo[]")]
    pub type CardInfos;
}

/// A mounted widget. It lives until `free()`.
#[wasm_bindgen]
pub struct Handle {
    state: Rc<State>,
    ready: Promise,
    own_host: bool,
}

/// What the handle shares with the work that is still to be done for it.
struct State {
    host: HtmlElement,
    mounted: RefCell<Option<Mounted>>,
    freed: Cell<bool>,
}

/// Marks the terms of decks in an article and shows their cards.
///
/// `root`: the article's element, or several. `deck`: a parsed deck, or several of which earlier ones win. Faults are told as
/// `context-cards:error` events on the host and cost no more than the card they are in. What takes longer than a few
/// milliseconds goes on in slices after the return, until the handle's `ready`.
///
/// # Errors
/// Throws where nothing can be mounted: `root` is no element, or stands in no document.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands values over")]
pub fn mount(root: Roots, deck: Decks, options: GivenOptions) -> Result<HandleRef, JsValue> {
    watch_panics();
    let roots: Vec<Element> =
        items(&root).into_iter().map(JsCast::dyn_into).collect::<Result<_, _>>().map_err(|_| {
            js_sys::TypeError::new("context-cards: mount(root, …): root must be an element or an array of elements")
        })?;
    let host: Option<HtmlElement> = get(&options, "host").dyn_into().ok();
    let words = Words::read(value::read(&get(&options, "words")));
    let own_host = host.is_none();
    let host = host.map_or_else(|| make_host(&roots), Ok)?;
    let window = host.owner_document().and_then(|document| document.default_view()).ok_or("there is no window")?;
    let (options, wrong) = Options::read(&value::read(&plain(&options)));
    if let Some(first) = wrong.first() {
        report(&host, "bad-option", &first.to_string(), &wrong);
    }
    let state = Rc::new(State { host: host.clone(), mounted: RefCell::default(), freed: Cell::default() });
    let (mut decks, shared) = (Desk::of(&items(&deck)), state.clone());
    let mut settle = None;
    let ready = Promise::new(&mut |done, fail| settle = Some((done, fail)));
    let Some((resolve, reject)) = settle else { return Err("a promise that is none".into()) };
    let (mut parts, mut cards) = (Some((roots, options, words)), None);
    let work = move |slice: &Slice| {
        if shared.freed.get() {
            return true;
        }
        while decks.step(&shared.host) {
            if slice.is_over() {
                return false;
            }
        }
        if cards.is_none() {
            cards = Some(Deck::merge(std::mem::take(&mut decks.read)).into_iter().map(Rc::new).collect());
            if slice.is_spent() {
                return false;
            }
        }
        let Some(((roots, options, words), cards)) = parts.take().zip(cards.take()) else { return true };
        let told = resolve.clone();
        let done = move || drop(told.call0(&JsValue::UNDEFINED));
        match Mounted::new(&shared.host, roots, cards, options, words, done) {
            Ok(mounted) => *shared.mounted.borrow_mut() = Some(mounted),
            Err(fault) => drop(reject.call1(&JsValue::UNDEFINED, &fault)),
        }
        true
    };
    in_slices(window, Box::new(work));
    let handle: JsValue = Handle { state, ready, own_host }.into();
    // The garbage collector would take an unheld handle, and the widget with it: the host holds it.
    Reflect::set(&host, &"contextCardsHandle".into(), &handle)?;
    Ok(handle.unchecked_into())
}

/// Called when an exception went through the widget's code, which it leaves half done: nothing enters it again. The page is
/// the caller's to put back.
#[wasm_bindgen(js_name = die, skip_typescript)]
pub fn die() {
    page::die();
}

#[wasm_bindgen]
impl Handle {
    /// Resolves, to nothing, when all mentions are marked. Rejects where `root` or the host stands in no document.
    #[wasm_bindgen(getter)]
    pub fn ready(&self) -> Promise {
        self.ready.clone()
    }

    /// Opens a card by its id, at its first mention if it has one. Returns whether there is such a card.
    pub fn open(&self, card: &str) -> bool {
        self.state.mounted.borrow().as_ref().is_some_and(|mounted| mounted.open(card))
    }

    /// Closes the open card, if any.
    pub fn close(&self) {
        self.send(Msg::Heard(Heard::Input(Event::Close(Reason::Api))));
    }

    /// Opens the list of all context in the article.
    #[wasm_bindgen(js_name = openPanel)]
    pub fn open_panel(&self) {
        self.send(Msg::OpenList);
    }

    /// Marks what was added to the article since.
    pub fn refresh(&self) {
        self.send(Msg::Changed);
    }

    /// The cards, in the decks' order; none before `ready`.
    #[wasm_bindgen(getter)]
    pub fn cards(&self) -> CardInfos {
        let mounted = self.state.mounted.borrow();
        let Some(mounted) = mounted.as_ref() else { return Array::new().unchecked_into() };
        let mut mentions = vec![0_u32; mounted.cards().len()];
        for mention in mounted.page().borrow().marks.mentions().iter().filter(|mention| mention.stands()) {
            mentions[mention.card] += 1;
        }
        let infos = mounted.cards().iter().zip(mentions).map(|(card, mentions)| {
            value::object(&[
                ("id", card.id.as_str().into()),
                ("kind", card.kind.as_str().into()),
                ("title", card.title.as_str().into()),
                ("mentions", mentions.into()),
            ])
        });
        infos.collect::<Array>().unchecked_into()
    }

    /// How many mentions are marked.
    #[wasm_bindgen(getter)]
    pub fn terms(&self) -> usize {
        let count = |mounted: &Mounted| {
            mounted.page().borrow().marks.mentions().iter().filter(|mention| mention.stands()).count()
        };
        self.state.mounted.borrow().as_ref().map_or(0, count)
    }

    fn send(&self, message: Msg) {
        if let Some(mounted) = &*self.state.mounted.borrow() {
            mounted.send(message);
        }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.state.freed.set(true);
        drop(self.state.mounted.take());
        if self.own_host {
            self.state.host.remove();
        }
    }
}

/// Tells one fault: `{code, message, problems}`.
fn report(host: &HtmlElement, code: &str, message: &str, problems: &[Problem]) {
    let list: Array = problems
        .iter()
        .map(|problem| {
            value::object(&[("path", problem.path.as_str().into()), ("message", problem.message.as_str().into())])
        })
        .collect();
    let detail = value::object(&[("code", code.into()), ("message", message.into()), ("problems", list.into())]);
    page::tell(host, "context-cards:error", &detail);
}

fn make_host(roots: &[Element]) -> Result<HtmlElement, JsValue> {
    let document =
        roots.first().and_then(|root| root.owner_document()).ok_or("context-cards: mount(root, …) needs an element")?;
    let host: HtmlElement = document.create_element("div")?.unchecked_into();
    document.document_element().ok_or("the document is empty")?.append_child(&host)?;
    Ok(host)
}

/// A panic becomes a JavaScript error that says where, and nothing enters the widget again.
fn watch_panics() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        yew::set_custom_panic_hook(Box::new(|panic| {
            page::die();
            wasm_bindgen::throw_str(&["context-cards: ", &panic.to_string()].concat());
        }));
    });
}

fn items(value: &JsValue) -> Vec<JsValue> {
    if Array::is_array(value) { Array::from(value).to_vec() } else { vec![value.clone()] }
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or_default()
}

/// The options that are words and numbers, without the element among them.
fn plain(options: &JsValue) -> JsValue {
    let Some(given) = Object::try_from(options) else { return JsValue::NULL };
    let kept = Object::assign(&Object::new(), given);
    for key in ["host", "words"] {
        let _ = Reflect::delete_property(&kept, &key.into());
    }
    kept.into()
}
