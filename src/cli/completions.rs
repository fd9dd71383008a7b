//! `completions`: a script that completes the command line in a shell.

use clap::CommandFactory;
use clap_complete::Shell;

use super::output::{self, OutputArgs};
use super::{CommandLine, FINE, NAME, Stdio};

/// Print a script that completes commands and options in your shell
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  context-cards completions bash --out ~/.local/share/bash-completion/completions/context-cards
  context-cards completions zsh --out ~/.zfunc/_context-cards
  context-cards completions fish --out ~/.config/fish/completions/context-cards.fish")]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
    #[command(flatten)]
    output: OutputArgs,
}

pub(crate) fn run(arguments: &CompletionsArgs, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut CommandLine::command(), NAME, &mut script);
    output::write(arguments.output.out.as_deref(), &String::from_utf8_lossy(&script), stdio)?;
    Ok(FINE)
}
