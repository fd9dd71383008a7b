//! Adopts constructed style sheets into a document or shadow root, and takes them away again.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Node};

/// A style sheet adopted by a document or shadow root, for as long as this value lives. Constructed sheets are not
/// markup: `style-src` does not block them, and who reads the page's markup does not see them.
pub struct Adopted {
    root: Node,
    sheet: CssStyleSheet,
}

impl Adopted {
    /// Adopts `css` into the document or shadow root that `inside` stands in.
    ///
    /// # Errors
    /// What the browser throws where it knows no constructed sheets.
    pub fn new(inside: &Node, css: &[&str]) -> Result<Self, JsValue> {
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(&css.concat())?;
        let adopted = Self { root: inside.get_root_node(), sheet };
        let sheets = adopted.others();
        sheets.push(&adopted.sheet);
        adopted.set(&sheets)?;
        Ok(adopted)
    }

    /// What else the root has adopted.
    fn others(&self) -> Array {
        let sheets = Reflect::get(&self.root, &KEY.into()).unwrap_or_default();
        if sheets.is_undefined() {
            return Array::new();
        }
        Array::from(&sheets).iter().filter(|sheet| *sheet != ***self.sheet).collect()
    }

    fn set(&self, sheets: &Array) -> Result<(), JsValue> {
        Reflect::set(&self.root, &KEY.into(), sheets.unchecked_ref()).map(drop)
    }
}

const KEY: &str = "adoptedStyleSheets";

impl Drop for Adopted {
    fn drop(&mut self) {
        let _ = self.set(&self.others());
    }
}
