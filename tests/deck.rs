//! Tests what is read of a deck, good or faulty. (What the editor is told of it: `check.rs`.)
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use context_cards::check::diagnostics::Diagnostic;
use context_cards::check::json::Json;
use context_cards::check::{Unknown, read_deck};
use context_cards::deck::markup::Span;
use context_cards::deck::{Card, Case, Deck, FigureKind, Kind, MapPoint, Says};
use serde_json::{Value, json};

fn read(deck: &Value) -> (Option<Deck>, Vec<Diagnostic>) {
    let json: Json = serde_json::from_value(deck.clone()).unwrap();
    read_deck(&json, Unknown::Ignore, &context_cards::matcher::unicode::NativeUnicode)
}

/// Two good cards and two sources; `change` sets what stands at a JSON pointer, or takes it away with `null`.
fn deck(changes: &[(&str, Value)]) -> Value {
    let mut deck = json!({
        "version": 1, "lang": "en", "title": "Test deck",
        "cards": [
            {
                "id": "prison", "kind": "place", "title": "The prison", "terms": ["CECOT"],
                "summary": "A prison.[^fox]", "updated": "2026-02-12", "related": ["court"],
                "facts": [{ "label": "Inmates", "value": "14,532", "sources": ["ap", "fox", "ap"] }],
                "figure": {
                    "kind": "bar", "title": "Homicides", "unit": "per 100,000",
                    "points": [{ "x": 2015, "y": 106.3 }, { "x": "2016", "y": 84 }], "sources": [],
                },
            },
            { "id": "court", "kind": "case", "title": "The order", "terms": [], "summary": "An order.", "updated": "2026" },
        ],
        "sources": [
            { "id": "ap", "title": "A report", "publisher": "AP", "url": "https://ap.example/" },
            { "id": "fox", "title": "A talk", "publisher": "Fox", "url": "https://fox.example/" },
        ],
    });
    for (pointer, value) in changes {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match deck.pointer_mut(parent).unwrap() {
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value.clone(),
            object => object[key] = value.clone(),
        }
    }
    deck
}

#[test]
fn a_card_holds_what_the_deck_says() {
    let (deck, problems) = read(&deck(&[(
        "/cards/0/terms",
        json!(["CECOT", { "text": "the prison", "case": "insensitive", "near": ["Tecoluca"] }]),
    )]));
    assert_eq!(problems, []);
    let deck = deck.unwrap();
    assert_eq!((deck.lang.as_str(), deck.title.as_str(), deck.enabled, deck.cards.len()), ("en", "Test deck", true, 2));
    let card = &deck.cards[0];
    assert_eq!((card.kind, card.updated.to_string(), card.lang.as_str()), (Kind::Place, "2026-02-12".to_owned(), "en"));
    assert_eq!((card.terms[0].case, card.terms[1].case), (Case::Smart, Case::Insensitive));
    assert_eq!(card.terms[1].near, ["Tecoluca"]);
    assert_eq!(card.summary, [Span::Text("A prison.".to_owned()), Span::Cite(0)]);
    // Fox is cited first, in the summary.
    assert_eq!(card.sources.iter().map(|source| source.id.as_str()).collect::<Vec<_>>(), ["fox", "ap"]);
    assert_eq!(card.facts[0].sources, [1, 0]);
    let figure = card.figure.as_ref().unwrap();
    assert_eq!(figure.kind, FigureKind::Bar);
    assert_eq!(figure.points.iter().map(|point| point.x.as_str()).collect::<Vec<_>>(), ["2015", "2016"]);
    assert_eq!(deck.cards[1].sources, []);
}

/// The deck of `tests/decks/valid/every-part.json`.
#[test]
fn every_part_of_a_card_is_read() {
    let text = include_str!("decks/valid/every-part.json");
    let (deck, problems) = read(&serde_json::from_str(text).unwrap());
    assert_eq!(problems, []);
    let cards = deck.unwrap().cards;
    let [harbour, storm, film] = cards.as_slice() else { panic!("three cards") };
    assert_eq!([harbour.kind, storm.kind, film.kind], [Kind::Place, Kind::Date, Kind::Work]);
    assert_eq!(harbour.terms[0].forms, ["harbours", "harbour’s"]);
    // The gazette is cited first, in the summary, then the tribune, in the status.
    assert_eq!(harbour.sources.iter().map(|source| source.id.as_str()).collect::<Vec<_>>(), ["gazette", "tribune"]);
    let status = harbour.status.as_ref().unwrap();
    assert_eq!((status.as_of.to_string().as_str(), status.text.last()), ("2026-02-12", Some(&Span::Cite(1))));
    let dates: Vec<Option<String>> = harbour.views.iter().map(|view| view.date.map(|date| date.to_string())).collect();
    assert_eq!(dates, [Some("2026-01-20".to_owned()), None]);
    assert_eq!(harbour.views[0].says, Says::Words(vec![Span::Text("Repairs take a year.".to_owned())]));
    assert_eq!(harbour.views[1].says, Says::Nothing { reason: "No answer found in our sources".to_owned() });
    let events: Vec<(&str, &str)> = harbour
        .figure
        .iter()
        .flat_map(|figure| figure.events.iter().map(|event| (event.x.as_str(), event.label.as_str())))
        .collect();
    assert_eq!(events, [("2025-11-03", "Storm"), ("2024", "New crane")]);
    let map = harbour.map.as_ref().unwrap();
    assert_eq!(map.outline.iter().map(Vec::len).collect::<Vec<_>>(), [8, 6]);
    assert_eq!(map.points, [MapPoint { lon: -61.2, lat: 10.4, label: "Port Ellis".to_owned() }]);
    assert_eq!(map.sources, [1]);
    assert_eq!(harbour.image.as_ref().unwrap().focus, (0.25, 1.0));
    let gazette = &harbour.sources[0];
    assert_eq!(gazette.quote.as_deref(), Some("El puerto tiene una profundidad de 18 metros."));
    assert_eq!((gazette.accessed.unwrap().to_string().as_str(), gazette.lang.as_deref()), ("2026-02-10", Some("es")));
    assert_eq!((&film.status, &film.map, &film.figure), (&None, &None, &None), "null is nothing");
}

