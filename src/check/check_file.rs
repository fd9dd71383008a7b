//! Checks the files of decks: encoding, JSON syntax, deck, sources, what deserves a second look; each finding with its place.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ops::Range;

use crate::check::checked_deck::{CheckedDeck, language};
use crate::check::deck_text::{BYTE_ORDER_MARK, Cursor, text};
use crate::check::diagnostics::{Diagnostic, Severity, Unknown};
use crate::check::json::{Json, get, items};
use crate::check::json_path::{Path, id_of};
use crate::check::positions::Positions;
use crate::check::read_deck::read_deck_among;
use crate::check::warnings;
use crate::check::{syntax_error, unfinished, unsourced};
use crate::deck::Deck;
use crate::deck::date::Date;
use crate::matcher::unicode::NativeUnicode;

/// A file that may hold a deck.
#[derive(Clone, Copy, Debug)]
pub struct DeckFile<'a> {
    /// What a finding in another deck calls it.
    pub name: &'a str,
    /// All of it.
    pub bytes: &'a [u8],
}

/// A finding and where it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The bytes of the file at fault: those of the value; of a misspelt or doubled field, those of its name; of an object that
    /// lacks something, its first brace. Empty, from 0, for the file as a whole.
    pub span: Range<usize>,
    /// The place as an editor would say it, such as `card "cecot", timeline 3`; empty for the file as a whole.
    pub place: String,
    /// What was found.
    pub diagnostic: Diagnostic,
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.line, self.column)?;
        if self.diagnostic.severity == Severity::Warning {
            f.write_str("warning: ")?;
        }
        f.write_str(&self.sentence())
    }
}

impl Located {
    /// The place, what is wrong there and what to do about it.
    #[must_use]
    pub fn sentence(&self) -> String {
        let sentence = self.diagnostic.sentence();
        if self.place.is_empty() { sentence } else { format!("{}: {sentence}", self.place) }
    }
}

/// What an editor is told about a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Faults and warnings, in the order of the file.
    pub findings: Vec<Located>,
}

impl Report {
    /// How many of the findings are faults.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.findings.len() - self.warnings()
    }

    /// How many of them are warnings.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.findings.iter().filter(|finding| finding.diagnostic.severity == Severity::Warning).count()
    }
}

