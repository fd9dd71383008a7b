//! Tests what the command line prints, and with which exit code it ends.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use context_cards::cli::{Stdio, Terminal, run};
use context_cards::deck::date::Date;

mod large_decks;

/// The day on which the decks are checked.
const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decks").join(name)
}

/// Runs the command line in words separated by spaces. `VALID`, `BROKEN` and `DOUBTFUL` stand for a deck without and with a fault
/// and with a warning, the other names in capitals for decks of `tests/decks/together`.
fn command(line: &str, input: &[u8]) -> (u8, String, String) {
    let paths = [
        ("VALID", folder("valid").join("smallest.json")),
        ("BROKEN", folder("broken").join("language.json")),
        ("DOUBTFUL", folder("doubtful").join("common-words.es.json")),
        ("FIRST", folder("together").join("first.json")),
        ("SECOND", folder("together").join("second.json")),
        ("SPANISH", folder("together").join("spanish.json")),
        ("OFF", folder("together").join("switched-off.json")),
    ];
    let argument =
        |word: &str| paths.iter().find(|path| path.0 == word).map_or(word.into(), |path| path.1.clone().into());
    let arguments: Vec<OsString> = line.split_whitespace().map(argument).collect();
    let (mut output, mut messages) = (Vec::new(), Vec::new());
    let mut stdio =
        Stdio { input: &mut &*input, output: &mut output, messages: &mut messages, terminal: Terminal::default() };
    let code = run(arguments, TODAY, &mut stdio);
    let texts = [output, messages].map(|bytes| String::from_utf8(bytes).unwrap());
    let [output, messages] =
        texts.map(|text| paths.iter().fold(text, |text, path| text.replace(path.1.to_str().unwrap(), path.0)));
    (code, output, messages)
}

const FAULT: &str = r#"BROKEN:3:11: lang: "en_US" is not a language tag (such as en, es or es-SV)
  |
3 |   "lang": "en_US",
  |           ^^^^^^^
"#;

const WARNING: &str = r#"DOUBTFUL:10:17: warning: card "el", term 1: "Él" is one of the commonest words of Spanish; say with "near" what it must stand by, or write more words
   |
10 |       "terms": ["Él", "will", "El Salvador"],
   |                 ^^^^
"#;

const SHARED: &str = r#"SECOND:10:34: warning: card "appeals-court", term 2: "The Court" also stands for card "court" in FIRST; on a page with both decks that one wins
   |
10 |       "terms": ["appeals court", "The Court", { "text": "writ", "forms": ["writs", "orders"] }],
   |                                  ^^^^^^^^^^^
SECOND:10:84: warning: card "appeals-court", term 3, form 2: "orders" also stands for card "court" in FIRST; on a page with both decks that one wins
   |
10 |       "terms": ["appeals court", "The Court", { "text": "writ", "forms": ["writs", "orders"] }],
   |                                                                                    ^^^^^^^^
SECOND:23:13: warning: card "harbour", id: "harbour" is also the id of a card in FIRST; on a page with both decks the first one wins
   |
23 |       "id": "harbour",
   |             ^^^^^^^^^
"#;

#[test]
fn the_demos_decks_have_no_fault() {
    let decks = fs::read_dir("www/decks").unwrap().map(|entry| entry.unwrap().path().display().to_string());
    let (code, output, messages) = command(&format!("check {}", decks.collect::<Vec<_>>().join(" ")), b"");
    // On this day its dates are still to come, which are warnings.
    assert_eq!(code, 0, "{output}{messages}");
}

