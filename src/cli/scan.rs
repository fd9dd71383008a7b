//! `scan`: says which terms of decks would be marked in articles, and which nearly would have been.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::articles::{Input, inputs};
use super::bake_file::Failure;
use super::output::{Format, FormatArgs, OutputArgs, Results, refuse_to_overwrite};
use super::progress::progress;
use super::{COULD_NOT_RUN, FAULTS, FINE, Stdio, decks};
use crate::article::{Options, Selectors};
use crate::matcher::density::Density;
use crate::scan::{Outcome, Scanner};

mod report;

/// Say what would be marked in articles, where and why
///
/// Also what nearly would have been, and what stood in its way: a heading or a link, a later mention, a longer term, words that a term
/// asks for nearby. Nothing is changed: --format json gives places in the files, to be kept beside them.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  context-cards scan article.html --deck decks/*.json             card by card, with the sentences
  context-cards scan article.html --deck deck.json --mark all     every mention, not only each card's first
  context-cards scan articles/ --deck deck.json --format json     a line for each article, for programs
  context-cards scan page.html --deck deck.json --for main --skip .quote

An article that cannot be scanned, or has nothing that --for fits, does not stop the others. The exit code is 1 then; it is 2 where
a file cannot be read.")]
pub(crate) struct ScanArgs {
    /// An article, HTML or plain text (.txt); a folder of them; or - for standard input
    #[arg(required = true, value_name = "ARTICLE")]
    articles: Vec<OsString>,
    /// The decks; earlier ones win
    #[arg(long = "deck", value_name = "FILE", num_args = 1.., required = true)]
    decks: Vec<PathBuf>,
    /// Which mentions of a card are marked
    #[arg(long, value_name = "DENSITY", value_enum, default_value_t = Mark(Density::First))]
    mark: Mark,
    /// CSS selector of the article in its page
    #[arg(long = "for", value_name = "SELECTOR")]
    root: Option<String>,
    /// CSS selector of parts that are never marked
    #[arg(long, value_name = "SELECTOR")]
    skip: Option<String>,
    #[command(flatten)]
    format: FormatArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// The option `--mark`, by the words of the page's attribute.
#[derive(Clone, Copy, Debug)]
struct Mark(Density);

impl ValueEnum for Mark {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self(Density::First), Self(Density::Section), Self(Density::All)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self.0 {
            Density::First => PossibleValue::new("first").help("The first in the article"),
            Density::Section => {
                PossibleValue::new("section").help("The first in each section, from heading to heading")
            }
            Density::All => PossibleValue::new("all").help("All of them"),
        })
    }
}

/// Scans one article after the other, and writes what was found in each at once. What cannot be read is a message.
pub(crate) fn run(arguments: &ScanArgs, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let files = arguments.articles.iter().map(Path::new).chain(arguments.decks.iter().map(PathBuf::as_path));
    refuse_to_overwrite(arguments.output.out.as_deref(), files)?;
    let decks = decks::read(&arguments.decks, stdio)?;
    // One that no article could be scanned with is told once.
    Selectors::parse(arguments.root.as_deref(), arguments.skip.as_deref()).map_err(|why| format!("--{why}"))?;
    let scanner = Scanner::new(&decks.cards, &decks.refused);
    let (inputs, is_complete) = inputs(&arguments.articles, stdio);
    let mut code = if is_complete { FINE } else { COULD_NOT_RUN };
    let mut results = Results::open(arguments.output.out.as_deref())?;
    let bar = progress(inputs.len(), "articles", stdio);
    let (mut read, mut marked) = (0, 0);
    for input in &inputs {
        match scan(arguments, &scanner, input, stdio) {
            Ok((text, marks)) => {
                bar.suspend(|| results.write(text.as_bytes(), stdio))?;
                (read, marked) = (read + 1, marked + marks);
            }
            Err((worst, why)) => {
                code = code.max(worst);
                bar.suspend(|| {
                    let _ = writeln!(stdio.messages, "context-cards: {}: {why}", input.name());
                });
            }
        }
        bar.inc(1);
        if results.is_closed() {
            break;
        }
    }
    drop(bar);
    results.finish(stdio)?;
    let count = |number: usize, thing: &str| format!("{number} {thing}{}", if number == 1 { "" } else { "s" });
    let _ = writeln!(stdio.messages, "{} scanned: {}", count(read, "article"), count(marked, "mark"));
    Ok(code)
}

/// What was found in an article, as it is written, and how many marks it would get. An error comes with the exit code for it.
fn scan(
    arguments: &ScanArgs,
    scanner: &Scanner<'_>,
    input: &Input,
    stdio: &mut Stdio<'_>,
) -> Result<(String, usize), Failure> {
    let bytes = input.read(stdio.input).map_err(|why| (COULD_NOT_RUN, why))?;
    let options = Options { root: arguments.root.as_deref(), skip: arguments.skip.as_deref(), charset: None };
    let parse = |options: &Options<'_>| input.parse(&bytes, options).map_err(|why| (FAULTS, why));
    let article = parse(&options)?;
    let unskipped = options.skip.map(|_| parse(&Options { skip: None, ..options.clone() })).transpose()?;
    let found = scanner.scan(&article, unskipped.as_ref(), arguments.mark.0);
    let marks = found.iter().filter(|finding| finding.outcome == Outcome::Marked).count();
    let report = report::Scanned {
        name: &input.name(),
        bytes: &bytes,
        encoding: article.encoding,
        blocks: article.roots.iter().flat_map(|root| &root.blocks).collect(),
        found: &found,
    };
    let text = match arguments.format.format {
        Format::Human => report.human(scanner.cards(), stdio.terminal.has_coloured_output()),
        Format::Json => report.json().map_err(|why| (COULD_NOT_RUN, why))?,
    };
    Ok((text, marks))
}
