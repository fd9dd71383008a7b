//! Can it be read by those who enlarge, space out, recolour or still the screen?

use crate::stage::{
    END, ENTER, Engine, NO_MEDIA, NO_NARROW, Page, Reader, SHIFT, Spot, TAB, control, element, sample, stories, term,
};
use serde_json::{Value, json};

stories![
    every_text_is_readable_in_both_themes,
    nothing_is_lost_at_320_pixels except [WebKit: NO_NARROW],
    everything_is_reached_by_keys_at_320_by_256 except [WebKit: NO_NARROW],
    a_short_card_scrolls_by_keys_at_320_by_256 except [WebKit: NO_NARROW],
    text_of_twice_the_size_is_not_clipped,
    the_readers_text_spacing_is_not_clipped,
    targets_are_large_enough,
    focus_shows_on_every_stop,
    forced_colours_keep_every_sign except [WebKit: NO_MEDIA],
    more_contrast_is_given except [WebKit: NO_MEDIA],
    a_sheet_rises_once except [WebKit: NO_NARROW],
    nothing_moves_for_who_wants_it_still except [WebKit: NO_MEDIA],
];

const COMFORT: &str = include_str!("comfort.js");

fn full(options: &str) -> Page {
    Page::sample().deck(&sample::full_deck()).options(&["published=\"2025-12-23\" ", options].concat())
}

fn in_the_card(reader: &Reader, page: &Page) {
    reader.open(page);
    reader.ready();
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    // A sheet rises into its place.
    reader.until_holds("it stands still", "!host().shadowRoot?.getAnimations().length");
}

fn ask(reader: &Reader, script: &str) -> Value {
    reader.ask(&[COMFORT, script].concat())
}

/// Looks on every tab of the open card, and at the figure's table; nothing may be wrong there.
fn on_every_tab(reader: &Reader, question: &str) {
    let look =
        |state: &str| assert_eq!(ask(reader, &format!("return {question}();")), json!([]), "{question}: {state}");
    for tab in ["facts", "timeline", "views", "figure", "sources"] {
        // By its id: at some sizes a tab must be scrolled to before it can be pressed.
        reader.click(&Spot::Element(format!("card()?.querySelector('[role=tab]#{tab}')")));
        reader.until_holds(tab, &format!("part('{tab}')"));
        look(tab);
        if tab == "figure" && reader.holds("!part('figure').querySelector('table')") {
            reader.click(&control("Show as table"));
            reader.until_holds("the table", "part('figure').querySelector('table')");
            look("the figure as a table");
        }
    }
}

fn every_text_is_readable_in_both_themes(reader: &Reader) {
    for theme in ["light", "dark"] {
        in_the_card(reader, &full(&format!("theme='{theme}'")));
        assert!(reader.holds(&format!("card().dataset.theme === '{theme}'")));
        on_every_tab(reader, "unreadable");
    }
}

fn nothing_is_lost_at_320_pixels(reader: &Reader) {
    for height in [640, 256] {
        reader.with_view(320, height, || {
            in_the_card(reader, &narrow());
            on_every_tab(reader, "lost");
            on_every_tab(reader, "overlaps");
        });
    }
}

/// A page that itself has room at 320 pixels.
fn narrow() -> Page {
    full("").css("body { margin: 10px 12px; }")
}

fn everything_is_reached_by_keys_at_320_by_256(reader: &Reader) {
    reader.with_view(320, 256, || {
        reader.open(&narrow());
        reader.ready();
        reader.tab_to(&term("cecot"));
        reader.sees_card("CECOT");
        assert_eq!(ask(reader, "return unfocused();"), json!([]), "the term is seen beside its card");
        go_round(reader);
    });
}

fn a_short_card_scrolls_by_keys_at_320_by_256(reader: &Reader) {
    let mut card = sample::lone_card("cecot", "CECOT", "CECOT");
    for list in ["facts", "timeline", "views"] {
        card[list] = json!([]);
    }
    card["summary"] =
        "A sentence that goes on and on, about a prison in a valley and all that was said of it. ".repeat(6).into();
    let page = Page::sample().deck(&sample::deck_of(&[card])).css("body { margin: 10px 12px; }");
    reader.with_view(320, 256, || {
        reader.open(&page);
        reader.ready();
        reader.tab_to(&term("cecot"));
        reader.sees_card("CECOT");
        reader.tab_to(&Spot::Element("card()?.querySelector('.body')".into()));
        reader.key(END);
        reader.until_holds("the keys scroll the card", "card().querySelector('.body').scrollTop > 50");
        reader.key(TAB);
        // The menu is the last stop.
        reader.key(TAB);
        reader.until_holds("and it lets the reader out", "!card().contains(focused())");
    });
}

/// From the term through every stop of the card: the focus shows on each.
fn go_round(reader: &Reader) {
    reader.key(TAB);
    reader.until_holds("the focus is in the card", "card().contains(focused())");
    let mut stops = 0;
    while reader.holds("card()?.contains(focused())") {
        stops += 1;
        assert!(stops < 40, "the card lets nobody out");
        assert_eq!(ask(reader, "return unfocused();"), json!([]), "on stop {stops}");
        reader.key(TAB);
    }
    assert!(stops >= 6, "close, link, citations, tab, related: {stops}");
}

fn focus_shows_on_every_stop(reader: &Reader) {
    for theme in ["light", "dark"] {
        let page = match theme {
            "dark" => full("theme='dark'").css("body { background: #161513; color: #eee; }"),
            _ => full(""),
        };
        reader.open(&page);
        reader.ready();
        reader.tab_to(&term("cecot"));
        reader.sees_card("CECOT");
        assert_eq!(ask(reader, "return unfocused();"), json!([]), "on the term, {theme}");
        go_round(reader);
        reader.with_key(SHIFT, || reader.key(TAB));
        reader.until_holds("back on the term", "focused() === term('cecot')");
        reader.key(ENTER);
        reader.until_holds("the card has the focus", "focused() === card()");
        let ring = "getComputedStyle(card()).outlineStyle !== 'none' && contrast(getComputedStyle(card()).outlineColor, behind(card())) >= 3";
        assert!(reader.holds(ring), "the card shows that it has the focus, {theme}");
    }
}

