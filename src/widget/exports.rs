//! What the loader can call. A widget is known by its host element.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use super::card_store::CardStore;
use super::component::Msg;
use super::mount;
use super::options::{Callbacks, Options, RawOptions, locale};
use super::page::Page;
use crate::dom::poison;

/// Mounts a widget. `host`: takes the card into its shadow root, and events are dispatched on it; `decks`: parsed, earlier ones win; `words`: parsed words of a language, or nothing; `events`: what the reader did
/// while the program was loading, as `[event, target]`.
///
/// # Errors
/// Throws where the host stands in no document.
#[wasm_bindgen(skip_typescript)]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands values over")]
pub fn mount(
    host: HtmlElement,
    decks: Array,
    options: RawOptions,
    words: JsValue,
    callbacks: Callbacks,
    events: Array,
) -> Result<(), JsValue> {
    #[cfg(not(panic = "immediate-abort"))]
    watch_panics();
    let options = Options::read(&options);
    let cards = CardStore::new(&decks, callbacks.clone());
    let locale = locale(&options.lang, &words, &callbacks);
    let page = Page::new(host, cards, options, locale, callbacks)?;
    page.replay.replace(Some(events));
    mount::mount(page)?.send(Msg::Replay);
    Ok(())
}

/// The marks in the page have changed.
#[wasm_bindgen(skip_typescript)]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands values over")]
pub fn update(host: HtmlElement) {
    send(&host, Msg::Updated);
}

/// Opens a card by its id, at its first mention if it has one. Returns whether there is such a card.
#[wasm_bindgen(skip_typescript)]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands values over")]
pub fn open(host: HtmlElement, id: String) -> bool {
    let Some(page) = mount::page_of(&host) else { return false };
    let known = page.cards.number(&id).is_some();
    if known {
        page.send(Msg::OpenCard(id));
    } else {
        page.report_refused();
    }
    known
}

/// Closes the open card, or the list.
#[wasm_bindgen(skip_typescript)]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands values over")]
pub fn close(host: HtmlElement) {
    send(&host, Msg::Close);
}

/// Opens the list of all context in the article.
#[wasm_bindgen(skip_typescript, js_name = openPanel)]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands values over")]
pub fn open_panel(host: HtmlElement) {
    send(&host, Msg::OpenList);
}

/// Takes a widget away.
#[wasm_bindgen(skip_typescript)]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands values over")]
pub fn unmount(host: HtmlElement) {
    mount::unmount(&host);
}

/// An exception went through the program's code, which it leaves half done: nothing enters it again.
#[wasm_bindgen(skip_typescript, js_name = poison)]
pub fn poison_program() {
    poison::poison();
}

fn send(host: &HtmlElement, message: Msg) {
    if let Some(page) = mount::page_of(host) {
        page.send(message);
    }
}

/// A panic becomes a JavaScript error that says where, and nothing enters the program again. The release stops at once instead, which the
/// loader hears of as any error: its panics call no hook.
#[cfg(not(panic = "immediate-abort"))]
fn watch_panics() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        yew::set_custom_panic_hook(Box::new(|panic| {
            poison::poison();
            wasm_bindgen::throw_str(&["context-cards: ", &panic.to_string()].concat());
        }));
    });
}
