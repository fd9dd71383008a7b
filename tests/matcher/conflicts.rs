//! Which terms stand for two cards, and that `check` and the page's matcher find the same cards faulty for them.

use std::path::Path;

use context_cards::check::json::Json;
use context_cards::check::{Unknown, read_deck};
use context_cards::deck::{Case, Term};
use context_cards::matcher::Matcher;
use context_cards::matcher::unicode::NativeUnicode;
use serde_json::{Value, json};

use super::term;

/// A name, the terms of each card, and the conflicts: term or form (counted through all cards), its card, and the card that has it.
type Row<'a> = (&'a str, &'a [&'a [&'a str]], &'a [(usize, usize, usize)]);

const ROWS: &[Row] = &[
    ("none", &[&["CECOT"], &["the court"]], &[]),
    ("the same term", &[&["CECOT"], &["CECOT"]], &[(1, 1, 0)]),
    ("twice on one card", &[&["CECOT", "CECOT"], &["the court"]], &[]),
    ("on three cards", &[&["CECOT"], &["CECOT"], &["CECOT"]], &[(1, 1, 0), (2, 2, 0)]),
    ("with a card that is in conflict itself", &[&["a"], &["a", "b"], &["b"]], &[(1, 1, 0), (3, 2, 1)]),
    ("two terms of one card", &[&["a", "b"], &["b", "a"]], &[(2, 1, 0), (3, 1, 0)]),
    ("spaces, quotes, hyphens", &[&["Côte d'Ivoire-x"], &[" Côte  d’Ivoire‐x "]], &[(1, 1, 0)]),
    ("composed and decomposed", &[&["Perú"], &["Peru\u{301}"]], &[(1, 1, 0)]),
    ("with and without an accent", &[&["Perú"], &["Peru"]], &[]),
    ("in any case", &[&["the order"], &["any:The Order"]], &[(1, 1, 0)]),
    ("both only as written, in another case", &[&["exact:US"], &["exact:us"]], &[]),
    ("both only as written, in the same", &[&["exact:US"], &["US"]], &[(1, 1, 0)]),
    ("only as written, and in any case", &[&["exact:US"], &["any:us"]], &[(1, 1, 0)]),
    ("in any case, and only as written", &[&["us"], &["US"]], &[(1, 1, 0)]),
    ("the earliest that matches", &[&["exact:US"], &["exact:us"], &["any:Us"], &["exact:us"]], &[(2, 2, 0), (3, 3, 1)]),
    ("the later tells them apart", &[&["the order"], &["the order@court"]], &[]),
    ("the earlier tells them apart", &[&["the order@court"], &["the order"]], &[]),
    ("both say near", &[&["the order@court"], &["the order@court"]], &[]),
    ("a third without near", &[&["the order"], &["the order@court"], &["the order"]], &[(2, 2, 0)]),
    ("a form of the other", &[&["order≈orders"], &["Order", "orders≈x"]], &[(2, 1, 0), (3, 1, 0)]),
    ("forms of both", &[&["order≈orders|ordering"], &["orderly≈ordering"]], &[(4, 1, 0)]),
    ("a form twice on one card", &[&["order≈orders", "orders"], &["court"]], &[]),
    ("a form told apart by near", &[&["order≈orders@court"], &["orders"]], &[]),
    ("a part of the other", &[&["the court"], &["the court order"]], &[]),
];

fn matcher(cards: &[&[&str]]) -> Matcher {
    let mut matcher = Matcher::empty();
    for (card, terms) in cards.iter().enumerate() {
        for notation in *terms {
            matcher.add(card, &term(notation), &NativeUnicode);
        }
    }
    matcher.build();
    matcher
}

fn conflicts(matcher: &Matcher) -> Vec<(usize, usize, usize)> {
    matcher.conflicts().iter().map(|conflict| (conflict.term, conflict.card, conflict.other)).collect()
}

#[test]
fn terms_that_stand_for_two_cards() {
    for (name, cards, expected) in ROWS {
        assert_eq!(conflicts(&matcher(cards)), *expected, "{name}");
    }
}

#[test]
fn check_finds_the_same_conflicts() {
    for (name, cards, expected) in ROWS {
        let cards: Vec<Value> = cards.iter().enumerate().map(|(id, terms)| card(id, terms)).collect();
        let deck = json!({ "version": 1, "lang": "en", "title": "T", "cards": cards, "sources": [] });
        let json: Json = serde_json::from_value(deck).expect("JSON");
        let (deck, diagnostics) = read_deck(&json, Unknown::Fault, &NativeUnicode);
        let others: Vec<String> = expected.iter().map(|(.., other)| format!("stands for card \"{other}\";")).collect();
        assert_eq!(diagnostics.len(), others.len(), "{name}: {diagnostics:?}");
        assert!(diagnostics.iter().zip(&others).all(|(found, other)| found.sentence().contains(other)), "{name}");
        let kept: Vec<String> = deck.expect("a deck").cards.into_iter().map(|card| card.id).collect();
        let faulty = |card: &usize| expected.iter().any(|conflict| conflict.1 == *card);
        let expected: Vec<String> =
            (0..cards.len()).filter(|card| !faulty(card)).map(|card| card.to_string()).collect();
        assert_eq!(kept, expected, "{name}");
    }
}