/// Checks decks that one page may use together. Returns a report for each file. `today`: a deck is judged as of that day.
#[must_use]
pub fn check(files: &[DeckFile<'_>], today: Date) -> Vec<Report> {
    check_with(files, today, &mut |_| Vec::new())
}

/// Finds more in the decks that could be read. Returns the findings, each with the place of its deck.
pub(crate) type FindMore<'f> = &'f mut dyn FnMut(&[Option<CheckedDeck<'_>>]) -> Vec<(usize, Diagnostic)>;

/// The same, with what else a caller finds in the decks.
pub(crate) fn check_with(files: &[DeckFile<'_>], today: Date, find_more: FindMore<'_>) -> Vec<Report> {
    let mut checked: Vec<Checked<'_>> = files.iter().map(Checked::read).collect();
    let ids = ids_by_language(&checked);
    for (place, file) in checked.iter_mut().enumerate() {
        file.read_deck(place, &ids, today);
    }
    let decks: Vec<Option<CheckedDeck<'_>>> =
        files.iter().zip(&checked).map(|(file, checked)| checked.deck(file)).collect();
    let mut found: Vec<(usize, Diagnostic)> = warnings::between_decks(&decks, &NativeUnicode)
        .into_iter()
        .enumerate()
        .flat_map(|(place, found)| found.into_iter().map(move |diagnostic| (place, diagnostic)))
        .collect();
    found.extend(find_more(&decks));
    for (place, diagnostic) in found {
        checked[place].diagnostics.push(diagnostic);
    }
    checked.into_iter().map(Checked::report).collect()
}

/// By language, the ids of all cards, each with the places of the decks that have one.
type Ids = HashMap<String, HashMap<String, HashSet<usize>>>;

/// Of decks that are switched off no card can be shown.
fn ids_by_language(checked: &[Checked<'_>]) -> Ids {
    let mut languages = Ids::new();
    for (place, json) in checked.iter().enumerate().filter_map(|(place, file)| Some((place, file.json.as_ref()?))) {
        if matches!(get(json, "enabled"), None | Some(Json::Bool(true))) {
            let ids = languages.entry(language(json)).or_default();
            for id in items(json, "cards").iter().filter_map(id_of) {
                ids.entry(id.to_owned()).or_default().insert(place);
            }
        }
    }
    languages
}

/// A file as far as it could be read.
#[derive(Default)]
struct Checked<'a> {
    text: &'a str,
    json: Option<Json>,
    deck: Option<Deck>,
    diagnostics: Vec<Diagnostic>,
    /// So many bytes of the file stand before its text.
    mark: usize,
    /// What stands at bytes of the text rather than at a value of the deck.
    in_text: Vec<(Range<usize>, Diagnostic)>,
}

impl<'a> Checked<'a> {
    fn read(file: &DeckFile<'a>) -> Self {
        let bytes = file.bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(file.bytes);
        let mut checked = Self { mark: file.bytes.len() - bytes.len(), ..Self::default() };
        match text(bytes) {
            Ok(text) => checked.text = text,
            Err((valid, span, message)) => {
                (checked.text, checked.in_text) = (valid, vec![(span, whole(message, Severity::Malformed))]);
            }
        }
        if checked.in_text.is_empty() {
            // The strict parser says whether the page could read it; another one knows where everything stands.
            match serde_json::from_str(checked.text) {
                Ok(json) => checked.json = Some(json),
                Err(error) => {
                    let (start, message) = syntax_error::explain(checked.text, &error);
                    let length = checked.text[start..].chars().next().map_or(0, char::len_utf8);
                    checked.in_text.push((start..start + length, whole(&message, Severity::Malformed)));
                }
            }
        }
        if let Some(message) = warnings::too_many_bytes(file.bytes.len()) {
            checked.in_text.insert(0, (0..0, whole(&message, Severity::Warning)));
        }
        checked
    }

    /// `place`: that of the file among all; `ids`: those of all decks.
    fn read_deck(&mut self, place: usize, ids: &Ids, today: Date) {
        let Some(json) = &self.json else { return };
        let ids = ids.get(&language(json));
        let others: HashSet<&str> = ids
            .into_iter()
            .flatten()
            .filter(|(_, places)| places.iter().any(|other| *other != place))
            .map(|(id, _)| id.as_str())
            .collect();
        let (deck, mut diagnostics) = read_deck_among(json, Unknown::Fault, &NativeUnicode, &others);
        // What is no deck, or one of another version, says nothing that could be judged.
        if deck.is_some() {
            diagnostics.extend(unsourced::unsourced(json));
            diagnostics.extend(unfinished::unfinished(json));
            diagnostics.extend(warnings::in_deck(json, today));
        }
        (self.deck, self.diagnostics) = (deck, diagnostics);
    }

    fn deck<'b>(&'b self, file: &DeckFile<'b>) -> Option<CheckedDeck<'b>> {
        Some(CheckedDeck { file: *file, json: self.json.as_ref()?, deck: self.deck.as_ref()? })
    }

    fn report(self) -> Report {
        let in_text =
            self.in_text.into_iter().map(|(span, diagnostic)| ((span.start, span), String::new(), diagnostic));
        let mut findings: Vec<((usize, Range<usize>), String, Diagnostic)> = in_text.collect();
        if let Some(json) = &self.json {
            let positions = Positions::of(self.text);
            findings.extend(self.diagnostics.into_iter().map(|diagnostic| {
                let place = positions.find(&diagnostic.path, diagnostic.is_of_name);
                (place, diagnostic.path.name(json), diagnostic)
            }));
        }
        findings.sort_by_key(|((start, _), ..)| *start);
        let mut cursor = Cursor::new(self.text);
        let locate = |((start, span), place, diagnostic): ((usize, Range<usize>), _, _)| {
            cursor.go_to(start);
            let span = if span == (0..0) { span } else { span.start + self.mark..span.end + self.mark };
            Located { line: cursor.line, column: cursor.column, span, place, diagnostic }
        };
        Report { findings: findings.into_iter().map(locate).collect() }
    }
}

/// A finding about the file as a whole.
fn whole(message: &str, severity: Severity) -> Diagnostic {
    let (message, help) = message.split_at(message.find("; ").unwrap_or(message.len()));
    Diagnostic::of(Path::default(), &[message, help], severity)
}
