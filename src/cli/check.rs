//! `check`: every finding in the decks, `file:line:column: place: message`, with an excerpt.

mod articles;
mod due;
mod icalendar;
mod more;
mod online;
mod report;

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use self::due::Until;
use super::output::{self, OutputArgs, Results};
use super::{COULD_NOT_RUN, FAULTS, FINE, Stdio};
use crate::check::{DeckFile, Report, check_with};
use crate::deck::date::Date;

/// Report every fault in the decks, with file, line and column
///
/// Faults are of two kinds. For what is malformed a page leaves the card out; statements without a source it shows all the
/// same. Warnings are no faults: what is most likely not what was meant.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  context-cards check decks/*.json                 every fault in these decks, which one page may use together
  context-cards check --strict decks/*.json        the same, and fail on warnings too
  context-cards check --out faults.txt deck.json   the same, written to a file
  context-cards check --format json decks/*.json   one JSON object a finding and line, for programs
  curl https://example.org/deck.json | context-cards check -

  context-cards check decks/*.json --due 30d       the cards to be reviewed within 30 days, by date
  context-cards check decks/*.json --due 30d --format ics --out reviews.ics
  context-cards check decks/*.json --articles articles/   which terms stand in nearly every article
  context-cards check decks/*.json --online        which sources are gone from the web")]
pub(crate) struct CheckArgs {
    /// A deck's JSON file, or - for standard input
    #[arg(required = true, value_name = "DECK")]
    decks: Vec<OsString>,
    /// Count warnings as faults
    #[arg(long)]
    strict: bool,
    /// List the cards to be reviewed by then instead of the findings: 30d, 6w, 3m, or a day such as 2026-08-01
    #[arg(long, value_name = "TIME", value_parser = Until::parse)]
    due: Option<Until>,
    /// Measure how often each term matches in these articles: HTML files, or folders of them. Warns of a term that stands in more
    /// than half of four articles or more
    #[arg(long, value_name = "ARTICLE", num_args = 1.., conflicts_with = "due")]
    articles: Vec<PathBuf>,
    /// Ask the sites that the decks cite whether sources, copies, pictures and links are still there. One request at a time goes
    /// to a site
    #[arg(long, conflicts_with = "due")]
    online: bool,
    /// How long a site may take to answer, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..), requires = "online")]
    timeout: u64,
    /// How long asking may take in all, in seconds; what has not been asked by then is told
    #[arg(long, value_name = "SECONDS", default_value_t = 300, value_parser = clap::value_parser!(u64).range(1..), requires = "online")]
    time_limit: u64,
    /// For whom the results are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = CheckFormat::Human)]
    format: CheckFormat,
    #[command(flatten)]
    output: OutputArgs,
}

/// For whom results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CheckFormat {
    /// For people
    Human,
    /// For programs: one JSON object a line
    Json,
    /// For calendars, with --due
    Ics,
}

/// What was found in all decks.
#[derive(Default)]
struct Totals {
    faults: usize,
    /// Decks with a fault.
    faulty: usize,
    warnings: usize,
    unread: usize,
}

/// Checks the decks. Faults and warnings are results; the totals and files that cannot be read are messages.
pub(crate) fn run(arguments: &CheckArgs, today: Date, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let (decks, out) = (&arguments.decks, arguments.output.out.as_deref());
    let inputs = decks.iter().map(Path::new).chain(arguments.articles.iter().map(PathBuf::as_path));
    output::refuse_to_overwrite(out, inputs)?;
    if arguments.format == CheckFormat::Ics && arguments.due.is_none() {
        return Err("--format ics is a calendar of reviews; say by when, as in --due 30d".to_owned());
    }
    let articles = articles::files(&arguments.articles)?;
    let mut results = Results::open(out)?;
    let (mut files, mut totals) = (Vec::new(), Totals::default());
    for deck in decks {
        let name = if deck == "-" { OsStr::new("<stdin>") } else { deck }.display().to_string();
        match read(deck, stdio.input) {
            Ok(bytes) => files.push((name, bytes)),
            Err(error) => {
                totals.unread += 1;
                let _ = writeln!(stdio.messages, "context-cards: {name}: {}", output::reason(&error));
            }
        }
    }
    let files: Vec<DeckFile<'_>> = files.iter().map(|(name, bytes)| DeckFile { name, bytes }).collect();
    let mut more = more::More::new(arguments, &articles, stdio);
    let reports = check_with(&files, today, &mut |decks| more.find(decks));
    let (measured, unread_articles) = more.finish(&files)?;
    totals.add(&reports, arguments.strict);
    let written = match arguments.due {
        Some(until) => calendar(arguments.format, &files, until, today)?,
        None => {
            findings(arguments, &files, &reports, stdio.terminal.has_coloured_output() && out.is_none())? + &measured
        }
    };
    results.write(written.as_bytes(), stdio)?;
    results.finish(stdio)?;
    let _ = writeln!(stdio.messages, "{}", totals.sentence(decks.len()));
    Ok(match totals {
        _ if unread_articles => COULD_NOT_RUN,
        Totals { unread: 1.., .. } => COULD_NOT_RUN,
        Totals { faults: 1.., .. } => FAULTS,
        _ => FINE,
    })
}

fn findings(
    arguments: &CheckArgs,
    files: &[DeckFile<'_>],
    reports: &[Report],
    has_colour: bool,
) -> Result<String, String> {
    let mut written = String::new();
    for (file, report) in files.iter().zip(reports) {
        for finding in &report.findings {
            written += &match arguments.format {
                CheckFormat::Json => report::json(file, finding, arguments.strict)?,
                _ => report::human(file, finding, has_colour),
            };
        }
    }
    Ok(written)
}

fn calendar(format: CheckFormat, files: &[DeckFile<'_>], until: Until, today: Date) -> Result<String, String> {
    let today = due::day(today)?;
    let due = crate::check::due(files, until.day(today));
    match format {
        CheckFormat::Human => Ok(due::human(&due, files, today)),
        CheckFormat::Json => due::json(&due, files, today),
        CheckFormat::Ics => Ok(due::ics(&due, files, today)),
    }
}

impl Totals {
    /// `strict`: warnings are faults.
    fn add(&mut self, reports: &[Report], strict: bool) {
        for report in reports {
            let (faults, warnings) = (report.faults(), report.warnings());
            let (faults, warnings) = if strict { (faults + warnings, 0) } else { (faults, warnings) };
            self.faults += faults;
            self.faulty += usize::from(faults > 0);
            self.warnings += warnings;
        }
    }

    fn sentence(&self, decks: usize) -> String {
        let count = |number: usize, thing: &str| format!("{number} {thing}{}", if number == 1 { "" } else { "s" });
        let checked = count(decks - self.unread, "deck");
        let faults = match self.faults {
            0 => "no faults".to_owned(),
            faults => format!("{} in {}", count(faults, "fault"), self.faulty),
        };
        let warnings = match self.warnings {
            0 => String::new(),
            warnings => format!(", {}", count(warnings, "warning")),
        };
        let unread = match self.unread {
            0 => String::new(),
            unread => format!("; {unread} could not be read"),
        };
        format!("{checked} checked: {faults}{warnings}{unread}")
    }
}

fn read(deck: &OsStr, input: &mut dyn Read) -> io::Result<Vec<u8>> {
    if deck != "-" {
        return fs::read(deck);
    }
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    Ok(bytes)
}
