//! Tests what `check` finds when it is asked to: cards to be reviewed, terms that match too much, sources that are gone, and what
//! decks of one page have to do with each other.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

use context_cards::cli::{Stdio, Terminal, run};
use context_cards::deck::date::Date;

mod online;

const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };

/// An empty folder of this name.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-options").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

/// Runs the command with files of the folder, whose path is taken out of what is printed. Returns the exit code, results and
/// messages.
fn command(folder: &Path, line: &str) -> (u8, String, String) {
    let in_folder =
        |word: &str| if folder.join(word).exists() { folder.join(word).into() } else { OsString::from(word) };
    let (mut output, mut messages) = (Vec::new(), Vec::new());
    let mut stdio =
        Stdio { input: &mut io::empty(), output: &mut output, messages: &mut messages, terminal: Terminal::default() };
    let code = run(line.split_whitespace().map(in_folder), TODAY, &mut stdio);
    let prefix = format!("{}/", folder.display());
    let [output, messages] = [output, messages].map(|bytes| String::from_utf8(bytes).unwrap().replace(&prefix, ""));
    (code, output, messages)
}

/// A deck of cards with these ids and further fields.
fn deck(lang: &str, cards: &[(&str, &str)]) -> String {
    let cards = cards.iter().map(|(id, fields)| {
        format!(
            r#"{{ "id": "{id}", "kind": "law", "title": "The {id}", "summary": "S.", "sourced": "common knowledge", "updated": "2026-01-01", {fields} }}"#
        )
    });
    let cards: Vec<String> = cards.collect();
    format!(
        "{{ \"version\": 1, \"lang\": \"{lang}\", \"title\": \"T\", \"cards\": [\n{}\n], \"sources\": [] }}\n",
        cards.join(",\n")
    )
}

#[test]
fn cards_to_be_reviewed_are_listed_by_date() {
    let folder = folder("due");
    let cards = [
        ("late", r#""terms": ["late"], "reviewBy": "2026-02-28", "author": "The desk""#),
        ("month", r#""terms": ["month"], "reviewBy": "2026-03""#),
        ("far", r#""terms": ["far"], "reviewBy": "2026-08-01""#),
        ("never", r#""terms": ["never"]"#),
    ];
    write(&folder, "a.json", &deck("en", &cards));
    write(&folder, "b.json", &deck("en", &[("soon", r#""terms": ["soon"], "reviewBy": "2026-03-31""#)]));
    let (code, output, _) = command(&folder, "check a.json b.json --due 30d");
    let expected = "\
2026-02-28, Saturday (overdue)
  a.json:2:157: card \"late\": The late (The desk)
2026-03-31, Tuesday
  a.json:3:160: card \"month\": The month
  b.json:2:157: card \"soon\": The soon
";
    assert_eq!((code, output.as_str()), (0, expected));
    let lines = |line: &str| command(&folder, line).1.lines().count();
    assert_eq!(lines("check a.json b.json --due 2026-03-01 --format json"), 1);
    assert_eq!(lines("check a.json b.json --due 6m --format json"), 4);
    let (_, json, _) = command(&folder, "check a.json --due 0d --format json");
    let expected = r#"{"due":"2026-02-28","overdue":true,"file":"a.json","line":2,"column":157,"card":"late","title":"The late","author":"The desk"}"#;
    assert_eq!(json.trim_end(), expected);
    let (_, calendar, _) = command(&folder, "check a.json b.json --due 30d --format ics");
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && calendar.ends_with("\r\nEND:VCALENDAR\r\n"));
    for line in ["UID:soon@", "DTSTART;VALUE=DATE:20260331", "SUMMARY:Review the context card: The soon"] {
        assert!(calendar.contains(&format!("\r\n{line}")), "{line}: {calendar}");
    }
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3);
    let (code, _, messages) = command(&folder, "check a.json --format ics");
    assert!(code == 2 && messages.contains("--due 30d"), "{messages}");
    let (code, _, messages) = command(&folder, "check a.json --due soon");
    assert!(code == 2 && messages.contains("as in 30d, 6w or 3m"), "{messages}");
}

#[test]
fn related_cards_may_be_in_another_deck_of_the_call() {
    let folder = folder("related");
    write(&folder, "a.json", &deck("en", &[("prison", r#""terms": ["prison"], "related": ["court"]"#)]));
    write(&folder, "b.json", &deck("en-GB", &[("court", r#""terms": ["court"], "related": ["prisn"]"#)]));
    write(&folder, "es.json", &deck("es", &[("court", r#""terms": ["corte"]"#)]));
    write(
        &folder,
        "off.json",
        &deck("en", &[("court", r#""terms": ["tribunal"]"#)]).replacen('{', "{ \"enabled\": false,", 1),
    );
    let alone = "related 1: \"court\" is not the id of a card in this deck";
    let cases = [
        // (decks, what is told of the first deck's related card, of the second's)
        ("a.json", Some(alone), None),
        ("a.json es.json", Some(alone), None),
        ("a.json off.json", Some(alone), None),
        (
            "a.json b.json",
            None,
            Some("related 1: \"prisn\" is not the id of a card in these decks; did you mean \"prison\"?"),
        ),
    ];
    for (decks, first, second) in cases {
        let (_, output, _) = command(&folder, &format!("check {decks}"));
        for (name, expected) in [("a.json", first), ("b.json", second)] {
            let found = output.lines().find(|line| line.starts_with(name) && line.contains("related"));
            assert_eq!(
                found.and_then(|line| line.find("related 1").map(|at| &line[at..])),
                expected,
                "{decks}: {name}"
            );
        }
    }
}

#[test]
fn terms_are_measured_on_articles() {
    let folder = folder("articles");
    fs::create_dir_all(folder.join("news/2026")).unwrap();
    let page = |text: &str| format!("<article><h1>The government</h1><p>{text}</p></article>");
    write(&folder, "news/1.html", &page("The government and the court, said the government."));
    write(&folder, "news/2.htm", &page("The Government of today."));
    write(&folder, "news/2026/3.html", &page("Nothing but the government."));
    write(&folder, "news/2026/4.html", &page("Nothing."));
    write(&folder, "news/notes.txt", "the government");
    let terms = r#""terms": [{ "text": "government", "forms": ["governments"], "case": "insensitive" }]"#;
    write(&folder, "deck.json", &deck("en", &[("government", terms), ("court", r#""terms": ["court"]"#)]));
    let (code, output, messages) = command(&folder, "check deck.json --articles news");
    assert_eq!((code, messages.as_str()), (0, "1 deck checked: no faults, 1 warning\n"));
    let warning = "warning: card \"government\", term 1: \"government\" stands in 3 of 4 articles, 4 times; say with \"near\" \
        what it must stand by, or write more words";
    assert!(output.lines().next().unwrap().ends_with(warning), "{output}");
    let table = "articles (of 4)  mentions  term\n       3                   4  government, card \"government\"\n       \
        1                   1  court, card \"court\"\n";
    assert!(output.ends_with(table), "{output}");
    let (code, json, _) = command(&folder, "check --strict --format json deck.json --articles news/1.html news/2.htm");
    let line = r#"{"kind":"measured","file":"deck.json","path":"cards[0].terms[0]","card":"government","term":"government","articles":2,"of":2,"mentions":3}"#;
    assert!(code == 0 && json.starts_with(line), "two articles are too few to warn by: {json}");
    let (code, _, messages) = command(&folder, "check deck.json --articles nowhere.html");
    assert_eq!((code, messages.as_str()), (2, "context-cards: nowhere.html: there is no such file\n"));
}
