//! A page holds the cards that it needs, however many its deck has.

use context_cards::bake::{Baker, Options};
use serde_json::json;

/// A deck of so many cards, of which an article names the first.
fn deck(count: usize) -> String {
    let card = |number: usize| {
        let term = if number == 0 { "CECOT".to_owned() } else { format!("never{number}said") };
        json!({"id": format!("c{number}"), "kind": "concept", "title": "It", "terms": [term], "summary": "What it is.[^s]", "updated": "2026-02-12"})
    };
    let source = json!({"id": "s", "title": "A report", "publisher": "An institute", "url": "https://example.org/"});
    json!({"version": 1, "lang": "en", "title": "Many", "cards": (0..count).map(card).collect::<Vec<_>>(), "sources": [source]}).to_string()
}

#[test]
fn a_page_is_the_same_for_decks_of_100_and_100_000_cards() {
    let article = b"<article><p>They spoke of CECOT.</p></article>";
    let baked = |count| {
        let baker = Baker::new(&[deck(count)], Options::default()).expect("a deck");
        baker.bake(article).expect("an article").html
    };
    assert_eq!(String::from_utf8_lossy(&baked(100)), String::from_utf8_lossy(&baked(100_000)));
}
