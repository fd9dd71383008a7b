//! What does the command line do? Arguments in, results and messages out, an exit code at the end. Native only.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use lexopt::prelude::{Long, Short, Value};

use crate::check::check;
use crate::problem::nearest;

/// Done, and nothing is wrong.
pub const FINE: u8 = 0;
/// Done, and there are faults.
pub const FAULTS: u8 = 1;
/// Not done: wrong arguments, or a file that cannot be read or written.
pub const COULD_NOT_RUN: u8 = 2;

const COMMANDS: &[&str] = &["check"];
const HELP: &str = "\
Context cards: background on the terms of a news article.

Usage: context-cards check [--out FILE] DECK…

Commands:
  check    Report every fault in the decks, with file, line and column

Options:
  --out FILE       Write the results to FILE instead of standard output
  -h, --help       Show this text
  -V, --version    Show the version

A DECK is a JSON file, or - for standard input.
A deck too large for a page to look for its terms by itself gets a warning, which is no fault.
Exit codes: 0 no faults, 1 faults found, 2 could not run.
";

/// The outside world, so that a test can stand in for it.
pub struct World<'a> {
    /// Read for the file name `-`.
    pub input: &'a mut dyn Read,
    /// Results.
    pub output: &'a mut dyn Write,
    /// Messages.
    pub messages: &'a mut dyn Write,
}

/// Runs the command line; `arguments` begin after the program's name. Returns the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> u8 {
    match try_run(arguments, world) {
        Ok(code) => code,
        Err(message) => {
            // Where even this cannot be written, the exit code has to say it.
            let _ = writeln!(world.messages, "context-cards: {message}");
            COULD_NOT_RUN
        }
    }
}

fn try_run(arguments: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> Result<u8, String> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut command = None;
    let (mut out, mut decks) = (None, Vec::new());
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Short('h') | Long("help") => return results(None, HELP, world).map(|()| FINE),
            Short('V') | Long("version") => {
                return results(None, concat!("context-cards ", env!("CARGO_PKG_VERSION"), "\n"), world).map(|()| FINE);
            }
            Long("out") => {
                let file = parser.value().map_err(|_| "--out needs a file; type: --out FILE".to_owned())?;
                out = Some(PathBuf::from(file));
            }
            Value(name) if command.is_none() => command = Some(known_command(&name)?),
            Value(deck) => decks.push(deck),
            Short(letter) => return Err(unknown_option(&format!("-{letter}"))),
            Long(name) => return Err(unknown_option(&format!("--{name}"))),
        }
    }
    match command {
        Some("check") => check_decks(&decks, out.as_deref(), world),
        _ => Err("what shall it do? Type: context-cards check FILE… (or --help)".to_owned()),
    }
}

fn known_command(name: &OsStr) -> Result<&'static str, String> {
    let name = name.to_string_lossy();
    if let Some(command) = COMMANDS.iter().find(|command| **command == name) {
        return Ok(command);
    }
    Err(match nearest(&name, COMMANDS) {
        Some(meant) => format!("there is no command `{name}`; did you mean: context-cards {meant}"),
        None if Path::new(&*name).exists() => format!("to check that file, type: context-cards check {name}"),
        None => format!("there is no command `{name}`; type: context-cards check FILE… (or --help)"),
    })
}

fn unknown_option(option: &str) -> String {
    match nearest(option, &["--out", "--help", "--version"]) {
        Some(meant) => format!("there is no option {option}; did you mean {meant}?"),
        None => format!("there is no option {option}; type --help to see them all"),
    }
}

/// `check`: one line for each fault, `file:line:column: path: message`. A warning is a message and no fault.
fn check_decks(decks: &[OsString], out: Option<&Path>, world: &mut World<'_>) -> Result<u8, String> {
    if decks.is_empty() {
        return Err("check what? Type: context-cards check FILE… (- for standard input)".to_owned());
    }
    if let Some(deck) = out.and_then(|out| decks.iter().find(|deck| is_same_file(out, Path::new(deck)))) {
        return Err(format!("--out would overwrite the deck {}; name another file", deck.display()));
    }
    let (mut lines, mut faults, mut decks_at_fault, mut warnings, mut unread) = (String::new(), 0, 0, 0, 0);
    for deck in decks {
        let name = if deck == "-" { OsStr::new("<stdin>") } else { deck };
        match read(deck, world.input) {
            Ok(bytes) => {
                let report = check(&bytes);
                faults += report.faults.len();
                decks_at_fault += usize::from(!report.faults.is_empty());
                lines.extend(report.faults.iter().map(|fault| format!("{}:{fault}\n", name.display())));
                if let Some(warning) = report.warning {
                    warnings += 1;
                    let _ = writeln!(world.messages, "context-cards: warning: {}: {warning}", name.display());
                }
            }
            Err(error) => {
                unread += 1;
                let _ = writeln!(world.messages, "context-cards: {}: {}", name.display(), reason(&error));
            }
        }
    }
    results(out, &lines, world)?;
    let count = |number: usize, thing: &str| format!("{number} {thing}{}", if number == 1 { "" } else { "s" });
    let checked = count(decks.len() - unread, "deck");
    let found = match faults {
        0 => "no faults".to_owned(),
        _ => format!("{} in {decks_at_fault}", count(faults, "fault")),
    };
    let warned = if warnings == 0 { String::new() } else { format!(", {}", count(warnings, "warning")) };
    let not_read = if unread == 0 { String::new() } else { format!("; {unread} could not be read") };
    let _ = writeln!(world.messages, "{checked} checked: {found}{warned}{not_read}");
    Ok(match (unread, faults) {
        (0, 0) => FINE,
        (0, _) => FAULTS,
        _ => COULD_NOT_RUN,
    })
}

fn read(deck: &OsStr, input: &mut dyn Read) -> io::Result<Vec<u8>> {
    if deck != "-" {
        return fs::read(deck);
    }
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Results go to the named file or to standard output. A reader that has seen enough, such as `head`, is no error.
fn results(out: Option<&Path>, text: &str, world: &mut World<'_>) -> Result<(), String> {
    if let Some(out) = out {
        return fs::write(out, text).map_err(|error| match error.kind() {
            ErrorKind::NotFound => format!("{}: there is no such folder to write it to", out.display()),
            _ => format!("{}: {}", out.display(), reason(&error)),
        });
    }
    match world.output.write_all(text.as_bytes()).and_then(|()| world.output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("standard output: {}", reason(&error))),
        _ => Ok(()),
    }
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::IsADirectory => "this is a folder; name the files in it".to_owned(),
        ErrorKind::PermissionDenied => "it may not be opened (permission denied)".to_owned(),
        _ => error.to_string(),
    }
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
