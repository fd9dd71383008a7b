//! `bake` of many articles: into a folder, on all processors.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::article_files::{ArticleFile, article_files, in_parallel};
use super::bake::tell;
use super::bake_file::bake_into;
use super::output::reason;
use super::progress::progress;
use super::{COULD_NOT_RUN, FINE, Stdio};
use crate::bake::Baker;

/// So many links are told by name; of more it is told how many there are.
const MOST_NAMED: usize = 5;

/// Bakes many files into a folder.
pub(super) fn bake_folder(
    baker: &Baker,
    articles: &[OsString],
    out: Option<&Path>,
    (are_feeds, jobs): (bool, usize),
    stdio: &mut Stdio<'_>,
) -> Result<u8, String> {
    let Some(out) = out else {
        return Err("several articles need a folder for their results; name one with --out".to_owned());
    };
    if articles.iter().any(|article| article == "-") {
        return Err("standard input is one article; bake it by itself".to_owned());
    }
    let files = article_files(articles, are_feeds)?;
    if files.is_empty() {
        return Err(format!("there are no {} in these folders", if are_feeds { "feeds" } else { "pages" }));
    }
    let (files, links) = without_links(files, out);
    if let Some(left_alone) = left_alone(&links) {
        let _ = writeln!(stdio.messages, "context-cards: {left_alone}");
    }
    fs::create_dir_all(out).map_err(|error| format!("{}: {}", out.display(), reason(&error)))?;
    let bar = progress(files.len(), "articles", stdio);
    let bake = |ArticleFile { path, name }: &ArticleFile| {
        let to = out.join(name);
        let folder = to.parent().map_or(Ok(()), fs::create_dir_all);
        let marked = folder
            .map_err(|error| (COULD_NOT_RUN, format!("{}: {}", to.display(), reason(&error))))
            .and_then(|()| bake_into(baker, path, &to));
        bar.inc(1);
        marked
    };
    let all = in_parallel(&files, jobs, bake);
    bar.finish_and_clear();
    let (mut code, mut marks, mut failed) = (FINE, 0, 0);
    for (file, marked) in files.iter().zip(all) {
        match marked {
            Ok(more) => marks += more,
            Err((worst, why)) => {
                failed += 1;
                code = code.max(worst);
                tell(&file.path.display().to_string(), worst, &why, stdio);
            }
        }
    }
    let not = if failed == 0 { String::new() } else { format!("; {failed} could not be") };
    let _ = writeln!(stdio.messages, "{} articles baked, {marks} mentions marked{not}", files.len() - failed);
    Ok(code)
}

/// Parts the files from the links in whose place their results would be written: what a link leads to lies elsewhere, and is not this
/// folder's to change.
fn without_links(files: Vec<ArticleFile>, out: &Path) -> (Vec<ArticleFile>, Vec<PathBuf>) {
    let mut links = Vec::new();
    let is_kept = |ArticleFile { name, .. }: &ArticleFile| {
        let mut place = out.to_owned();
        let link = name.iter().find_map(|part| {
            place.push(part);
            place.is_symlink().then(|| place.clone())
        });
        links.extend(link.clone());
        link.is_none()
    };
    let (kept, _) = files.into_iter().partition(is_kept);
    links.dedup();
    (kept, links)
}

/// What is said of the links that are left alone.
fn left_alone(links: &[PathBuf]) -> Option<String> {
    let describe = |link: &PathBuf| {
        let to = fs::read_link(link).map_or_else(|_| String::new(), |to| format!(" (to {})", to.display()));
        format!("{}{to}", link.display())
    };
    let mut names: Vec<String> = links.iter().take(MOST_NAMED).map(describe).collect();
    if links.len() > MOST_NAMED {
        names.push(format!("and {} more", links.len() - MOST_NAMED));
    }
    let what = if links.len() == 1 { "this link is" } else { "these links are" };
    (!links.is_empty()).then(|| {
        format!(
            "{what} left alone: {}; what a link leads to is baked where it is named itself, as in: bake FILE --out FILE",
            names.join(", ")
        )
    })
}
