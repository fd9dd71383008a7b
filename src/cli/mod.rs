//! The command line: parses the arguments, runs the command's file and returns the exit code.

mod check;
mod exit_code;
mod locate;
mod output;
mod today;

use std::ffi::OsString;
use std::io::{Read, Write};
use std::iter;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Parser, Subcommand};

use crate::deck::date::Date;

pub use self::exit_code::{COULD_NOT_RUN, FAULTS, FINE};
pub use self::today::today;

/// The name of the program, as its messages begin and its usage is told.
const NAME: &str = "context-cards";

/// Context cards: background on the terms of a news article.
#[derive(Parser)]
#[command(name = NAME, version, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  context-cards check decks/*.json
  context-cards locate SV

Exit codes: 0 no faults, 1 faults found, 2 could not run.")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::CheckArgs),
    Locate(locate::LocateArgs),
}

/// The streams of the process, so that a test can give others.
pub struct Stdio<'a> {
    /// Read for the file name `-`.
    pub input: &'a mut dyn Read,
    /// Takes results.
    pub output: &'a mut dyn Write,
    /// Takes messages.
    pub messages: &'a mut dyn Write,
}

/// Runs the command line; `arguments` begin after the program's name. `today`: decks are judged as of that day. Returns the exit
/// code: [`FINE`], [`FAULTS`] or [`COULD_NOT_RUN`].
pub fn run(arguments: impl IntoIterator<Item = OsString>, today: Date, stdio: &mut Stdio<'_>) -> u8 {
    let ran = match CommandLine::try_parse_from(iter::once(NAME.into()).chain(arguments)) {
        Ok(CommandLine { command: Command::Check(arguments) }) => check::run(&arguments, today, stdio),
        Ok(CommandLine { command: Command::Locate(arguments) }) => locate::run(&arguments, stdio),
        Err(error) if error.use_stderr() => {
            // Where even this cannot be written, the exit code has to say it.
            let _ = write!(stdio.messages, "{}", with_tip(error));
            return COULD_NOT_RUN;
        }
        Err(help) => output::write(None, &help.to_string(), stdio).map(|()| FINE),
    };
    ran.unwrap_or_else(|message| {
        let _ = writeln!(stdio.messages, "{NAME}: {message}");
        COULD_NOT_RUN
    })
}

/// Tells whoever named a file and no command how to check that file.
fn with_tip(mut error: clap::Error) -> clap::Error {
    if error.kind() == ErrorKind::InvalidSubcommand
        && let Some(ContextValue::String(name)) = error.get(ContextKind::InvalidSubcommand)
        && Path::new(name).exists()
    {
        let tip = format!("to check that file, type: context-cards check {name}");
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    }
    error
}
