//! Tests that a starter deck lacks nothing but an editor's words, and that `check` says which.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use context_cards::check::{DeckFile, Located, Severity, check};
use context_cards::cli::{Stdio, Terminal, run};
use context_cards::deck::Kind;
use context_cards::deck::date::Date;
use serde_json::Value;

const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };

fn command(arguments: &[&str]) -> (u8, String, String) {
    let (mut output, mut messages) = (Vec::new(), Vec::new());
    let mut stdio = Stdio {
        input: &mut std::io::empty(),
        output: &mut output,
        messages: &mut messages,
        terminal: Terminal::default(),
    };
    let code = run(arguments.iter().map(OsString::from), TODAY, &mut stdio);
    (code, String::from_utf8(output).unwrap(), String::from_utf8(messages).unwrap())
}

fn findings(deck: &str) -> Vec<Located> {
    check(&[DeckFile { name: "deck.json", bytes: deck.as_bytes() }], TODAY).remove(0).findings
}

/// Calls `change` on every text of a deck.
fn for_each_text(json: &mut Value, change: &mut dyn FnMut(&mut String)) {
    match json {
        Value::String(text) => change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| for_each_text(item, change)),
        Value::Object(fields) => fields.values_mut().for_each(|field| for_each_text(field, change)),
        _ => {}
    }
}

/// What an editor could write for a placeholder. `number`: how many were written before.
fn written(text: &str, number: usize) -> String {
    let instead = match text {
        _ if text.contains("its address") => "https://example.org/prison".to_owned(),
        _ if text.contains("the date") => "2025-03".to_owned(),
        _ if text.contains("one of place") => "place".to_owned(),
        _ => format!("Words {number}"),
    };
    let (before, rest) = text.split_once("[write:").unwrap();
    let (_, after) = rest.split_once(']').unwrap();
    [before, &instead, after].concat()
}

#[test]
fn a_starter_deck_lacks_only_the_editors_words() {
    let kinds = Kind::ALL.map(Kind::as_str);
    let mut cases: Vec<Vec<&str>> = kinds.iter().map(|kind| vec!["--kind", kind]).collect();
    cases.push(vec![]);
    cases.push(kinds.iter().flat_map(|kind| ["--kind", kind]).collect());
    cases.push(vec!["--kind", "place", "--kind", "place", "--lang", "es-SV", "--title", "El Salvador"]);
    cases.push(vec!["CECOT", "Nayib Bukele", "--kind", "place", "--kind", "person", "--title", "El Salvador"]);
    cases.push(vec!["CECOT", "Cecot", "El «Plan»", "最高法院", "--kind", "law"]);
    for case in cases {
        let arguments = [vec!["new"], case.clone()].concat();
        let (code, deck, _) = command(&arguments);
        assert_eq!(code, 0, "{case:?}");
        let mut json: Value = serde_json::from_str(&deck).unwrap();
        assert_eq!(json["$schema"], "deck.schema.json", "{case:?}");
        let found = findings(&deck);
        assert!(found.iter().all(|one| one.diagnostic.severity == Severity::Unfinished), "{case:?}: {found:?}");
        let mut placeholders = 0;
        for_each_text(&mut json, &mut |text| {
            if text.contains("[write:") {
                *text = written(text, placeholders);
                placeholders += 1;
            }
        });
        assert_eq!(found.len(), placeholders, "{case:?}");
        assert_eq!(findings(&json.to_string()), [], "{case:?}, once it is written");
    }
}

