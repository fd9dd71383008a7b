//! Does a hostile deck get anywhere in `check`? Each attack string in every field, and files made to cost much.

mod corpus;
#[path = "../reliability/note.rs"]
mod note;

use context_cards::check::{DeckFile, Located, Severity, Unknown, check, read_deck};
use context_cards::deck::date::Date;
use context_cards::deck::markup::Span;
use context_cards::deck::{Card, Says};
use context_cards::matcher::unicode::NativeUnicode;
use corpus::{FIELDS, attacks, cards, deck};
use note::Note;
use serde_json::{Value, json};

const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };

fn findings(bytes: &[u8]) -> Vec<Located> {
    check(&[DeckFile { name: "deck.json", bytes }], TODAY).remove(0).findings
}

/// The cards of a deck that may be shown.
fn shown(deck: &Value) -> Vec<Card> {
    let json = serde_json::from_value(deck.clone()).expect("every value is JSON");
    read_deck(&json, Unknown::Ignore, &NativeUnicode).0.map(|deck| deck.cards).unwrap_or_default()
}

#[test]
fn there_are_enough() {
    let attacks = attacks("b.example");
    assert!(attacks.len() >= 150, "{} strings", attacks.len());
    let mut texts: Vec<&str> = attacks.iter().map(|attack| attack.text.as_str()).collect();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), attacks.len(), "none twice");
}

#[test]
fn every_string_in_every_field() {
    let fields: usize = FIELDS.iter().map(|(_, fields)| fields.len()).sum();
    let mut note = Note::of("attacks-check", "attack strings × fields of a deck, through `check`", None);
    for (nth, attack) in attacks("b.example").iter().enumerate() {
        let (cards, sources) = cards(&attack.text, nth);
        let deck = json!({"version": 1, "lang": attack.text, "title": attack.text, "$schema": attack.text, "cards": cards,
            "sources": sources, attack.text.as_str(): attack.text});
        for finding in findings(deck.to_string().as_bytes()) {
            let said = finding.to_string();
            assert!(
                !said.chars().any(char::is_control),
                "{}: one line, and no command for a terminal: {said:?}",
                attack.name
            );
        }
        for card in shown(&deck) {
            assert_is_harmless(&attack.name, &card);
        }
        note.count(fields);
    }
}

/// Every address of the card is one that a reader may be led to.
fn assert_is_harmless(name: &str, card: &Card) {
    let mut addresses: Vec<&str> = Vec::new();
    for source in &card.sources {
        addresses.push(&source.url);
        addresses.extend(source.archived.as_deref());
    }
    let says = card.views.iter().filter_map(|view| match &view.says {
        Says::Words(words) => Some(words),
        Says::Nothing { .. } => None,
    });
    let texts = card.timeline.iter().map(|entry| &entry.text).chain(card.status.iter().map(|status| &status.text));
    for text in texts.chain(says).chain([&card.summary]) {
        links(text, &mut addresses);
    }
    for address in addresses {
        let url = url::Url::parse(address).unwrap_or_else(|fault| panic!("{name}: {address}: {fault}"));
        assert!(["http", "https"].contains(&url.scheme()), "{name}: {address}");
        assert!(url.username().is_empty() && url.password().is_none(), "{name}: {address}");
    }
    if let Some(image) = &card.image {
        let page = url::Url::parse("http://page.example/a/b").expect("an address");
        let url = page.join(&image.src).unwrap_or_else(|fault| panic!("{name}: {}: {fault}", image.src));
        assert!(url.origin() == page.origin() || url.scheme() == "https", "{name}: {}", image.src);
        assert!(url.username().is_empty() && url.password().is_none(), "{name}: {}", image.src);
    }
}

fn links<'a>(spans: &'a [Span], urls: &mut Vec<&'a str>) {
    for span in spans {
        match span {
            Span::Link { url, .. } => urls.push(url),
            Span::Emphasis(inner) | Span::Strong(inner) => links(inner, urls),
            Span::Text(_) | Span::Cite(_) => {}
        }
    }
}

