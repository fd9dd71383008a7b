//! Collects what is wrong with a deck, each finding with its place and a sentence for the editor who will mend it.

use std::collections::HashMap;
use std::fmt;

use crate::check::json_path::{JsonPath, Path};
use crate::check::suggestion;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where it is; the deck as a whole where it is empty.
    pub path: Path,
    /// What is wrong; reads on from the place.
    pub message: String,
    /// What to do about it, where that is known.
    pub help: Option<String>,
    /// What it costs.
    pub severity: Severity,
    /// What of a field is at fault: its name, or else what it says.
    pub is_of_name: bool,
}

impl Diagnostic {
    /// The message comes in parts; the first that begins with "; " begins the help.
    pub(crate) fn of(path: Path, message: &[&str], severity: Severity) -> Self {
        let help = message.iter().position(|part| part.starts_with(HELP)).unwrap_or(message.len());
        let (message, help) = message.split_at(help);
        let help = (!help.is_empty()).then(|| help.concat().split_off(HELP.len()));
        Self { path, message: message.concat(), help, severity, is_of_name: false }
    }

    /// What is wrong and what to do about it.
    #[must_use]
    pub fn sentence(&self) -> String {
        match &self.help {
            Some(help) => [&self.message, HELP, help].concat(),
            None => self.message.clone(),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.steps().is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.sentence())
    }
}

/// What a finding costs, the most first. All but a warning are faults: `check` fails on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The page leaves the card out, or the deck.
    Malformed,
    /// A statement without a source. The page shows it.
    Unsourced,
    /// A placeholder for words that the editor has yet to write. The page shows it, if it stands where a text may.
    Unfinished,
    /// The page passes over it, and the editor meant something by it: an unknown field, a link to no card.
    Ignored,
    /// Most likely not what was meant.
    Warning,
}

/// From this number of faults on, messages no longer suggest a name: each suggestion compares every name of the deck, so that
/// thousands of them would cost its square, and an editor mends the first faults first.
const MOST_SUGGESTIONS: usize = 100;

/// Parts what is wrong from what to do about it.
const HELP: &str = "; ";

/// Collects findings while a deck is read.
pub(crate) struct Diagnostics {
    all: Vec<Diagnostic>,
    /// How many errors there were; a card that adds to these is left out.
    pub(crate) errors: usize,
    /// By what is missing: the finding that tells of it, and in how many more places it is missed.
    repeated: HashMap<String, (usize, usize)>,
    unknown_fields: Unknown,
}

impl Diagnostics {
    pub(crate) fn new(unknown_fields: Unknown) -> Self {
        Self { all: Vec::new(), errors: 0, repeated: HashMap::new(), unknown_fields }
    }

    /// Adds a fault for which the page leaves the card out.
    pub(crate) fn error(&mut self, place: JsonPath<'_>, message: &[&str]) {
        self.error_at(place.path(), message);
    }

    /// The same by a path that was kept.
    pub(crate) fn error_at(&mut self, path: Path, message: &[&str]) {
        self.errors += 1;
        self.add(path, message, Severity::Malformed);
    }

    /// Counts an error that follows from another one, which is reported where it stands: the card is left out, and nothing is
    /// said of it.
    pub(crate) fn consequence(&mut self) {
        self.errors += 1;
    }

    /// Adds an error for something that is missing; where it is missed again, that is only counted.
    pub(crate) fn missing(&mut self, what: &str, place: JsonPath<'_>, message: &[&str]) {
        if let Some((_, more)) = self.repeated.get_mut(what) {
            *more += 1;
            return self.consequence();
        }
        self.repeated.insert(what.to_owned(), (self.all.len(), 0));
        self.error(place, message);
    }

    /// Adds a fault that the page passes over, unless these are ignored.
    pub(crate) fn lint(&mut self, place: JsonPath<'_>, message: &[&str]) {
        if self.strict() {
            self.add(place.path(), message, Severity::Ignored);
        }
    }

    /// The same for the name of a field.
    pub(crate) fn lint_name(&mut self, place: JsonPath<'_>, message: &[&str]) {
        let before = self.all.len();
        self.lint(place, message);
        self.all[before..].iter_mut().for_each(|found| found.is_of_name = true);
    }

    /// Adds a statement without a source.
    pub(crate) fn unsourced(&mut self, place: JsonPath<'_>, message: &[&str]) {
        self.add(place.path(), message, Severity::Unsourced);
    }

    /// Adds a text that still holds a placeholder.
    pub(crate) fn unfinished(&mut self, place: JsonPath<'_>, message: &[&str]) {
        self.add(place.path(), message, Severity::Unfinished);
    }

    /// Adds a warning.
    pub(crate) fn warn(&mut self, place: JsonPath<'_>, message: &[&str]) {
        self.add(place.path(), message, Severity::Warning);
    }

    fn add(&mut self, path: Path, message: &[&str], severity: Severity) {
        self.all.push(Diagnostic::of(path, message, severity));
    }

    /// The end of a message about an unknown id; empty where no known one is near, or there are many faults already.
    pub(crate) fn did_you_mean<'a>(&self, id: &str, known: impl IntoIterator<Item = &'a str>) -> String {
        if self.all.len() < MOST_SUGGESTIONS { suggestion::did_you_mean(id, known) } else { String::new() }
    }

    pub(crate) fn strict(&self) -> bool {
        self.unknown_fields == Unknown::Fault
    }

    /// All that was found, in the order in which it was.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        for (finding, more) in self.repeated.into_values().filter(|(_, more)| *more > 0) {
            let places = if more == 1 { " more place" } else { " more places" };
            self.all[finding].message += &["; it is cited in ", &more.to_string(), places].concat();
        }
        self.all
    }
}

/// How fields that version 1 does not define are read: for an editor they are slips, for a page perhaps a later version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// Report them, and all else that the page passes over: doubled keys, related cards that are not in the deck.
    Fault,
    /// Pass over all of these, as the page does.
    Ignore,
}
