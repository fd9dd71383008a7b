//! The address that opens a card, `#context=cecot`: reads it off the page's address. `www/widget/copy_link.js` copies it.

use web_sys::Window;

const KEY: &str = "#context=";

/// The id of the card the address asks for.
pub fn linked(window: &Window) -> Option<String> {
    let hash = window.location().hash().ok()?;
    let id = js_sys::decode_uri_component(hash.strip_prefix(KEY)?).ok()?;
    Some(id.into())
}
