//! `bake`: marks the terms of decks in articles when they are published.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use clap::ValueEnum;

use super::bake_file::{bake_file, bake_into};
use super::bake_folder::bake_folder;
use super::bake_records::bake_records;
use super::output::{Results, reason, refuse_to_overwrite};
use super::{COULD_NOT_RUN, FAULTS, FINE, Stdio};
use crate::bake::{BakeError, Baker, Format, Options};
use crate::matcher::density::Density;

/// Mark the terms of decks in articles, with the cards they need at their end
///
/// The article works without script then: marks are links to a glossary. With the widget they open cards, and a reader who wants none
/// fetches nothing. Nothing else in the file changes, `unbake` takes all of it out again, and baking twice changes nothing.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  context-cards bake article.html --deck deck.json > baked.html
  context-cards bake site/ --deck decks/*.json --out baked/          every page in a folder
  cms-export | context-cards bake - --deck deck.json --for .story    what a CMS holds, by a pipe
  context-cards bake feed.xml --deck deck.json                       the articles of a feed
  context-cards bake --ndjson - --deck deck.json < archive.ndjson    one article a line: {\"id\": 1, \"html\": \"<p>…\"}
  context-cards bake --ndjson - --deck deck.json --resume done.ndjson < archive.ndjson >> done.ndjson

An article that cannot be baked does not stop the others. With --ndjson it gets a record with \"error\" and the exit code is 0;
else a message, and the exit code is 1.")]
pub(crate) struct BakeArgs {
    /// An article's HTML file, a folder of them, or - for standard input
    #[arg(required = true, value_name = "ARTICLE")]
    articles: Vec<OsString>,
    /// A deck; of several, earlier ones win
    #[arg(long = "deck", required = true, num_args = 1.., value_name = "FILE")]
    decks: Vec<PathBuf>,
    /// Write to this file; with several articles or a folder, to this folder
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Which mentions of a card are marked
    #[arg(long, value_enum, value_name = "WHICH", default_value_t = Mark::First)]
    mark: Mark,
    /// CSS selector of the article's elements [default: the longest of `article` and `main`, else all]
    #[arg(long = "for", value_name = "SELECTOR")]
    root: Option<String>,
    /// CSS selector of parts that are never marked
    #[arg(long, value_name = "SELECTOR")]
    skip: Option<String>,
    /// What the articles are [default: amp or rss where a document says so, else html]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ArticleFormat>,
    /// The encoding of the articles, where it is not the one they declare
    #[arg(long, value_name = "NAME")]
    charset: Option<String>,
    /// Address of context-cards.js, for articles whose template does not load it: https, or a path
    #[arg(long, value_name = "URL")]
    embed: Option<String>,
    /// Articles come one a line, as JSON with "id" and "html", and go out so
    #[arg(long)]
    ndjson: bool,
    /// Leave out what an earlier output with --ndjson has already, baked with the same decks and program
    #[arg(long, value_name = "FILE", requires = "ndjson")]
    resume: Option<PathBuf>,
    /// How many articles are baked at once [default: one for each processor]
    #[arg(long, value_name = "NUMBER")]
    jobs: Option<NonZero<usize>>,
}

/// Which mentions of a card are marked.
#[derive(Clone, Copy, ValueEnum)]
enum Mark {
    /// The first in the article
    First,
    /// The first in each section
    Section,
    /// All
    All,
}

/// What an article is.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ArticleFormat {
    /// A page, or a part of one
    Html,
    /// An AMP page: marks are plain links
    Amp,
    /// A feed: each `content:encoded` in it is an article, and its marks are plain links
    Rss,
}

impl From<ArticleFormat> for Format {
    fn from(format: ArticleFormat) -> Self {
        match format {
            ArticleFormat::Html => Self::Html,
            ArticleFormat::Amp => Self::Amp,
            ArticleFormat::Rss => Self::Rss,
        }
    }
}

impl BakeArgs {
    fn options(&self) -> Options {
        Options {
            mark: match self.mark {
                Mark::First => Density::First,
                Mark::Section => Density::Section,
                Mark::All => Density::All,
            },
            root: self.root.clone(),
            skip: self.skip.clone(),
            // What comes as JSON is UTF-8, whatever it declares.
            charset: self.charset.clone().or_else(|| self.ndjson.then(|| "utf-8".to_owned())),
            format: self.format.map(Format::from),
            embed: self.embed.clone(),
        }
    }

    fn jobs(&self) -> usize {
        self.jobs.or(available_parallelism().ok()).map_or(1, NonZero::get)
    }
}

/// Bakes the articles. They are the results.
pub(crate) fn run(arguments: &BakeArgs, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let (articles, out) = (&arguments.articles, arguments.out.as_deref());
    refuse_to_overwrite(out, &arguments.decks)?;
    let baker = read_decks(arguments, stdio)?;
    if arguments.ndjson {
        return bake_records(&baker, articles, out, (arguments.resume.as_deref(), arguments.jobs()), stdio);
    }
    match articles.as_slice() {
        [one] if one == "-" => bake_input(&baker, out, stdio),
        [one] if !Path::new(one).is_dir() => Ok(bake_one(&baker, arguments, Path::new(one), stdio)),
        _ => {
            let are_feeds = arguments.format == Some(ArticleFormat::Rss);
            bake_folder(&baker, articles, out, (are_feeds, arguments.jobs()), stdio)
        }
    }
}

fn read_decks(arguments: &BakeArgs, stdio: &mut Stdio<'_>) -> Result<Baker, String> {
    let mut decks = Vec::new();
    for deck in &arguments.decks {
        decks.push(fs::read(deck).map_err(|error| format!("{}: {}", deck.display(), reason(&error)))?);
    }
    let baker = Baker::new(&decks, arguments.options()).map_err(|error| match &error {
        BakeError::Deck(number, why) => format!("{}: {why}", arguments.decks[*number].display()),
        error => format!("--{error}"),
    })?;
    for (deck, left_out) in arguments.decks.iter().zip(baker.left_out()).filter(|(_, left_out)| **left_out > 0) {
        let deck = deck.display();
        let _ = writeln!(
            stdio.messages,
            "{deck}: cards left out because of faults: {left_out}; see: context-cards check {deck}"
        );
    }
    Ok(baker)
}

fn bake_input(baker: &Baker, out: Option<&Path>, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let mut results = Results::open(out)?;
    let mut article = Vec::new();
    stdio.input.read_to_end(&mut article).map_err(|error| format!("standard input: {}", reason(&error)))?;
    match baker.bake(&article) {
        Ok(done) => results.write(&done.html, stdio)?,
        Err(error) => return Ok(tell("<stdin>", FAULTS, &error.to_string(), stdio)),
    }
    results.finish(stdio)?;
    Ok(FINE)
}

fn bake_one(baker: &Baker, arguments: &BakeArgs, path: &Path, stdio: &mut Stdio<'_>) -> u8 {
    let done = match &arguments.out {
        Some(out) => bake_into(baker, path, out),
        None => bake_file(baker, path, &mut stdio.output).and_then(|marks| match stdio.output.flush() {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err((COULD_NOT_RUN, reason(&error))),
            _ => Ok(marks),
        }),
    };
    match done {
        Ok(_) => FINE,
        Err((code, why)) => tell(&path.display().to_string(), code, &why, stdio),
    }
}

/// Tells why an article could not be baked. Returns the exit code for it.
pub(super) fn tell(name: &str, code: u8, why: &str, stdio: &mut Stdio<'_>) -> u8 {
    let _ = writeln!(stdio.messages, "context-cards: {name}: {why}");
    code
}
