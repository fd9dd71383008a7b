//! The articles that a command is given: files, and the pages in folders, each with the name its result gets.

use std::collections::HashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::folder::{FEEDS, PAGES, files_in};
use super::output::reason;

/// An article's file, and the name of its result within the folder of results.
pub(crate) struct ArticleFile {
    pub path: PathBuf,
    pub name: PathBuf,
}

/// The files that are named, and the pages (or feeds) in the folders that are, in order of their names. Links to folders are not
/// followed.
pub(crate) fn article_files(given: &[OsString], are_feeds: bool) -> Result<Vec<ArticleFile>, String> {
    let mut files = Vec::new();
    for path in given.iter().map(Path::new) {
        if path.is_dir() {
            let endings: &[&str] = if are_feeds { &FEEDS } else { &PAGES };
            let failed = |(folder, error): (PathBuf, _)| format!("{}: {}", folder.display(), reason(&error));
            let named = |file: PathBuf| {
                let name = file.strip_prefix(path).unwrap_or(&file).to_owned();
                ArticleFile { path: file, name }
            };
            files.extend(files_in(path, endings).map_err(failed)?.into_iter().map(named));
        } else {
            let name = path.file_name().map(PathBuf::from).unwrap_or_default();
            files.push(ArticleFile { path: path.to_owned(), name });
        }
    }
    let mut names: HashMap<&Path, &Path> = HashMap::new();
    for ArticleFile { path, name } in &files {
        if let Some(other) = names.insert(name, path) {
            let (one, other) = (other.display(), path.display());
            return Err(format!(
                "{one} and {other} would both become {}; bake them one after the other",
                name.display()
            ));
        }
    }
    Ok(files)
}

/// Does work on every item, on so many threads, and returns what came of each, in order.
pub(crate) fn in_parallel<T: Sync, R: Send>(items: &[T], threads: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let run = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, work(item)));
        }
    };
    if threads < 2 || items.len() < 2 {
        return items.iter().map(work).collect();
    }
    let mut all: Vec<(usize, R)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads.min(items.len())).map(|_| scope.spawn(run)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    });
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, result)| result).collect()
}
