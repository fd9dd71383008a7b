//! Tests what `check` finds when it is asked to: cards to be reviewed, terms that match too much, sources that are gone, and what
//! decks of one page have to do with each other.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::{fs, thread};

use context_cards::cli::{Stdio, Terminal, run};
use context_cards::deck::date::Date;

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

/// Answers requests by their paths, one after another, until the test ends: `/404` with that status, `/hang` not at all, `/get` only
/// to GET. Returns the address and the requests it got.
fn serve() -> (String, Arc<Mutex<Vec<String>>>) {
    let (listener, log) = (TcpListener::bind("127.0.0.1:0").unwrap(), Arc::new(Mutex::new(Vec::new())));
    let (address, requests) = (listener.local_addr().unwrap(), Arc::clone(&log));
    thread::spawn(move || {
        let mut held = Vec::new();
        for stream in listener.incoming() {
            let stream = stream.unwrap();
            let (request, agent) = read_request(&stream);
            requests.lock().unwrap().push(format!("{request} {}", agent.starts_with("context-cards/")));
            let (method, path) = request.split_once(' ').unwrap();
            let status = match path {
                "/hang" => {
                    held.push(stream);
                    continue;
                }
                "/get" if method == "HEAD" => "405 Method Not Allowed",
                "/404" => "404 Not Found",
                "/410" => "410 Gone",
                "/403" => "403 Forbidden",
                "/500" => "500 Internal Server Error",
                "/moved" => "301 Moved Permanently\r\nlocation: /fine",
                _ => "200 OK",
            };
            let mut stream = stream;
            let _ = write!(stream, "HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        }
    });
    (format!("http://{address}"), log)
}

/// The method and path of a request, and who asks.
fn read_request(stream: &TcpStream) -> (String, String) {
    let lines: Vec<String> =
        BufReader::new(stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    let agent = lines.iter().find_map(|line| line.to_ascii_lowercase().strip_prefix("user-agent: ").map(str::to_owned));
    let request = lines[0].rsplit_once(' ').unwrap().0.to_owned();
    (request, agent.unwrap_or_default())
}

#[test]
fn sources_that_are_gone_are_told() {
    let (folder, (site, log)) = (folder("online"), serve());
    let paths = ["fine", "moved", "get", "404", "410", "403", "500", "fine#part", "hang"];
    let source =
        |path: &&str| format!(r#"{{ "id": "{path}", "title": "T", "publisher": "P", "url": "{site}/{path}" }}"#);
    let sources: Vec<String> = paths.iter().map(source).collect();
    let summary = format!("[A link]({site}/404) {}", paths.map(|path| format!("[^{path}]")).concat());
    let deck = deck("en", &[("card", r#""terms": ["card"]"#)])
        .replace("\"S.\"", &format!("\"{summary}\""))
        .replace("\"sources\": []", &format!("\"sources\": [\n{}\n]", sources.join(",\n")));
    write(&folder, "deck.json", &deck);
    let (code, output, _) = command(&folder, "check deck.json");
    assert!(code == 0 && log.lock().unwrap().is_empty(), "nothing is asked unless one wants it: {output}");
    let (code, output, messages) = command(&folder, "check deck.json --online --timeout 1");
    let told: Vec<String> = output
        .lines()
        .filter(|line| line.starts_with("deck.json:") && !line.contains(" is http, "))
        .map(|line| line.split_once("warning: ").unwrap().1.replace(&site, ""))
        .collect();
    let gone = "; look for a lasting copy of it, or another source";
    let failed = "; try again later, or look at it in a browser";
    let expected = [
        format!("card \"card\", summary: \"/404\" is gone (404 Not Found){gone}"),
        format!("source \"404\", url: \"/404\" is gone (404 Not Found){gone}"),
        format!("source \"410\", url: \"/410\" is gone (410 Gone){gone}"),
        format!("source \"500\", url: \"/500\" cannot be told to be there (500 Internal Server Error){failed}"),
        format!("source \"hang\", url: \"/hang\" did not answer in time{failed}"),
    ];
    assert_eq!(told, expected, "{output}");
    assert_eq!(code, 0, "warnings are no faults");
    let counts =
        "9 addresses; 2 gone; 2 gave no answer that can be used; 1 not shown to programs: look at them in a browser\n";
    assert!(messages.starts_with(counts), "{messages}");
    let log = log.lock().unwrap();
    let first = |request: &str| log.iter().position(|line| line == &format!("{request} true")).unwrap();
    assert!(first("HEAD /get") < first("GET /get"), "the head first: {log:?}");
    assert!(!log.iter().any(|line| line.starts_with("GET /fine")), "and nothing more where that is enough: {log:?}");
    assert_eq!(log.iter().filter(|line| line.starts_with("HEAD /404")).count(), 1, "each address once: {log:?}");
}

#[test]
fn what_there_is_no_time_to_ask_is_told() {
    let (folder, (site, log)) = (folder("time-limit"), serve());
    let source = |id: usize| {
        format!(
            r#"{{ "id": "{id}", "title": "T", "publisher": "P", "url": "{site}/{}?{id}" }}"#,
            if id == 0 { "hang" } else { "fine" }
        )
    };
    let sources: Vec<String> = (0..3).map(source).collect();
    let deck = deck("en", &[("card", r#""terms": ["card"]"#)])
        .replace("\"S.\"", "\"S.[^0][^1][^2]\"")
        .replace("\"sources\": []", &format!("\"sources\": [{}]", sources.join(", ")))
        .replace("hang?0", "hang");
    write(&folder, "deck.json", &deck);
    let (_, _, messages) = command(&folder, "check deck.json --online --timeout 1 --time-limit 1");
    assert!(messages.contains("2 not asked, for want of time: say more with --time-limit"), "{messages}");
    assert_eq!(log.lock().unwrap().len(), 1, "one request at a time goes to a site");
}
