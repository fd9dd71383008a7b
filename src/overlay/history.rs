//! An entry of history under an open sheet, so that the back gesture closes the sheet and does not leave the article.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{History, Location, Window};

/// The field of `history.state` that names our entry. The site's own fields stay beside it: its router sees no change.
const KEY: &str = "contextCards";

/// Our entry of history. Dropping it goes back over it, if it is the current one; else it stays where it is.
pub struct HistoryEntry {
    history: History,
    location: Location,
    id: f64,
    length: u32,
    address: Option<String>,
}

impl HistoryEntry {
    /// Pushes an entry with the site's own state. `None` where that cannot carry a name: it is neither an object nor nothing.
    pub fn push(window: &Window) -> Option<Self> {
        let history = window.history().ok()?;
        let was = history.state().ok()?;
        if !was.is_null() && (!was.is_object() || js_sys::Array::is_array(&was)) {
            return None;
        }
        let state = Object::assign(&Object::new(), &Object::from(was));
        let id = js_sys::Math::random();
        Reflect::set(&state, &KEY.into(), &id.into()).ok()?;
        history.push_state(&state, "").ok()?;
        let (length, location) = (history.length().ok()?, window.location());
        let address = location.href().ok();
        Some(Self { history, location, id, length, address })
    }

    /// Whether it is the entry the page is at: the site may have pushed others since, and the reader may have gone back.
    pub fn is_current(&self) -> bool {
        let state = self.history.state().unwrap_or(JsValue::NULL);
        let id = Reflect::get(&state, &KEY.into()).ok().and_then(|id| id.as_f64());
        // A site's entry may carry a copy of our state; it makes the history longer, or has another address. At its limit of
        // fifty entries a history grows no longer, and Firefox counts one past it before it drops the oldest.
        id.is_some_and(|id| id.total_cmp(&self.id).is_eq())
            && self.history.length().is_ok_and(|length| length <= self.length)
            && self.location.href().ok() == self.address
    }
}

impl Drop for HistoryEntry {
    fn drop(&mut self) {
        if self.is_current() {
            let _ = self.history.back();
        }
    }
}
