//! Tests what `check` tells an editor. A file is a test: each broken one stands beside the report it must give.
//! `UPDATE_REPORTS=1 cargo test` writes the reports anew.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use context_cards::check::{DeckFile, Located, Severity, check};
use context_cards::deck::date::Date;

/// The day on which the decks are checked.
const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decks").join(name)
}

fn decks(name: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(folder(name)).unwrap().map(|entry| entry.unwrap().path());
    let mut decks: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|end| end == "json")).collect();
    decks.sort();
    assert!(!decks.is_empty());
    decks
}

fn report(deck: &Path) -> String {
    let name = deck.file_name().unwrap().display();
    let findings = findings(&fs::read(deck).unwrap());
    findings.iter().flat_map(|finding| [name.to_string(), format!(":{finding}\n")]).collect()
}

fn findings(bytes: &[u8]) -> Vec<Located> {
    check(&[DeckFile { name: "deck.json", bytes }], TODAY).remove(0).findings
}

#[test]
fn valid_decks_have_no_faults() {
    for deck in decks("valid") {
        assert_eq!(report(&deck), "", "{}", deck.display());
    }
}

#[test]
fn the_deck_of_the_readme_has_no_faults() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let (_, section) = readme.split_once("## Write a deck").unwrap();
    let (_, deck) = section.split_once("```json\n").unwrap();
    let (deck, _) = deck.split_once("```").unwrap();
    assert_eq!(findings(deck.as_bytes()), []);
}

#[test]
fn broken_decks_give_their_reports() {
    for deck in decks("broken") {
        let is_fault = |finding: &Located| finding.diagnostic.severity != Severity::Warning;
        assert!(findings(&fs::read(&deck).unwrap()).iter().any(is_fault), "{}", deck.display());
    }
    assert_reports("broken");
}

#[test]
fn doubtful_decks_give_their_reports_and_have_no_faults() {
    for deck in decks("doubtful") {
        let is_warning = |finding: &Located| finding.diagnostic.severity == Severity::Warning;
        assert!(findings(&fs::read(&deck).unwrap()).iter().all(is_warning), "{}", deck.display());
    }
    assert_reports("doubtful");
}

/// Each deck of a folder has the report beside it.
fn assert_reports(folder: &str) {
    let update = env::var_os("UPDATE_REPORTS").is_some();
    let mut wrong = Vec::new();
    for deck in decks(folder) {
        let (file, found) = (deck.with_extension("report"), report(&deck));
        if update {
            fs::write(&file, &found).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if found != expected || found.is_empty() {
            wrong.push(format!("{}\nexpected:\n{expected}found:\n{found}", deck.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Made to cost much: finished in no time, or the test hangs.
#[test]
fn a_deck_with_very_many_faults() {
    let card = |card: usize| {
        format!(
            r#"{{ "id": "card-{card}", "kind": "law", "title": "T", "terms": ["{card}"], "summary": "Words.[^sorce-{card}]",
                "updated": "2026-02-14" }}"#
        )
    };
    let source = |id: usize| {
        format!(r#"{{ "id": "source-{id}", "title": "T", "publisher": "P", "url": "https://example.org/{id}" }}"#)
    };
    let cards: Vec<String> = (0..2_000).map(card).collect();
    let sources: Vec<String> = (0..2_000).map(source).collect();
    let (cards, sources) = (cards.join(",\n"), sources.join(",\n"));
    let deck = format!(r#"{{ "version": 1, "lang": "en", "title": "T", "cards": [{cards}], "sources": [{sources}] }}"#);
    let findings = findings(deck.as_bytes());
    assert_eq!(findings.len(), 2_000);
    assert_eq!((findings[0].line, findings[1_999].line), (1, 3_999));
    let message = &findings[1].diagnostic.message;
    assert_eq!(message, "cites \"sorce-1\", which is not the id of a source; did you mean \"source-1\"?");
    assert!(!findings[1_999].diagnostic.message.contains("did you mean"), "the first hundred are help enough");
}
