//! Does a page's finder mark what `bake` marks? The articles of `tests/articles/`, both ways: each says in its first line which options it is
//! marked with, and which words are to be marked, in order, with their cards.

use crate::harness::{Answer, Page, User, stories};
use context_cards::bake::{Baker, Options};
use context_cards::matcher::density::Density;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

stories![every_article_is_marked_by_the_finder_as_it_is_baked];

/// The marks of a document, in order: `[where, words, card]`, `where` in its text without what baking adds, in UTF-16 units.
const MARKS: &str = r#"
    const marksOf = (doc) => {
        const found = [];
        const texts = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
        let at = 0;
        while (texts.nextNode()) {
            const { data, parentElement } = texts.currentNode;
            if (parentElement.closest(".context-cards-glossary, script")) continue;
            const term = parentElement.closest("context-term");
            if (term && !term.contains(found.at(-1)?.last ?? null)) {
                if (term.ariaHidden === "true") Object.assign(found.at(-1), { words: found.at(-1).words + data, last: texts.currentNode });
                else found.push({ at, words: data, card: term.getAttribute("card"), last: texts.currentNode });
            } else if (term) Object.assign(found.at(-1), { words: found.at(-1).words + data, last: texts.currentNode });
            at += data.length;
        }
        return found.map(({ at, words, card }) => [at, words, card]);
    };
    const bare = (words) => squeeze(words.replace(/[\u00AD\u200B-\u200F\uFEFF]/g, "").normalize());"#;

/// What an article's first line says: `<!-- mark=section skip=.x | CECOT>cecot; a dam>dam -->`.
struct Case {
    options: Vec<(String, String)>,
    expected: Vec<String>,
}

impl Case {
    fn of(html: &str) -> Self {
        let line = html.lines().next().and_then(|line| line.strip_prefix("<!--")?.strip_suffix("-->"));
        let (options, expected) = line.and_then(|line| line.split_once('|')).unwrap_or_default();
        let options = options.split_whitespace().filter_map(|option| option.split_once('='));
        Self {
            options: options.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            expected: expected.split(';').map(|mark| mark.trim().to_owned()).collect(),
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// The articles, in order of their names.
fn articles() -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder()).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "html")).collect();
    paths.sort();
    paths.iter().map(|path| (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), read(path))).collect()
}

/// The marks of the page that stands there, once its finder is done.
fn marks_of_the_finder(user: &User, html: &str, case: &Case) -> Value {
    user.open(&Page::verbatim(html));
    // After the text, so that it changes nothing about how the article is parsed.
    user.ask_with(
        "const element = document.createElement('context-cards');
         for (const [name, value] of [['deck', '/deck.json'], ...arguments[0]]) element.setAttribute(name, value);
         document.body.append(element);",
        &[json!(case.options)],
    );
    user.load_widget();
    user.ask(&format!("{MARKS} return marksOf(document);"))
}

/// The marks of the article that was baked natively, as this browser parses it.
fn marks_of_bake(user: &User, deck: &str, html: &str, case: &Case) -> Value {
    let option = |name: &str| case.options.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone());
    let mark = option("mark").and_then(|word| Density::parse(&word)).unwrap_or_default();
    let options = Options { mark, root: option("for"), skip: option("skip"), ..Options::default() };
    let baked = Baker::new(&[deck], options).and_then(|baker| baker.bake(html.as_bytes()));
    let baked = baked.unwrap_or_else(|fault| panic!("{fault}: {html}"));
    let baked = String::from_utf8_lossy(&baked.html).into_owned();
    // A document of this parser runs no script.
    let script = format!("{MARKS} return marksOf(new DOMParser().parseFromString(arguments[0], 'text/html'));");
    user.ask_with(&script, &[json!(baked)])
}

/// Marks as the first lines have them.
fn in_words(user: &User, marks: &Value) -> Vec<String> {
    let said = user.ask_with(
        &format!("{MARKS} return arguments[0].map(([, words, card]) => `${{bare(words)}}>${{card}}`);"),
        std::slice::from_ref(marks),
    );
    said.as_array().into_iter().flatten().filter_map(|mark| mark.as_str().map(str::to_owned)).collect()
}

fn every_article_is_marked_by_the_finder_as_it_is_baked(user: &User) {
    let deck = read(&folder().join("deck.json"));
    user.site.put("/deck.json", Answer::json(deck.clone()));
    let mut faults = Vec::new();
    for (name, html) in articles() {
        let case = Case::of(&html);
        let found = marks_of_the_finder(user, &html, &case);
        let words = in_words(user, &found);
        if words != case.expected {
            faults.push(format!("{name}: the finder marks {words:?}, expected {:?}", case.expected));
        }
        let baked = marks_of_bake(user, &deck, &html, &case);
        if baked != found {
            faults.push(format!("{name}: bake marks {baked}, the finder {found}"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
