//! `serve`: shows the cards on an article while an editor writes.

use std::env;
use std::path::{Path, PathBuf};

use super::output;
use super::{FINE, Stdio};
use crate::deck::date::Date;
use crate::serve::{Server, Site};

/// Where the release is, if it is not beside this program.
const DIST: &str = "dist";

/// Show the cards on an article while you write, with the faults of the decks beside it
///
/// Prints an address of this computer to open in a browser, and runs until you press Ctrl-C. The page changes when you save the article
/// or a deck; what check finds in the decks stands in a panel at its side. Neither the article nor the decks are written to.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  context-cards serve article.html --deck decks/*.json       the article with the cards of these decks
  context-cards serve draft.txt --deck deck.json --port 0    plain text, on any free port
  context-cards serve page.html --deck deck.json --for main --programs ../context-cards/dist")]
pub(crate) struct ServeArgs {
    /// The article: HTML, a page or a part of one, or plain text (.txt)
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,
    /// The decks; earlier ones win
    #[arg(long = "deck", value_name = "FILE", num_args = 1.., required = true)]
    decks: Vec<PathBuf>,
    /// The port on 127.0.0.1; 0 for any that is free
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// The folder with the programs of a page, which make build makes [default: that of this program, else dist]
    #[arg(long, value_name = "FOLDER")]
    programs: Option<PathBuf>,
    /// Which mentions of a card are marked: first, section or all
    #[arg(long, value_name = "DENSITY", value_parser = ["first", "section", "all"])]
    mark: Option<String>,
    /// CSS selector of the article in its page
    #[arg(long = "for", value_name = "SELECTOR")]
    root: Option<String>,
    /// CSS selector of parts that are never marked
    #[arg(long, value_name = "SELECTOR")]
    skip: Option<String>,
}

/// Serves until the process ends. The address is the result.
pub(crate) fn run(arguments: &ServeArgs, today: Date, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let programs = arguments.programs.clone().unwrap_or_else(default_programs);
    let attributes = [("mark", &arguments.mark), ("for", &arguments.root), ("skip", &arguments.skip)];
    let attributes = attributes.into_iter().filter_map(|(name, value)| Some((name, value.clone()?))).collect();
    let site = Site::new(arguments.article.clone(), arguments.decks.clone(), programs, attributes, today)?;
    // The page tells them too. They are no reason to end: the article may be changed yet.
    for fault in site.selector_faults() {
        let _ = writeln!(stdio.messages, "context-cards: {}: {fault}", arguments.article.display());
    }
    if site.has_own_element() {
        let _ = writeln!(
            stdio.messages,
            "context-cards: {}: has a <context-cards> of its own, and is shown with the decks and the program which that names; \
             take it out to see the cards of --deck",
            arguments.article.display()
        );
    }
    let server = Server::bind(site, arguments.port)?;
    output::write(None, &[&server.url(), "\n"].concat(), stdio)?;
    let _ = writeln!(stdio.messages, "open that address in a browser; the page changes as you save; Ctrl-C ends this");
    server.run();
    Ok(FINE)
}

/// The folder of this program, where the release lies beside it; else `dist`.
fn default_programs() -> PathBuf {
    let program = env::current_exe().ok();
    let beside = program.as_deref().and_then(Path::parent).filter(|folder| folder.join("context-cards.js").is_file());
    beside.map_or_else(|| PathBuf::from(DIST), Path::to_owned)
}
