//! The widgets of the page by their host elements, in order of mounting.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;
use yew::html;

use super::app_pool::PooledApp;
use super::component::{Msg, Widget};
use super::page::Page;
use crate::card::{CARD_CSS, LIST_CSS};
use crate::intent::{Event as Input, Reason};

/// A mounted widget. Dropping it puts the page back.
struct Mounted {
    page: Rc<Page>,
    _app: PooledApp,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.page.release();
    }
}

thread_local! {
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
    /// Tells one widget in a pooled application from the one before.
    static SERIAL: Cell<u32> = const { Cell::new(0) };
}

/// Mounts a widget; one that its host has already is replaced.
///
/// # Errors
/// Where the host cannot take a shadow root.
pub fn mount(page: Page) -> Result<Rc<Page>, JsValue> {
    unmount(&page.host);
    let shadow = page.callbacks.adopt(&[CARD_CSS, LIST_CSS].concat())?;
    let page = Rc::new(page);
    SERIAL.set(SERIAL.get().wrapping_add(1));
    let widget = html! { <Widget key={SERIAL.get()} page={page.clone()} /> };
    let app = PooledApp::show(&page.document, &shadow, widget).inspect_err(|_| page.callbacks.unadopt())?;
    MOUNTED.with_borrow_mut(|mounted| mounted.push(Mounted { page: page.clone(), _app: app }));
    Ok(page)
}

/// Takes a widget away.
pub fn unmount(host: &HtmlElement) {
    let at = MOUNTED.with_borrow(|mounted| mounted.iter().position(|known| known.page.host == *host));
    // Dropped when nothing is borrowed: the browser may call listeners of the site.
    let gone = at.map(|at| MOUNTED.with_borrow_mut(|mounted| mounted.remove(at)));
    drop(gone);
}

/// The page of a host's widget.
pub fn page_of(host: &HtmlElement) -> Option<Rc<Page>> {
    pages().into_iter().find(|page| page.host == *host)
}

/// The pages of all widgets.
pub fn pages() -> Vec<Rc<Page>> {
    MOUNTED.with_borrow(|mounted| mounted.iter().map(|known| known.page.clone()).collect())
}

/// A card opens: those of other widgets close.
pub fn close_others(page: &Page) {
    for other in pages().iter().filter(|other| other.host != page.host && other.busy.get()) {
        other.send(Msg::Input(Input::Close(Reason::Replaced)));
    }
}
