//! Tests what is said of the terms of a deck in an article: rows of articles and what comes of each mention.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use context_cards::cli::{Stdio, Terminal, run};
use context_cards::deck::date::Date;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };

const DECK: &str = r#"{ "version": 1, "lang": "en", "title": "T", "sources": [], "cards": [
    { "id": "cecot", "kind": "place", "title": "C", "terms": ["CECOT", "El Centro"], "summary": "S", "updated": "2026" },
    { "id": "order", "kind": "law", "title": "O", "terms": [{ "text": "the order", "near": ["judge"] }], "summary": "S", "updated": "2026" },
    { "id": "court", "kind": "law", "title": "O", "terms": ["court"], "summary": "S", "updated": "2026" },
    { "id": "high-court", "kind": "law", "title": "O", "terms": [{ "text": "high court", "forms": ["high courts"] }], "summary": "S", "updated": "2026" },
    { "id": "bitcoin", "kind": "policy", "title": "B", "terms": ["Bitcoin"], "summary": "S", "updated": "soon" }
]}"#;

/// Holds the deck above. Written once: tests run side by side, and one would read what another is writing.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scan");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("deck.json"), DECK).unwrap();
    folder
});

/// Returns the exit code, results and messages. `DECK` stands for the deck above.
fn command(line: &str, input: &[u8]) -> (u8, String, String) {
    let deck = FOLDER.join("deck.json");
    let words =
        line.split_whitespace().map(|word| if word == "DECK" { deck.clone().into() } else { OsString::from(word) });
    let (mut output, mut messages) = (Vec::new(), Vec::new());
    let terminal = Terminal::default();
    let mut stdio = Stdio { input: &mut &*input, output: &mut output, messages: &mut messages, terminal };
    let code = run(words, TODAY, &mut stdio);
    (code, String::from_utf8(output).unwrap(), String::from_utf8(messages).unwrap())
}

/// `cecot marked CECOT` for each mention, in the order of the article.
fn mentions(html: &str, options: &str) -> Vec<String> {
    let (code, output, messages) = command(&format!("scan - --format json {options} --deck DECK"), html.as_bytes());
    assert_eq!(code, 0, "{messages}");
    let article: Value = serde_json::from_str(&output).unwrap();
    let line = |mention: &Value| {
        let [card, outcome, text] =
            ["card", "outcome", "text"].map(|field| mention[field].as_str().unwrap_or_default());
        // What the places say is what stands there.
        let pieces = mention["bytes"].as_array().unwrap().iter();
        let bytes: String = pieces
            .map(|piece| {
                &html[usize::try_from(piece["start"].as_u64().unwrap()).unwrap()
                    ..usize::try_from(piece["end"].as_u64().unwrap()).unwrap()]
            })
            .collect();
        assert!(bytes.is_empty() || text.is_empty() || bytes == text, "{bytes:?} is not {text:?}");
        format!("{card} {outcome} {text}").trim().to_owned()
    };
    article["mentions"].as_array().unwrap().iter().map(line).collect()
}

