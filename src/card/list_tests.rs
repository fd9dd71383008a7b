//! What a reader finds in the list, rendered to HTML without a browser.

use std::rc::Rc;

use super::list::ListProps;
use crate::check::json::Json;
use crate::check::{Unknown, read_deck};
use crate::locale::Locale;

const DECK: &str = r#"{"version": 1, "lang": "en", "title": "Test", "sources": [], "cards": [
    {"id": "mill", "kind": "place", "title": "The mill", "terms": [], "updated": "2026", "subtitle": "By the river",
     "summary": "It grinds corn."},
    {"id": "law", "kind": "law", "title": "The law", "terms": [], "updated": "2026",
     "summary": "It came in *1798*. It is still in force."}]}"#;

fn drawn(off: bool, floats: bool, on: bool) -> String {
    let json: Json = serde_json::from_str(DECK).expect("the deck is JSON");
    let cards =
        read_deck(&json, Unknown::Fault, &crate::matcher::unicode::NativeUnicode).0.expect("the deck is good").cards;
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(tokio::task::LocalSet::new().run_until(async move {
        let locale = Locale::plain();
        let cards = cards.into_iter().map(Rc::new).collect();
        let props = ListProps { cards, locale, off, floats, on: on.then(yew::Callback::noop) };
        crate::card::element::drawn(super::list::list(&props)).await
    }))
}

#[test]
fn the_list_says_what_each_card_is() {
    let cases: [(&str, String, &[&str], &[&str]); 3] = [
        (
            "floating over the page",
            drawn(false, true, true),
            &[
                "<b>The mill</b> <i>Place</i><span>By the river</span>",
                "<span>It came in 1798.</span>",
                "2 cards",
                "Close",
            ],
            &["It grinds corn", "still in force", "Turn context on"],
        ),
        ("where context is off", drawn(true, false, true), &["Turn context on"], &["Close"]),
        (
            "on paper: the whole summary, and nothing to press",
            drawn(false, false, false),
            &["It grinds corn.", "It came in 1798. It is still in force."],
            &["<button"],
        ),
    ];
    for (name, html, present, absent) in cases {
        for text in present {
            assert!(html.contains(text), "{name}: {text:?} is missing in\n{html}");
        }
        for text in absent {
            assert!(!html.contains(text), "{name}: {text:?} must not be in\n{html}");
        }
    }
}
