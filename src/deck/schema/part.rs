//! What a card of a deck's file states: status, facts, timeline, views, corrections.
#![allow(dead_code, reason = "described, never held")]

use schemars::JsonSchema;
use serde_json::{Value, json};

use super::text::{Date, InlineText, OptionalDate, Sourced, Text};

/// How things stand, on a day.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Status {
    /// How they stand, with inline forms.
    text: InlineText,
    /// When it was so.
    as_of: Date,
    /// Ids of the sources that say so.
    sources: Option<Vec<Text>>,
    /// It needs no source.
    sourced: Option<Sourced>,
}

/// A fact with its label.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Fact {
    /// What is counted or named. Plain text.
    label: Text,
    /// The number or name itself. Plain text.
    value: Text,
    /// When it was so.
    as_of: Option<OptionalDate>,
    /// Ids of the sources that say so.
    sources: Option<Vec<Text>>,
    /// It needs no source.
    sourced: Option<Sourced>,
}

/// One step of the story.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Entry {
    /// When it happened.
    date: Date,
    /// What happened, with inline forms.
    text: InlineText,
    /// Ids of the sources that say so.
    sources: Option<Vec<Text>>,
    /// It needs no source.
    sourced: Option<Sourced>,
}

/// A claim and who makes it, or why there is none to be told: one of `says` and `reason`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("anyOf" = [
    { "required": ["says"], "properties": { "says": words(), "reason": blank() } },
    { "required": ["reason"], "properties": { "says": blank(), "reason": words() } },
]))]
pub(super) struct View {
    /// Whose view it is. Plain text.
    who: Text,
    /// When they said it.
    date: Option<OptionalDate>,
    /// What they claim, with inline forms; null where there is nothing to tell.
    says: Option<String>,
    /// Why there is nothing to tell, such as "No answer found in our sources". Plain text.
    reason: Option<String>,
    /// Ids of the sources that say so.
    sources: Option<Vec<Text>>,
    /// It needs no source.
    sourced: Option<Sourced>,
}

/// What was wrong in an earlier state of the card.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Correction {
    /// When it was put right.
    date: Date,
    /// What was wrong. Plain text.
    text: Text,
}

fn words() -> Value {
    json!({ "type": "string", "pattern": r"\S" })
}

/// Counts as missing.
fn blank() -> Value {
    json!({ "type": ["string", "null"], "pattern": r"^\s*$" })
}
