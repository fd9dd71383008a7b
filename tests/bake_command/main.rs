//! Tests `bake` and `unbake` on the command line: files, folders, standard input, records, and what goes wrong.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::io::Write;
use std::path::Path;

use context_cards::cli::{Stdio, Terminal, run};
use context_cards::deck::date::Date;
use serde_json::{Value, json};
use tempfile::TempDir;

mod faults;
mod folders;
mod large;

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
