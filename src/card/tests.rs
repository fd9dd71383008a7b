//! What a reader finds in a card, rendered to HTML without a browser.

use std::rc::Rc;

use super::card::next_tab;
use super::{CardProps, Tab, ViewState};
use crate::check::json::Json;
use crate::check::{Unknown, read_deck};
use crate::deck::date::Date;
use crate::deck::freshness::freshness;
use crate::locale::Locale;

const DECK: &str = r#"{"version": 1, "lang": "en", "title": "Test", "sources": [
    {"id": "a", "title": "First", "publisher": "Paper", "url": "https://a.example/1", "date": "2025-12"},
    {"id": "b", "title": "Second", "publisher": "Wire", "url": "https://b.example/2"}],
  "cards": [{"id": "mill", "kind": "place", "title": "The mill", "terms": ["mill"], "updated": "2026-02-14",
    "summary": "It *grinds* <b>corn</b>.[^b] See [more](https://c.example).",
    "facts": [{"label": "Built", "value": "1850", "asOf": "2025", "sources": ["a"]}],
    "timeline": [{"date": "2025-01", "text": "Before."}, {"date": "2026-01-05", "text": "After.", "sources": ["a"]}],
    "figure": {"kind": "line", "title": "Flour", "unit": "tons", "points": [{"x": 2000, "y": 1}, {"x": 2001, "y": 3.5}]},
    "related": [], "corrections": [{"date": "2026-02-01", "text": "The year was wrong."}]}]}"#;

/// The card of [`DECK`], drawn with `view_state` open.
fn drawn(view_state: ViewState) -> String {
    let json: Json = serde_json::from_str(DECK).expect("the deck is JSON");
    let (deck, problems) = read_deck(&json, Unknown::Fault, &crate::matcher::unicode::NativeUnicode);
    assert_eq!(problems, []);
    let card = deck.expect("the deck is good").cards.remove(0);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(tokio::task::LocalSet::new().run_until(async move {
        let card = Rc::new(card);
        let fresh = freshness(&card, Date::parse("2025-12-23"), Date::parse("2026-03-01").expect("a date"));
        let locale = Locale::plain();
        let related = vec![("dam".to_owned(), "The dam".to_owned())];
        let back = Some("The river".to_owned());
        let (pinned, tap_only, on) = (false, false, yew::Callback::noop());
        let props = CardProps { card, view_state, fresh, rtl: false, locale, related, pinned, tap_only, back, on };
        crate::card::element::drawn(super::card(&props)).await
    }))
}

#[test]
fn a_card_says_what_where_from_and_how_fresh() {
    let cases: [(&str, ViewState, &[&str], &[&str]); 5] = [
        (
            "the head and the first tab",
            ViewState::default(),
            &[
                "Place",
                "The mill",
                "<em>grinds</em>",
                "&lt;b&gt;corn",
                "Updated since this article",
                "as of 2025",
                "2 sources",
                "Updated 2026-02-14",
                "Corrections",
                "The year was wrong.",
                "The dam",
                "Back to The river",
                "Source 1: Second, Wire",
            ],
            &["<b>", "Last reviewed", "Before."],
        ),
        (
            "the timeline marks what the writer could not have known",
            ViewState { tab: Some(Tab::Timeline), ..ViewState::default() },
            &["Before.", "<li class=\"since\"><p class=\"when\"><time datetime=\"2026-01-05\">", "since this article"],
            &["1850"],
        ),
        (
            "the figure is drawn from zero and said in words",
            ViewState { tab: Some(Tab::Figure), ..ViewState::default() },
            &["<svg", "Flour, tons. 2000: 1, 2001: 3.5", "Show as table"],
            &["<table"],
        ),
        (
            "the figure as a table",
            ViewState { tab: Some(Tab::Figure), table: true, ..ViewState::default() },
            &["<th scope=\"row\">2001</th><td>3.5</td>", "Show as chart"],
            &["polyline"],
        ),
        (
            "a citation leads to its source",
            ViewState { tab: Some(Tab::Sources), cited: Some(1), ..ViewState::default() },
            &[
                "<li class=\"cited\"><a href=\"https://a.example/1\" target=\"_blank\" rel=\"noopener noreferrer\">First</a>",
                "Paper · 2025-12",
            ],
            &["1850"],
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
    let html = drawn(ViewState::default());
    assert!(html.contains("Key facts") && html.contains("Figure") && !html.contains("Views"), "{html}");
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
