//! What do the stories' own pages tell of? A short article and a small deck, so that a story does not hang on the demo's words.

use serde_json::{Value, json};

/// Two paragraphs that name every card, the first of them twice, and a link that must stay one.
pub const ARTICLE: &str = "<h1>A prison, a court, a coin: CECOT</h1>\n\
    <p>The prison known as CECOT stands in a valley. A federal court order spoke of the people held in it, \
    while the Bitcoin policy was cut back.</p>\n\
    <p>Long before, <em>CECOT</em> had been praised, and <a href=\"#elsewhere\">CECOT in a link</a> led elsewhere. \
    Nobody asked what the Bitcoin policy had cost, for the coin was young and the court had other cases.</p>\n\
    <p>The last paragraph names nothing at all, and is only there to be swept across on the way to the end of the page.</p>";

/// Three cards: `cecot`, `court-order`, `bitcoin-policy`, each with a fact, a view and two sources; the first leads to the second.
pub fn deck() -> Value {
    deck_of(&[
        card("cecot", "CECOT", "CECOT"),
        card("court-order", "The court order", "federal court order"),
        card("bitcoin-policy", "The Bitcoin policy", "Bitcoin policy"),
    ])
}

/// A deck with these cards and the sources they cite.
pub fn deck_of(cards: &[Value]) -> Value {
    json!({
        "version": 1, "lang": "en", "title": "A sample", "cards": cards,
        "sources": [
            {"id": "report", "title": "A report", "publisher": "An institute", "url": "https://example.org/report", "date": "2025-03-15"},
            {"id": "ruling", "title": "A ruling", "publisher": "A court", "url": "https://example.org/ruling", "date": "2025-12"},
        ],
    })
}

/// A card that uses the usual parts of the format, related to the other cards of [`deck`] but itself.
pub fn card(id: &str, title: &str, term: &str) -> Value {
    let others =
        ["cecot", "court-order", "bitcoin-policy"].into_iter().filter(|other| *other != id).collect::<Vec<_>>();
    json!({
        "id": id, "kind": "concept", "title": title, "subtitle": "A subtitle", "terms": [term],
        "summary": format!("What {title} is, in one *plain* sentence that a reader takes in at a glance.[^report]"),
        "facts": [{"label": "Opened", "value": "31 January 2023", "sources": ["report"]}],
        "timeline": [{"date": "2025-12", "text": "A ruling was made.[^ruling]", "sources": ["ruling"]}],
        "views": [{"who": "A government", "says": "That all was well.", "sources": ["ruling"]}],
        "related": others, "updated": "2026-02-12", "corrections": [],
    })
}

/// A card that stands alone: for decks that hold no other.
pub fn lone_card(id: &str, title: &str, term: &str) -> Value {
    let mut card = card(id, title, term);
    card["related"] = json!([]);
    card
}

/// A deck like [`deck`] whose card `cecot` has everything that a card can have but a picture, and is past its review.
pub fn full_deck() -> Value {
    let mut deck = deck();
    let card = &mut deck["cards"][0];
    card["summary"] = json!(
        "A **large** prison in a *valley*, which [a report](https://example.org/read) describes.[^report][^ruling]"
    );
    card["facts"] = json!([
        {"label": "Opened", "value": "31 January 2023", "sources": ["report"]},
        {"label": "People held there", "value": "14,532, by a confirmed count", "asOf": "2024-06", "sources": ["report", "ruling"]},
    ]);
    card["timeline"] = json!([
        {"date": "2023-01-31", "text": "The prison opens.", "sources": ["report"]},
        {"date": "2025-12", "text": "A *ruling* is made.[^ruling]", "sources": []},
        {"date": "2026-01-15", "text": "The ruling is appealed.", "sources": ["ruling"]},
    ]);
    card["views"] = json!([
        {"who": "A government", "says": "That all was well.", "sources": ["ruling"]},
        {"who": "A group of lawyers", "says": "That it was **not**.", "sources": ["report"]},
    ]);
    card["figure"] = json!({"kind": "line", "title": "Homicides", "unit": "per 100,000 people", "sources": ["report"],
        "points": [{"x": "2015", "y": 106.3}, {"x": "2019", "y": 38}, {"x": "2021", "y": 18.1}, {"x": "2024", "y": 1.9}]});
    card["corrections"] = json!([{"date": "2026-02-01", "text": "The count was given for the wrong month."}]);
    card["author"] = json!("The desk");
    card["reviewBy"] = json!("2026-03-01");
    deck["sources"][0]["archived"] = json!("https://archive.example.org/report");
    deck
}
