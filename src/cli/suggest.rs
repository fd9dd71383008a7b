//! `suggest`: lists what in articles could get a card and has none.

use std::ffi::OsString;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::articles::inputs;
use super::output::{self, Format, FormatArgs, OutputArgs, json_line};
use super::progress::progress;
use super::{COULD_NOT_RUN, FINE, Stdio, decks, new};
use crate::article::Options;
use crate::deck::date::Date;
use crate::starter::{Starter, StarterCard};
use crate::suggest::{Article, KnownTerms, Suggester, Suggestion, SuggestionKind};

/// List names, abbreviations and recurring phrases that have no card yet
///
/// What is in most articles comes first, then what is mentioned most often; each with the sentence it was first seen in. Made by rules
/// alone, without a model and without the network: the same articles always give the same list. Nothing is published; whether
/// something deserves a card is for you to say.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  context-cards suggest article.html                                    what in this article could get a card
  context-cards suggest articles/ --deck decks/*.json                   what in these articles has none in these decks
  context-cards suggest articles/ --fewest 5 --starter --out new.json   a deck to fill in, of what is mentioned five times
  context-cards suggest - < article.txt                                 an article from standard input")]
pub(crate) struct SuggestArgs {
    /// An article, HTML or plain text (.txt); a folder of them; or - for standard input
    #[arg(required = true, value_name = "ARTICLE")]
    articles: Vec<OsString>,
    /// Decks whose terms are left out
    #[arg(long = "deck", value_name = "FILE", num_args = 1..)]
    decks: Vec<PathBuf>,
    /// Leave out what is mentioned less often; a phrase must recur three times in any case
    #[arg(long, value_name = "MENTIONS", default_value_t = 1)]
    fewest: usize,
    /// List no more than so many; 0 for all
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    most: usize,
    /// Write a deck to fill in, with a card for each
    #[arg(long)]
    starter: bool,
    /// The language of the articles, such as es, where they do not say it; also that of the deck to fill in
    #[arg(long, value_name = "LANG", value_parser = new::parse_language)]
    lang: Option<String>,
    /// CSS selector of the article in its page
    #[arg(long = "for", value_name = "SELECTOR")]
    root: Option<String>,
    #[command(flatten)]
    format: FormatArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// Reads the articles and writes the list, or the deck. What cannot be read is a message.
pub(crate) fn run(arguments: &SuggestArgs, today: Date, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let files = arguments.articles.iter().map(Path::new).chain(arguments.decks.iter().map(PathBuf::as_path));
    output::refuse_to_overwrite(arguments.output.out.as_deref(), files)?;
    let decks = decks::read(&arguments.decks, stdio)?;
    let (inputs, mut is_complete) = inputs(&arguments.articles, stdio);
    let mut suggester = Suggester::new(KnownTerms::new(&decks.cards));
    let options = Options { root: arguments.root.as_deref(), ..Options::default() };
    let bar = progress(inputs.len(), "articles", stdio);
    let (mut read, mut lang) = (0, arguments.lang.clone());
    for input in &inputs {
        let name = input.name();
        match input.read(stdio.input).and_then(|bytes| input.parse(&bytes, &options)) {
            Ok(article) => {
                for root in &article.roots {
                    let own = Some(root.lang.as_str()).filter(|own| !own.is_empty());
                    lang = lang.or_else(|| own.map(str::to_owned));
                    let blocks = root.blocks.iter().filter(|block| !block.is_heading);
                    let blocks: Vec<&str> = blocks.map(|block| block.text.as_str()).collect();
                    suggester.add(&Article { name: &name, lang: own.or(arguments.lang.as_deref()), blocks: &blocks });
                }
                read += 1;
            }
            Err(why) => {
                is_complete = false;
                bar.suspend(|| {
                    let _ = writeln!(stdio.messages, "context-cards: {name}: {why}");
                });
            }
        }
        bar.inc(1);
    }
    drop(bar);
    if read == 0 {
        return Err("no article could be read".to_owned());
    }
    let mut suggestions = suggester.finish(arguments.fewest);
    let all = suggestions.len();
    if arguments.most > 0 {
        suggestions.truncate(arguments.most);
    }
    if arguments.starter {
        let cards = suggestions.iter().map(card).collect();
        let starter = Starter { lang: lang.as_deref().unwrap_or("en"), title: None, today, cards };
        new::write(&starter, &arguments.output, stdio)?;
    } else {
        let mut results = String::new();
        for suggestion in &suggestions {
            match arguments.format.format {
                Format::Human => human(suggestion, &mut results),
                Format::Json => results += &json_line(suggestion)?,
            }
        }
        output::write(arguments.output.out.as_deref(), &results, stdio)?;
    }
    let left_off = match all - suggestions.len() {
        0 => String::new(),
        more => format!("; {more} more are not listed, --most {all} lists them"),
    };
    let articles = if read == 1 { "article" } else { "articles" };
    let _ = writeln!(stdio.messages, "{read} {articles} read: {all} without a card{left_off}");
    Ok(if is_complete { FINE } else { COULD_NOT_RUN })
}

/// What there is to fill in for a suggestion.
fn card(suggestion: &Suggestion) -> StarterCard {
    StarterCard {
        kind: None,
        title: Some(suggestion.text.clone()),
        terms: [&suggestion.text].into_iter().chain(&suggestion.expansion).cloned().collect(),
        sentence: Some(suggestion.sentence.clone()),
    }
}

/// Two lines: how often and what, then the sentence and its article.
fn human(suggestion: &Suggestion, results: &mut String) {
    let Suggestion { text, expansion, also, mentions, articles, article, sentence, .. } = suggestion;
    let what = match suggestion.kind {
        SuggestionKind::Phrase => " (recurring phrase)",
        SuggestionKind::Name | SuggestionKind::Abbreviation => "",
    };
    let expansion = expansion.as_ref().map_or(String::new(), |expansion| format!(" = {expansion}"));
    let also = if also.is_empty() { String::new() } else { format!(", also {}", also.join(", ")) };
    let in_articles = if *articles == 1 { String::new() } else { format!(" in {articles} articles") };
    let mentions = if *mentions == 1 { "1 mention".to_owned() } else { format!("{mentions} mentions") };
    // Writing to memory does not fail.
    let _ = writeln!(results, "{text}{expansion}{also}{what}: {mentions}{in_articles}\n    {article}: {sentence}");
}
