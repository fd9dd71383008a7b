//! What a reader finds in a card, rendered to HTML without a browser.

use std::cell::Cell;
use std::rc::Rc;

use super::tabs::next_tab;
use super::{CardProps, Tab, ViewState};
use crate::check::json::Json;
use crate::check::{Unknown, read_deck};
use crate::deck::date::Date;
use crate::deck::freshness::freshness;
use crate::locale::Locale;

const DECK: &str = r#"{"version": 1, "lang": "en", "title": "Test", "sources": [
    {"id": "a", "title": "First", "publisher": "Paper", "url": "https://a.example/1", "date": "2025-12"},
    {"id": "b", "title": "Second", "publisher": "Wire", "url": "https://b.example/2", "lang": "es",
      "quote": "El molino muele.", "accessed": "2026-02-10"}],
  "cards": [{"id": "mill", "kind": "place", "title": "The mill", "terms": ["mill"], "updated": "2026-02-14",
    "summary": "It *grinds* <b>corn</b>.[^b] See [more](https://c.example).",
    "facts": [{"label": "Built", "value": "1850", "asOf": "2025", "sources": ["a"]}],
    "timeline": [{"date": "2025-01", "text": "Before."}, {"date": "2026-01-05", "text": "After.", "sources": ["a"]}],
    "status": {"text": "It turns again.[^a]", "asOf": "2026-02", "sources": ["a"]},
    "map": {"outline": [[-90, 13, -88, 13, -88, 14]], "points": [{"lon": -89, "lat": 13.5, "label": "The mill"}], "sources": ["b"]},
    "views": [{"who": "The miller", "date": "2025-05", "says": "It is *loud*.", "sources": ["a"]},
      {"who": "The river", "says": null, "reason": "No answer found."}],
    "figure": {"kind": "line", "title": "Flour", "unit": "tons", "events": [{"x": "2000-06", "label": "Flood"}], "points": [{"x": 2000, "y": 1}, {"x": 2001, "y": 3.5}]},
    "related": [], "corrections": [{"date": "2026-02-01", "text": "The year was wrong."}]}]}"#;

/// The card of [`DECK`], drawn with `view_state` open.
fn drawn(view_state: ViewState) -> String {
    drawn_of(DECK, view_state)
}

fn drawn_of(deck: &str, view_state: ViewState) -> String {
    let json: Json = serde_json::from_str(deck).expect("the deck is JSON");
    let (deck, problems) = read_deck(&json, Unknown::Ignore, &crate::matcher::unicode::NativeUnicode);
    assert_eq!(problems, []);
    let card = deck.expect("the deck is good").cards.remove(0);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(tokio::task::LocalSet::new().run_until(async move {
        let card = Rc::new(card);
        let fresh = freshness(&card, Date::parse("2025-12-23"), Date::parse("2026-03-01").expect("a date"));
        let locale = Locale::plain();
        let related = vec![("dam".to_owned(), "The dam".to_owned())];
        let back = Some("The river".to_owned());
        let props = CardProps {
            card,
            view_state,
            fresh,
            rtl: false,
            locale,
            related,
            neighbours: [None, Some("The weir".to_owned())],
            pinned: false,
            tap_only: false,
            back,
            cites: Cell::default(),
            on: yew::Callback::noop(),
        };
        crate::card::element::drawn(super::card(&props)).await
    }))
}