#[test]
fn the_command_line_answers() {
    let cases = [
        // (arguments, exit code, standard output, standard error)
        ("check VALID", 0, "", "1 deck checked: no faults\n"),
        ("check VALID VALID", 0, "", "2 decks checked: no faults\n"),
        ("check BROKEN", 1, FAULT, "1 deck checked: 1 fault in 1\n"),
        ("check VALID BROKEN", 1, FAULT, "2 decks checked: 1 fault in 1\n"),
        ("check DOUBTFUL", 0, WARNING, "1 deck checked: no faults, 1 warning\n"),
        ("check --strict DOUBTFUL", 1, WARNING, "1 deck checked: 1 fault in 1\n"),
        ("check --strict VALID DOUBTFUL", 1, WARNING, "2 decks checked: 1 fault in 1\n"),
        ("check --strict VALID", 0, "", "1 deck checked: no faults\n"),
        ("check FIRST SECOND", 0, SHARED, "2 decks checked: no faults, 3 warnings\n"),
        ("check FIRST SPANISH OFF FIRST", 0, "", "4 decks checked: no faults\n"),
        ("check -", 1, "<stdin>:1:1: the file is empty\n", "1 deck checked: 1 fault in 1\n"),
        (
            "check BROKEN nowhere.json",
            2,
            FAULT,
            "context-cards: nowhere.json: there is no such file\n1 deck checked: 1 fault in 1; 1 could not be read\n",
        ),
        (
            "check tests",
            2,
            "",
            "context-cards: tests: this is a folder; name the files in it\n0 decks checked: no faults; 1 could not be read\n",
        ),
        (
            "check -- --odd.json",
            2,
            "",
            "context-cards: --odd.json: there is no such file\n0 decks checked: no faults; 1 could not be read\n",
        ),
        ("check VALID --out VALID", 2, "", "context-cards: --out would overwrite VALID; name another file\n"),
        (
            "check VALID --out nowhere/report.txt",
            2,
            "",
            "context-cards: nowhere/report.txt: there is no such folder to write it to\n",
        ),
        (
            "locate SV --atlas nowhere.json",
            2,
            "",
            "context-cards: nowhere.json: there is no such file; type: npm install world-atlas@2.0.2 (or name the file with \
             --atlas)\n",
        ),
        ("locate SV --atlas tests", 2, "", "context-cards: tests: this is a folder; name the files in it\n"),
        ("--version", 0, concat!("context-cards ", env!("CARGO_PKG_VERSION"), "\n"), ""),
    ];
    for (line, code, output, messages) in cases {
        assert_eq!(command(line, b""), (code, output.to_owned(), messages.to_owned()), "{line}");
    }
}

#[test]
fn the_command_line_helps() {
    let cases: &[(&str, &[&str])] = &[
        // (arguments, what is said on standard error: the fault, what to type instead)
        ("check", &["<DECK>...", "Usage: context-cards check"]),
        ("", &["Usage: context-cards", "Examples:\n  context-cards check"]),
        ("chek VALID", &["'chek'", "'check'"]),
        ("publish", &["'publish'", "Usage: context-cards"]),
        ("VALID", &["to check that file, type: context-cards check VALID\n"]),
        ("check --ouy x VALID", &["'--ouy'", "'--out'"]),
        ("check --stirct VALID", &["'--stirct'", "'--strict'"]),
        ("check -q VALID", &["'-q'", "Usage: context-cards check"]),
        ("check VALID --out", &["'--out <FILE>'"]),
        ("locate", &["<COUNTRY>...", "Usage: context-cards locate"]),
        ("locate VS", &["\"VS\" is not a country code of ISO 3166; did you mean SV (El Salvador)?"]),
        (
            "locate SV --point 13.6",
            &["write latitude, longitude and a name, with commas between, as in 13.6,-88.8,CECOT"],
        ),
        ("locate SV --point 13.6,-88.8,", &["write latitude, longitude and a name"]),
        ("locate SV --point -88.8,13.6W,CECOT", &["\"13.6W\" must be a longitude, from -180 to 180"]),
        ("locate SV --point 113.6,-88.8,CECOT", &["\"113.6\" must be a latitude, from -90 to 90"]),
    ];
    for (line, said) in cases {
        let (code, output, messages) = command(line, b"");
        assert!(code == 2 && output.is_empty(), "{line}");
        assert!(said.iter().all(|said| messages.contains(said)), "{line}: {messages}");
    }
    let (code, output, messages) = command("locate --help", b"");
    assert!(
        code == 0 && messages.is_empty() && output.contains(r#"context-cards locate SV --point "13.6,-88.8,CECOT""#)
    );
    assert!(output.contains(r#"{ "id": "natural-earth", "title""#) && output.contains("npm install world-atlas@2.0.2"));
    for line in ["--help", "check -h", "check --help", "help check"] {
        let (code, output, messages) = command(line, b"");
        assert!(code == 0 && output.contains("context-cards check decks/*.json") && messages.is_empty(), "{line}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let broken = folder("broken").join("language.json");
    let cases = [(vec!["--help".into()], 0), (vec!["check".into(), broken.into()], 1)];
    for (arguments, expected) in cases {
        let mut stdio = Stdio {
            input: &mut io::empty(),
            output: &mut Closed,
            messages: &mut io::sink(),
            terminal: Terminal::default(),
        };
        assert_eq!(run(arguments.clone(), TODAY, &mut stdio), expected, "{arguments:?}");
    }
}

#[test]
fn results_go_to_the_file_named_by_out() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report.txt");
    let line = format!("check BROKEN --out {}", out.display());
    assert_eq!(command(&line, b""), (1, String::new(), "1 deck checked: 1 fault in 1\n".to_owned()));
    assert!(fs::read_to_string(&out).unwrap().ends_with(FAULT.strip_prefix("BROKEN").unwrap()));
}