fn card(id: usize, terms: &[&str]) -> Value {
    let terms: Vec<Value> = terms
        .iter()
        .map(|notation| {
            let Term { text, forms, case, near } = term(notation);
            let case = match case {
                Case::Sensitive => "sensitive",
                Case::Insensitive => "insensitive",
                Case::Smart => "smart",
            };
            json!({ "text": text, "forms": forms, "case": case, "near": near })
        })
        .collect();
    json!({ "id": id.to_string(), "kind": "law", "title": "T", "terms": terms, "summary": "S", "updated": "2026" })
}

/// Every deck of the tests that can be read, as the page gives it to the matcher: terms that are malformed are in none.
#[test]
fn the_decks_of_the_tests_have_the_same_conflicts_for_the_page() {
    let mut found = 0;
    for folder in ["valid", "broken"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decks").join(folder);
        for file in std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()) {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            let text = text.trim_start_matches('\u{FEFF}');
            let (Ok(deck), Ok(json)) = (serde_json::from_str::<Value>(text), serde_json::from_str::<Json>(text)) else {
                continue;
            };
            let (_, diagnostics) = read_deck(&json, Unknown::Ignore, &NativeUnicode);
            let checked: Vec<String> = diagnostics
                .iter()
                .filter(|found| found.message.contains("already stands for"))
                .map(|found| found.path.to_string())
                .collect();
            let mut matcher = Matcher::empty();
            let mut paths = Vec::new();
            for (card, value) in deck["cards"].as_array().into_iter().flatten().enumerate() {
                for (index, term) in value["terms"].as_array().into_iter().flatten().enumerate() {
                    let Some(term) = read_term(term) else { continue };
                    let mut words = term.near.iter().chain(&term.forms);
                    if words.all(|word| matcher.is_findable(word, &NativeUnicode))
                        && matcher.add(card, &term, &NativeUnicode).is_some()
                    {
                        let path = format!("cards[{card}].terms[{index}]");
                        paths.push(path.clone());
                        paths.extend((0..term.forms.len()).map(|form| format!("{path}.forms[{form}]")));
                    }
                }
            }
            matcher.build();
            let mut conflicts = matcher.conflicts();
            // Two cards of one id are reported as that.
            conflicts.retain(|found| deck["cards"][found.card]["id"] != deck["cards"][found.other]["id"]);
            let conflicts: Vec<&str> = conflicts.iter().map(|found| paths[found.term].as_str()).collect();
            assert_eq!(conflicts, checked, "{}", file.display());
            found += conflicts.len();
        }
    }
    assert_eq!(found, 4, "the decks have conflicts");
}

fn read_term(term: &Value) -> Option<Term> {
    let strings = |list: &Value| -> Option<Vec<String>> {
        list.as_array()?.iter().map(|word| Some(word.as_str()?.to_owned())).collect()
    };
    let (text, forms, case, near) = match term {
        Value::String(text) => (text, Vec::new(), Case::Smart, Vec::new()),
        term => {
            let case = match &term["case"] {
                Value::Null => Case::Smart,
                case => *[("sensitive", Case::Sensitive), ("insensitive", Case::Insensitive), ("smart", Case::Smart)]
                    .iter()
                    .find_map(|(name, found)| (case == name).then_some(found))?,
            };
            let Value::String(text) = &term["text"] else { return None };
            let list = |value: &Value| if value.is_null() { Some(Vec::new()) } else { strings(value) };
            (text, list(&term["forms"])?, case, list(&term["near"])?)
        }
    };
    Some(Term { text: text.clone(), forms, case, near })
}

#[test]
fn decks_are_in_no_conflict_with_each_other() {
    let mut matcher = Matcher::empty();
    for (card, term) in [(0, "a"), (1, "a")].map(|(card, notation)| (card, term(notation))) {
        matcher.begin_deck();
        matcher.add(card, &term, &NativeUnicode);
    }
    matcher.add(2, &term("a"), &NativeUnicode);
    matcher.build();
    assert_eq!(conflicts(&matcher), [(2, 2, 1)]);
}

/// In time that grows with the terms, or the test hangs.
#[test]
fn a_card_may_say_the_same_very_often() {
    let often = Term { forms: vec!["a".to_owned(); 100_000], ..term("a") };
    let mut matcher = Matcher::empty();
    for card in 0..2 {
        matcher.add(card, &often, &NativeUnicode);
    }
    matcher.build();
    let conflicts = conflicts(&matcher);
    assert_eq!((conflicts.len(), conflicts[0]), (100_001, (100_001, 1, 0)));
}

#[test]
fn cards_that_are_left_out_are_not_found() {
    let cards: &[&[&str]] = &[&["court order"], &["court", "court order@judge"], &["order", "law@judge"]];
    let cases: &[(&str, &[usize], &[usize])] = &[
        // (name, cards kept, cards found in the text)
        ("all kept", &[0, 1, 2], &[0, 1, 2, 2]),
        ("a shorter term in its place", &[1, 2], &[1, 1, 2, 2]),
        ("two left out", &[2], &[2, 2, 2]),
        ("all left out", &[], &[]),
    ];
    for (name, kept, expected) in cases {
        let mut matcher = matcher(cards);
        matcher.retain(|card| kept.contains(&card));
        let found = matcher.find("A court order. The court and the law, the judge and the order.", &NativeUnicode);
        let mut found: Vec<usize> = found.iter().map(|found| found.card).collect();
        found.sort_unstable();
        assert_eq!(found, *expected, "{name}");
    }
}
