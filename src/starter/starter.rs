//! Builds a starter deck: valid but for its placeholders, each of which says what the editor has to write there.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::parts::Parts;
use crate::check::common_words::CommonWords;
use crate::deck::Kind;
use crate::deck::date::Date;
use crate::deck::placeholder::placeholder;

/// The id of the deck's one source.
const SOURCE: &str = "source-1";

/// What a starter deck says of itself: the file with its schema, as `schema` writes it.
const SCHEMA: &str = "deck.schema.json";

/// What a starter deck is made of.
#[derive(Clone, Debug)]
pub struct Starter<'a> {
    /// The language the editor will write in, a BCP 47 tag.
    pub lang: &'a str,
    /// The deck's own name; a placeholder where there is none.
    pub title: Option<&'a str>,
    /// The day from which its cards are.
    pub today: Date,
    /// Its cards.
    pub cards: Vec<StarterCard>,
}

/// What is known of a card that is yet to be written.
#[derive(Clone, Debug, Default)]
pub struct StarterCard {
    /// What it is about; the editor's choice where that is not known.
    pub kind: Option<Kind>,
    /// Its title, which its id is made of; a placeholder where there is none.
    pub title: Option<String>,
    /// The words that lead to it; where there are none its title, in English without an article before it.
    pub terms: Vec<String>,
    /// A sentence in which an article mentions it, for the editor to read.
    pub sentence: Option<String>,
}

impl Starter<'_> {
    /// The deck, as JSON.
    #[must_use]
    pub fn deck(&self) -> Value {
        let mut ids = HashSet::new();
        let cards: Vec<Value> = self.cards.iter().map(|card| self.card(card, unused_id(card, &mut ids))).collect();
        json!({
            "$schema": SCHEMA,
            "version": 1,
            "lang": self.lang,
            "title": self.title.map_or_else(|| placeholder("what the deck is about, for editors"), str::to_owned),
            "cards": cards,
            "sources": [{
                "id": SOURCE,
                "title": placeholder("the headline or title of what you read"),
                "publisher": placeholder("who published it"),
                "url": placeholder("its address, which begins with https://"),
            }],
        })
    }

    fn card(&self, card: &StarterCard, id: String) -> Value {
        let parts = Parts::of(card.kind);
        let terms = if card.terms.is_empty() {
            // Another one for each card, so that no two claim the same words.
            let what = || placeholder(&["the words in articles that lead to ", &id].concat());
            vec![card.title.as_deref().map_or_else(what, |title| self.term(title).to_owned())]
        } else {
            card.terms.clone()
        };
        let kinds = || placeholder(&["one of ", &Kind::ALL.map(Kind::as_str).join(", ")].concat());
        let today = self.today.to_string();
        let mut fields = Map::new();
        let mut set = |key: &str, value: Value| fields.insert(key.to_owned(), value);
        set("id", id.into());
        set("kind", card.kind.map_or_else(kinds, |kind| kind.as_str().to_owned()).into());
        set("title", card.title.clone().unwrap_or_else(|| placeholder("its name, as your readers know it")).into());
        set("terms", terms.into());
        set("summary", [placeholder(&summary(card)), ["[^", SOURCE, "]"].concat()].concat().into());
        if parts.status {
            set("status", json!({ "text": placeholder("how things stand now"), "asOf": today, "sources": [SOURCE] }));
        }
        if !parts.facts.is_empty() {
            let facts = parts.facts.iter().map(
                |(label, what)| json!({ "label": self.label(label), "value": placeholder(what), "sources": [SOURCE] }),
            );
            set("facts", facts.collect());
        }
        if let Some(what) = parts.timeline {
            let date = placeholder("the date, as in 2025, 2025-03 or 2025-03-15");
            set("timeline", json!([{ "date": date, "text": placeholder(what), "sources": [SOURCE] }]));
        }
        if parts.views {
            let views = ["one side", "the other side"].map(|who| {
                let says = placeholder("what they say about it, attributed to them");
                json!({ "who": placeholder(&["who speaks for ", who].concat()), "says": says, "sources": [SOURCE] })
            });
            set("views", views.to_vec().into());
        }
        set("updated", today.into());
        Value::Object(fields)
    }

    fn is_english(&self) -> bool {
        self.lang.split('-').next().unwrap_or_default().eq_ignore_ascii_case("en")
    }

    /// The words of a title that articles have: a sentence writes “the Bitcoin policy”, or “a Bitcoin policy”, for “The Bitcoin policy”.
    /// Where the rest is a common word alone (“The Who”), the article is what tells it apart.
    fn term<'t>(&self, title: &'t str) -> &'t str {
        let without = title.split_once(' ').and_then(|(article, rest)| {
            let is_article = ["the", "a", "an"].iter().any(|known| article.eq_ignore_ascii_case(known));
            let rest = rest.trim_start();
            let is_name = rest.starts_with(char::is_alphabetic) && !is_common(rest);
            (self.is_english() && is_article && is_name).then_some(rest)
        });
        without.unwrap_or(title)
    }

    /// A fact's label: as it is in an English deck; in another language it is the editor's to write.
    fn label(&self, label: &str) -> String {
        if self.is_english() { label.to_owned() } else { placeholder(&["a label such as “", label, "”"].concat()) }
    }
}

fn is_common(words: &str) -> bool {
    CommonWords::of("en").is_some_and(|common| common.contains(&words.to_lowercase()))
}

/// What the placeholder of a summary asks for.
fn summary(card: &StarterCard) -> String {
    let what = "what it is, in two or three sentences";
    match &card.sentence {
        // A bracket would end the placeholder.
        Some(sentence) => [what, "; an article says: “", &sentence.replace(['[', ']'], ""), "”"].concat(),
        None => what.to_owned(),
    }
}

/// An id that no card before has: made of the card's title, or of its kind and a number.
fn unused_id(card: &StarterCard, ids: &mut HashSet<String>) -> String {
    let name = card.title.as_deref().map(slug).filter(|slug| !slug.is_empty());
    let base = name.clone().unwrap_or_else(|| card.kind.map_or("card", Kind::as_str).to_owned());
    let numbered = (1..).map(|number| format!("{base}-{number}"));
    let mut candidates = name.into_iter().chain(numbered);
    // One of them is new: there are more numbers than cards.
    candidates.find(|id| ids.insert(id.clone())).unwrap_or(base)
}

/// The letters and digits of a title in lower case, with hyphens between its words.
fn slug(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
