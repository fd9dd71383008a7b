//! Any file is checked: it never ends in a crash, each finding stands in the file, and what has no fault is shown.

use context_cards::check::{DeckFile, Severity, Unknown, check, read_deck};
use context_cards::deck::date::Date;
use context_cards::matcher::unicode::NativeUnicode;
use serde_json::{Value, json};

const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };
/// A deck with every part that there is.
const DECK: &str = include_str!("../decks/valid/every-part.json");

/// What must hold for the input, as a file and as the changes of a deck.
pub fn property(input: &str) {
    judge(input);
    judge(&changed(input));
}

fn judge(file: &str) {
    let findings = check(&[DeckFile { name: "deck.json", bytes: file.as_bytes() }], TODAY).remove(0).findings;
    let lines = file.split('\n').count();
    for finding in &findings {
        assert!((1..=lines).contains(&finding.line) && finding.column >= 1, "{finding} stands in the file");
        assert!(!finding.to_string().chars().any(char::is_control), "{finding:?} is one line");
    }
    let Ok(json) = serde_json::from_str(file) else {
        assert!(
            findings.iter().any(|finding| finding.diagnostic.severity == Severity::Malformed),
            "it is told that it is no JSON"
        );
        return;
    };
    let (deck, _) = read_deck(&json, Unknown::Ignore, &NativeUnicode);
    let cards = serde_json::from_str::<Value>(file).ok().and_then(|deck| Some(deck["cards"].as_array()?.len()));
    let shown = deck.map_or(0, |deck| deck.cards.len());
    let is_malformed = findings.iter().any(|finding| finding.diagnostic.severity == Severity::Malformed);
    assert!(is_malformed || cards == Some(shown), "a deck without a fault is shown whole: {shown} of {cards:?}");
}

/// The deck with some values exchanged: each pair of characters of the input says which, and for what.
fn changed(input: &str) -> String {
    let mut deck: Value = serde_json::from_str(DECK).expect("a good deck");
    let characters: Vec<char> = input.chars().take(16).collect();
    for pair in characters.chunks(2) {
        let [which, what] = [pair[0], pair[pair.len() - 1]].map(|c| c as usize);
        let values = count(&deck);
        let new = match what % 9 {
            0 => Value::Null,
            1 => json!(what),
            2 => json!(input),
            3 => json!([]),
            4 => json!({}),
            5 => json!([input]),
            6 => json!(true),
            7 => json!("gazette"),
            _ => json!(-1.5e300),
        };
        exchange(&mut deck, &mut (which % values), &mut Some(new));
    }
    deck.to_string()
}

/// How many values a value holds, with itself.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum::<usize>(),
        _ => 0,
    }
}

/// Puts something in the place of the value with this number, counted as a reader meets them.
fn exchange(value: &mut Value, left: &mut usize, new: &mut Option<Value>) {
    if *left == 0 {
        if let Some(new) = new.take() {
            *value = new;
        }
        return;
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| step(item, left, new)),
        Value::Object(fields) => fields.values_mut().for_each(|field| step(field, left, new)),
        _ => {}
    }
}

/// Goes into a value, unless the exchange is done.
fn step(value: &mut Value, left: &mut usize, new: &mut Option<Value>) {
    if new.is_some() {
        exchange(value, left, new);
    }
}
