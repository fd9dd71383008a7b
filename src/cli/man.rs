//! `man`: the manual, a page for each command.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::new_file::NewFile;
use super::output::reason;
use super::{CommandLine, FINE, Stdio};

/// Write the manual into a folder, a page for each command
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  context-cards man ~/.local/share/man/man1        then man context-cards, or man context-cards-check")]
pub(crate) struct ManArgs {
    /// The folder; made where it is missing
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

pub(crate) fn run(arguments: &ManArgs, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let folder = &arguments.folder;
    fs::create_dir_all(folder).map_err(|error| format!("{}: {}", folder.display(), reason(&error)))?;
    let mut root = CommandLine::command().disable_help_subcommand(true);
    // Gives every command the name that its page has, such as context-cards-check.
    root.build();
    let pages: Vec<&Command> = std::iter::once(&root).chain(root.get_subcommands()).collect();
    for command in &pages {
        let page = Man::new((*command).clone());
        let mut file = NewFile::create(&folder.join(page.get_filename()))?;
        page.render(&mut file).and_then(|()| file.flush()).map_err(|error| reason(&error))?;
        file.finish()?;
    }
    let _ = writeln!(stdio.messages, "{} pages in {}", pages.len(), folder.display());
    Ok(FINE)
}
