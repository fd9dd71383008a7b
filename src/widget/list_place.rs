//! A place in the page's own markup where the list of all cards stands: where the site wants it, or after the article on paper.

use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::Html;

use super::app_pool::PooledApp;
use super::page::Page;
use crate::card::LIST_CSS;
use crate::dom::shadow_host::ShadowHost;

/// One such place; gone when dropped.
pub struct ListPlace {
    app: PooledApp,
    _host: ShadowHost,
    /// Whether it is to be printed, and nobody can press anything in it.
    pub on_paper: bool,
}

impl ListPlace {
    /// The places that the site asks for.
    pub fn all(page: &Page) -> Vec<Self> {
        let inside = page
            .options
            .list
            .as_ref()
            .map(|list| Self::new(page, "context-list", false, |host| list.append_child(host).map(drop)));
        let after = page.options.glossary.then(|| {
            Self::new(page, "context-glossary", true, |host| {
                page.callbacks.put_after(host);
                Ok(())
            })
        });
        inside.into_iter().chain(after).filter_map(Result::ok).collect()
    }

    fn new(
        page: &Page,
        class: &str,
        on_paper: bool,
        put: impl FnOnce(&Element) -> Result<(), JsValue>,
    ) -> Result<Self, JsValue> {
        let host = ShadowHost::new(&page.document, class, LIST_CSS, put)?;
        let app = PooledApp::show(&page.document, host.inside(), Html::default())?;
        Ok(Self { app, _host: host, on_paper })
    }

    /// Draws the list.
    pub fn draw(&self, list: Html) {
        self.app.update(list);
    }
}
