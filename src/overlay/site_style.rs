//! What a card takes from the article around it: the font of its term, and the colour of its links where that can be read.

use web_sys::{Element, HtmlElement, Window};

use super::measure::style;

/// The least contrast of an accent with the card's background. By WCAG 2.2, 1.4.3, small text needs 4.5; the accent also stands on
/// the card's tint, which takes up to a fourteenth of it.
const LEAST_CONTRAST: f64 = 4.83;

/// Gives the card the font of an element of the article, and, `with_accent`, the colour of the article's links: as custom properties
/// that the card's style sheet falls back to where the site has set none.
pub fn adopt(window: &Window, card: &HtmlElement, element: &Element, root: &Element, with_accent: bool) {
    let set = |name: &str, value: &str| {
        let _ = card.style().set_property(name, value);
    };
    set("--site-font", &style(window, element, "font-family"));
    let link = root.query_selector("a[href]:not(:has(*),context-term *)").ok().flatten();
    let color = link.map(|link| style(window, &link, "color")).unwrap_or_default();
    // Where links have the text's colour they have none of their own.
    let is_own = with_accent && color != style(window, root, "color");
    let ground = luminance(&style(window, card, "background-color"));
    let readable = luminance(&color).zip(ground).is_some_and(|(ink, ground)| contrast(ink, ground) >= LEAST_CONTRAST);
    set("--site-accent", if is_own && readable { &color } else { "" });
}

/// Relative luminance (WCAG 2) of an opaque colour as computed styles write it; `None` of any other.
fn luminance(color: &str) -> Option<f64> {
    let parts = color.strip_prefix("rgb(")?;
    let weights = [0.2126, 0.7152, 0.0722];
    let parts = parts.split([',', ' ', ')']).map(js_sys::parse_float).filter(|part| !part.is_nan());
    let linear = |part: f64| js_sys::Math::pow((part / 255.0 + 0.055) / 1.055, 2.4);
    Some(parts.zip(weights).map(|(part, weight)| linear(part) * weight).sum())
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
