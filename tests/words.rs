//! Tests the widget's own words: every file in `www/words/`, word by word.

use std::collections::BTreeMap;
use std::path::Path;

use context_cards::locale::messages::{Phrase, Word, Words};
use serde_json::Value;

/// The languages there are words for, with the plural categories that CLDR gives their numbers, and of these the ones
/// that mean a single number, which a phrase may then say in letters ("مصدران").
const LANGUAGES: &[(&str, &[&str], &[&str])] = &[
    ("ar", &["zero", "one", "two", "few", "many", "other"], &["zero", "one", "two"]),
    ("de", &["one", "other"], &[]),
    ("es", &["one", "many", "other"], &[]),
    ("fr", &["one", "many", "other"], &[]),
    ("he", &["one", "two", "other"], &["one", "two"]),
    ("hi", &["one", "other"], &[]),
    ("ja", &["other"], &[]),
    ("pt", &["one", "many", "other"], &[]),
    ("zh", &["other"], &[]),
];

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/www/words"))
}

fn read(language: &str) -> Value {
    let text = std::fs::read_to_string(folder().join(language).with_extension("json"));
    serde_json::from_str(&text.expect("a file for each language")).expect("the file is JSON")
}

fn holes(text: &str) -> usize {
    text.matches("{}").count()
}

#[test]
fn every_language_has_its_file_and_the_loader_knows_it() {
    let mut files: Vec<String> = std::fs::read_dir(folder())
        .expect("the folder of words")
        .map(|file| file.expect("a file").file_name().to_string_lossy().replace(".json", ""))
        .collect();
    files.sort();
    let known: Vec<&str> = LANGUAGES.iter().map(|(language, ..)| *language).collect();
    assert_eq!(files, known);
    let loader = include_str!("../www/opener/words.js");
    assert!(loader.contains(&format!("const LANGUAGES = {known:?};")), "the loader's list is another");
}

#[test]
fn every_word_is_said_in_every_language() {
    for (language, categories, single) in LANGUAGES {
        let Value::Object(said) = read(language) else { panic!("{language}: no object") };
        let said: BTreeMap<String, Value> = said.into_iter().collect();
        let mut keys: Vec<&str> = Word::ALL.iter().map(|word| word.key()).collect();
        keys.sort_unstable();
        assert_eq!(said.keys().map(String::as_str).collect::<Vec<_>>(), keys, "{language}: its words, and all of them");
        for word in Word::ALL {
            let key = word.key();
            let english = word.english();
            match (&said[key], english.split_once('|')) {
                (Value::String(text), None) => {
                    assert!(!text.trim().is_empty() && text.trim() == text, "{language}: {key}: {text:?}");
                    assert_eq!(holes(text), holes(english), "{language}: {key}: {text:?} and {english:?}");
                }
                (Value::Object(forms), Some((_, english))) => {
                    let names: Vec<&str> = forms.iter().map(|(name, _)| name.as_str()).collect();
                    assert_eq!(names, *categories, "{language}: {key}: its plural categories");
                    for (name, form) in forms {
                        let Value::String(text) = form else { panic!("{language}: {key}: {name} is no text") };
                        assert!(text.trim() == text, "{language}: {key}: {text:?}");
                        let fine = holes(text) == holes(english) || single.contains(&name.as_str()) && !text.is_empty();
                        assert!(fine, "{language}: {key}: {name}: {text:?} and {english:?}");
                    }
                }
                (other, _) => panic!("{language}: {key}: {other:?} where English says {english:?}"),
            }
        }
    }
}

#[test]
fn each_language_types_as_its_newspapers_do() {
    // Two straight quotes and apostrophes are nobody's; French sets a no-break space before a colon and inside quotes.
    for (language, ..) in LANGUAGES {
        let text = std::fs::read_to_string(folder().join(language).with_extension("json")).expect("a file");
        assert!(
            !text.contains('\'') && !text.contains("\\\"") && !text.contains("..."),
            "{language}: typewriter marks"
        );
        for line in text.lines().filter(|_| *language == "fr") {
            let said = line.split_once("\": ").map_or("", |(_, said)| said);
            let fine = !said.contains(" :") && !said.contains("« ") && !said.contains(" »");
            assert!(fine, "{line}: a space that could break");
        }
    }
}

/// The words of a language file, as the widget takes them: entries that are neither text nor an object of texts are left out.
fn words(json: &str) -> Words {
    let Ok(Value::Object(entries)) = serde_json::from_str(json) else { return Words::default() };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let phrase = |value: &Value| match value {
        Value::Object(forms) => {
            Some(Phrase::Plural(forms.iter().filter_map(|(name, form)| Some((name.clone(), text(form)?))).collect()))
        }
        value => text(value).map(Phrase::Text),
    };
    Words::new(entries.iter().filter_map(|(key, value)| Some((key.clone(), phrase(value)?))).collect())
}

#[test]
fn what_a_language_lacks_is_said_in_english() {
    let half = words(r#"{"close": "Cerrar", "facts": "", "sources": 3, "sourceCount": {"other": "{} fuentes"}}"#);
    let cases = [
        ("there", half.say(Word::Close), "Cerrar"),
        ("missing", half.say(Word::Timeline), "Timeline"),
        ("empty", half.say(Word::Facts), "Key facts"),
        ("no text", half.say(Word::Sources), "Sources"),
    ];
    for (name, said, expected) in cases {
        assert_eq!(said, expected, "{name}");
    }
    let counts = [
        ("a form", half.count(Word::SourceCount, 4, "4", "other"), "4 fuentes"),
        ("a form that is missing", half.count(Word::SourceCount, 1, "1", "one"), "1 fuentes"),
        ("English counts by its own rule", half.count(Word::CardCount, 21, "21", "one"), "21 cards"),
        ("and so for none", half.count(Word::CardCount, 0, "0", "one"), "0 cards"),
        ("and for one", half.count(Word::CardCount, 1, "1", "other"), "1 card"),
        ("the number as it is written", words("{}").count(Word::CardCount, 1000, "1,000", "other"), "1,000 cards"),
    ];
    for (name, said, expected) in counts {
        assert_eq!(said, expected, "{name}");
    }
    assert!(words("[]").is_empty() && words("null").is_empty() && !half.is_empty());
}
