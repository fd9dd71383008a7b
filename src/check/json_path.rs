//! Where a value stands in a deck: as a JSON path, and in an editor's words.

use std::fmt;

use crate::check::json::{Json, get};
use crate::deck::quote::quote;

/// The path of the value that is being read. Lives on the stack and is kept only where there is something to report.
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

    pub(crate) fn path(&self) -> Path {
        match self {
            Self::Root => Path::default(),
            Self::Key(parent, key) => parent.path().with(Step::Key((*key).to_owned())),
            Self::Index(parent, index) => parent.path().with(Step::Index(*index)),
        }
    }
}

/// A path that is kept; empty for the deck as a whole. Reads as `cards[2].timeline[0].date`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<Step>);

/// One step of a path, down from an object or a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the field of this name.
    Key(String),
    /// To the item at this place, from 0.
    Index(usize),
}

impl Path {
    /// The steps from the deck down.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    fn with(mut self, step: Step) -> Self {
        self.0.push(step);
        self
    }

    /// The place as an editor would say it: `card "cecot", timeline 3, date`. Cards and sources go by their ids in `deck` where
    /// they have one, all else in lists by number, from 1. Empty for the deck as a whole.
    #[must_use]
    pub fn name(&self, deck: &Json) -> String {
        let mut parts = Vec::new();
        let mut steps = self.0.iter().peekable();
        while let Some(step) = steps.next() {
            let part = match (step, steps.peek()) {
                (Step::Key(key), Some(Step::Index(index))) => {
                    let in_deck = parts.is_empty();
                    steps.next();
                    let list = if in_deck { get(deck, key) } else { None };
                    item_name(key, *index, list)
                }
                (Step::Key(key), _) => key_name(key),
                (Step::Index(index), _) => format!("number {}", index + 1),
            };
            parts.push(part);
        }
        parts.join(", ")
    }
}

/// What the card at this place of the deck's list is called: `card "cecot"`, or by number where it has no id.
pub(crate) fn card_name(index: usize, cards: &[Json]) -> String {
    named("card", index, cards.get(index))
}

/// The id of a card or a source, if it has one that can be said.
pub(crate) fn id_of(item: &Json) -> Option<&str> {
    match get(item, "id") {
        Some(Json::String(id)) if !id.trim().is_empty() => Some(id),
        _ => None,
    }
}

fn item_name(key: &str, index: usize, list: Option<&Json>) -> String {
    // What one item of a list is called; of others the list's own name does.
    const SINGULARS: &[(&str, &str)] = &[
        ("cards", "card"),
        ("sources", "source"),
        ("terms", "term"),
        ("forms", "form"),
        ("facts", "fact"),
        ("views", "view"),
        ("points", "point"),
        ("events", "event"),
        ("corrections", "correction"),
        ("outline", "ring"),
    ];
    let singular = SINGULARS.iter().find(|(plural, _)| *plural == key);
    let item = match list {
        Some(Json::Array(items)) => items.get(index),
        _ => None,
    };
    named(singular.map_or(key, |(_, singular)| singular), index, item)
}

fn named(what: &str, index: usize, item: Option<&Json>) -> String {
    match item.and_then(id_of) {
        Some(id) => [what, " ", &quote(id)].concat(),
        None => format!("{what} {}", index + 1),
    }
}

/// A longer name of a field is cut where it is told, as [`quote`] does: no field of a deck has one.
const LONGEST_KEY: usize = 80;

fn key_name(key: &str) -> String {
    if is_plain(key) { key.to_owned() } else { quote(key) }
}

fn is_plain(key: &str) -> bool {
    (1..=LONGEST_KEY).contains(&key.len())
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$')
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Key(key) if !is_plain(key) => write!(f, "[{}]", quote(key))?,
                Step::Key(key) if at == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::JsonPath::{Index, Key, Root};
    use crate::check::json::Json;

    #[test]
    fn a_place_is_told_as_a_path_and_in_words() {
        let deck: Json = serde_json::from_str(r#"{"cards": [{"id": "ai-act"}, {"id": 7}], "sources": [{"id": "ap"}]}"#)
            .expect("JSON");
        let (cards, sources) = (Key(&Root, "cards"), Key(&Root, "sources"));
        let (first, second) = (Index(&cards, 0), Index(&cards, 1));
        let (terms, timeline, map) = (Key(&first, "terms"), Key(&first, "timeline"), Key(&first, "map"));
        let (term, outline, odd) = (Index(&terms, 1), Key(&map, "outline"), Key(&second, "x.y"));
        let (forms, ring) = (Key(&term, "forms"), Index(&outline, 0));
        let cases = [
            (Root, "", ""),
            (Key(&Root, "lang"), "lang", "lang"),
            (first, "cards[0]", "card \"ai-act\""),
            (Index(&timeline, 2), "cards[0].timeline[2]", "card \"ai-act\", timeline 3"),
            (Index(&forms, 0), "cards[0].terms[1].forms[0]", "card \"ai-act\", term 2, form 1"),
            (Index(&ring, 3), "cards[0].map.outline[0][3]", "card \"ai-act\", map, ring 1, number 4"),
            (odd, "cards[1][\"x.y\"]", "card 2, \"x.y\""),
            (Index(&cards, 9), "cards[9]", "card 10"),
            (Index(&sources, 0), "sources[0]", "source \"ap\""),
        ];
        for (place, path, name) in cases {
            let found = place.path();
            assert_eq!((found.to_string().as_str(), found.name(&deck).as_str()), (path, name));
        }
    }
}
