//! What `check` finds only when it is asked to: terms that match too much (`--articles`), addresses that are gone (`--online`).

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use super::articles::{self, Measured};
use super::online::{self, Answer, Limits};
use super::{CheckArgs, CheckFormat};
use crate::check::diagnostics::Diagnostic;
use crate::check::{CheckedDeck, DeckFile, Severity, links_in};
use crate::cli::Stdio;
use crate::cli::progress::progress;
use crate::deck::quote::quote;

/// Measures and asks, and keeps what was measured.
pub(super) struct More<'a, 's, 'io> {
    arguments: &'a CheckArgs,
    articles: &'a [PathBuf],
    stdio: &'s mut Stdio<'io>,
    measured: Vec<Measured>,
    /// So many articles were read.
    read: usize,
}

impl<'a, 's, 'io> More<'a, 's, 'io> {
    pub(super) fn new(arguments: &'a CheckArgs, articles: &'a [PathBuf], stdio: &'s mut Stdio<'io>) -> Self {
        Self { arguments, articles, stdio, measured: Vec::new(), read: 0 }
    }

    /// The findings, each with the place of its deck.
    pub(super) fn find(&mut self, decks: &[Option<CheckedDeck<'_>>]) -> Vec<(usize, Diagnostic)> {
        let mut found = if self.arguments.articles.is_empty() { Vec::new() } else { self.measure(decks) };
        if self.arguments.online {
            found.extend(self.ask(decks));
        }
        found
    }

    fn measure(&mut self, decks: &[Option<CheckedDeck<'_>>]) -> Vec<(usize, Diagnostic)> {
        let bar = progress(self.articles.len(), "articles", self.stdio);
        let messages = &mut self.stdio.messages;
        let mut unread = |why: String| {
            bar.suspend(|| {
                let _ = writeln!(messages, "context-cards: {why}");
            });
        };
        (self.measured, self.read) = articles::measure(decks, self.articles, &bar, &mut unread);
        let warning = |term: &Measured| {
            let message = term.warning(self.read)?;
            let parts = message.each_ref().map(String::as_str);
            Some((term.file, Diagnostic::of(term.path.clone(), &parts, Severity::Warning)))
        };
        self.measured.iter().filter_map(warning).collect()
    }

    fn ask(&mut self, decks: &[Option<CheckedDeck<'_>>]) -> Vec<(usize, Diagnostic)> {
        let decks = decks.iter().enumerate().filter_map(|(file, deck)| Some((file, deck.as_ref()?)));
        let links: Vec<_> =
            decks.flat_map(|(file, deck)| links_in(deck.json).into_iter().map(move |link| (file, link))).collect();
        let addresses: Vec<&str> = links.iter().map(|(_, link)| link.url.as_str()).collect();
        let limits = Limits {
            request: Duration::from_secs(self.arguments.timeout),
            all: Duration::from_secs(self.arguments.time_limit),
        };
        let answers = online::ask(&addresses, limits, &progress(addresses.len(), "addresses", self.stdio));
        let count = |is: fn(&Answer) -> bool| answers.values().filter(|answer| is(answer)).count();
        let told = [
            (count(|answer| matches!(answer, Answer::Gone(_))), "gone"),
            (count(|answer| matches!(answer, Answer::Failed(_))), "gave no answer that can be used"),
            (count(|answer| *answer == Answer::Refused), "not shown to programs: look at them in a browser"),
            (count(|answer| *answer == Answer::NotAsked), "not asked, for want of time: say more with --time-limit"),
        ];
        let mut sentence = format!("{} addresses", answers.len());
        for (number, what) in told.into_iter().filter(|(number, _)| *number > 0) {
            let _ = write!(sentence, "; {number} {what}");
        }
        let _ = writeln!(self.stdio.messages, "{sentence}");
        let warning = |(file, link): &(usize, crate::check::Link)| {
            let (why, help) = match answers.get(&link.url)? {
                Answer::Gone(why) => (why, "; look for a lasting copy of it, or another source"),
                Answer::Failed(why) => (why, "; try again later, or look at it in a browser"),
                _ => return None,
            };
            let message = [&quote(&link.url), " ", why.as_str(), help];
            Some((*file, Diagnostic::of(link.path.clone(), &message, Severity::Warning)))
        };
        links.iter().filter_map(warning).collect()
    }

    /// What was measured, as results; and whether an article could not be read.
    pub(super) fn finish(self, files: &[DeckFile<'_>]) -> Result<(String, bool), String> {
        let measured = match self.arguments.format {
            _ if self.arguments.articles.is_empty() => String::new(),
            CheckFormat::Json => articles::json(&self.measured, self.read, files)?,
            _ => articles::human(&self.measured, self.read),
        };
        Ok((measured, self.read < self.articles.len()))
    }
}
