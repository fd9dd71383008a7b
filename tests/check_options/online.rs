//! Sources that are gone, which `check --online` asks for at their addresses.

use crate::{command, deck, folder, write};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

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
