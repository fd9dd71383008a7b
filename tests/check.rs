//! Tests what `check` tells an editor. A file is a test: each broken one stands beside the report it must give, as the command
//! prints it. `UPDATE_REPORTS=1 cargo test --test check` writes the reports anew.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use context_cards::check::{DeckFile, Located, Severity, check};
use context_cards::cli::{Stdio, Terminal, run};
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

/// What the command prints of a deck, with no more of the file's name than the last part.
fn report(deck: &Path) -> String {
    let (mut output, mut messages) = (Vec::new(), Vec::new());
    let mut stdio =
        Stdio { input: &mut io::empty(), output: &mut output, messages: &mut messages, terminal: Terminal::default() };
    run(["check".into(), deck.into()], TODAY, &mut stdio);
    let name = deck.file_name().unwrap().to_str().unwrap();
    String::from_utf8(output).unwrap().replace(deck.to_str().unwrap(), name)
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
    let how = "to write these reports anew: UPDATE_REPORTS=1 cargo test --locked --test check";
    assert!(wrong.is_empty(), "{}\n{how}", wrong.join("\n"));
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
    let sentence = findings[1].diagnostic.sentence();
    assert_eq!(sentence, "cites \"sorce-1\", which is not the id of a source; did you mean \"source-1\"?");
    assert_eq!(findings[1_999].diagnostic.help, None, "the first hundred are help enough");
}
