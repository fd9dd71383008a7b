//! `--online`: asks the sites that a deck cites whether what it cites is still there.

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use ureq::{Agent, Error};

/// Sites that are asked at the same time. Each is asked one thing at a time.
const MOST_SITES: usize = 8;

/// Who asks, as a site's log will have it.
const USER_AGENT: &str = concat!(
    "context-cards/",
    env!("CARGO_PKG_VERSION"),
    " (check --online: an editor looks whether cited sources are still there)"
);

/// How long it may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// For an answer.
    pub(super) request: Duration,
    /// For all of them.
    pub(super) all: Duration,
}

/// What a site says of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Found,
    /// It is not there: why, as the end of a sentence that begins with the address.
    Gone(String),
    /// It cannot be told: why, likewise.
    Failed(String),
    /// The site does not tell programs.
    Refused,
    /// There was no time left to ask.
    NotAsked,
}

/// Asks for each address once. `addresses`: http or https.
pub(super) fn ask(addresses: &[&str], limits: Limits, progress: &ProgressBar) -> HashMap<String, Answer> {
    let mut sites: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        let asked = sites.entry(site(address)).or_default();
        if !asked.contains(address) {
            asked.push(address);
        }
    }
    let agent = Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(limits.request))
        .user_agent(USER_AGENT)
        .build()
        .new_agent();
    let (end, threads) = (Instant::now() + limits.all, sites.len().min(MOST_SITES));
    let (queue, (answers, received)) = (Mutex::new(sites.into_iter()), mpsc::channel());
    thread::scope(|scope| {
        for _ in 0..threads {
            let (answers, agent, queue) = (answers.clone(), &agent, &queue);
            scope.spawn(move || {
                let next = || queue.lock().ok().and_then(|mut queue| queue.next());
                while let Some((_, addresses)) = next() {
                    for address in addresses {
                        let answer = if Instant::now() < end { ask_for(agent, address) } else { Answer::NotAsked };
                        progress.inc(1);
                        // Heard as long as the scope lasts.
                        let _ = answers.send((address.to_owned(), answer));
                    }
                }
            });
        }
    });
    drop(answers);
    received.into_iter().collect()
}

/// The scheme, host and port of an address.
fn site(address: &str) -> &str {
    let scheme = address.find("://").map_or(0, |at| at + 3);
    let host = address[scheme..].find(['/', '?', '#', '\\']).unwrap_or(address.len() - scheme);
    &address[..scheme + host]
}

/// Asks for the head alone, and for the whole where a site does not answer that as it should.
fn ask_for(agent: &Agent, address: &str) -> Answer {
    let address = address.split('#').next().unwrap_or(address);
    match agent.head(address).call() {
        Ok(answer) if answer.status().is_success() => return Answer::Found,
        Err(error) if is_final(&error) => return failed(&error),
        _ => {}
    }
    match agent.get(address).call() {
        Ok(answer) => {
            let status = answer.status();
            match status.as_u16() {
                404 | 410 => Answer::Gone(format!("is gone ({status})")),
                401 | 402 | 403 | 405 | 406 | 429 | 451 => Answer::Refused,
                400.. => Answer::Failed(format!("cannot be told to be there ({status})")),
                _ => Answer::Found,
            }
        }
        Err(error) => failed(&error),
    }
}

/// Whether the site would answer another request no better.
fn is_final(error: &Error) -> bool {
    matches!(
        error,
        Error::HostNotFound | Error::ConnectionFailed | Error::Timeout(_) | Error::Tls(_) | Error::Rustls(_)
    )
}

fn failed(error: &Error) -> Answer {
    match error {
        Error::HostNotFound => Answer::Gone("is gone (there is no such site any more)".to_owned()),
        Error::Timeout(_) => Answer::Failed("did not answer in time".to_owned()),
        Error::TooManyRedirects | Error::RedirectFailed => {
            Answer::Failed("only leads from one address to another".to_owned())
        }
        error => Answer::Failed(format!("cannot be reached ({error})")),
    }
}

#[cfg(test)]
mod tests {
    use super::site;

    #[test]
    fn addresses_of_a_site_are_asked_one_by_one() {
        let cases = [
            ("https://example.org/a/b", "https://example.org"),
            ("https://example.org", "https://example.org"),
            ("http://example.org:8080?q", "http://example.org:8080"),
        ];
        for (address, expected) in cases {
            assert_eq!(site(address), expected);
        }
    }
}
