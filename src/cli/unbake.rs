//! `unbake`: takes out of an article what `bake` has put in.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use super::bake::ArticleFormat;
use super::output::{Results, reason};
use super::{FINE, Stdio};
use crate::bake::{unbake, unbake_feed};

/// Take out of an article what bake has put in, to the byte
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  context-cards unbake baked.html > article.html
  context-cards unbake feed.xml --out feed.xml")]
pub(crate) struct UnbakeArgs {
    /// The article's file, or - for standard input
    #[arg(value_name = "ARTICLE")]
    article: OsString,
    /// What it is [default: rss where it says so, else html]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ArticleFormat>,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Gives the article back. It is the result.
pub(crate) fn run(arguments: &UnbakeArgs, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let article = if arguments.article == "-" {
        let mut article = Vec::new();
        stdio.input.read_to_end(&mut article).map(|_| article)
    } else {
        fs::read(&arguments.article)
    };
    let article = article.map_err(|error| format!("{}: {}", arguments.article.display(), reason(&error)))?;
    let original = if arguments.format == Some(ArticleFormat::Rss) { unbake_feed(&article) } else { unbake(&article) };
    let mut results = Results::open(arguments.out.as_deref())?;
    results.write(&original, stdio)?;
    results.finish(stdio)?;
    Ok(FINE)
}