#[test]
fn a_card_says_what_where_from_and_how_fresh() {
    let all = ViewState { expanded: true, ..ViewState::default() };
    let cases: [(&str, ViewState, &[&str], &[&str]); 7] = [
        (
            "the short card",
            ViewState::default(),
            &[
                "Place",
                "The mill",
                "<em>grinds</em>",
                "&lt;b&gt;corn",
                "1 thing has changed since this article",
                "as of 2025",
                "2 sources",
                "1 correction",
                "Updated 2026-02-14",
                "Back to The river",
                "Next: The weir",
                "Source 1: Second, Wire",
                "Key facts · Timeline · Views · Figure · Sources",
                "<p class=\"status\"><b>Status:</b> It turns again.",
                "<small>as of 2026-02</small>",
            ],
            &["<b>corn", "Not reviewed", "Before.", "The dam", "class=\"layer\"", "role=\"tab\""],
        ),
        (
            "a citation opens in place",
            ViewState { cited: Some(0), ..ViewState::default() },
            &[
                "aria-expanded=\"true\"",
                "<span class=\"layer\" role=\"group\" aria-label=\"Source 1: Second, Wire\"><a ",
                "<span lang=\"es\">Second</span></a>",
                "<span lang=\"es\">Second</span>",
                "Wire · es · read 2026-02-10",
                "<span class=\"quote\" lang=\"es\" dir=\"auto\">El molino muele.</span>",
            ],
            &[">First<"],
        ),
        (
            "all of it: every panel, one of them to be used",
            all,
            &[
                "1850",
                "Before.",
                "id=\"p-facts\" aria-labelledby=\"facts\">",
                "aria-labelledby=\"timeline\" inert=\"\"",
                "The dam",
                "data-draw=\"map\"",
            ],
            &["<em>grinds</em>"],
        ),
        (
            "views are dated, and silence is one",
            ViewState { tab: Some(Tab::Views), ..all },
            &["It is <em>loud</em>.", "<small>2025-05</small>", "<dd class=\"silent\">No answer found.</dd>"],
            &["aria-labelledby=\"views\" inert"],
        ),
        (
            "the timeline marks what the writer could not have known",
            ViewState { tab: Some(Tab::Timeline), ..all },
            &[
                "Before.",
                "<li class=\"since\"><p class=\"when\"><time datetime=\"2026-01-05\">",
                "since this article",
                "aria-labelledby=\"facts\" inert=\"\"",
            ],
            &["aria-labelledby=\"timeline\" inert"],
        ),
        (
            "a figure has its title, its unit and room to be drawn in",
            ViewState { tab: Some(Tab::Figure), ..all },
            &[
                "<p class=\"figure-title\">Flour</p><p class=\"unit\">tons</p>",
                "class=\"drawing\" data-draw=\"figure\" style=\"aspect-ratio:324/170\"",
            ],
            &["aria-labelledby=\"figure\" inert"],
        ),
        (
            "sources, and what was put right",
            ViewState { tab: Some(Tab::Sources), ..all },
            &["<span>First</span></a>", "Paper · 2025-12", "The year was wrong."],
            &["aria-labelledby=\"sources\" inert"],
        ),
    ];
    for (name, view_state, present, absent) in cases {
        let html = drawn(view_state);
        for text in present {
            assert!(html.contains(text), "{name}: {text:?} is missing in\n{html}");
        }
        for text in absent {
            assert!(!html.contains(text), "{name}: {text:?} must not be in\n{html}");
        }
    }
}

#[test]
fn tabs_without_material_do_not_exist() {
    let all = ViewState { expanded: true, ..ViewState::default() };
    let html = drawn_of(&DECK.replace("\"timeline\"", "\"x-timeline\"").replace("\"figure\"", "\"x-figure\""), all);
    for (name, exists) in [("facts", true), ("timeline", false), ("views", true), ("figure", false), ("sources", true)]
    {
        assert_eq!(html.contains(&format!("id=\"p-{name}\"")), exists, "{name}: {html}");
    }
}

#[test]
fn arrow_keys_walk_the_tabs() {
    use Tab::{Facts, Sources, Views};
    let tabs = [Facts, Views, Sources];
    let cases = [
        ("right", Facts, "ArrowRight", false, Some(Views)),
        ("right from the last", Sources, "ArrowRight", false, Some(Facts)),
        ("left from the first", Facts, "ArrowLeft", false, Some(Sources)),
        ("left in Arabic goes on", Facts, "ArrowLeft", true, Some(Views)),
        ("home", Sources, "Home", false, Some(Facts)),
        ("end", Facts, "End", false, Some(Sources)),
        ("another key", Facts, "a", false, None),
    ];
    for (name, from, key, rtl, expected) in cases {
        assert_eq!(next_tab(&tabs, from, key, rtl), expected, "{name}");
    }
}
