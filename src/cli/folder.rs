//! Lists the articles in a folder, for every command that takes articles.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How the files of pages end.
pub(crate) const PAGES: [&str; 4] = ["html", "htm", "xhtml", "amp"];
/// How the files of plain text end.
pub(crate) const TEXTS: [&str; 1] = ["txt"];
/// How the files of feeds end.
pub(crate) const FEEDS: [&str; 3] = ["xml", "rss", "atom"];

/// The files in a folder, at any depth, whose names have one of these ends, in order of their names. Links to folders are not
/// followed: they may lead in circles.
///
/// # Errors
///
/// The first folder that cannot be listed, and why.
pub(crate) fn files_in(folder: &Path, ends: &[&str]) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let mut files = Vec::new();
    walk(folder, ends, &mut files)?;
    Ok(files)
}

fn walk(folder: &Path, ends: &[&str], files: &mut Vec<PathBuf>) -> Result<(), (PathBuf, io::Error)> {
    let failed = |error| (folder.to_owned(), error);
    let mut entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(failed)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_type().map_err(failed)?.is_dir() {
            walk(&path, ends, files)?;
        } else if has_end(&path, ends) {
            files.push(path);
        }
    }
    Ok(())
}

/// Whether a file's name has one of these ends.
pub(crate) fn has_end(file: &Path, ends: &[&str]) -> bool {
    let end = file.extension().and_then(OsStr::to_str).unwrap_or_default();
    ends.iter().any(|known| known.eq_ignore_ascii_case(end))
}
