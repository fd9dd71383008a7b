//! The glossary's own words, in the article's language where there is a file of it, else in English.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::locale::messages::{Phrase, Word, Words};

/// The files of the widget's words.
const FILES: [(&str, &str); 9] = [
    ("ar", include_str!("../../www/words/ar.json")),
    ("de", include_str!("../../www/words/de.json")),
    ("es", include_str!("../../www/words/es.json")),
    ("fr", include_str!("../../www/words/fr.json")),
    ("he", include_str!("../../www/words/he.json")),
    ("hi", include_str!("../../www/words/hi.json")),
    ("ja", include_str!("../../www/words/ja.json")),
    ("pt", include_str!("../../www/words/pt.json")),
    ("zh", include_str!("../../www/words/zh.json")),
];

/// Each read once.
static LANGUAGES: LazyLock<HashMap<&str, Words>> =
    LazyLock::new(|| FILES.into_iter().map(|(lang, file)| (lang, read(file))).collect());
static ENGLISH: LazyLock<Words> = LazyLock::new(Words::default);

fn read(file: &str) -> Words {
    let entries: serde_json::Map<String, serde_json::Value> = serde_json::from_str(file).unwrap_or_default();
    let texts = entries.into_iter().filter_map(|(key, said)| Some((key, Phrase::Text(said.as_str()?.to_owned()))));
    Words::new(texts.collect())
}

/// The phrases for an article.
pub(super) struct Phrases {
    words: &'static Words,
    /// The language they are in, a BCP 47 tag.
    pub lang: String,
}

impl Phrases {
    /// Those for an article in this language (a BCP 47 tag, empty where it is not known).
    pub(super) fn of(lang: &str) -> Self {
        let primary = lang.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match LANGUAGES.get(primary.as_str()) {
            Some(words) => Self { words, lang: lang.to_owned() },
            None => Self { words: &ENGLISH, lang: "en".to_owned() },
        }
    }

    /// A phrase.
    pub(super) fn say(&self, word: Word) -> &str {
        self.words.say(word)
    }

    /// A phrase around something.
    pub(super) fn fill(&self, word: Word, with: &str) -> String {
        self.words.fill(word, with)
    }
}
