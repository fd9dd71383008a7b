//! A deck's file: the deck, its cards and sources.
#![allow(dead_code, reason = "described, never held")]

use schemars::JsonSchema;
use serde_json::Value;

use super::illustration::{Figure, Image, Map};
use super::part::{Correction, Entry, Fact, Status, View};
use super::text::{
    Address, Date, Id, InlineText, Language, OptionalAddress, OptionalDate, OptionalLanguage, Sourced, TermText, Text,
};
use crate::deck::{Case, Kind};

/// A deck of context cards, version 1: cards, and the sources they cite.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Deck {
    /// Where this schema is, for editing programs.
    #[schemars(rename = "$schema")]
    schema: Option<Value>,
    /// The version of the format: 1.
    #[schemars(extend("const" = 1), with = "f64")]
    version: f64,
    /// Language of the deck's words, a BCP 47 tag such as en or es-SV.
    lang: Language,
    /// The deck's name, for editors; not shown.
    title: Text,
    /// The cards.
    cards: Vec<Card>,
    /// The sources that cards cite; may be empty.
    sources: Vec<Source>,
    /// false turns all marks of the deck off.
    enabled: Option<bool>,
}

/// The background of one subject.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Card {
    /// Unique in the deck; without white space or square brackets.
    id: Id,
    /// What the subject is.
    kind: Kind,
    /// The subject's name. Plain text.
    title: Text,
    /// A second, shorter line under the title. Plain text.
    subtitle: Option<String>,
    /// The words to find in an article; empty for a card that is only placed by hand.
    terms: Vec<Term>,
    /// What it is, in a few sentences that cite a source: [^source-id].
    summary: InlineText,
    /// The summary needs no citation.
    sourced: Option<Sourced>,
    /// How things stand with it, on a day.
    status: Option<Status>,
    /// Single facts, each with a label.
    facts: Option<Vec<Fact>>,
    /// How it came to be, earliest first.
    timeline: Option<Vec<Entry>>,
    /// Who says what about it, or did not answer. Two or more.
    views: Option<Vec<View>>,
    /// Numbers as a chart.
    figure: Option<Figure>,
    /// Where it is. `context-cards locate` makes the outline of a country.
    map: Option<Map>,
    /// A picture.
    image: Option<Image>,
    /// Ids of other cards.
    related: Option<Vec<Text>>,
    /// When the card was last changed: 2025, 2025-03 or 2025-03-15.
    updated: Date,
    /// By when to look at the card again; not before `updated`.
    review_by: Option<OptionalDate>,
    /// Who wrote it. Plain text.
    author: Option<String>,
    /// What was wrong before, for everyone to see.
    corrections: Option<Vec<Correction>>,
}

/// Words to find in an article.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Term {
    /// As it is written; with a capital letter only so, else in any case.
    Text(TermText),
    /// With the conditions under which it counts.
    Conditional(ConditionalTerm),
}

/// Words to find in an article, and the conditions under which they count.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct ConditionalTerm {
    /// As it is written; at least one letter or digit.
    text: TermText,
    /// Other ways it is written: plural, inflected, a possessive that is to be marked whole.
    forms: Option<Vec<TermText>>,
    /// Whether capitals count. smart, the default: with a capital letter only as written, else in any case.
    case: Option<Case>,
    /// It counts only where one of these words stands in the same paragraph.
    near: Option<Vec<TermText>>,
}

/// Where something was read.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Source {
    /// Unique among the sources; without white space or square brackets.
    id: Id,
    /// The name of the piece. Plain text.
    title: Text,
    /// Who published it. Plain text.
    publisher: Text,
    /// Where it is: http or https.
    url: Address,
    /// When it was published.
    date: Option<OptionalDate>,
    /// Address of a lasting copy: http or https.
    archived: Option<OptionalAddress>,
    /// The passage that says it, in its own words. Plain text.
    quote: Option<String>,
    /// When it was last read there.
    accessed: Option<OptionalDate>,
    /// Language of the source's words, a BCP 47 tag.
    lang: Option<OptionalLanguage>,
}
