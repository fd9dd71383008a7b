//! Tests that the JSON Schema of a deck and `check` say the same of every deck: nothing that `check` takes is refused, and each
//! fault that a schema can see is seen where `check` sees it.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use context_cards::check::json_path::Step;
use context_cards::check::{DeckFile, Located, Severity, check};
use context_cards::deck::date::Date;
use context_cards::deck::schema::schema;
use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };

/// Faults that a schema does not see, by words of their messages.
const UNSEEN: &[(&str, &str)] = &[
    // (words, why)
    ("is not the id of a source", "a schema compares no values"),
    ("is not the id of a card", "a schema compares no values"),
    ("is already the id of another", "a schema compares no values"),
    ("already stands for", "terms are compared as the matcher compares them"),
    ("adds nothing", "terms are compared as the matcher compares them"),
    ("names the card itself", "a schema compares no values"),
    ("is already in the list", "a list that names a card twice is harmless, and schemas say it badly"),
    ("is earlier than", "a schema compares no values"),
    ("stands here more than once", "a program that reads JSON sees the last one only"),
    ("is neither the \"x\" of a point", "a schema compares no values"),
    ("\"2025-02-30\" is not a date", "a pattern does not know how long a month is"),
    ("has no words", "inline forms nest, and a pattern does not see into them"),
    ("links to", "inline forms nest, and a pattern does not see into them"),
    ("is not an address that a browser can read", "a pattern does not parse addresses"),
    ("an odd count of numbers", "a schema counts no pairs"),
    ("must be a latitude, from -90 to 90, not -95.5", "longitudes and latitudes of a ring take turns"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn decks() -> Vec<PathBuf> {
    let folders =
        ["tests/decks/valid", "tests/decks/doubtful", "tests/decks/together", "tests/decks/broken", "www/decks"];
    let files = folders.iter().flat_map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let mut decks: Vec<PathBuf> = files
        .map(|entry| entry.unwrap().path())
        .filter(|file| file.extension().is_some_and(|end| end == "json"))
        .collect();
    decks.sort();
    decks
}

fn findings(bytes: &[u8]) -> Vec<Located> {
    check(&[DeckFile { name: "deck.json", bytes }], TODAY).remove(0).findings
}

/// Adds the path of what is refused, and of what is refused in each shape that it could have.
fn add_paths(error: &ValidationError<'_>, paths: &mut Vec<Vec<String>>) {
    paths.push(error.instance_path().as_str().split('/').skip(1).map(str::to_owned).collect());
    if let ValidationErrorKind::AnyOf { context } = error.kind() {
        context.iter().flatten().for_each(|error| add_paths(error, paths));
    }
}

/// Whether a value that the schema refuses is the one of the finding, or lies at most two steps above it: what is missing or
/// unknown is refused with the object around it, and a value of several shapes as a whole.
fn is_seen(finding: &Located, refused: &[Vec<String>]) -> bool {
    let steps = finding.diagnostic.path.steps().iter().map(|step| match step {
        Step::Key(key) => key.clone(),
        Step::Index(index) => index.to_string(),
    });
    let steps: Vec<String> = steps.collect();
    refused.iter().any(|path| steps.starts_with(path) && steps.len() - path.len() <= 2)
}

#[test]
fn the_schema_and_check_agree_on_every_deck() {
    let validator: Validator =
        jsonschema::draft202012::new(&serde_json::from_str(&schema().unwrap()).unwrap()).unwrap();
    let (mut wrong, mut unseen, mut seen) = (Vec::new(), vec![false; UNSEEN.len()], 0);
    for file in decks() {
        let name = file.strip_prefix(root()).unwrap().display();
        let bytes = fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        // What is not JSON is not for a schema to judge.
        let Ok(deck) = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) else { continue };
        let mut refused = Vec::new();
        validator.iter_errors(&deck).for_each(|error| add_paths(&error, &mut refused));
        let is_shape = |found: &&Located| matches!(found.diagnostic.severity, Severity::Malformed | Severity::Ignored);
        let findings = findings(&bytes);
        let faults: Vec<&Located> = findings.iter().filter(is_shape).collect();
        // Where a date is still to be written, `check` tells of the placeholder and not of a bad date.
        let is_unfinished = findings.iter().any(|found| found.diagnostic.severity == Severity::Unfinished);
        if faults.is_empty() && !is_unfinished && !refused.is_empty() {
            wrong.push(format!("{name}: the schema refuses {refused:?}, and check does not"));
        }
        for fault in faults {
            let reason = UNSEEN.iter().position(|(words, _)| fault.diagnostic.message.contains(words));
            match (is_seen(fault, &refused), reason) {
                (true, _) => seen += 1,
                (false, Some(reason)) => unseen[reason] = true,
                (false, None) => wrong.push(format!("{name}:{fault}: the schema does not see it")),
            }
        }
    }
    for ((words, _), _) in UNSEEN.iter().zip(unseen).filter(|(_, is_needed)| !is_needed) {
        wrong.push(format!("no deck has a fault {words:?} that the schema does not see"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 100);
}

#[test]
fn the_schema_of_the_release_is_that_of_the_program() {
    let file = root().join("www/deck.schema.json");
    let shipped = fs::read_to_string(file).unwrap_or_default();
    assert!(
        shipped == schema().unwrap(),
        "www/deck.schema.json is out of date; type: cargo run -- schema --out www/deck.schema.json"
    );
}

/// The fields of each interface in the TypeScript types of a deck, by the name of the interface.
fn typescript_fields(types: &str) -> HashMap<&str, BTreeSet<&str>> {
    let interfaces = types.split("\nexport interface ").skip(1).map(|interface| {
        let (head, body) = interface.split_once("{\n").unwrap();
        let (body, _) = body.split_once("\n}").unwrap();
        let field = |line: &'_ str| {
            line.strip_prefix("  ").is_some_and(|rest| rest.starts_with(|c: char| c == '$' || c.is_alphabetic()))
        };
        let names =
            body.lines().filter(|line| field(line)).map(|line| line.trim_start().split(['?', ':']).next().unwrap());
        let shared = if head.contains("extends Sourced") { &["sources", "sourced"][..] } else { &[] };
        (head.split_whitespace().next().unwrap(), names.chain(shared.iter().copied()).collect())
    });
    interfaces.collect()
}

#[test]
fn the_types_for_typescript_have_the_fields_of_the_schema() {
    let types = fs::read_to_string(root().join("www/context-cards.d.ts")).unwrap();
    let (schema, types): (Value, _) = (serde_json::from_str(&schema().unwrap()).unwrap(), typescript_fields(&types));
    let parts = [
        // (definition of the schema, interface)
        ("Card", "Card"),
        ("ConditionalTerm", "Term"),
        ("Source", "Source"),
        ("Status", "Status"),
        ("Fact", "Fact"),
        ("Entry", "Entry"),
        ("Figure", "Figure"),
        ("Map", "LocatorMap"),
        ("Image", "Image"),
    ];
    let parts = parts.map(|(definition, interface)| (&schema["$defs"][definition], interface));
    for (definition, interface) in parts.into_iter().chain([(&schema, "Deck")]) {
        let fields: BTreeSet<&str> = definition["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(types[interface], fields, "{interface}");
    }
}

#[test]
fn an_editing_program_explains_every_field() {
    fn undescribed(path: &str, schema: &Value, found: &mut Vec<String>) {
        let Value::Object(fields) = schema else { return };
        for (name, inner) in fields {
            if name == "properties" {
                for (field, schema) in inner.as_object().unwrap() {
                    if schema["description"].as_str().is_none_or(str::is_empty) {
                        found.push(format!("{path}.{field}"));
                    }
                }
            } else if name == "$defs" {
                inner.as_object().unwrap().iter().for_each(|(name, schema)| undescribed(name, schema, found));
            }
        }
    }
    let mut found = Vec::new();
    undescribed("Deck", &serde_json::from_str(&schema().unwrap()).unwrap(), &mut found);
    assert!(found.is_empty(), "{found:?}");
}
