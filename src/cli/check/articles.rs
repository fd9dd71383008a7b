//! `--articles`: measures on given articles how often each term of the decks matches.

use std::fs;
use std::path::{Path, PathBuf};

use indicatif::ProgressBar;
use serde::Serialize;

use crate::article::{Article, Options};
use crate::check::json_path::Path as JsonPath;
use crate::check::{CheckedDeck, DeckFile};
use crate::cli::folder::{PAGES, files_in};
use crate::cli::output::{json_line, reason};
use crate::deck::quote::quote;
use crate::matcher::Matcher;
use crate::matcher::unicode::NativeUnicode;

/// A term in more than half of the articles says as little of what one is about as a common word does: the bound at which text
/// retrieval usually drops words from its index (scikit-learn's guide takes 0.5 to 0.7 as `max_df`).
const MOST: f64 = 0.5;

/// Among fewer articles a share says nothing.
const FEWEST_ARTICLES: usize = 4;

/// A term and how often it matched.
pub(super) struct Measured {
    /// The place of its deck among the files.
    pub(super) file: usize,
    pub(super) path: JsonPath,
    pub(super) term: String,
    /// The id of its card.
    pub(super) card: String,
    /// In so many articles.
    pub(super) articles: usize,
    /// So many times.
    pub(super) mentions: usize,
}

impl Measured {
    /// What is to be said of it, if it matches too much.
    pub(super) fn warning(&self, of: usize) -> Option<[String; 2]> {
        #[allow(clippy::cast_precision_loss, reason = "articles are counted in thousands")]
        let is_common = of >= FEWEST_ARTICLES && self.articles as f64 > MOST * of as f64;
        let message =
            format!("{} stands in {} of {of} articles, {} times", quote(&self.term), self.articles, self.mentions);
        is_common.then(|| [message, "; say with \"near\" what it must stand by, or write more words".to_owned()])
    }
}

/// The HTML files among the paths, and in folders among them at any depth, in the order of their names.
pub(super) fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    for path in paths {
        let is_folder = fs::metadata(path).map_err(|error| failed(path, &error))?.is_dir();
        if is_folder {
            found.extend(files_in(path, &PAGES).map_err(|(folder, error)| failed(&folder, &error))?);
        } else {
            found.push(path.clone());
        }
    }
    Ok(found)
}

fn failed(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {}", path.display(), reason(error))
}

/// Measures the terms of the decks, and calls `unread` with a sentence for each article that cannot be read. Returns the terms,
/// the commonest first, and how many articles were read.
pub(super) fn measure(
    decks: &[Option<CheckedDeck<'_>>],
    articles: &[PathBuf],
    progress: &ProgressBar,
    unread: &mut dyn FnMut(String),
) -> (Vec<Measured>, usize) {
    let (mut terms, mut matcher) = (Vec::new(), Matcher::empty());
    for (file, deck) in decks.iter().enumerate().filter_map(|(file, deck)| Some((file, deck.as_ref()?))) {
        matcher.begin_deck();
        for (path, card, term) in deck.terms() {
            matcher.add(terms.len(), term, &NativeUnicode);
            let card = card.id.clone();
            terms.push(Measured { file, path, term: term.text.clone(), card, articles: 0, mentions: 0 });
        }
    }
    matcher.build();
    let (mut read, mut last_article) = (0, vec![0; terms.len()]);
    for file in articles {
        let html = fs::read(file).map_err(|error| failed(file, &error));
        let article = html.and_then(|html| {
            Article::read(&html, &Options::default()).map_err(|error| format!("{}: {error}", file.display()))
        });
        progress.inc(1);
        match article {
            Ok(article) => {
                read += 1;
                let blocks = article.roots.iter().flat_map(|root| &root.blocks).filter(|block| block.is_markable());
                for found in blocks.flat_map(|block| matcher.find(&block.text, &NativeUnicode)) {
                    let term = &mut terms[found.card];
                    term.mentions += 1;
                    term.articles += usize::from(std::mem::replace(&mut last_article[found.card], read) != read);
                }
            }
            Err(error) => unread(error),
        }
    }
    terms.sort_by_key(|term| std::cmp::Reverse((term.articles, term.mentions)));
    (terms, read)
}

/// Terms and how often each matched, the commonest first.
pub(super) fn human(terms: &[Measured], of: usize) -> String {
    let mut lines = format!("articles (of {of})  mentions  term\n");
    for term in terms {
        let line = format!("{:>8}  {:>18}  {}, card {}\n", term.articles, term.mentions, term.term, quote(&term.card));
        lines.push_str(&line);
    }
    lines
}

/// A term and how often it matched, as programs read it. The README says what its fields are.
#[derive(Serialize)]
struct JsonMeasured<'a> {
    kind: &'static str,
    file: &'a str,
    path: String,
    card: &'a str,
    term: &'a str,
    articles: usize,
    of: usize,
    mentions: usize,
}

pub(super) fn json(terms: &[Measured], of: usize, files: &[DeckFile<'_>]) -> Result<String, String> {
    let line = |term: &Measured| {
        json_line(&JsonMeasured {
            kind: "measured",
            file: files[term.file].name,
            path: term.path.to_string(),
            card: &term.card,
            term: &term.term,
            articles: term.articles,
            of,
            mentions: term.mentions,
        })
    };
    terms.iter().map(line).collect()
}
