//! An element of ours in the page's markup, with a shadow root that the site's styles do not reach; removed when dropped.

use wasm_bindgen::JsValue;
use web_sys::{Document, Element, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::stylesheet::Adopted;

/// An element of ours in the page's own markup.
pub struct ShadowHost {
    host: Element,
    shadow: ShadowRoot,
    _style: Adopted,
}

impl ShadowHost {
    /// Makes one; `put` sets it into the page. `class` tells the style sheet `css` what it is.
    ///
    /// # Errors
    /// What the browser throws where it cannot be made, or put there.
    pub fn new(
        document: &Document,
        class: &str,
        css: &str,
        put: impl FnOnce(&Element) -> Result<(), JsValue>,
    ) -> Result<Self, JsValue> {
        let host = document.create_element("div")?;
        host.set_class_name(class);
        host.set_attribute("data-context-cards", "off")?;
        let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
        put(&host)?;
        let style = Adopted::new(&shadow, &[css])?;
        Ok(Self { host, shadow, _style: style })
    }

    /// What is drawn into.
    pub fn inside(&self) -> &ShadowRoot {
        &self.shadow
    }
}

impl Drop for ShadowHost {
    fn drop(&mut self) {
        self.host.remove();
    }
}
