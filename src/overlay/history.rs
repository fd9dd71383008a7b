//! An entry of history under an open sheet, which `www/widget/history.js` pushes: the back gesture closes the sheet and does not leave the
//! article.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// What was pushed.
    pub type Pushed;

    #[wasm_bindgen(catch, method, structural, js_name = isCurrent)]
    fn is_current(this: &Pushed) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, method, structural)]
    fn end(this: &Pushed) -> Result<(), JsValue>;
}

/// Our entry of history. Dropping it goes back over it, if it is the current one; else it stays where it is.
pub struct HistoryEntry(pub Pushed);

impl HistoryEntry {
    /// Whether it is the entry the page is at: the site may have pushed others since, and the reader may have gone back.
    pub fn is_current(&self) -> bool {
        self.0.is_current().unwrap_or(false)
    }
}

impl Drop for HistoryEntry {
    fn drop(&mut self) {
        let _ = self.0.end();
    }
}
