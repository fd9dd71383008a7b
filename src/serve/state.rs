//! The article and the decks as they were last read, and what is at fault in the decks.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Serialize;

use crate::check::{DeckFile, Located, Severity, check, excerpt};
use crate::deck::date::Date;

/// A file, or why it cannot be read.
type Read = Result<Vec<u8>, String>;

/// What the page shows.
pub(super) struct State {
    article: PathBuf,
    decks: Vec<PathBuf>,
    current: Mutex<Current>,
    changed: Condvar,
}

/// How often the article and the decks have changed.
pub(super) type Versions = (u64, u64);

struct Current {
    article: Read,
    decks: Vec<Read>,
    versions: Versions,
}

/// The faults of a deck, as the panel shows them.
#[derive(Serialize)]
struct DeckFaults {
    name: String,
    findings: Vec<Finding>,
}

#[derive(Serialize)]
struct Finding {
    line: usize,
    column: usize,
    is_warning: bool,
    place: String,
    message: String,
    help: Option<String>,
    excerpt: String,
}

impl State {
    /// Reads the files.
    pub(super) fn new(article: PathBuf, decks: Vec<PathBuf>) -> Self {
        let current =
            Current { article: read(&article), decks: decks.iter().map(|deck| read(deck)).collect(), versions: (1, 1) };
        Self { article, decks, current: Mutex::new(current), changed: Condvar::new() }
    }

    pub(super) fn article_file(&self) -> &Path {
        &self.article
    }

    pub(super) fn files(&self) -> impl Iterator<Item = &Path> {
        [&self.article].into_iter().chain(&self.decks).map(PathBuf::as_path)
    }

    pub(super) fn versions(&self) -> Versions {
        self.lock().versions
    }

    pub(super) fn article(&self) -> Read {
        self.lock().article.clone()
    }

    pub(super) fn deck(&self, number: usize) -> Option<Read> {
        self.lock().decks.get(number).cloned()
    }

    pub(super) fn deck_count(&self) -> usize {
        self.decks.len()
    }

    /// Reads the files again, and wakes those who wait for a change if there is one.
    pub(super) fn refresh(&self) {
        let article = read(&self.article);
        let decks: Vec<Read> = self.decks.iter().map(|deck| read(deck)).collect();
        let mut current = self.lock();
        let (has_article, have_decks) = (article != current.article, decks != current.decks);
        current.versions.0 += u64::from(has_article);
        current.versions.1 += u64::from(have_decks);
        (current.article, current.decks) = (article, decks);
        if has_article || have_decks {
            self.changed.notify_all();
        }
    }

    /// Waits until the versions are others, no longer than so long. Returns those there are then.
    pub(super) fn wait_for_change(&self, seen: Versions, longest: Duration) -> Versions {
        let is_same = |current: &mut Current| current.versions == seen;
        let waited = self.changed.wait_timeout_while(self.lock(), longest, is_same);
        waited.unwrap_or_else(PoisonError::into_inner).0.versions
    }

    /// What is at fault in the decks as of a day, as JSON: a list, an item for each deck.
    pub(super) fn faults(&self, today: Date) -> Result<String, serde_json::Error> {
        let reads: Vec<Read> = self.lock().decks.clone();
        let names: Vec<String> = self.decks.iter().map(|deck| deck.display().to_string()).collect();
        let files: Vec<DeckFile<'_>> = names
            .iter()
            .zip(&reads)
            .filter_map(|(name, read)| Some(DeckFile { name, bytes: read.as_ref().ok()? }))
            .collect();
        let mut reports = check(&files, today).into_iter();
        let faults = names.iter().zip(&reads).map(|(name, read)| {
            let findings = match read {
                Ok(bytes) => {
                    let found = reports.next().map(|report| report.findings).unwrap_or_default();
                    found.iter().map(|finding| Finding::of(finding, bytes)).collect()
                }
                Err(why) => vec![Finding::unreadable(why)],
            };
            DeckFaults { name: name.clone(), findings }
        });
        serde_json::to_string(&faults.collect::<Vec<_>>())
    }

    fn lock(&self) -> MutexGuard<'_, Current> {
        // Whoever panicked has changed nothing by halves.
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Finding {
    fn of(finding: &Located, deck: &[u8]) -> Self {
        Self {
            line: finding.line,
            column: finding.column,
            is_warning: finding.diagnostic.severity == Severity::Warning,
            place: finding.place.clone(),
            message: finding.diagnostic.message.clone(),
            help: finding.diagnostic.help.clone(),
            excerpt: excerpt(deck, finding, false),
        }
    }

    fn unreadable(why: &str) -> Self {
        let message = ["the file cannot be read: ", why].concat();
        Self {
            line: 1,
            column: 1,
            is_warning: false,
            place: String::new(),
            message,
            help: None,
            excerpt: String::new(),
        }
    }
}

/// A file that is being saved may be gone or empty for a moment; it is read again when its folder changes again.
fn read(file: &Path) -> Read {
    fs::read(file).map_err(|error| error.to_string())
}
