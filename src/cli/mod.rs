//! The command line: parses the arguments, runs the command's file and returns the exit code.

mod article_files;
mod articles;
mod bake;
mod bake_file;
mod bake_folder;
mod bake_records;
mod check;
mod completions;
mod decks;
mod exit_code;
mod folder;
mod interrupt;
mod locate;
mod man;
mod new;
mod new_file;
mod output;
mod progress;
mod record_fault;
mod scan;
mod schema;
mod serve;
mod suggest;
mod terminal;
mod today;
mod unbake;

use std::ffi::OsString;
use std::io::{Read, Write};
use std::iter;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Parser, Subcommand};

use crate::deck::date::Date;

pub use self::exit_code::{COULD_NOT_RUN, FAULTS, FINE};
pub use self::interrupt::remove_unfinished_on_interrupt;
pub use self::terminal::Terminal;
pub use self::today::today;

/// The name of the program, as its messages begin and its usage is told.
const NAME: &str = "context-cards";

/// Context cards: background on the terms of a news article.
#[derive(Parser)]
#[command(name = NAME, version, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  context-cards check decks/*.json                 every fault of these decks
  context-cards check --format json decks/*.json   the same, for programs
  context-cards bake article.html --deck deck.json  the article with its terms marked
  context-cards locate SV                          the outline of El Salvador for a card's map
  context-cards new CECOT --kind place             a deck to fill in
  context-cards suggest articles/                  what in these articles could get a card
  context-cards scan article.html --deck d.json    what would be marked, and why
  context-cards serve article.html --deck d.json   the cards on the article while you write

`context-cards help COMMAND` has examples of each command. Results go to standard output, messages to standard error.
Exit codes: 0 fine, 1 faults found, 2 could not run.")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::CheckArgs),
    Bake(bake::BakeArgs),
    Unbake(unbake::UnbakeArgs),
    Locate(locate::LocateArgs),
    Schema(schema::SchemaArgs),
    Scan(scan::ScanArgs),
    Suggest(suggest::SuggestArgs),
    Serve(serve::ServeArgs),
    New(new::NewArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// The streams of the process, so that a test can give others.
pub struct Stdio<'a> {
    /// Read for the file name `-`.
    pub input: &'a mut dyn Read,
    /// Takes results.
    pub output: &'a mut dyn Write,
    /// Takes messages.
    pub messages: &'a mut dyn Write,
    /// Which of them are terminals.
    pub terminal: Terminal,
}

/// Runs the command line; `arguments` begin after the program's name. `today`: decks are judged as of that day. Returns the exit
/// code: [`FINE`], [`FAULTS`] or [`COULD_NOT_RUN`].
pub fn run(arguments: impl IntoIterator<Item = OsString>, today: Date, stdio: &mut Stdio<'_>) -> u8 {
    let ran = match CommandLine::try_parse_from(iter::once(NAME.into()).chain(arguments)) {
        Ok(CommandLine { command }) => match command {
            Command::Check(arguments) => check::run(&arguments, today, stdio),
            Command::Bake(arguments) => bake::run(&arguments, stdio),
            Command::Unbake(arguments) => unbake::run(&arguments, stdio),
            Command::Locate(arguments) => locate::run(&arguments, stdio),
            Command::Schema(arguments) => schema::run(&arguments, stdio),
            Command::Scan(arguments) => scan::run(&arguments, stdio),
            Command::Serve(arguments) => serve::run(&arguments, today, stdio),
            Command::Suggest(arguments) => suggest::run(&arguments, today, stdio),
            Command::New(arguments) => new::run(&arguments, today, stdio),
            Command::Completions(arguments) => completions::run(&arguments, stdio),
            Command::Man(arguments) => man::run(&arguments, stdio),
        },
        Err(error) if error.use_stderr() => {
            // Where even this cannot be written, the exit code has to say it.
            let _ = write!(stdio.messages, "{}", styled(&with_tip(error), stdio.terminal.has_coloured_messages()));
            return COULD_NOT_RUN;
        }
        Err(help) => {
            let help = styled(&help, stdio.terminal.has_coloured_output());
            output::write(None, &help, stdio).map(|()| FINE)
        }
    };
    ran.unwrap_or_else(|message| {
        let _ = writeln!(stdio.messages, "{NAME}: {message}");
        COULD_NOT_RUN
    })
}

/// What clap has to say: help, or what is wrong with the arguments.
fn styled(said: &clap::Error, has_colour: bool) -> String {
    let said = said.render();
    if has_colour { said.ansi().to_string() } else { said.to_string() }
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
