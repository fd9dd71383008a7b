//! Reads the files again when they change on disk.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::state::State;

/// Saving a file is several events, this close together at most.
const SETTLED: Duration = Duration::from_millis(40);

/// Watches until what is returned is dropped.
///
/// # Errors
///
/// A sentence on which folder cannot be watched.
pub(super) fn watch(state: &Arc<State>) -> Result<RecommendedWatcher, String> {
    let (sender, events) = channel();
    let mut watcher =
        notify::recommended_watcher(sender).map_err(|error| format!("files cannot be watched: {error}"))?;
    // Folders rather than files: many programs save by putting a new file in the place of the old one.
    let folders: BTreeSet<PathBuf> = state.files().map(folder).collect();
    for folder in folders {
        watcher
            .watch(&folder, RecursiveMode::NonRecursive)
            .map_err(|error| format!("{}: this folder cannot be watched: {error}", folder.display()))?;
    }
    let state = Arc::clone(state);
    thread::spawn(move || refresh(&state, &events));
    Ok(watcher)
}

/// Reads again after each burst of events, which may also be those of reading.
fn refresh(state: &State, events: &Receiver<notify::Result<notify::Event>>) {
    while events.recv().is_ok() {
        while events.recv_timeout(SETTLED).is_ok() {}
        state.refresh();
    }
}

fn folder(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