#[test]
fn one_fault_costs_one_card() {
    const ALL: &[&str] = &["prison", "court"];
    type Changes<'a> = &'a [(&'a str, Value)];
    let cases: &[(&str, Changes, &[&str], usize)] = &[
        // (name, changes, ids of the cards left, number of problems)
        ("a good deck", &[], ALL, 0),
        ("a bad date", &[("/cards/0/updated", json!("soon"))], &["court"], 1),
        ("two faults in a card", &[("/cards/0/updated", json!("soon")), ("/cards/0/kind", json!(1))], &["court"], 2),
        ("not a card", &[("/cards/0", json!("prison"))], &["court"], 1),
        ("an id twice", &[("/cards/1/id", json!("prison"))], &["prison"], 1),
        ("a term twice", &[("/cards/1/terms", json!(["cecot", "Cecot"]))], &["prison"], 1),
        ("an unknown source", &[("/cards/0/summary", json!("A prison.[^bbc]"))], &["court"], 1),
        ("a faulty source", &[("/sources/0/url", json!("ap.example"))], &["court"], 1),
        ("a faulty source nobody cites", &[("/cards/0/facts", Value::Null), ("/sources/0/url", json!(""))], ALL, 1),
        ("an infinite number", &[("/cards/0/figure/points/0/y", json!("∞"))], &["court"], 1),
        ("a related card that is elsewhere", &[("/cards/0/related", json!(["elsewhere"]))], ALL, 0),
        ("fields of another day", &[("/cards/0/mood", json!("grey")), ("/theme", json!(1))], ALL, 0),
        ("no title", &[("/title", Value::Null)], ALL, 1),
        ("no usable language", &[("/lang", json!("English!"))], ALL, 1),
    ];
    for (name, changes, left, count) in cases {
        let (deck, problems) = read(&deck(changes));
        let cards = deck.unwrap_or_else(|| panic!("{name}: refused")).cards;
        assert_eq!(cards.iter().map(|card| card.id.as_str()).collect::<Vec<_>>(), *left, "{name}");
        assert_eq!(problems.len(), *count, "{name}: {problems:?}");
    }
}

#[test]
fn what_is_no_deck_is_refused_in_one_sentence() {
    let version_2 = "version: this deck is version 2, and only version 1 can be read here";
    let cases = [
        ("a list", json!([]), "must be an object in braces { }, not a list"),
        ("null", Value::Null, "must be an object in braces { }, not null"),
        ("another version", deck(&[("/version", json!(2)), ("/cards", json!(7))]), version_2),
        (
            "a version in quotes",
            deck(&[("/version", json!("1"))]),
            "version: must be the number 1 without quotes, not text",
        ),
        ("no version", deck(&[("/version", Value::Null)]), "version: is missing; a deck begins with \"version\": 1"),
        ("no cards", deck(&[("/cards", Value::Null)]), "cards: is missing"),
        (
            "cards of another shape",
            deck(&[("/cards", json!({}))]),
            "cards: must be a list in brackets [ ], not an object",
        ),
        ("no sources", deck(&[("/sources", Value::Null)]), "sources: is missing"),
    ];
    for (name, deck, expected) in cases {
        let (deck, problems) = read(&deck);
        assert!(deck.is_none(), "{name}");
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected], "{name}");
    }
}

#[test]
fn the_kill_switch_is_off_only_where_it_is_left_alone() {
    let cases = [
        ("absent", Value::Null, true, 0),
        ("on", json!(true), true, 0),
        ("off", json!(false), false, 0),
        ("off, but in quotes", json!("false"), false, 1),
    ];
    for (name, switch, enabled, count) in cases {
        let (deck, problems) = read(&deck(&[("/enabled", switch)]));
        assert_eq!((deck.unwrap().enabled, problems.len()), (enabled, count), "{name}");
    }
}

#[test]
fn several_decks_make_one_list_of_cards() {
    let good = deck(&[]);
    let other =
        deck(&[("/lang", json!("es")), ("/cards/1/id", json!("law")), ("/cards/1/related", json!(["prison", "x"]))]);
    let cases: &[(&str, &[&Value], &str)] = &[
        ("one deck", &[&good], "prison(en)→court court(en)→"),
        ("the earlier wins", &[&good, &other], "prison(en)→court court(en)→ law(es)→prison"),
        ("the other way round", &[&other, &good], "prison(es)→court law(es)→prison court(en)→"),
        ("a link into no deck", &[&other], "prison(es)→ law(es)→prison"),
        ("switched off", &[&deck(&[("/enabled", json!(false))]), &other], "prison(es)→ law(es)→prison"),
        ("a related card with a fault", &[&deck(&[("/cards/1/kind", json!("?"))])], "prison(en)→"),
        (
            "itself and twice",
            &[&deck(&[("/cards/0/related", json!(["prison", "court", "court"]))])],
            "prison(en)→court court(en)→",
        ),
        ("no deck", &[], ""),
    ];
    for (name, decks, expected) in cases {
        let cards = Deck::merge(decks.iter().map(|deck| read(deck).0.unwrap()).collect());
        let show = |card: &Card| format!("{}({})→{}", card.id, card.lang, card.related.join(","));
        assert_eq!(cards.iter().map(show).collect::<Vec<_>>().join(" "), *expected, "{name}");
    }
}
