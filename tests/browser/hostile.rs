//! Do card and text still look right, and work, where a site's own styles and scripts are against them?

use crate::harness::{Page, User, stories, term};

stories![
    reset_rules_do_not_reach_the_term,
    important_colours_do_not_reach_the_card,
    clipping_and_transforms_do_not_hold_the_card,
    a_huge_z_index_does_not_cover_the_card,
    everything_at_once,
    an_old_library_that_writes_its_own_json,
];

const RESET: &str = "* { all: revert; } span { display: block; } context-cards { display: block; }";
const RED: &str =
    "article * { color: red !important; } article a { color: blue; } span, a, i { display: block; padding: 9px; }";
const CLIP: &str = "article { overflow: hidden; height: 180px; position: relative; transform: rotate(.2deg) scale(1.1); contain: paint; }
    body { transform: translateX(0); overflow-x: hidden; }";
const ABOVE: &str = "header { position: fixed; inset: 0 0 auto 0; height: 60px; z-index: 2147483647; background: #eee; }
    footer { position: fixed; inset: auto 0 0 0; height: 500px; z-index: 2147483647; background: #ddd; pointer-events: none; }";
/// Where the host page styles the element itself, its card is still a card.
const OWN: &str = "context-cards { font-size: 60px; text-transform: uppercase; letter-spacing: 9px; visibility: hidden; opacity: 0; }";

/// The article's text looks as it does without the widget, but for the underline.
fn the_term_is_text(user: &User) {
    let term = "term('cecot')";
    for property in ["color", "font-size", "font-family", "font-weight", "font-style", "letter-spacing", "line-height"]
    {
        assert_eq!(user.style(term, property), user.style(&format!("{term}.parentElement"), property), "{property}");
    }
    assert_eq!(user.style(term, "display"), "inline");
    for property in ["padding-left", "margin-left", "border-left-width"] {
        assert_eq!(user.style(term, property), "0px", "{property}");
    }
}

/// The open card lies on top of everything at its corners, has its own colours, and a card's size.
fn the_card_is_a_card(user: &User) {
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    let settled = "card().getAnimations({ subtree: true }).every((animation) => animation.playState === 'finished')";
    user.until_holds("it has come to rest", settled);
    let seen = user.sees_card("CECOT");
    assert!((280.0..=440.0).contains(&seen.rect.width), "a card's width: {:?}", seen.rect);
    assert!((120.0..=700.0).contains(&seen.rect.height), "a card's height: {:?}", seen.rect);
    assert!(
        seen.rect.x >= 0.0 && seen.rect.right() <= 1280.0 && seen.rect.y >= 0.0 && seen.rect.bottom() <= 800.0,
        "in view: {:?}",
        seen.rect
    );
    // Fourteen pixels in, past any rounding of the corners.
    let corners = "(() => { const { left, right, top, bottom } = card().getBoundingClientRect();
        return [[left + 14, top + 14], [right - 14, top + 14], [left + 14, bottom - 14], [right - 14, bottom - 14]]
            .every(([x, y]) => document.elementFromPoint(x, y) === host() && card().contains(host().shadowRoot.elementFromPoint(x, y))); })()";
    assert!(user.holds(corners), "nothing lies over its corners");
    assert_eq!(user.ask("return unreadable();"), serde_json::json!([]), "every text is readable");
    for part in ["title", "summary"] {
        assert_ne!(
            user.style(&format!("part('{part}')"), "color"),
            "rgb(255, 0, 0)",
            "the {part}'s colour is the card's own"
        );
    }
    assert_eq!(user.style("part('summary')", "text-transform"), "none");
    user.keeps_seeing("CECOT");
}

fn looks_right(user: &User, rules: &str) {
    let bars = "<header>A bar that is always on top</header><footer>Another</footer>";
    user.open(&Page::sample().css(rules).before(bars));
    assert_eq!(user.ready(), (3, 3));
    the_term_is_text(user);
    the_card_is_a_card(user);
}

fn reset_rules_do_not_reach_the_term(user: &User) {
    looks_right(user, RESET);
}

fn important_colours_do_not_reach_the_card(user: &User) {
    looks_right(user, RED);
    assert_eq!(user.style("term('cecot')", "color"), "rgb(255, 0, 0)", "the site's own wish for its text is kept");
}

fn clipping_and_transforms_do_not_hold_the_card(user: &User) {
    looks_right(user, CLIP);
}

fn a_huge_z_index_does_not_cover_the_card(user: &User) {
    looks_right(user, &format!("{ABOVE} article {{ margin-top: 120px; }}"));
}

fn everything_at_once(user: &User) {
    looks_right(user, &[RESET, RED, CLIP, ABOVE, OWN, "article { margin-top: 120px; }"].concat());
}

/// Prototype 1.6 taught arrays to write themselves as JSON, in text.
fn an_old_library_that_writes_its_own_json(user: &User) {
    let code = "for (const type of [Array, String, Number]) {
        Object.defineProperty(type.prototype, 'toJSON', { value: function () { return `${this}`; }, enumerable: true, writable: true, configurable: true });
    }";
    user.open(&Page::sample().script(code));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    assert!(user.holds("host().cards.length === 3 && host().cards[0].id === 'cecot'"));
    assert!(user.heard("error").is_empty() && user.faults().is_empty(), "{}", user.log());
}