fn text_of_twice_the_size_is_not_clipped(reader: &Reader) {
    in_the_card(reader, &full("").css("html { font-size: 32px; }"));
    let size = reader.style("part('summary')", "font-size");
    assert_eq!(size, "30px", "the card grows with the reader's text");
    on_every_tab(reader, "lost");
    on_every_tab(reader, "overlaps");
}

fn the_readers_text_spacing_is_not_clipped(reader: &Reader) {
    in_the_card(reader, &full(""));
    ask(reader, "space();");
    reader.hover(&term("cecot"));
    reader.until_holds("the spacing holds", "parseFloat(getComputedStyle(part('summary')).letterSpacing) > 1");
    reader.sees_card("CECOT");
    on_every_tab(reader, "lost");
    on_every_tab(reader, "overlaps");
}

fn targets_are_large_enough(reader: &Reader) {
    in_the_card(reader, &full(""));
    on_every_tab(reader, "small");
    reader.click(&control("The court order"));
    reader.sees_card("The court order");
    assert_eq!(ask(reader, "return small();"), json!([]), "with the way back");
}

fn forced_colours_keep_every_sign(reader: &Reader) {
    // Firefox takes the scheme of forced colours from the colours themselves, which here are the system's light ones.
    let schemes: &[&str] = if reader.browser.engine == Engine::Firefox { &["light"] } else { &["light", "dark"] };
    for scheme in schemes {
        reader.with_media(&[("forced-colors", "active"), ("prefers-color-scheme", scheme)], || {
            in_the_card(reader, &full(""));
            on_every_tab(reader, "unreadable");
            let ground = "behind(card())";
            for (what, colour) in [
                ("the card's edge", "getComputedStyle(card()).borderTopColor"),
                ("the chosen tab", "getComputedStyle(card().querySelector('[aria-selected=true]')).borderBottomColor"),
                ("the close button", "getComputedStyle(card().querySelector('.close svg')).stroke"),
            ] {
                assert!(reader.holds(&format!("contrast({colour}, {ground}) >= 3")), "{what} is seen, {scheme}");
            }
            let other = "getComputedStyle(card().querySelector('[aria-selected=false]')).borderBottomColor";
            assert!(reader.holds(&format!("contrast({other}, {ground}) < 1.1")), "only the chosen tab is underlined");
            reader.click(&Spot::Element("card()?.querySelector('[role=tab]#figure')".into()));
            reader.click(&control("Show as chart"));
            reader.until_holds(
                "the line of the chart is seen",
                &format!("contrast(getComputedStyle(card().querySelector('.line')).stroke, {ground}) >= 3"),
            );
            let marked = "getComputedStyle(term('court-order')).textDecorationLine === 'underline'";
            assert!(reader.holds(marked), "a term stays underlined");
        });
    }
}

fn more_contrast_is_given(reader: &Reader) {
    let edge = "contrast(getComputedStyle(card()).borderTopColor, behind(card()))";
    for theme in ["light", "dark"] {
        reader.with_media(&[("prefers-contrast", "more")], || {
            in_the_card(reader, &full(&format!("theme='{theme}'")));
            assert!(reader.holds(&format!("{edge} >= 7")), "the card's edge is strong, {theme}");
            assert_eq!(reader.style("card()", "border-top-width"), "2px");
            let dull = "texts().filter((text) => text.contrast < 7 && !text.note).length === 0";
            assert!(
                reader.holds(&format!("{dull} || console.log(texts())")),
                "quiet words are no longer quiet, {theme}"
            );
            on_every_tab(reader, "lost");
            let underline =
                "contrast(getComputedStyle(term('court-order')).textDecorationColor, [255, 255, 255, 1]) >= 4.5";
            assert!(reader.holds(underline), "a term is seen to be one");
        });
    }
}

fn nothing_moves_for_who_wants_it_still(reader: &Reader) {
    reader.with_media(&[("prefers-reduced-motion", "reduce")], || {
        in_the_card(reader, &full(""));
        on_every_tab(reader, "moving");
        reader.hover(&element("article h1"));
        reader.sees_no_card();
        reader.resize(500.0, 844.0);
        reader.tap(&term("cecot"));
        reader.sees_card("CECOT");
        assert_eq!(ask(reader, "return moving();"), json!([]), "the sheet does not rise");
    });
    reader.with_media(&[("prefers-reduced-motion", "no-preference")], || {
        reader.hover(&element("article p:last-of-type"));
        assert_ne!(ask(reader, "return moving();"), json!([]), "or else it would not be told by this story");
    });
}

fn a_sheet_rises_once(reader: &Reader) {
    reader.with_view(390, 844, || {
        reader.open(&narrow().css("html { scroll-behavior: smooth; } article { padding: 500px 0 900px; }"));
        reader.ready();
        reader.tap(&term("cecot"));
        reader.sees_card("CECOT");
        reader.until_holds("it has risen", "!host().shadowRoot.getAnimations().length");
        reader.tap(&control("Timeline"));
        reader.until_holds("the timeline", "part('timeline')");
        let y = reader.ask("return scrollY;");
        reader.stays_for(300.0, "the page stands still under it", || reader.ask("return scrollY;") == y);
        assert!(reader.holds("!host().shadowRoot.getAnimations().length"), "a tab does not make it rise again");
    });
}
