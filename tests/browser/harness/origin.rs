//! What does a page get from the network? Origins on 127.0.0.1, each on a free port of its own, that serve files, headers
//! and faults, remember what was asked of them, and can disappear while a page is still loading.
//!
//! Written over `std::net`: one connection is one thread and one answer, so that closing an origin leaves no kept-alive
//! connection behind on which a page could still be served.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Browsers open connections ahead of need and send nothing on them: such a one is let go after this long.
const SILENT: Duration = Duration::from_secs(5);

/// What an origin says to one path.
#[derive(Clone)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    after: Duration,
    cut: bool,
}

impl Answer {
    /// The body under the given media type.
    pub fn of(media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("Content-Type".to_owned(), media_type.to_owned())];
        Self { status: 200, headers, body: body.into(), after: Duration::ZERO, cut: false }
    }

    pub fn html(body: impl Into<Vec<u8>>) -> Self {
        Self::of("text/html; charset=utf-8", body)
    }

    pub fn json(body: impl Into<Vec<u8>>) -> Self {
        Self::of("application/json", body)
    }

    /// A status and a short text: `Answer::status(404)`.
    pub fn status(status: u16) -> Self {
        Self { status, ..Self::of("text/plain", if status == 204 { "" } else { "no such thing" }) }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The answer comes this late.
    pub fn after(mut self, wait: Duration) -> Self {
        self.after = wait;
        self
    }

    /// The connection breaks in the middle of the body.
    pub fn cut(mut self) -> Self {
        self.cut = true;
        self
    }

    fn write(&self, to: &mut TcpStream, shared: &[(String, String)]) -> std::io::Result<()> {
        thread::sleep(self.after);
        let mut head = Vec::new();
        write!(head, "HTTP/1.1 {} .\r\nConnection: close\r\nContent-Length: {}\r\n", self.status, self.body.len())?;
        for (name, value) in self.headers.iter().chain(shared) {
            write!(head, "{name}: {value}\r\n")?;
        }
        head.extend_from_slice(b"\r\n");
        to.write_all(&head)?;
        to.write_all(if self.cut { &self.body[..self.body.len() / 2] } else { &self.body })
    }
}

/// What the origin's threads share.
#[derive(Default)]
struct Shelf {
    files: Option<PathBuf>,
    shared: Mutex<Vec<(String, String)>>,
    answers: Mutex<HashMap<String, Answer>>,
    requests: Mutex<Vec<(String, Instant)>>,
    closed: AtomicBool,
}

/// One origin: `http://127.0.0.1:port`.
pub struct Origin {
    address: SocketAddr,
    shelf: Arc<Shelf>,
    doorman: Option<JoinHandle<()>>,
}

impl Origin {
    /// An origin with nothing on it but what a story puts there.
    pub fn empty() -> Self {
        Self::start(None)
    }

    /// An origin that serves the release build.
    pub fn with_the_release() -> Self {
        Self::start(Some(release()))
    }

    fn start(files: Option<PathBuf>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on 127.0.0.1");
        let address = listener.local_addr().expect("a bound listener has an address");
        let shelf = Arc::new(Shelf { files, ..Shelf::default() });
        let shelf_of_door = Arc::clone(&shelf);
        let doorman = thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                if shelf_of_door.closed.load(Ordering::SeqCst) {
                    return;
                }
                let shelf = Arc::clone(&shelf_of_door);
                // A browser that hangs up early is its own business.
                thread::spawn(move || shelf.serve(visitor));
            }
        });
        Self { address, shelf, doorman: Some(doorman) }
    }

    /// The absolute address of a path of this origin.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// From now on, this path answers so; it goes before the release's own file of that name.
    pub fn put(&self, path: &str, answer: Answer) {
        hold(&self.shelf.answers).insert(path.to_owned(), answer);
    }

    /// Every answer carries this header: `origin.always("Access-Control-Allow-Origin", "*")`.
    pub fn always(&self, name: &str, value: &str) {
        hold(&self.shelf.shared).push((name.to_owned(), value.to_owned()));
    }

    /// The paths asked for so far, in order, with the time of each.
    pub fn requests(&self) -> Vec<(String, Instant)> {
        hold(&self.shelf.requests).clone()
    }

    /// Was this path asked for?
    pub fn was_asked_for(&self, path: &str) -> bool {
        self.requests().iter().any(|(asked, _)| asked == path)
    }

    /// The network is gone: from now on, connections to this origin are refused.
    pub fn close(&mut self) {
        let Some(doorman) = self.doorman.take() else { return };
        self.shelf.closed.store(true, Ordering::SeqCst);
        // The doorman sees that the house is closed when the next visitor comes: this one.
        drop(TcpStream::connect(self.address));
        doorman.join().expect("the doorman has nothing to trip over");
    }
}

impl Drop for Origin {
    fn drop(&mut self) {
        self.close();
    }
}

impl Shelf {
    fn serve(&self, mut visitor: TcpStream) -> std::io::Result<()> {
        visitor.set_read_timeout(Some(SILENT))?;
        let mut lines = BufReader::new(visitor.try_clone()?).lines();
        let request = lines.next().transpose()?.unwrap_or_default();
        while lines.next().transpose()?.is_some_and(|header| !header.is_empty()) {}
        let Some(target) = request.split(' ').nth(1) else { return Ok(()) };
        let path = target.split(['?', '#']).next().unwrap_or(target);
        hold(&self.requests).push((path.to_owned(), Instant::now()));
        let answer = hold(&self.answers).get(path).cloned();
        let answer = answer.or_else(|| self.file(path)).unwrap_or_else(|| Answer::status(404));
        if self.closed.load(Ordering::SeqCst) {
            return Ok(());
        }
        let shared = hold(&self.shared).clone();
        answer.write(&mut visitor, &shared)
    }

    fn file(&self, path: &str) -> Option<Answer> {
        let path = path.trim_start_matches('/');
        let path = Path::new(if path.is_empty() { "index.html" } else { path });
        let plain = path.components().all(|part| matches!(part, std::path::Component::Normal(_)));
        let body = std::fs::read(self.files.as_ref().filter(|_| plain)?.join(path)).ok()?;
        let media_type = match path.extension()?.to_str()? {
            "html" => "text/html; charset=utf-8",
            "js" => "text/javascript",
            "json" => "application/json",
            "css" => "text/css",
            "wasm" => "application/wasm",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "jpg" => "image/jpeg",
            "webp" => "image/webp",
            _ => "application/octet-stream",
        };
        Some(Answer::of(media_type, body))
    }
}

/// The folder of the release build: `dist/` of the project, or what `DIST` names.
pub fn release() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join(std::env::var_os("DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from))
}

/// A story that failed while holding a lock has said so already; the next one may have it.
fn hold<T>(what: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}
