//! A pool of Yew applications. Yew never releases the listeners and memory of an application's element: one that is no longer
//! needed is emptied and used again.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Node};
use yew::prelude::*;

/// What an application shows.
#[derive(Properties)]
pub struct RootProps {
    content: Html,
}

impl PartialEq for RootProps {
    /// Whoever sets it anew means it.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The root of every application: what it is given.
struct Root;

impl Component for Root {
    type Message = ();
    type Properties = RootProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().content.clone()
    }
}

/// An application and the element it renders into.
struct App {
    frame: Element,
    handle: yew::AppHandle<Root>,
}

thread_local! {
    static POOL: RefCell<Vec<App>> = const { RefCell::new(Vec::new()) };
}

/// An application in use. Dropping it empties it and gives it back.
pub struct PooledApp {
    app: Cell<Option<App>>,
}

impl PooledApp {
    /// Shows `content` inside `parent`.
    ///
    /// # Errors
    /// What the browser throws where the parent takes no element.
    pub fn show(document: &Document, parent: &Node, content: Html) -> Result<Self, JsValue> {
        let app = if let Some(mut app) = POOL.with_borrow_mut(Vec::pop) {
            parent.append_child(&app.frame)?;
            app.handle.update(RootProps { content });
            app
        } else {
            let frame = document.create_element("div")?;
            parent.append_child(&frame)?;
            let root = yew::Renderer::<Root>::with_root_and_props(frame.clone(), RootProps { content });
            App { frame, handle: root.render() }
        };
        Ok(Self { app: Cell::new(Some(app)) })
    }

    /// Shows something else.
    pub fn update(&self, content: Html) {
        if let Some(mut app) = self.app.take() {
            app.handle.update(RootProps { content });
            self.app.set(Some(app));
        }
    }
}

impl Drop for PooledApp {
    fn drop(&mut self) {
        self.update(Html::default());
        if let Some(app) = self.app.take() {
            // Now, and not in Yew's own time: the page is put back.
            app.frame.remove();
            POOL.with_borrow_mut(|pool| pool.push(app));
        }
    }
}
