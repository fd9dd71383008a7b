//! Where focus goes: from the term into its card, through it, and out after the term, as if the card stood there.

use wasm_bindgen::JsCast;
use web_sys::{Document, FocusOptions, HtmlElement};

/// What has the focus, the host's shadow root looked into.
pub fn focused(document: &Document, host: &HtmlElement) -> Option<HtmlElement> {
    let active = document.active_element()?;
    let inside = host.shadow_root().filter(|_| active == **host).and_then(|root| root.active_element());
    inside.unwrap_or(active).dyn_into().ok()
}

/// Whether focus is inside an element.
pub fn is_within(element: &HtmlElement) -> bool {
    element.matches(":focus-within").unwrap_or(false)
}

/// Where Tab leads from the open card (`on_stop` false) or from its term's tab stop: in after the term, out after the card. The
/// same wherever the card's element stands in the page.
pub fn tab(card: &HtmlElement, stop: Option<HtmlElement>, on_stop: bool, back: bool) -> Option<Tab> {
    let stops = stops(card);
    if on_stop {
        return if back {
            Some(Tab { to: stop?, past: Some(card.clone()) })
        } else {
            Some(Tab { to: stops.first()?.clone(), past: None })
        };
    }
    let at = card.query_selector(":focus").ok().flatten();
    let at = at.and_then(|at| stops.iter().position(|stop| **stop == at));
    match at {
        Some(0) | None if back => Some(Tab { to: stop?, past: None }),
        // From the term the browser's own Tab goes on to what comes after it.
        Some(at) if !back && at + 1 == stops.len() => Some(Tab { to: stop?, past: Some(card.clone()) }),
        _ => None,
    }
}

/// Where Tab goes, and the card that it then travels past by the browser's own move; without one the focus stays there.
pub struct Tab {
    to: HtmlElement,
    past: Option<HtmlElement>,
}

impl Tab {
    /// Whether the focus stays where it goes: the browser's own move is to be prevented.
    pub fn stays(&self) -> bool {
        self.past.is_none()
    }

    /// Moves the focus. From a term that stands just before or after the card's element, the browser's own move would lead
    /// straight back into the card: for that one move nothing in it can be reached.
    pub fn follow(self) {
        give(&self.to);
        if let Some(card) = self.past {
            let _ = card.set_attribute("inert", "");
            gloo::timers::callback::Timeout::new(0, move || drop(card.remove_attribute("inert"))).forget();
        }
    }
}

/// Gives an element the focus without scrolling the page.
pub fn give(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

fn stops(card: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(list) =
        card.query_selector_all(":is(a[href],button,input,[tabindex='0']):not([tabindex='-1'],:disabled,[inert] *)")
    else {
        return Vec::new();
    };
    let all = (0..list.length()).filter_map(|index| list.get(index)?.dyn_into::<HtmlElement>().ok());
    all.filter(|stop| stop.get_client_rects().length() > 0).collect()
}
