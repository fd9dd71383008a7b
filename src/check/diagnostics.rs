//! Collects the faults of a deck, each with its JSON path and a sentence for the editor who will mend it.

use std::fmt;

use crate::check::suggestion;
use crate::deck::quote::quote;

/// One fault of a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Such as `cards[2].timeline[0].date`; empty where it is the deck as a whole.
    pub path: String,
    /// What is wrong and what to write instead; reads on from the path.
    pub message: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

/// The path of the value that is being read. Lives on the stack and becomes a string only where there is a fault.
#[derive(Clone, Copy)]
pub(crate) enum JsonPath<'a> {
    Root,
    Key(&'a JsonPath<'a>, &'a str),
    Index(&'a JsonPath<'a>, usize),
}

impl<'a> JsonPath<'a> {
    pub(crate) fn key(&'a self, key: &'a str) -> Self {
        Self::Key(self, key)
    }

    pub(crate) fn index(&'a self, index: usize) -> Self {
        Self::Index(self, index)
    }

    pub(crate) fn path(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Key(parent, key) => key_path(parent.path(), key),
            Self::Index(parent, index) => index_path(parent.path(), *index),
        }
    }
}

/// The path of a field of the object at `parent`.
pub(crate) fn key_path(mut parent: String, key: &str) -> String {
    let is_name =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$');
    if is_name {
        if !parent.is_empty() {
            parent.push('.');
        }
        parent.push_str(key);
    } else {
        parent.push('[');
        parent.push_str(&quote(key));
        parent.push(']');
    }
    parent
}

/// The path of an item of the list at `parent`.
pub(crate) fn index_path(mut parent: String, index: usize) -> String {
    parent.push('[');
    parent.push_str(&index.to_string());
    parent.push(']');
    parent
}

/// From this number of faults on, messages no longer suggest a name: each suggestion compares every name of the deck, so that
/// thousands of them would cost its square, and an editor mends the first faults first.
const MOST_SUGGESTIONS: usize = 100;

/// Collects faults while a deck is read.
pub(crate) struct Diagnostics {
    pub(crate) all: Vec<Diagnostic>,
    /// How many of them are errors; a card that adds to these is left out.
    pub(crate) errors: usize,
    unknown_fields: Unknown,
}

impl Diagnostics {
    pub(crate) fn new(unknown_fields: Unknown) -> Self {
        Self { all: Vec::new(), errors: 0, unknown_fields }
    }

    /// Adds a fault for which the page leaves the card out.
    pub(crate) fn error(&mut self, place: JsonPath<'_>, message: &[&str]) {
        self.error_at(place.path(), message);
    }

    /// The same by a path that was kept.
    pub(crate) fn error_at(&mut self, path: String, message: &[&str]) {
        self.errors += 1;
        self.all.push(Diagnostic { path, message: message.concat() });
    }

    /// Adds a fault that the page passes over, unless these are ignored.
    pub(crate) fn lint(&mut self, place: JsonPath<'_>, message: &[&str]) {
        if self.strict() {
            self.all.push(Diagnostic { path: place.path(), message: message.concat() });
        }
    }

    /// The end of a message about an unknown id; empty where no known one is near, or there are many faults already.
    pub(crate) fn did_you_mean<'a>(&self, id: &str, known: impl IntoIterator<Item = &'a str>) -> String {
        if self.all.len() < MOST_SUGGESTIONS { suggestion::did_you_mean(id, known) } else { String::new() }
    }

    pub(crate) fn strict(&self) -> bool {
        self.unknown_fields == Unknown::Fault
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
