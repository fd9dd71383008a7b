//! Tests `bake` and `unbake` on the command line: files, folders, standard input, records, and what goes wrong.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use context_cards::cli::{Stdio, Terminal, run};
use context_cards::deck::date::Date;
use serde_json::{Value, json};
use tempfile::TempDir;

const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };
const DECK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bake/deck.json");

/// Runs a command in words separated by spaces; `AT` is the folder, `DECK` a deck. Returns exit code, output and messages.
fn command(folder: &Path, line: &str, input: &[u8]) -> (u8, Vec<u8>, String) {
    let mut output = Vec::new();
    let (code, messages) = command_to(folder, line, input, &mut output);
    (code, output, messages)
}

fn command_to(folder: &Path, line: &str, mut input: &[u8], output: &mut dyn Write) -> (u8, String) {
    let at = folder.to_str().unwrap();
    let arguments: Vec<_> = line.split(' ').map(|word| word.replace("DECK", DECK).replace("AT", at).into()).collect();
    let mut messages = Vec::new();
    let mut stdio = Stdio { input: &mut input, output, messages: &mut messages, terminal: Terminal::default() };
    let code = run(arguments, TODAY, &mut stdio);
    (code, String::from_utf8(messages).unwrap().replace(at, "AT").replace(DECK, "DECK"))
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

const ARTICLE: &[u8] = b"<p>CECOT</p>";
const LEFT_OUT: &str = "DECK: cards left out because of faults: 1; see: context-cards check DECK\n";

#[test]
fn one_article() {
    let at = folder(&[("a.html", ARTICLE), ("picture.png", b"\x89PNG\0\0")]);
    let (code, baked, messages) = command(at.path(), "bake AT/a.html --deck DECK", b"");
    assert_eq!((code, messages.as_str()), (0, LEFT_OUT));
    assert!(baked.starts_with(b"<p><context-term card=\"cecot\" auto>"));
    assert_eq!(command(at.path(), "bake - --deck DECK", ARTICLE), (0, baked.clone(), LEFT_OUT.to_owned()));
    assert_eq!(command(at.path(), "bake - --deck DECK", &baked).1, baked, "baked twice");
    assert_eq!(command(at.path(), "unbake -", &baked), (0, ARTICLE.to_vec(), String::new()));
    assert_eq!(command(at.path(), "bake AT/a.html --deck DECK --out AT/a.html", b"").0, 0);
    assert_eq!(fs::read(at.path().join("a.html")).unwrap(), baked, "in place");
    assert_eq!(command(at.path(), "unbake AT/a.html --out AT/a.html", b"").0, 0);
    assert_eq!(fs::read(at.path().join("a.html")).unwrap(), ARTICLE);
}

#[test]
fn what_goes_wrong_is_told() {
    let at = folder(&[
        ("a.html", ARTICLE),
        ("picture.png", b"\x89PNG\0\0"),
        ("utf16.html", b"\xFF\xFE<\0p\0"),
        ("bad.json", b"{"),
        ("comma.json", "{\n  \"title\": \"ñ\"\n   \"cards\": []\n}".as_bytes()),
        ("atom.xml", b"<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>CECOT</entry></feed>"),
        ("empty/readme.md", b"CECOT"),
    ]);
    let cases = [
        ("bake AT/none.html --deck DECK", 2, "context-cards: AT/none.html: there is no such file\n"),
        ("bake AT/a.html --deck AT/none.json", 2, "context-cards: AT/none.json: there is no such file\n"),
        (
            "bake AT/a.html --deck AT/bad.json",
            2,
            "context-cards: AT/bad.json: this is not JSON: the file ends too early: a closing } or ] is missing (line 1, column 1)\n",
        ),
        (
            "bake AT/a.html --deck AT/comma.json",
            2,
            "AT/comma.json: this is not JSON: a comma or a closing } is missing before this (line 3, column 4)\n",
        ),
        (
            "scan AT/a.html --deck AT/comma.json",
            2,
            "AT/comma.json: this is not JSON: a comma or a closing } is missing before this (line 3, column 4)",
        ),
        (
            "bake AT/a.html --deck AT/utf16.html",
            2,
            "context-cards: AT/utf16.html: this file is UTF-16; save it as UTF-8\n",
        ),
        ("bake AT/picture.png --deck DECK", 1, "AT/picture.png: this is no HTML: it has null bytes"),
        (
            "bake AT/utf16.html --deck DECK",
            1,
            "AT/utf16.html: the encoding UTF-16LE cannot be read; save the article as UTF-8",
        ),
        ("bake AT/a.html --deck DECK --for main", 1, "AT/a.html: nothing fits \"main\""),
        (
            "bake AT/a.html --deck DECK --embed javascript:alert(1)",
            2,
            "context-cards: --embed: \"javascript:alert(1)\" is not the address of a script (it must start with https:// or http://, or be a path",
        ),
        ("bake AT/a.html --deck DECK --embed data:,x", 2, "context-cards: --embed: \"data:,x\" is not the address"),
        ("bake AT/a.html --deck DECK --for a+b", 2, "context-cards: --for: \"a+b\" cannot be used"),
        (
            "bake AT/a.html --deck AT/bad.json --out AT/bad.json",
            2,
            "--out would overwrite AT/bad.json; name another file",
        ),
        ("scan AT/a.html --deck DECK --out AT/a.html", 2, "--out would overwrite AT/a.html; name another file"),
        ("suggest AT/a.html --out AT/a.html", 2, "--out would overwrite AT/a.html; name another file"),
        (
            "check AT/bad.json --articles AT/a.html --out AT/a.html",
            2,
            "--out would overwrite AT/a.html; name another file",
        ),
        ("bake AT/atom.xml --deck DECK", 1, "AT/atom.xml: this is an Atom feed; of feeds only RSS is baked"),
        ("bake AT/empty --deck DECK --out AT/x", 2, "there are no pages in these folders"),
        ("bake AT --deck DECK", 2, "several articles need a folder for their results; name one with --out"),
        ("bake AT/a.html AT/a.html --deck DECK --out AT/x", 2, "AT/a.html and AT/a.html would both become a.html"),
        ("bake AT/a.html --deck DECK --out AT/no/a.html", 2, "AT/no/a.html: there is no such folder to write it to"),
        ("unbake AT/none.html", 2, "context-cards: AT/none.html: there is no such file\n"),
    ];
    for (line, expected, part) in cases {
        let (code, output, messages) = command(at.path(), line, b"");
        assert_eq!((code, output.as_slice()), (expected, b"".as_slice()), "{line}: {messages}");
        assert!(messages.contains(part), "{line}: {messages}");
    }
}

#[test]
fn a_folder() {
    let at = folder(&[
        ("in/a.html", ARTICLE),
        ("in/b/c.HTM", b"<p>Bukele"),
        ("in/d.html", b"%PDF-1.4"),
        ("in/e.txt", b"CECOT"),
    ]);
    let (code, output, messages) = command(at.path(), "bake AT/in --deck DECK --out AT/out --jobs 3", b"");
    assert_eq!((code, output.len()), (1, 0));
    let told =
        "context-cards: AT/in/d.html: this is a PDF and no HTML\n2 articles baked, 2 mentions marked; 1 could not be\n";
    assert_eq!(messages, [LEFT_OUT, told].concat());
    let names: Vec<_> = fs::read_dir(at.path().join("out")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(fs::read(at.path().join("out/b/c.HTM")).unwrap().starts_with(b"<p><context-term card=\"bukele\""));
}

/// A folder's links may lead out of it, and what they lead to is not its own.
#[cfg(unix)]
#[test]
fn links_of_a_folder_are_left_alone() {
    use std::os::unix::fs::symlink;
    let told = |what: &str, baked: &str| {
        let how = "what a link leads to is baked where it is named itself, as in: bake FILE --out FILE";
        [LEFT_OUT, &format!("context-cards: {what}; {how}\n{baked} mentions marked\n")].concat()
    };
    let at = folder(&[("site/a.html", ARTICLE), ("shared/b.html", ARTICLE), ("shared/all/c.html", ARTICLE)]);
    let (site, shared) = (at.path().join("site"), at.path().join("shared"));
    symlink("../shared/b.html", site.join("b.html")).unwrap();
    symlink("../shared/all", site.join("all")).unwrap();
    symlink("a.html", site.join("z.html")).unwrap();
    let (code, _, messages) = command(at.path(), "bake AT/site --deck DECK --out AT/site", b"");
    let links = "these links are left alone: AT/site/b.html (to ../shared/b.html), AT/site/z.html (to a.html)";
    assert_eq!((code, messages), (0, told(links, "1 articles baked, 1")));
    assert!(fs::read(site.join("a.html")).unwrap().starts_with(b"<p><context-term"));
    for file in ["b.html", "all/c.html"] {
        assert_eq!(fs::read(shared.join(file)).unwrap(), ARTICLE, "{file}");
    }
    assert!(site.join("b.html").is_symlink() && site.join("z.html").is_symlink());
    // Into another folder a link is read like a file; a link there is left alone, a folder's too.
    let more =
        folder(&[("in/all/c.html", ARTICLE), ("in/d.html", ARTICLE), ("out/e.html", b""), ("shared/c.html", ARTICLE)]);
    symlink("d.html", more.path().join("in/e.html")).unwrap();
    symlink("../shared", more.path().join("out/all")).unwrap();
    let (code, _, messages) = command(more.path(), "bake AT/in --deck DECK --out AT/out", b"");
    assert_eq!(
        (code, messages),
        (0, told("this link is left alone: AT/out/all (to ../shared)", "2 articles baked, 2"))
    );
    assert!(fs::read(more.path().join("out/e.html")).unwrap().starts_with(b"<p><context-term"));
    assert_eq!(fs::read(more.path().join("shared/c.html")).unwrap(), ARTICLE);
    // Named itself, the file is baked behind its link, which stays.
    let (code, ..) = command(at.path(), "bake AT/site/b.html --deck DECK --out AT/site/b.html", b"");
    assert!(code == 0 && site.join("b.html").is_symlink());
    assert!(fs::read(shared.join("b.html")).unwrap().starts_with(b"<p><context-term"));
}

/// As an export leaves it, without a line break.
#[test]
fn an_article_of_50_megabytes_in_one_line() {
    let article =
        ["<article><p>CECOT</p>", &"<p>nothing here</p>".repeat(2_700_000), "<p>Bukele</p></article>"].concat();
    assert!(article.len() > 50_000_000);
    let at = folder(&[("a.html", article.as_bytes())]);
    let (code, baked, messages) = command(at.path(), "bake AT/a.html --deck DECK", b"");
    assert_eq!((code, messages.as_str()), (0, LEFT_OUT));
    assert!(baked.starts_with(b"<article><p><context-term card=\"cecot\""));
    assert!(command(at.path(), "unbake -", &baked).1 == article.as_bytes());
}

#[test]
fn a_deck_of_100_000_cards() {
    let card = |number: usize| json!({"id": format!("c{number}"), "kind": "concept", "title": "It", "terms": [format!("term{number}")], "summary": "What it is.[^s]", "updated": "2026-02-12"});
    let source = json!({"id": "s", "title": "A report", "publisher": "An institute", "url": "https://example.org/"});
    let cards: Vec<Value> = (0..100_000).map(card).collect();
    let deck = json!({"version": 1, "lang": "en", "title": "Many", "cards": cards, "sources": [source]}).to_string();
    let at = folder(&[("deck.json", deck.as_bytes()), ("a.html", b"<p>Of term99999, and of term0.</p>")]);
    let (code, baked, messages) = command(at.path(), "bake AT/a.html --deck AT/deck.json", b"");
    assert_eq!((code, messages.as_str()), (0, ""));
    let baked = String::from_utf8(baked).unwrap();
    for card in ["c99999", "c0"] {
        assert!(baked.contains(&format!("<context-term card=\"{card}\" auto>")), "{card}: {baked}");
    }
    let (code, scanned, messages) = command(at.path(), "scan AT/a.html --deck AT/deck.json --format json", b"");
    assert_eq!((code, messages.as_str()), (0, "1 article scanned: 2 marks\n"));
    assert!(String::from_utf8(scanned).unwrap().contains("\"c99999\""));
    let (code, report, _) = command(at.path(), "check AT/deck.json", b"");
    let report = String::from_utf8(report).unwrap();
    assert_eq!(code, 0, "{report}");
    assert!(
        report.contains("`bake` the articles"),
        "says what to do with a deck that is too large for a page: {report}"
    );
}

/// Reads twice what is too large to be held.
#[test]
fn a_large_article() {
    let article =
        ["<body><article><p>CECOT</p>", &"<p>nothing here</p>\n".repeat(300_000), "<p>Bukele</p></article>"].concat();
    let at = folder(&[("a.html", article.as_bytes())]);
    let baked = command(at.path(), "bake AT/a.html --deck DECK", b"").1;
    assert!(baked == command(at.path(), "bake - --deck DECK", article.as_bytes()).1);
    assert!(command(at.path(), "unbake -", &baked).1 == article.as_bytes());
}

/// Known as what it is without being told; an article by the same options would be marked in its titles.
#[test]
fn a_feed() {
    let feed = b"<?xml version=\"1.0\"?>\n<rss><channel><title>CECOT</title><item><content:encoded>&lt;p&gt;CECOT&lt;/p&gt;</content:encoded></item></channel></rss>";
    let at = folder(&[("feed.xml", feed)]);
    let baked = command(at.path(), "bake AT/feed.xml --deck DECK", b"").1;
    let text = String::from_utf8(baked.clone()).unwrap();
    assert!(text.contains("<title>CECOT</title>") && text.contains("&lt;a class=\"context-term\""), "{text}");
    assert_eq!(command(at.path(), "unbake -", &baked).1, feed);
}

#[test]
fn records() {
    let at = folder(&[]);
    let lines = "{\"id\":1,\"html\":\"<meta charset=latin1><p>CECOT, \u{d1}u\u{f1}oa\"}\n\n{\"id\":\"b\",\"html\":\"\\u0000\\u0001x\"}\nnot JSON\n{\"id\":4}\n{\"id\":5,\"html\":\"x\"}";
    let (code, output, messages) = command(at.path(), "bake --ndjson - --deck DECK --jobs 2", lines.as_bytes());
    assert_eq!((code, messages), (0, [LEFT_OUT, "2 articles baked, 3 failed\n"].concat()));
    let records: Vec<Value> =
        output.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
    let ids: Vec<&Value> = records.iter().map(|record| &record["id"]).collect();
    assert_eq!(ids, [&Value::from(1), &"b".into(), &Value::Null, &4.into(), &5.into()], "in order");
    let marked = records[0]["html"].as_str().unwrap();
    assert!(marked.contains("auto><a href=\"#context-%C3%B1u%C3%B1oa\">\u{d1}u\u{f1}oa</a>"), "{marked}");
    assert_eq!(records[0]["cards"], json!(["cecot", "\u{f1}u\u{f1}oa"]));
    assert!(records[1]["error"].as_str().unwrap().contains("null bytes"));
    assert_eq!(records[2]["line"], 4);
    let missing = "this line is no article, {\"id\": …, \"html\": \"…\"}: \"html\" is missing";
    assert_eq!(records[3]["error"], missing);
    assert!(records.iter().all(|record| record["hash"] == records[0]["hash"]));
    // The last line is half of one, as after an interrupt.
    fs::write(at.path().join("done"), &output[..output.len() - 20]).unwrap();
    let (_, again, messages) = command(at.path(), "bake --ndjson - --deck DECK --resume AT/done", lines.as_bytes());
    assert!(messages.ends_with("1 articles baked, 3 failed, 1 done before\n"), "{messages}");
    assert!(!String::from_utf8(again.clone()).unwrap().contains("\"id\":1,"));
    let glued = String::from_utf8([fs::read(at.path().join("done")).unwrap(), again].concat()).unwrap();
    let whole =
        glued.lines().filter(|line| serde_json::from_str::<Value>(line).is_ok_and(|line| line["html"].is_string()));
    assert_eq!(whole.count(), 2, "what is appended stands in lines of its own: {glued}");
    let changed = "bake --ndjson - --deck DECK --mark all --resume AT/done";
    assert!(command(at.path(), changed, lines.as_bytes()).2.ends_with("2 articles baked, 3 failed\n"), "other options");
}

/// A standard output that cannot be written to.
struct Broken(ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn outputs_that_break() {
    let at = folder(&[("a.html", ARTICLE), ("a.ndjson", b"{\"id\":1,\"html\":\"<p>CECOT\"}\n")]);
    for line in ["bake AT/a.html --deck DECK", "bake --ndjson AT/a.ndjson --deck DECK", "unbake AT/a.html"] {
        assert_eq!(command_to(at.path(), line, b"", &mut Broken(ErrorKind::BrokenPipe)).0, 0, "{line}");
        let (code, messages) = command_to(at.path(), line, b"", &mut Broken(ErrorKind::StorageFull));
        assert_eq!(code, 2, "{line}");
        assert!(messages.contains("the disk is full"), "{line}: {messages}");
    }
    #[cfg(target_os = "linux")]
    {
        let (code, _, messages) = command(at.path(), "bake AT/a.html --deck DECK --out /dev/full", b"");
        assert_eq!(code, 2, "{messages}");
        assert!(messages.contains("the disk is full"), "{messages}");
        // In /sys nobody makes a file, whoever runs the tests.
        for line in [
            "bake AT/a.html --deck DECK --out /sys/a.html",
            "bake AT --deck DECK --out /sys/out",
            "bake --ndjson AT/a.ndjson --deck DECK --out /sys/a",
        ] {
            let (code, _, messages) = command(at.path(), line, b"");
            assert_eq!(code, 2, "{line}: {messages}");
            assert!(messages.contains("/sys/") && messages.contains("permission denied"), "{line}: {messages}");
        }
    }
}
