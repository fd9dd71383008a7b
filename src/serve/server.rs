//! The server: on this computer only, one thread a request, and one that stays for each page that waits for changes.

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use notify::RecommendedWatcher;
use tiny_http::{Header, Method, Request, Response};

use super::page::OWN;
use super::site::{Answer, Site};
use super::state::State;
use super::watch::watch;

/// A page that is gone is noticed when something is written to it: this often, if nothing changes.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// A server that has an address and waits for its first request.
pub struct Server {
    http: tiny_http::Server,
    address: SocketAddr,
    site: Arc<Site>,
    /// Watches as long as the server is there.
    _watcher: RecommendedWatcher,
}

impl Server {
    /// Takes a port of 127.0.0.1; 0 for any that is free.
    ///
    /// # Errors
    ///
    /// A sentence on why that cannot be.
    pub fn bind(site: Site, port: u16) -> Result<Self, String> {
        let http = tiny_http::Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
            format!("port {port} cannot be used ({error}); name another one with --port, or 0 for any")
        })?;
        let address = http.server_addr().to_ip().ok_or("the server has no address")?;
        let watcher = watch(&site.state)?;
        Ok(Self { http, address, site: Arc::new(site), _watcher: watcher })
    }

    /// Where the page is.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Answers requests until the process ends.
    pub fn run(&self) {
        for request in self.http.incoming_requests() {
            let (site, port) = (Arc::clone(&self.site), self.address.port());
            // A browser that hangs up early is its own business.
            thread::spawn(move || answer(&site, port, request));
        }
    }
}

fn answer(site: &Site, port: u16, request: Request) -> io::Result<()> {
    let is_here = |header: &Header| {
        header.field.equiv("Host")
            && ["127.0.0.1", "localhost"].iter().any(|name| header.value == format!("{name}:{port}"))
    };
    // Another site's name that leads here would be that site to a browser, which then let it read the answers.
    let answer = if !request.headers().iter().any(is_here) {
        Answer::error(403, "this is a local page of context-cards serve")
    } else if !matches!(request.method(), Method::Get | Method::Head) {
        Answer::error(405, "only GET")
    } else if request.url().split('?').next() == Some(&format!("{OWN}/events")) {
        return tell_of_changes(&site.state, request);
    } else {
        site.answer(request.url())
    };
    let mut response = Response::from_data(answer.body).with_status_code(answer.status);
    for (name, value) in [("Content-Type", answer.media_type.as_str()), ("Cache-Control", "no-store")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

/// Sends an event at once, and another one after each change, as long as somebody listens.
fn tell_of_changes(state: &State, request: Request) -> io::Result<()> {
    let mut page = request.into_writer();
    page.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
    )?;
    let mut seen = state.versions();
    loop {
        let (article, decks) = seen;
        write!(page, "data: {{\"article\":{article},\"decks\":{decks}}}\n\n")?;
        page.flush()?;
        seen = state.wait_for_change(seen, HEARTBEAT);
    }
}
