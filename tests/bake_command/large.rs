//! Articles and decks that are larger than any that was written by hand.

use crate::{LEFT_OUT, command, folder};
use serde_json::{Value, json};

/// As an export leaves it, without a line break.
#[test]
fn an_article_of_50_megabytes_in_one_line() {
    let article =
        ["<article><p>CECOT</p>", &"<p>nothing here</p>".repeat(2_700_000), "<p>Bukele</p></article>"].concat();
    assert!(article.len() > 50_000_000);
    let at = folder(&[("a.html", article.as_bytes())]);
    let (code, baked, messages) = command(at.path(), "bake AT/a.html --deck DECK", b"");
    assert_eq!((code, messages.as_str()), (0, LEFT_OUT));
    assert!(baked.starts_with(b"<article><p><context-term card=\"cecot\""));
    assert!(command(at.path(), "unbake -", &baked).1 == article.as_bytes());
}

#[test]
fn a_deck_of_100_000_cards() {
    let card = |number: usize| json!({"id": format!("c{number}"), "kind": "concept", "title": "It", "terms": [format!("term{number}")], "summary": "What it is.[^s]", "updated": "2026-02-12"});
    let source = json!({"id": "s", "title": "A report", "publisher": "An institute", "url": "https://example.org/"});
    let cards: Vec<Value> = (0..100_000).map(card).collect();
    let deck = json!({"version": 1, "lang": "en", "title": "Many", "cards": cards, "sources": [source]}).to_string();
    let at = folder(&[("deck.json", deck.as_bytes()), ("a.html", b"<p>Of term99999, and of term0.</p>")]);
    let (code, baked, messages) = command(at.path(), "bake AT/a.html --deck AT/deck.json", b"");
    assert_eq!((code, messages.as_str()), (0, ""));
    let baked = String::from_utf8(baked).unwrap();
    for card in ["c99999", "c0"] {
        assert!(baked.contains(&format!("<context-term card=\"{card}\" auto>")), "{card}: {baked}");
    }
    let (code, scanned, messages) = command(at.path(), "scan AT/a.html --deck AT/deck.json --format json", b"");
    assert_eq!((code, messages.as_str()), (0, "1 article scanned: 2 marks\n"));
    assert!(String::from_utf8(scanned).unwrap().contains("\"c99999\""));
    let (code, report, _) = command(at.path(), "check AT/deck.json", b"");
    let report = String::from_utf8(report).unwrap();
    assert_eq!(code, 0, "{report}");
    assert!(
        report.contains("`bake` the articles"),
        "says what to do with a deck that is too large for a page: {report}"
    );
}

/// Reads twice what is too large to be held.
#[test]
fn a_large_article() {
    let article =
        ["<body><article><p>CECOT</p>", &"<p>nothing here</p>\n".repeat(300_000), "<p>Bukele</p></article>"].concat();
    let at = folder(&[("a.html", article.as_bytes())]);
    let baked = command(at.path(), "bake AT/a.html --deck DECK", b"").1;
    assert!(baked == command(at.path(), "bake - --deck DECK", article.as_bytes()).1);
    assert!(command(at.path(), "unbake -", &baked).1 == article.as_bytes());
}
