//! Where can a card be used while something stands above the page? Outside an open modal dialog all is inert, a card in
//! the top layer too; and a click outside an open popover closes it. Over such a layer the card lives inside it.

use wasm_bindgen::JsValue;
use web_sys::{Element, ShadowRootInit, ShadowRootMode};

use super::measure::around;
use super::style::{Adopted, CARD};

/// A host for the card inside a layer, gone when dropped. The card must be closed while it moves.
pub struct Outpost {
    layer: Element,
    host: Element,
    _style: Adopted,
}

impl Outpost {
    /// Takes `frame`, the card's parent, into a layer.
    pub fn new(layer: Element, frame: &Element) -> Result<Self, JsValue> {
        let document = layer.owner_document().ok_or("the layer is in no document")?;
        let host = document.create_element("context-cards-outpost")?;
        let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
        let style = Adopted::new(&shadow, &[CARD])?;
        layer.append_child(&host)?;
        shadow.append_child(frame)?;
        Ok(Self { layer, host, _style: style })
    }

    /// The layer it stands in.
    pub fn layer(&self) -> &Element {
        &self.layer
    }
}

impl Drop for Outpost {
    fn drop(&mut self) {
        self.host.remove();
    }
}

/// The nearest open modal dialog or popover around an element.
pub fn layer(element: &Element) -> Option<Element> {
    let mut next = Some(element.clone());
    while let Some(element) = next {
        if element.matches("dialog:modal,[popover]:popover-open").unwrap_or(false) {
            return Some(element);
        }
        next = around(&element);
    }
    None
}
