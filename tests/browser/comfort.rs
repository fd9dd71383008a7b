//! Can it be read by those who recolour or still the screen, and do they see what has the focus?

use crate::harness::{
    ENTER, Engine, NO_MEDIA, NO_NARROW, Page, SHIFT, Spot, TAB, User, control, element, sample, stories, term,
};
use serde_json::{Value, json};

stories![
    every_text_is_readable_in_both_themes,
    focus_shows_on_every_stop,
    forced_colours_keep_every_sign except [WebKit: NO_MEDIA],
    more_contrast_is_given except [WebKit: NO_MEDIA],
    a_sheet_rises_once except [WebKit: NO_NARROW],
    nothing_moves_for_who_wants_it_still except [WebKit: NO_MEDIA],
];

const COMFORT: &str = include_str!("comfort.js");

pub fn full(options: &str) -> Page {
    Page::sample().deck(&sample::full_deck()).options(&["published=\"2025-12-23\" ", options].concat())
}

pub fn in_the_card(user: &User, page: &Page) {
    user.open(page);
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    // A sheet rises into its place.
    user.until_holds("it stands still", "!host().shadowRoot?.getAnimations().length");
}

pub fn ask(user: &User, script: &str) -> Value {
    user.ask(&[COMFORT, script].concat())
}

/// Looks on every tab of the open card, and at the figure's table; nothing may be wrong there.
pub fn on_every_tab(user: &User, question: &str) {
    let look = |state: &str| assert_eq!(ask(user, &format!("return {question}();")), json!([]), "{question}: {state}");
    if user.holds("card().querySelector('.expand')") {
        look("the short card");
        user.expand();
    }
    for tab in ["facts", "timeline", "views", "figure", "sources"] {
        // By its id: at some sizes a tab must be scrolled to before it can be pressed.
        user.click(&Spot::Element(format!("card()?.querySelector('[role=tab]#{tab}')")));
        user.until_holds(tab, &format!("part('{tab}')"));
        look(tab);
        if tab == "figure" && user.holds("!part('figure').querySelector('table')") {
            user.click(&control("Show as table"));
            user.until_holds("the table", "part('figure').querySelector('table')");
            look("the figure as a table");
        }
    }
}

fn every_text_is_readable_in_both_themes(user: &User) {
    for theme in ["light", "dark"] {
        in_the_card(user, &full(&format!("theme='{theme}'")));
        assert!(user.holds(&format!("card().dataset.theme === '{theme}'")));
        on_every_tab(user, "unreadable");
    }
}

/// A page that itself has room at 320 pixels.
pub fn narrow() -> Page {
    full("").css("body { margin: 10px 12px; }")
}

/// From the term through every stop of the short card, and of all of it: the focus shows on each.
pub fn go_round(user: &User) {
    go_through(user);
    user.with_key(SHIFT, || user.key(TAB));
    user.until_holds("back on the term", "focused() === term('cecot')");
    user.sees_card("CECOT");
    user.tab_to(&Spot::Element("card()?.querySelector('.expand')".into()));
    user.key(ENTER);
    user.until_holds("the focus is on the first tab", "focused().id === 'facts'");
    user.with_key(SHIFT, || {
        while user.holds("card().contains(focused())") {
            user.key(TAB);
        }
    });
    go_through(user);
}

fn go_through(user: &User) {
    user.key(TAB);
    user.until_holds("the focus is in the card", "card().contains(focused())");
    let mut stops = 0;
    while user.holds("card()?.contains(focused())") {
        stops += 1;
        assert!(stops < 40, "the card lets nobody out");
        assert_eq!(ask(user, "return unfocused();"), json!([]), "on stop {stops}");
        user.key(TAB);
    }
    assert!(stops >= 5, "close, link, citations, what opens all or the tab, menu: {stops}");
}

fn focus_shows_on_every_stop(user: &User) {
    for theme in ["light", "dark"] {
        let page = match theme {
            "dark" => full("theme='dark'").css("body { background: #161513; color: #eee; }"),
            _ => full(""),
        };
        user.open(&page);
        user.ready();
        user.tab_to(&term("cecot"));
        user.sees_card("CECOT");
        assert_eq!(ask(user, "return unfocused();"), json!([]), "on the term, {theme}");
        go_round(user);
        user.with_key(SHIFT, || user.key(TAB));
        user.until_holds("back on the term", "focused() === term('cecot')");
        user.key(ENTER);
        user.until_holds("the card has the focus", "focused() === card()");
        let ring = "getComputedStyle(card()).outlineStyle !== 'none' && contrast(getComputedStyle(card()).outlineColor, behind(card())) >= 3";
        assert!(user.holds(ring), "the card shows that it has the focus, {theme}");
    }
}

