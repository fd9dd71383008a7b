//! `new`: writes a starter deck, with placeholders where the editor's words belong.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::output::{self, OutputArgs};
use super::{FINE, Stdio};
use crate::deck::date::Date;
use crate::deck::quote::quote;
use crate::deck::{Kind, language};
use crate::starter::{Starter, StarterCard, json_text};

/// Write a starter deck to fill in
///
/// Each card has the parts that cards of its kind usually have. What is yours to write stands in it as [write: …]; until you have
/// written it, check says so. Parts you do not need can be taken out.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  context-cards new CECOT --kind place --out decks/cecot.json            a deck with one card
  context-cards new \"Nayib Bukele\" CECOT --kind person --kind place      two cards, each of its kind
  context-cards new --kind law --kind case --lang es                     cards without a name, to be written in Spanish
  context-cards check decks/cecot.json                                   what is still to be written")]
pub(crate) struct NewArgs {
    /// What a card is about, as its title: a card for each name
    #[arg(value_name = "NAME", value_parser = parse_name)]
    names: Vec<String>,
    /// The kind of a card, in the order of the names; the last one holds for the rest. Without names: a card of each kind given
    #[arg(long = "kind", value_name = "KIND", value_parser = kind_parser())]
    kinds: Vec<Kind>,
    /// The language you will write in, such as es or es-SV
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = parse_language)]
    lang: String,
    /// What the deck is about, for editors
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
}

/// Writes the deck, which is the result; what to do next is a message.
pub(crate) fn run(arguments: &NewArgs, today: Date, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let (names, kinds) = (&arguments.names, &arguments.kinds);
    if !names.is_empty() && kinds.len() > names.len() {
        return Err(format!("{} kinds for {} names; give a name for each kind, or none", kinds.len(), names.len()));
    }
    let cards = if names.is_empty() {
        let kinds = if kinds.is_empty() { vec![None] } else { kinds.iter().copied().map(Some).collect() };
        kinds.into_iter().map(|kind| StarterCard { kind, ..StarterCard::default() }).collect()
    } else {
        let kind = |index: usize| kinds.get(index).or(kinds.last()).copied();
        let card = |(index, name): (usize, &String)| StarterCard {
            kind: kind(index),
            title: Some(name.clone()),
            ..StarterCard::default()
        };
        names.iter().enumerate().map(card).collect()
    };
    let starter = Starter { lang: &arguments.lang, title: arguments.title.as_deref(), today, cards };
    write(&starter, &arguments.output, stdio)
}

/// Writes a starter deck; never over a file that is there, which an editor may have worked on.
pub(super) fn write(starter: &Starter<'_>, output: &OutputArgs, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let out = output.out.as_deref();
    if let Some(out) = out.filter(|out| out.exists()) {
        return Err(format!("{} is there already; name a new file, or take that one away first", out.display()));
    }
    output::write(out, &json_text(&starter.deck()), stdio)?;
    let file = out.map_or("FILE".into(), |out| out.display().to_string());
    let cards = starter.cards.len();
    let _ = writeln!(
        stdio.messages,
        "{cards} card{} to fill in: write what stands as [write: …], take out what you do not need, then type: context-cards check {file}",
        if cards == 1 { "" } else { "s" },
    );
    Ok(FINE)
}

fn kind_parser() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::as_str)).try_map(|word| {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == word).ok_or_else(|| [&quote(&word), " is no kind"].concat())
    })
}

/// Takes a name that can be a term as well.
fn parse_name(name: &str) -> Result<String, String> {
    if name.contains(char::is_alphanumeric) {
        Ok(name.trim().to_owned())
    } else {
        Err(format!("{} has no letter or digit that could be found in an article", quote(name)))
    }
}

/// Takes a language tag as `check` does.
pub(super) fn parse_language(tag: &str) -> Result<String, String> {
    if language::is_tag(tag) {
        Ok(tag.to_owned())
    } else {
        Err(format!("{} is not a language tag (such as en, es or es-SV)", quote(tag)))
    }
}
