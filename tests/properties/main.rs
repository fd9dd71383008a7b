//! What must hold for any input: the properties that `fuzz/` looks for a counterexample to, tried here on a few thousand inputs that are the
//! same in every run. `CASES=100000 cargo test --test properties` tries more; `make fuzz` searches for minutes.

mod bake;
mod deck;
mod markup;
mod matcher;
mod naive;
#[path = "../reliability/note.rs"]
mod note;

use note::Note;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// What must hold for an input; panics where it does not.
type Property = fn(&str);

/// Inputs tried for each property: together some seconds in a debug build.
const CASES: u32 = 2_000;
/// The seed of the inputs.
const SEED: u64 = 11;

/// Inputs that failed once, each with the property that it broke. What is found joins them.
const FOUND: &[(Property, &str)] = &[
    (markup::property, "[a [b](https://a.example"),
    (markup::property, "***a* b**"),
    (markup::property, "[](https://a.example)"),
    (matcher::property, ""),
    (matcher::property, "-A\nAAA|aa|-\naaaaaaaaaaaaaaaaa"),
    (deck::property, "\u{1b}[31m"),
    (deck::property, "[1 \"[write:\0 &"),
];

#[test]
fn what_was_found_once() {
    for (property, input) in FOUND {
        property(input);
    }
}

/// Tries a property on texts of pieces that mean something to it, and of any characters.
fn try_on(name: &'static str, what: &'static str, pieces: &'static [&'static str], property: Property) {
    let cases = std::env::var("CASES").ok().and_then(|said| said.parse().ok()).unwrap_or(CASES);
    let config = Config { cases, rng_seed: RngSeed::Fixed(SEED), failure_persistence: None, ..Config::default() };
    let piece = prop_oneof![4 => proptest::sample::select(pieces).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    let input = proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat());
    let mut note = Note::of(name, what, None);
    if let Err(fault) = TestRunner::new(config).run(&input, |input| {
        property(&input);
        Ok(())
    }) {
        panic!("{fault}");
    }
    note.count(cases as usize);
}

#[test]
fn inline_forms() {
    const PIECES: &[&str] =
        &["*", "**", "***", "[", "]", "(", ")", "[^", "](", "https://a.example", "user:pass@", "a", " ", "\n", "é"];
    try_on("fuzz-markup", "texts read for inline forms", PIECES, markup::property);
}

#[test]
fn decks() {
    const PIECES: &[&str] =
        &["a", "1", "null", "https://a.example", "[^gazette]", "2026-02-12", "\u{0}", "*", "9", "\u{202e}", "é"];
    try_on("fuzz-deck", "changed decks and other files checked", PIECES, deck::property);
}

#[test]
fn matches() {
    const PIECES: &[&str] = &["a", "b", "A", " ", "\n", "|", "@", "'", "é", "-", "c", "!", "?"];
    try_on("fuzz-matcher", "articles searched, beside a naive matcher", PIECES, matcher::property);
}

#[test]
fn articles() {
    try_on("fuzz-bake", "articles baked and taken out again", bake::PIECES, bake::property);
}
