//! What a baked article says to machines: its cards as a `DefinedTermSet` of schema.org.
//!
//! A `DefinedTerm` has no dates, corrections or sources; what is said about it has: a `CreativeWork`, its `subjectOf`.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::cards::{Cards, Needed};
use super::deck_json::script_json;
use super::marks::fragment;
use crate::deck::date::Date;
use crate::deck::{Card, Source, markup};

/// The terms as JSON-LD for a script element. It begins with `@context` and `@type`.
pub(super) fn linked_data(cards: &Cards, needed: &Needed<'_>, prefix: &str) -> String {
    let mut json = String::from("{\"@context\":\"https://schema.org\",\"@type\":\"DefinedTermSet\"");
    if let Some(newest) = needed.cards.iter().map(|card| card.updated).max_by_key(Date::last_day) {
        let _ = write!(json, ",\"dateModified\":\"{newest}\"");
    }
    json.push_str(",\"hasDefinedTerm\":[");
    for (index, (number, card)) in needed.numbers.iter().zip(&needed.cards).enumerate() {
        let term = cards.term(*number, || script_json(&term(card, prefix)));
        json.extend([if index == 0 { "" } else { "," }, term]);
    }
    json + "]}"
}

fn term(card: &Card, prefix: &str) -> Value {
    let address = format!("#{}", fragment(&[prefix, &card.id].concat()));
    let mut about = Map::new();
    about.insert("@type".to_owned(), "CreativeWork".into());
    about.insert("dateModified".to_owned(), card.updated.to_string().into());
    if let Some(author) = &card.author {
        about.insert("creditText".to_owned(), author.as_str().into());
    }
    if !card.lang.is_empty() {
        about.insert("inLanguage".to_owned(), card.lang.as_str().into());
    }
    if !card.corrections.is_empty() {
        let correction = |text: &str, date: Date| json!({ "@type": "CorrectionComment", "text": text, "datePublished": date.to_string() });
        let corrections = card.corrections.iter().map(|made| correction(&made.text, made.date));
        about.insert("correction".to_owned(), corrections.collect());
    }
    if !card.sources.is_empty() {
        about.insert("citation".to_owned(), card.sources.iter().map(citation).collect());
    }
    json!({
        "@type": "DefinedTerm",
        "@id": address,
        "url": address,
        "termCode": card.id,
        "name": card.title,
        "description": markup::plain(&card.summary),
        "subjectOf": about,
    })
}

fn citation(source: &Source) -> Value {
    let mut citation = json!({
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.url,
        "publisher": { "@type": "Organization", "name": source.publisher },
    });
    if let Some(date) = source.date {
        citation["datePublished"] = date.to_string().into();
    }
    if let Some(archived) = &source.archived {
        citation["archivedAt"] = archived.as_str().into();
    }
    citation
}
