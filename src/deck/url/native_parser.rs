//! Parses addresses as browsers do, by the WHATWG URL standard, without a browser.

use url::Url;

/// The address as a browser would ask for it, absolute; `base` is where a relative one stands. `None` where it cannot be parsed.
pub(super) fn resolve(url: &str, base: &str) -> Option<String> {
    Some(Url::parse(base).ok()?.join(url).ok()?.into())
}
