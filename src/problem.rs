//! What is wrong with a deck, and where? Every fault with its JSON path, in words for the editor who will mend it.

use std::fmt;

use crate::deck::Unknown;
use crate::ids::Ids;

/// One fault of a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Such as `cards[2].timeline[0].date`; empty where it is the deck as a whole.
    pub path: String,
    /// What is wrong and what to write instead; reads on from the path.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

/// Where in the deck the reading stands. Lives on the stack and becomes a path only where there is a fault.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    Root,
    Key(&'a Place<'a>, &'a str),
    Index(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
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

/// With so many faults, what was meant is no longer searched for: each search reads every name of the deck, so that thousands of
/// them cost the square of it, and an editor mends the first ones first.
const HINTS: usize = 100;

/// Collects faults while a deck is read.
pub(crate) struct Faults {
    pub(crate) problems: Vec<Problem>,
    /// How many of the problems cost the reader something; a card that adds to them is left out.
    pub(crate) grave: usize,
    unknown_fields: Unknown,
}

impl Faults {
    pub(crate) fn new(unknown_fields: Unknown) -> Self {
        Self { problems: Vec::new(), grave: 0, unknown_fields }
    }

    /// What is here cannot be shown.
    pub(crate) fn add(&mut self, place: Place<'_>, message: &[&str]) {
        self.grave += 1;
        self.problems.push(Problem { path: place.path(), message: message.concat() });
    }

    /// An editor's slip that costs the reader nothing: only `check` reports it.
    pub(crate) fn slip(&mut self, place: Place<'_>, message: &[&str]) {
        if self.strict() {
            self.problems.push(Problem { path: place.path(), message: message.concat() });
        }
    }

    /// The end of a message about a name that leads nowhere, while there are few of them.
    pub(crate) fn did_you_mean(&self, word: &str, known: &Ids) -> String {
        if self.problems.len() < HINTS { did_you_mean(word, &known.known()) } else { String::new() }
    }

    pub(crate) fn strict(&self) -> bool {
        // In the page nobody asks for slips, and the code that finds them need not be there.
        !cfg!(target_arch = "wasm32") && self.unknown_fields == Unknown::Fault
    }
}

/// A deck's own words in a message: in quotes, on one line, cut where they get long.
pub(crate) fn quote(text: &str) -> String {
    // Long enough for any id, date or common address; a message stays readable in a terminal.
    const LONGEST: usize = 80;
    let mut quoted = String::from("\"");
    for (count, c) in text.chars().enumerate() {
        if count == LONGEST {
            quoted.push('…');
            break;
        }
        quoted.push(if c.is_control() { ' ' } else { c });
    }
    quoted.push('"');
    quoted
}

/// The one of the known words that was probably meant: equal but for case and separators, or two typing errors away.
pub(crate) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let plain = |word: &str| -> Vec<u8> {
        word.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase()).collect()
    };
    let word = plain(word);
    let (distance, nearest) =
        known.iter().map(|known| (distance(&word, &plain(known)), *known)).min_by_key(|near| near.0)?;
    // Of a short word, two wrong letters leave too little: `url` is not `who`.
    let allowed = if word.len() < 4 { 1 } else { 2 };
    (distance <= allowed && distance < nearest.len()).then_some(nearest)
}

/// The end of a message about a name that leads nowhere.
pub(crate) fn did_you_mean(word: &str, known: &[&str]) -> String {
    nearest(word, known).map(|meant| ["; did you mean ", &quote(meant), "?"].concat()).unwrap_or_default()
}

/// How many letters must be put in, taken out or replaced to get from one word to the other.
fn distance(from: &[u8], to: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}
