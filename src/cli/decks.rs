//! The decks that a command is given, read as a page reads them: cards with a fault are left out.

use std::fs;
use std::path::PathBuf;

use super::Stdio;
use super::output;
use crate::check::readable_deck;
use crate::deck::{Card, Deck, Term};

/// What the decks hold.
#[derive(Default)]
pub(crate) struct Decks {
    /// The cards that a page has, of all decks that are switched on; earlier ones win.
    pub(crate) cards: Vec<Card>,
    /// Cards that are left out for a fault: their ids and terms.
    pub(crate) refused: Vec<(String, Vec<Term>)>,
}

/// Reads the decks. What is left out of them is told as a message.
pub(crate) fn read(files: &[PathBuf], stdio: &mut Stdio<'_>) -> Result<Decks, String> {
    let (mut decks, mut refused) = (Vec::<Deck>::new(), Vec::new());
    for file in files {
        let name = file.display();
        let bytes = fs::read(file).map_err(|error| format!("{name}: {}", output::reason(&error)))?;
        let read = readable_deck(&bytes).map_err(|why| format!("{name}: {why}; type: context-cards check {name}"))?;
        if !read.refused.is_empty() {
            let count = read.refused.len();
            let cards = if count == 1 { "card is" } else { "cards are" };
            let _ = writeln!(
                stdio.messages,
                "{name}: {count} {cards} left out for a fault; type: context-cards check {name}"
            );
        }
        if !read.deck.enabled {
            let _ = writeln!(stdio.messages, "{name}: the deck is switched off (\"enabled\": false)");
        }
        decks.push(read.deck);
        refused.extend(read.refused);
    }
    Ok(Decks { cards: Deck::merge(decks), refused })
}
