//! `check`: writes one line for each fault of the decks, `file:line:column: path: message`.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::output::{self, OutputArgs};
use super::{COULD_NOT_RUN, FAULTS, FINE, Stdio};
use crate::check::check;

/// Report every fault in the decks, with file, line and column
///
/// A deck too large for a page to look for its terms by itself gets a warning, which is no fault.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  context-cards check decks/*.json                 every fault in these decks
  context-cards check --out faults.txt deck.json   the same, written to a file
  curl https://example.org/deck.json | context-cards check -")]
pub(crate) struct CheckArgs {
    /// A deck's JSON file, or - for standard input
    #[arg(required = true, value_name = "DECK")]
    decks: Vec<OsString>,
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

/// Checks the decks. Faults are results; warnings, the totals and files that cannot be read are messages.
pub(crate) fn run(arguments: &CheckArgs, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let (decks, out) = (&arguments.decks, arguments.output.out.as_deref());
    if let Some(deck) = out.and_then(|out| decks.iter().find(|deck| is_same_file(out, Path::new(deck)))) {
        return Err(format!("--out would overwrite the deck {}; name another file", deck.display()));
    }
    let (mut lines, mut totals) = (String::new(), Totals::default());
    for deck in decks {
        let name = if deck == "-" { OsStr::new("<stdin>") } else { deck };
        match read(deck, stdio.input) {
            Ok(bytes) => {
                let report = check(&bytes);
                totals.faults += report.faults.len();
                totals.faulty += usize::from(!report.faults.is_empty());
                lines.extend(report.faults.iter().map(|fault| format!("{}:{fault}\n", name.display())));
                if let Some(warning) = report.warning {
                    totals.warnings += 1;
                    let _ = writeln!(stdio.messages, "context-cards: warning: {}: {warning}", name.display());
                }
            }
            Err(error) => {
                totals.unread += 1;
                let _ = writeln!(stdio.messages, "context-cards: {}: {}", name.display(), output::reason(&error));
            }
        }
    }
    output::write(out, &lines, stdio)?;
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