#[test]
fn what_comes_of_each_mention() {
    let cases: &[(&str, &str, &str, &[&str])] = &[
        // (name, article, options, mentions)
        ("the first", "<p>CECOT, CECOT</p>", "", &["cecot marked CECOT", "cecot later CECOT"]),
        ("all", "<p>CECOT, CECOT</p>", "--mark all", &["cecot marked CECOT", "cecot marked CECOT"]),
        (
            "one in each section",
            "<p>CECOT</p><h2>x</h2><p>CECOT, CECOT</p>",
            "--mark section",
            &["cecot marked CECOT", "cecot marked CECOT", "cecot later CECOT"],
        ),
        ("a heading", "<h1>CECOT</h1><p>CECOT</p>", "", &["cecot heading CECOT", "cecot marked CECOT"]),
        ("a link", "<p><a href=x>CECOT</a> and CECOT</p>", "", &["cecot unmarkable CECOT", "cecot marked CECOT"]),
        (
            "several text nodes",
            "<p>a <em>high</em> court</p>",
            "",
            &["high-court marked high court", "court covered court"],
        ),
        ("a form", "<p>high courts</p>", "", &["high-court marked high courts"]),
        ("no word nearby", "<p>the order</p>", "", &["order near the order"]),
        ("a word nearby", "<p>the order of the judge</p>", "", &["order marked the order"]),
        ("prose before asides", "<aside>CECOT</aside><p>CECOT</p>", "", &["cecot later CECOT", "cecot marked CECOT"]),
        (
            "a part that is skipped",
            "<p class=x>CECOT</p><p>CECOT</p>",
            "--skip .x",
            &["cecot skipped CECOT", "cecot marked CECOT"],
        ),
        (
            "a writer's mark",
            "<p>CECOT <context-term card=cecot>the prison</context-term></p>",
            "",
            &["cecot later CECOT", "cecot placed"],
        ),
        ("a card with a fault", "<p>Bitcoin</p>", "", &["bitcoin refused Bitcoin"]),
        ("the article only", "<div>CECOT</div><main><p>CECOT", "--for main", &["cecot marked CECOT"]),
        ("plain text", "In CECOT\nand\n\nthe court.", "", &["cecot marked CECOT", "court marked court"]),
        ("nothing", "<p>Nothing.</p>", "", &[]),
    ];
    for (name, html, options, expected) in cases {
        assert_eq!(mentions(html, options), *expected, "{name}");
    }
}

/// The articles of `tests/articles/`, which the finder marks as they are baked: what their first lines say is marked.
#[test]
fn what_is_marked_is_what_a_page_marks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut articles = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_none_or(|end| end != "html") {
            continue;
        }
        articles += 1;
        let html = String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned();
        let line = html.lines().next().unwrap().strip_prefix("<!--").unwrap().strip_suffix("-->").unwrap();
        let (options, expected) = line.split_once('|').unwrap();
        let options: String = options.split_whitespace().flat_map(|option| [" --", option]).collect();
        let deck = folder.join("deck.json");
        let (code, output, messages) =
            command(&format!("scan {} --format json{options} --deck {}", file.display(), deck.display()), b"");
        assert_eq!(code, 0, "{messages}");
        let article: Value = serde_json::from_str(&output).unwrap();
        let mentions = article["mentions"].as_array().unwrap().iter();
        let found: Vec<(String, &str)> = mentions
            .filter(|mention| mention["outcome"] == "marked" || mention["outcome"] == "placed")
            .map(|mention| (bare(mention["text"].as_str().unwrap_or_default()), mention["card"].as_str().unwrap()))
            .collect();
        // A writer's mark for a card that no deck has is left as it is.
        let expected: Vec<(&str, &str)> =
            expected.split(';').map(|mark| mark.trim().split_once('>').unwrap()).collect();
        let expected: Vec<(&str, &str)> = expected.into_iter().filter(|(_, card)| *card != "unknown").collect();
        let is_same = |(found, expected): (&(String, &str), &(&str, &str))| {
            found.1 == expected.1 && (found.0.is_empty() || found.0 == bare(expected.0))
        };
        let is_all = found.len() == expected.len() && found.iter().zip(&expected).all(is_same);
        assert!(is_all, "{}: {found:?}, expected {expected:?}", file.display());
    }
    assert!(articles > 40);
}

/// Words without what is not seen in them, and without spaces: where a line is broken, a page has none between its words.
fn bare(words: &str) -> String {
    let is_hidden = |c| matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}');
    words.nfc().filter(|c| !c.is_whitespace() && !is_hidden(*c)).collect()
}

#[test]
fn places_count_characters_of_the_block_and_bytes_of_the_file() {
    let html = "<h1>Ñ</h1><p>El niño &amp; CECOT</p>";
    let (_, output, _) = command("scan - --format json --deck DECK", html.as_bytes());
    let article: Value = serde_json::from_str(&output).unwrap();
    let start = html.find("CECOT").unwrap();
    let expected = serde_json::json!({ "article": "<stdin>", "encoding": "UTF-8", "mentions": [{
        "card": "cecot", "term": "CECOT", "outcome": "marked", "text": "CECOT", "block": 1,
        "chars": { "start": 10, "end": 15 }, "bytes": [{ "start": start, "end": start + 5 }],
    }]});
    assert_eq!(article, expected);
}

