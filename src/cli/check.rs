//! `check`: every finding in the decks, `file:line:column: place: message`, with an excerpt.

mod report;

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::output::{self, Format, FormatArgs, OutputArgs, Results};
use super::{COULD_NOT_RUN, FAULTS, FINE, Stdio};
use crate::check::{DeckFile, check};
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
  curl https://example.org/deck.json | context-cards check -")]
pub(crate) struct CheckArgs {
    /// A deck's JSON file, or - for standard input
    #[arg(required = true, value_name = "DECK")]
    decks: Vec<OsString>,
    /// Count warnings as faults
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    format: FormatArgs,
    #[command(flatten)]
    output: OutputArgs,
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
    if let Some(deck) = out.and_then(|out| decks.iter().find(|deck| is_same_file(out, Path::new(deck)))) {
        return Err(format!("--out would overwrite the deck {}; name another file", deck.display()));
    }
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
    let has_colour = stdio.terminal.has_coloured_output() && out.is_none();
    for (file, found) in files.iter().zip(check(&files, today)) {
        let (mut faults, mut warnings) = (found.faults(), found.warnings());
        if arguments.strict {
            (faults, warnings) = (faults + warnings, 0);
        }
        totals.faults += faults;
        totals.faulty += usize::from(faults > 0);
        totals.warnings += warnings;
        for finding in &found.findings {
            let written = match arguments.format.format {
                Format::Human => report::human(file, finding, has_colour),
                Format::Json => report::json(file, finding, arguments.strict)?,
            };
            results.write(written.as_bytes(), stdio)?;
        }
    }
    results.finish(stdio)?;
    let _ = writeln!(stdio.messages, "{}", totals.sentence(decks.len()));
    Ok(match totals {
        Totals { unread: 1.., .. } => COULD_NOT_RUN,
        Totals { faults: 1.., .. } => FAULTS,
        _ => FINE,
    })
}

impl Totals {
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

fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
