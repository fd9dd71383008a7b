//! Moves the card into the layer its mention stands in. Outside an open modal dialog all is inert, a card in the top layer
//! too; and a click outside an open popover closes it: over such a layer the card lives inside it.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement, ShadowRootInit, ShadowRootMode};

use super::browser::Browser;
use crate::card::CARD_CSS;
use crate::dom::stylesheet::Adopted;

/// Where a card's element lives: in its host's shadow root, or in a portal.
#[derive(Default)]
pub struct CardHome {
    portal: RefCell<Option<Portal>>,
}

impl CardHome {
    /// Brings the closed card to where it can be used beside a mention: into the layer above the page that the mention stands
    /// in, or home.
    pub fn settle(&self, browser: &Browser, card: &HtmlElement, lead: Option<&Element>, host: &HtmlElement) {
        let Some(frame) = card.parent_element() else { return };
        let layer = lead.and_then(|lead| browser.layer_of(lead)).filter(|layer| !layer.contains(Some(host)));
        let mut portal = self.portal.borrow_mut();
        if portal.as_ref().map(Portal::layer) != layer.as_ref() {
            let next = layer.and_then(|layer| Portal::new(layer, &frame).ok());
            if let (None, Some(home)) = (&next, host.shadow_root()) {
                let _ = home.append_child(&frame);
            }
            *portal = next;
        }
    }
}

/// A host for the card inside a layer, gone when dropped. The card must be closed while it moves.
pub struct Portal {
    layer: Element,
    host: Element,
    _style: Adopted,
}

impl Portal {
    /// Takes `frame`, the card's parent, into a layer.
    pub fn new(layer: Element, frame: &Element) -> Result<Self, JsValue> {
        let document = layer.owner_document().ok_or("the layer is in no document")?;
        let host = document.create_element("context-cards-portal")?;
        let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
        let style = Adopted::new(&shadow, &[CARD_CSS])?;
        layer.append_child(&host)?;
        shadow.append_child(frame)?;
        Ok(Self { layer, host, _style: style })
    }

    /// The layer it stands in.
    pub fn layer(&self) -> &Element {
        &self.layer
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.host.remove();
    }
}