fn forced_colours_keep_every_sign(user: &User) {
    // Firefox takes the scheme of forced colours from the colours themselves, which here are the system's light ones.
    let schemes: &[&str] = if user.browser.engine == Engine::Firefox { &["light"] } else { &["light", "dark"] };
    for scheme in schemes {
        user.with_media(&[("forced-colors", "active"), ("prefers-color-scheme", scheme)], || {
            in_the_card(user, &full(""));
            on_every_tab(user, "unreadable");
            let ground = "behind(card())";
            for (what, colour) in [
                ("the card's edge", "getComputedStyle(card()).borderTopColor"),
                ("the chosen tab", "getComputedStyle(card().querySelector('[aria-selected=true]')).borderBottomColor"),
                ("the close button", "getComputedStyle(card().querySelector('.close svg')).stroke"),
            ] {
                assert!(user.holds(&format!("contrast({colour}, {ground}) >= 3")), "{what} is seen, {scheme}");
            }
            let other = "getComputedStyle(card().querySelector('[aria-selected=false]')).borderBottomColor";
            assert!(user.holds(&format!("contrast({other}, {ground}) < 1.1")), "only the chosen tab is underlined");
            user.click(&Spot::Element("card()?.querySelector('[role=tab]#figure')".into()));
            user.click(&control("Show as chart"));
            user.until_holds(
                "the line of the chart is seen",
                &format!("contrast(getComputedStyle(card().querySelector('.line')).stroke, {ground}) >= 3"),
            );
            let marked = "getComputedStyle(term('court-order')).textDecorationLine === 'underline'";
            assert!(user.holds(marked), "a term stays underlined");
        });
    }
}

fn more_contrast_is_given(user: &User) {
    let edge = "contrast(getComputedStyle(card()).borderTopColor, behind(card()))";
    for theme in ["light", "dark"] {
        user.with_media(&[("prefers-contrast", "more")], || {
            in_the_card(user, &full(&format!("theme='{theme}'")));
            assert!(user.holds(&format!("{edge} >= 7")), "the card's edge is strong, {theme}");
            assert_eq!(user.style("card()", "border-top-width"), "2px");
            let dull = "texts().filter((text) => text.contrast < 7 && !text.note).length === 0";
            assert!(user.holds(&format!("{dull} || console.log(texts())")), "quiet words are no longer quiet, {theme}");
            on_every_tab(user, "lost");
            let underline =
                "contrast(getComputedStyle(term('court-order')).textDecorationColor, [255, 255, 255, 1]) >= 4.5";
            assert!(user.holds(underline), "a term is seen to be one");
        });
    }
}

fn nothing_moves_for_who_wants_it_still(user: &User) {
    user.with_media(&[("prefers-reduced-motion", "reduce")], || {
        in_the_card(user, &full(""));
        on_every_tab(user, "moving");
        user.hover(&element("article h1"));
        user.sees_no_card();
        user.resize(500.0, 844.0);
        user.tap(&term("cecot"));
        user.sees_card("CECOT");
        assert_eq!(ask(user, "return moving();"), json!([]), "the sheet does not rise");
    });
    user.with_media(&[("prefers-reduced-motion", "no-preference")], || {
        user.hover(&element("article p:last-of-type"));
        assert_ne!(ask(user, "return moving();"), json!([]), "or else it would not be told by this story");
    });
}

fn a_sheet_rises_once(user: &User) {
    user.with_view(390, 844, || {
        user.open(&narrow().css("html { scroll-behavior: smooth; } article { padding: 500px 0 900px; }"));
        user.ready();
        user.tap(&term("cecot"));
        user.sees_card("CECOT");
        user.until_holds("it has risen", "!host().shadowRoot.getAnimations().length");
        user.tap(&Spot::Element("card()?.querySelector('.expand')".into()));
        user.until_holds("all of it", "part('facts')");
        user.tap(&control("Timeline"));
        user.until_holds("the timeline", "part('timeline')");
        let y = user.ask("return scrollY;");
        user.stays_for(300.0, "the page stands still under it", || user.ask("return scrollY;") == y);
        assert!(user.holds("!host().shadowRoot.getAnimations().length"), "a tab does not make it rise again");
    });
}
