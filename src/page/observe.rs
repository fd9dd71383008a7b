//! When did the article change? Later content is found without a reload, and our own marks are not mistaken for it.

use gloo::timers::callback::Timeout;
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Text};

/// How long the article must be still before it is read again, in milliseconds: several paragraphs put in one by one are
/// read once, and a reader does not notice the wait.
const STILL: u32 = 120;

/// Watches the article's roots for as long as it lives.
pub struct Observer {
    watcher: MutationObserver,
    roots: Vec<Element>,
    _call: Closure<dyn FnMut(Array)>,
    _waiting: Rc<RefCell<Option<Timeout>>>,
}

impl Observer {
    /// Calls `changed` when text or elements were added, removed or altered, once the article is still again; and before the
    /// next frame `touched`, with each text node that was written anew.
    pub fn new(roots: &[Element], changed: impl Fn() + 'static, touched: impl Fn(&Text) + 'static) -> Option<Self> {
        let changed = Rc::new(changed);
        let waiting = Rc::new(RefCell::new(None));
        let timer = waiting.clone();
        let call = Closure::new(move |records: Array| {
            if super::is_alive() {
                for record in records.iter() {
                    let record: &MutationRecord = record.unchecked_ref();
                    let target = record.target().filter(|_| record.type_() == "characterData");
                    if let Some(text) = target.and_then(|node| node.dyn_into::<Text>().ok()) {
                        touched(&text);
                    }
                }
                let changed = changed.clone();
                *timer.borrow_mut() = Some(Timeout::new(STILL, move || changed()));
            }
        });
        let watcher = MutationObserver::new(call.as_ref().unchecked_ref()).ok()?;
        let observer = Self { watcher, roots: roots.to_vec(), _call: call, _waiting: waiting };
        observer.watch();
        Some(observer)
    }

    fn watch(&self) {
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_character_data(true);
        what.set_subtree(true);
        for root in &self.roots {
            let _ = self.watcher.observe_with_options(root, &what);
        }
    }

    /// Makes a change of ours unseen by the observer, if there is one. What the site changed just before is about to be read
    /// anyway.
    pub fn unseen(observer: Option<&Self>, change: impl FnOnce()) {
        change();
        if let Some(observer) = observer {
            observer.watcher.take_records();
        }
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.watcher.disconnect();
    }
}