#[test]
fn all_strings_in_one_deck() {
    let deck = deck(&attacks("b.example"));
    assert!(!findings(deck.to_string().as_bytes()).is_empty());
    assert!(shown(&deck).len() > attacks("b.example").len(), "what is only text is shown");
}

/// Made to cost much: read in no time, or the test hangs. Each row ends with what is said first.
#[test]
fn large_and_deep_files() {
    let card = |key: &str, value: Value| {
        let mut card = json!({"id": "a", "kind": "law", "title": "T", "terms": ["x"], "summary": "Words.", "updated": "2026",
            "sourced": "common knowledge"});
        card[key] = value;
        json!({"version": 1, "lang": "en", "title": "T", "cards": [card], "sources": []}).to_string()
    };
    let long = |piece: &str| Value::from(piece.repeat(10_000_000 / piece.len()));
    let many = |item: Value| Value::from(vec![item; 100_000]);
    let brackets = || Value::from("[".repeat(200_000));
    let nested =
        |depth: usize| card("facts", json!("{}")).replace("\"{}\"", &["[".repeat(depth), "]".repeat(depth)].concat());
    let cases = [
        ("a long title", card("title", long("a")), "is longer than 10,000 characters"),
        ("a long summary", card("summary", long("é")), "is longer than 10,000 characters"),
        ("a summary of brackets", card("summary", brackets()), "is longer than 10,000 characters"),
        ("a summary of links", card("summary", long("[a](")), "is longer than 10,000 characters"),
        ("a summary of stars", card("summary", long("*a **b ")), "is longer than 10,000 characters"),
        ("a long id", card("id", "a".repeat(201).into()), "cannot be an id"),
        ("a long term", card("terms", json!([long("a")])), "is longer than 10,000 characters"),
        (
            "a long form",
            card("terms", json!([{"text": "x", "forms": [long("a")]}])),
            "is longer than 10,000 characters",
        ),
        (
            "a long address",
            card("image", json!({"src": long("a"), "alt": "A", "credit": "C", "license": "L"})),
            "is longer than",
        ),
        ("a long name of a field", card(&"a".repeat(1_000_000), json!(1)), "is not a known field"),
        (
            "many facts",
            card("facts", many(json!({"label": "L", "value": "V", "sourced": "common knowledge"}))),
            "has more than 1,000 items",
        ),
        ("many terms", card("terms", many(json!("x"))), "has more than 1,000 items"),
        (
            "a long ring",
            card(
                "map",
                json!({"outline": [many(json!(1))], "sourced": "common knowledge", "points": [{"lon": 1, "lat": 1, "label": "L"}]}),
            ),
            "has more than 10,000 numbers",
        ),
        ("many related", card("related", many(json!("b"))), "has more than 1,000 items"),
        ("deep lists", nested(100_000), "this is not JSON: lists and objects are nested too deeply here"),
        (
            "lists that never end",
            "[".repeat(10_000_000),
            "this is not JSON: lists and objects are nested too deeply here",
        ),
        (
            "objects that never end",
            "{\"a\":".repeat(1_000_000),
            "this is not JSON: lists and objects are nested too deeply here",
        ),
        ("half a character", card("title", json!("{}")).replace("{}", "\\ud800"), "this is not JSON: half a character"),
        ("a very large number", card("version", json!("{}")).replace("\"{}\"", "1e999"), "this is not JSON"),
        ("too large a file", " ".repeat(50_000_001), "the file has more than 50,000,000 bytes"),
    ];
    for (name, text, expected) in cases {
        let findings = findings(text.as_bytes());
        let faults: Vec<&Located> =
            findings.iter().filter(|finding| finding.diagnostic.severity != Severity::Warning).collect();
        assert!(!faults.is_empty() && faults.len() < 10, "{name}: {} faults", faults.len());
        let said = &faults[0].diagnostic.message;
        assert!(said.contains(expected), "{name}: {said}");
        assert!(said.len() < 600, "{name}: a message is short: {} bytes", said.len());
    }
}
