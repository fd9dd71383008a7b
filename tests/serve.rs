//! Tests what the local site of `serve` answers, and to whom.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use context_cards::deck::date::Date;
use context_cards::serve::{Server, Site};

const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };

const DECK: &str = r#"{ "version": 1, "lang": "en", "title": "T", "cards": [], "sources": [] }"#;

/// A folder with an article in it, and programs beside it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("serve").join(name);
    for (file, text) in [
        ("articles/article.html", "<p>CECOT</p>"),
        ("articles/picture 1.svg", "<svg/>"),
        ("articles/.hidden", "secret"),
        ("secret.txt", "secret"),
        ("programs/context-cards.js", "// loader"),
        ("deck.json", DECK),
    ] {
        fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

/// The address of a server on the folder, such as `127.0.0.1:40000`.
fn serve(folder: &Path) -> String {
    let (article, deck) = (folder.join("articles/article.html"), folder.join("deck.json"));
    let site = Site::new(article, vec![deck], folder.join("programs"), Vec::new(), TODAY).unwrap();
    let server = Server::bind(site, 0).unwrap();
    let address = server.url().trim_start_matches("http://").trim_end_matches('/').to_owned();
    thread::spawn(move || server.run());
    address
}

fn ask(address: &str, method: &str, path: &str, host: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8(answer).unwrap()
}

#[test]
fn the_site_answers_to_this_computer_and_from_its_folders() {
    let folder = folder("answers");
    let address = serve(&folder);
    let local = format!("localhost:{}", address.split(':').nth(1).unwrap());
    let cases = [
        // (method, path, host, status, what is in the answer)
        (
            "GET",
            "/",
            &address,
            200,
            "<context-cards data-served deck=\"/_context-cards/decks/0.json\"></context-cards>",
        ),
        ("GET", "/?x", &local, 200, "<article>\n<p>CECOT</p>\n</article>"),
        ("GET", "/picture%201.svg", &address, 200, "image/svg+xml"),
        ("GET", "/_context-cards/programs/context-cards.js", &address, 200, "// loader"),
        ("GET", "/_context-cards/decks/0.json?7", &address, 200, DECK),
        ("GET", "/_context-cards/panel.js", &address, 200, "EventSource"),
        ("GET", "/_context-cards/panel.css", &address, 200, "details"),
        ("GET", "/_context-cards/faults.json", &address, 200, "\"findings\":[]"),
        ("GET", "/_context-cards/decks/1.json", &address, 404, "no such file"),
        ("GET", "/nowhere", &address, 404, "no such file"),
        ("GET", "/../secret.txt", &address, 404, "no such file"),
        ("GET", "/%2e%2e/secret.txt", &address, 404, "no such file"),
        ("GET", "/..%2fsecret.txt", &address, 404, "no such file"),
        ("GET", "/.hidden", &address, 404, "no such file"),
        ("GET", "/_context-cards/programs/../secret.txt", &address, 404, "no such file"),
        ("GET", "/_context-cards/programs/%2e%2e/deck.json", &address, 404, "no such file"),
        ("POST", "/", &address, 405, "only GET"),
        ("GET", "/", &"news.example".to_owned(), 403, "a local page"),
    ];
    for (method, path, host, status, expected) in cases {
        let answer = ask(&address, method, path, host);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{method} {path} of {host}: {answer}");
        assert!(answer.contains(expected) && !answer.contains("\r\n\r\nsecret"), "{method} {path} of {host}: {answer}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let folder = folder("links");
    let link = folder.join("articles/link.txt");
    let _ = fs::remove_file(&link);
    std::os::unix::fs::symlink("../secret.txt", &link).unwrap();
    let address = serve(&folder);
    assert!(ask(&address, "GET", "/link.txt", &address).starts_with("HTTP/1.1 404 "));
}

#[test]
fn a_page_hears_of_each_change() {
    let folder = folder("changes");
    let address = serve(&folder);
    let mut stream = TcpStream::connect(&address).unwrap();
    write!(stream, "GET /_context-cards/events HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
    let mut events = BufReader::new(stream).lines().map(Result::unwrap).filter(|line| line.starts_with("data: "));
    assert_eq!(events.next().unwrap(), r#"data: {"article":1,"decks":1}"#);
    fs::write(folder.join("deck.json"), DECK.replace("\"T\"", "7")).unwrap();
    assert!(events.next().unwrap().starts_with(r#"data: {"article":1,"decks":"#));
    let faults = ask(&address, "GET", "/_context-cards/faults.json", &address);
    assert!(faults.contains("must be text in quotes"), "{faults}");
    fs::write(folder.join("articles/article.html"), "<p>Other words</p>").unwrap();
    assert!(events.any(|event| event.starts_with(r#"data: {"article":2,"#)));
    assert!(ask(&address, "GET", "/", &address).contains("Other words"));
}

/// The article's file and text, attributes of the element, and how each sentence begins that is said of them.
type SelectorCase<'a> = (&'a str, &'a str, &'a [(&'static str, &'a str)], &'a [&'a str]);

#[test]
fn selectors_that_can_never_fit_are_told() {
    let folder = folder("selectors");
    let own = "<!doctype html><body><main>CECOT</main><context-cards></context-cards></body>";
    let cases: [SelectorCase<'_>; 7] = [
        ("a.html", "<body><main>CECOT</main></body>", &[("for", "main"), ("skip", ".none")], &[]),
        (
            "a.html",
            "<body><p>CECOT</p></body>",
            &[("for", "main"), ("mark", "all")],
            &["--for: nothing fits \"main\"; the selector must name the article's element"],
        ),
        ("fragment.html", "<p>CECOT</p>", &[("for", "article")], &[]),
        ("text.txt", "CECOT", &[("for", "article p")], &[]),
        (
            "a.html",
            "<p>CECOT</p>",
            &[("for", "p{"), ("skip", "..")],
            &["--for: \"p{\" cannot be used: ", "--skip: \"..\" cannot be used: "],
        ),
        ("a.html", "<p>CECOT</p>", &[("for", "p + p:has(b)")], &[]),
        ("a.html", own, &[("for", "article")], &[]),
    ];
    for (name, article, attributes, expected) in cases {
        let file = folder.join(name);
        fs::write(&file, article).unwrap();
        let given = attributes.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let site = Site::new(file, vec![folder.join("deck.json")], folder.join("programs"), given, TODAY).unwrap();
        let found = site.selector_faults();
        assert_eq!(found.len(), expected.len(), "{article} {attributes:?}: {found:?}");
        let begin_so = found.iter().zip(expected).all(|(found, expected)| found.starts_with(expected));
        assert!(begin_so, "{article} {attributes:?}: {found:?}");
    }
}

#[test]
fn what_keeps_cards_from_being_seen_is_told_at_the_start() {
    let folder = folder("start");
    fs::write(folder.join("own.html"), "<p>CECOT</p><context-cards deck=\"/decks/a.json\"></context-cards>").unwrap();
    for (article, expected) in [
        ("articles/article.html", "--for: nothing fits \"main\"; the selector must name the article's element"),
        (
            "own.html",
            "has a <context-cards> of its own, and is shown with the decks and the program which that names; take it out to see \
             the cards of --deck",
        ),
    ] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_context-cards"))
            .current_dir(&folder)
            .args(["serve", article, "--deck", "deck.json", "--port", "0", "--programs", "programs"])
            .args(["--for", "main"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let messages = BufReader::new(program.stderr.take().unwrap()).lines().map(Result::unwrap);
        let messages: Vec<String> = messages.take(2).collect();
        program.kill().unwrap();
        program.wait().unwrap();
        assert_eq!(messages[0], format!("context-cards: {article}: {expected}"));
        assert!(messages[1].starts_with("open that address"), "it is served all the same: {messages:?}");
    }
}

#[test]
fn what_serve_needs_is_told() {
    let folder = folder("needs");
    let (article, deck, programs) =
        (folder.join("articles/article.html"), folder.join("deck.json"), folder.join("programs"));
    let site = |article: &Path, programs: &Path| {
        Site::new(article.to_owned(), vec![deck.clone()], programs.to_owned(), Vec::new(), TODAY)
    };
    let fault = site(&article, &folder).err().unwrap();
    assert!(fault.ends_with("context-cards.js is not there; build the programs with make build, or name the folder they are in with --programs"));
    assert!(
        site(&folder.join("nowhere.html"), &programs).err().unwrap().ends_with("nowhere.html: there is no such file")
    );
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let fault = Server::bind(site(&article, &programs).unwrap(), port).err().unwrap();
    assert!(fault.starts_with(&format!("port {port} cannot be used")), "{fault}");
}