#[test]
fn people_read_it_card_by_card() {
    let html = "<h1>CECOT</h1>\n<p>They are in CECOT.</p>\n<p>The high court said, and CECOT; the order; Bitcoin. CECOT again.</p>";
    let (code, output, messages) = command("scan - --deck DECK", html.as_bytes());
    let expected = "\
<stdin>
  cecot
    not marked: in a heading
      [CECOT]
    marked
      2:16: They are in [CECOT].
    not marked: a later mention; --mark all marks it (and 1 more)
      3:29: The high court said, and [CECOT]; the order; Bitcoin. CECOT again.
  high-court
    marked
      3:8: The [high court] said, and CECOT; the order; Bitcoin. CE…
  court
    not marked: part of a term of card \"high-court\"
      3:13: The high [court] said, and CECOT; the order; Bitcoin. CE…
  order
    not marked: none of its words \"near\" stands in the paragraph: judge
      3:36: The high court said, and CECOT; [the order]; Bitcoin. CECOT again.
  bitcoin
    not marked: the card is left out for a fault
      3:47: …high court said, and CECOT; the order; [Bitcoin]. CECOT again.
";
    assert_eq!((code, output.as_str()), (0, expected));
    assert!(messages.contains("1 card is left out for a fault; type: context-cards check "), "{messages}");
    assert!(messages.ends_with("1 article scanned: 2 marks\n"), "{messages}");
}

#[test]
fn folders_are_read_and_one_bad_article_stops_nothing() {
    let articles = FOLDER.join("articles");
    fs::create_dir_all(articles.join("more")).unwrap();
    fs::write(articles.join("a.html"), "<p>CECOT</p>").unwrap();
    fs::write(articles.join("more/b.txt"), "CECOT").unwrap();
    fs::write(articles.join("picture.png"), "CECOT").unwrap();
    fs::write(articles.join("c.html"), "<meta charset=utf-7><p>CECOT</p>").unwrap();
    let (_, output, messages) =
        command(&format!("scan {} nowhere.html --format json --deck DECK", articles.display()), b"");
    let names: Vec<Value> =
        output.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["article"].take()).collect();
    assert!(
        names[0].as_str().unwrap().ends_with("a.html") && names[names.len() - 1].as_str().unwrap().ends_with("b.txt")
    );
    assert!(messages.contains("context-cards: nowhere.html: there is no such file\n"), "{messages}");
}

#[test]
fn what_scan_cannot_do_is_told() {
    let cases = [
        // (arguments, exit code, what is said): the same codes as of `bake`
        ("scan - --deck nowhere.json", 2, "context-cards: nowhere.json: there is no such file\n"),
        ("scan nowhere.html --deck DECK", 2, "context-cards: nowhere.html: there is no such file\n"),
        ("scan -", 2, "arguments were not provided"),
        ("scan - --mark second --deck DECK", 2, "first"),
        ("scan - --for .none --deck DECK", 1, "context-cards: <stdin>: nothing fits \".none\""),
        ("scan - nowhere.html --for .none --deck DECK", 2, "context-cards: <stdin>: nothing fits \".none\""),
        ("scan - --skip p{ --deck DECK", 2, "context-cards: --skip: \"p{\" cannot be used"),
        ("scan - - --for a+b --deck DECK", 2, "context-cards: --for: \"a+b\" cannot be used"),
    ];
    for (line, expected, said) in cases {
        let (code, output, messages) = command(line, b"<p>CECOT</p>");
        assert!(code == expected && output.is_empty() && messages.contains(said), "{line}: {code} {output} {messages}");
        assert_eq!(messages.matches(said).count(), 1, "{line}: {messages}");
    }
}
