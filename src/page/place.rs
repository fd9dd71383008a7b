//! Where does the list stand in a page, untouched by its styles? In an element of its own with a shadow root, taken away
//! when it goes.

use wasm_bindgen::JsValue;
use web_sys::{Document, Element, ShadowRootInit, ShadowRootMode};

use super::style::{Adopted, LIST};

/// An element of ours in the page's own markup.
pub struct Place {
    host: Element,
    inside: Element,
    _style: Adopted,
}

impl Place {
    /// Makes one; `put` sets it into the page. `class` tells the style sheet what it is.
    pub fn new(
        document: &Document,
        class: &str,
        put: impl FnOnce(&Element) -> Result<(), JsValue>,
    ) -> Result<Self, JsValue> {
        let host = document.create_element("div")?;
        host.set_class_name(class);
        host.set_attribute("data-context-cards", "off")?;
        let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
        let inside = document.create_element("div")?;
        shadow.append_child(&inside)?;
        put(&host)?;
        let style = Adopted::new(&shadow, &[LIST])?;
        Ok(Self { host, inside, _style: style })
    }

    /// What is drawn into.
    pub fn inside(&self) -> &Element {
        &self.inside
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.host.remove();
    }
}