#[test]
fn check_says_what_is_to_be_written() {
    let (_, deck, _) = command(&["new", "CECOT", "--kind", "place"]);
    let found: Vec<String> = findings(&deck).iter().map(ToString::to_string).collect();
    let expected = [
        "5:12: title: still says [write: …]; write what the deck is about, for editors",
        "12:18: card \"cecot\", summary: still says [write: …]; write what it is, in two or three sentences",
        "14:39: card \"cecot\", fact 1, value: still says [write: …]; write the year it opened or was founded",
        "15:37: card \"cecot\", fact 2, value: still says [write: …]; write how large it is, or how many people it is for",
        "19:19: card \"cecot\", timeline 1, date: still says [write: …]; write the date, as in 2025, 2025-03 or 2025-03-15",
        "20:19: card \"cecot\", timeline 1, text: still says [write: …]; write what happened there, in one sentence",
        "30:16: source \"source-1\", title: still says [write: …]; write the headline or title of what you read",
        "31:20: source \"source-1\", publisher: still says [write: …]; write who published it",
        "32:14: source \"source-1\", url: still says [write: …]; write its address, which begins with https://",
    ];
    assert_eq!(found, expected);
}

#[test]
fn cards_have_their_kind_title_and_id() {
    let cases: &[(&[&str], &[[&str; 3]])] = &[
        (&["CECOT", "--kind", "place"], &[["cecot", "place", "CECOT"]]),
        (
            &["Nayib Bukele", "CECOT", "La Unión", "--kind", "person", "--kind", "place"],
            &[
                ["nayib-bukele", "person", "Nayib Bukele"],
                ["cecot", "place", "CECOT"],
                ["la-unión", "place", "La Unión"],
            ],
        ),
        (
            &["The Order", "the order", "--kind", "law"],
            &[["the-order", "law", "The Order"], ["the-order-1", "law", "the order"]],
        ),
    ];
    for (arguments, expected) in cases {
        let (_, deck, messages) = command(&[&["new"], *arguments].concat());
        let deck: Value = serde_json::from_str(&deck).unwrap();
        let cards = deck["cards"].as_array().unwrap();
        let found: Vec<[&str; 3]> =
            cards.iter().map(|card| ["id", "kind", "title"].map(|field| card[field].as_str().unwrap())).collect();
        assert_eq!(found, *expected);
        assert!(messages.starts_with(&format!("{} card", cards.len())), "{messages}");
    }
}

#[test]
fn a_term_is_without_the_article_of_its_title() {
    let cases = [
        ("The Bitcoin policy", "en", "Bitcoin policy"),
        ("the order", "en-GB", "order"),
        ("A carbon tax", "en", "carbon tax"),
        ("An  Act of Union", "en", "Act of Union"),
        ("Theft Act", "en", "Theft Act"),
        ("The", "en", "The"),
        ("A 320", "en", "A 320"),
        ("The Will", "en", "The Will"),
        ("The Bitcoin policy", "es", "The Bitcoin policy"),
        ("A Coruña", "pt", "A Coruña"),
    ];
    for (title, lang, term) in cases {
        let (_, deck, _) = command(&["new", title, "--lang", lang]);
        let deck: Value = serde_json::from_str(&deck).unwrap();
        let card = &deck["cards"][0];
        assert_eq!([&card["title"], &card["terms"][0]], [title, term], "{title}, {lang}");
    }
}

#[test]
fn what_new_cannot_do_is_told() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("starter.json");
    fs::write(&out, "an editor's work").unwrap();
    let out = out.to_str().unwrap();
    let there = format!("{out} is there already; name a new file, or take that one away first");
    let cases: &[(&[&str], &str)] = &[
        (&["--out", out], &there),
        (&["CECOT", "--kind", "place", "--kind", "law"], "2 kinds for 1 names; give a name for each kind, or none"),
        (&["«…»"], "\"«…»\" has no letter or digit that could be found in an article"),
        (&["--kind", "plaze"], "'place'"),
        (&["--lang", "en_US"], "\"en_US\" is not a language tag (such as en, es or es-SV)"),
    ];
    for (arguments, expected) in cases {
        let (code, output, messages) = command(&[&["new"], *arguments].concat());
        assert!(code == 2 && output.is_empty() && messages.contains(expected), "{arguments:?}: {messages}");
    }
    assert_eq!(fs::read_to_string(out).unwrap(), "an editor's work");
}
