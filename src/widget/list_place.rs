//! A place in the page's own markup where the list of all cards stands: where the site wants it, or after the article on paper.

use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::Html;

use super::app_pool::PooledApp;
use super::page::Page;
use crate::card::LIST_CSS;

/// One such place; gone when dropped.
pub struct ListPlace {
    app: PooledApp,
    host: Element,
    /// Whether it is to be printed, and nobody can press anything in it.
    pub on_paper: bool,
}

impl ListPlace {
    /// The places that the site asks for.
    pub fn all(page: &Page) -> Vec<Self> {
        let inside = page.options.list.as_ref().map(|list| Self::new(page, Some(list)));
        let after = page.options.glossary.then(|| Self::new(page, None));
        inside.into_iter().chain(after).filter_map(Result::ok).collect()
    }

    fn new(page: &Page, list: Option<&Element>) -> Result<Self, JsValue> {
        let host = page.callbacks.list_host(list, LIST_CSS)?;
        let shadow = host.shadow_root().ok_or(JsValue::UNDEFINED)?;
        let app = PooledApp::show(&page.document, &shadow, Html::default()).inspect_err(|_| host.remove())?;
        Ok(Self { app, host, on_paper: list.is_none() })
    }

    /// Draws the list.
    pub fn draw(&self, list: Html) {
        self.app.update(list);
    }
}

impl Drop for ListPlace {
    fn drop(&mut self) {
        self.host.remove();
    }
}
