//! Ctrl-C in the middle of writing: takes away what is not whole yet, then ends the process.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{fs, io, process};

use tempfile::NamedTempFile;

/// What a shell says of a program that was ended by Ctrl-C: 128 and the number of the signal, 2.
const INTERRUPTED: i32 = 130;

/// The files that are being written.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A file that goes when the process is interrupted, until this value is dropped.
pub(super) struct Unfinished(PathBuf);

impl Unfinished {
    /// Makes a file that goes when the process is interrupted. No interrupt comes between the two.
    pub(super) fn create(make: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<(NamedTempFile, Self)> {
        let mut files = unfinished();
        let file = make()?;
        files.push(file.path().to_owned());
        let unfinished = Self(file.path().to_owned());
        Ok((file, unfinished))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        unfinished().retain(|file| *file != self.0);
    }
}

/// From now on, when the process is interrupted, hung up on or told to end, it leaves no half-written file.
///
/// # Errors
///
/// Where the system takes no handler of signals, or there is one already.
pub fn remove_unfinished_on_interrupt() -> Result<(), ctrlc::Error> {
    ctrlc::set_handler(|| {
        // Held to the end, so that no file is begun meanwhile.
        let files = unfinished();
        for file in files.iter() {
            // It may have got its name just now.
            let _ = fs::remove_file(file);
        }
        process::exit(INTERRUPTED);
    })
}

/// A list that a thread left in a panic is as good as before.
fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}
