//! Attack strings, and decks that carry each of them in every field. For tests without and with a browser.

use serde_json::{Map, Value, json};

/// The strings by subject, each under a name that says what it tries. `{elsewhere}` stands for a site that must not be asked for anything;
/// what runs calls `attacked()`.
const FILES: &[&str] = &[
    include_str!("scripts.json"),
    include_str!("attributes.json"),
    include_str!("addresses.json"),
    include_str!("drawings.json"),
    include_str!("templates.json"),
    include_str!("characters.json"),
    include_str!("names.json"),
];

/// An attack string.
pub struct Attack {
    /// What it tries.
    #[allow(dead_code, reason = "read where one string is tried after the other")]
    pub name: String,
    pub text: String,
}

/// All of them. `elsewhere`: host and port of the other site.
pub fn attacks(elsewhere: &str) -> Vec<Attack> {
    FILES
        .iter()
        .flat_map(|file| serde_json::from_str::<Map<String, Value>>(file).expect("an object of texts"))
        .map(|(name, text)| Attack { name, text: text.as_str().expect("a text").replace("{elsewhere}", elsewhere) })
        .collect()
}

/// The fields that each string goes through, by the card of [`cards`] that holds it there.
pub const FIELDS: &[(&str, &[&str])] = &[
    (
        "words",
        &[
            "title",
            "subtitle",
            "summary",
            "status.text",
            "facts.label",
            "facts.value",
            "timeline.text",
            "views.who",
            "views.says",
            "figure.title",
            "figure.unit",
            "figure.points.x",
            "figure.events.label",
            "map.points.label",
            "image.alt",
            "image.credit",
            "image.license",
            "author",
            "corrections.text",
            "sources.title",
            "sources.publisher",
            "sources.quote",
        ],
    ),
    // As `words`, but where the string stands in no inline form, in which it may be a fault.
    ("plain", &["views.reason", "figure.events.x"]),
    ("name", &["id", "terms", "related", "a field's name"]),
    ("term", &["terms.text", "terms.forms", "terms.near"]),
    ("link", &["summary, address of a link"]),
    ("label", &["summary, words of a link"]),
    ("cite", &["summary, citation", "facts.sources"]),
    ("src", &["image.src"]),
    ("url", &["sources.url"]),
    ("archived", &["sources.archived"]),
    ("source", &["sources.id"]),
    ("lang", &["sources.lang"]),
    ("kind", &["kind", "figure.kind", "terms.case"]),
    ("date", &["updated", "reviewBy", "status.asOf", "timeline.date", "sources.date", "sources.accessed"]),
    ("number", &["figure.points.y", "map.outline", "image.focus.x"]),
];

/// Cards with one string in the fields of [`FIELDS`], one for each row of it, and the sources that they cite. `nth`: the string's number. The
/// card's id is the row's name with the number, but for `name`, whose id is the string.
pub fn cards(text: &str, nth: usize) -> (Vec<Value>, Vec<Value>) {
    let id = |what: &str| format!("{what}-{nth}");
    let source = |what: &str, key: &str| {
        let mut source = json!({"id": id(what), "title": "T", "publisher": "P", "url": "https://a.example/"});
        source[key] = json!(text);
        source
    };
    let mut sources: Vec<Value> = [("url", "url"), ("archived", "archived"), ("source", "id"), ("lang", "lang")]
        .map(|(what, key)| source(what, key))
        .into();
    sources
        .push(json!({"id": id("words"), "title": text, "publisher": text, "url": "https://a.example/", "quote": text}));
    let plain = |what: &str| json!({"id": id(what), "kind": "concept", "title": "T", "terms": [], "summary": "Words.", "updated": "2026-02-12"});
    let with = |what: &str, changes: Value| {
        let mut card = plain(what);
        for (key, value) in changes.as_object().expect("an object") {
            card[key] = value.clone();
        }
        card
    };
    let full = |what: &str, inline: &str| {
        let x = json!([{"x": text, "y": 1}, {"x": "b", "y": 2}]);
        with(
            what,
            json!({
                "terms": [format!("attack{what}{nth}")], "title": text, "subtitle": text, "summary": inline, "author": text,
                "status": {"text": inline, "asOf": "2026", "sources": [id("words")]},
                "facts": [{"label": text, "value": text, "sources": [id("words")]}, {"label": text, "value": text}, {"label": text, "value": text}],
                "timeline": [{"date": "2026", "text": inline}],
                "views": [{"who": text, "says": inline}, {"who": text, "reason": text}],
                "figure": {"kind": (if nth.is_multiple_of(2) { "bar" } else { "line" }), "title": text, "unit": text, "points": x,
                    "events": [{"x": text, "label": text}]},
                "map": {"outline": [[1, 1, 2, 2, 3, 1]], "points": [{"lon": 1, "lat": 1, "label": text}]},
                "image": {"src": "/dot.svg", "alt": text, "credit": text, "license": text},
                "corrections": [{"date": "2026", "text": text}],
            }),
        )
    };
    let mut name = with("name", json!({"id": text, "terms": [text], "related": [text, "words-0"]}));
    name[text] = json!(text);
    let cards = vec![
        full("words", text),
        full("plain", "Words."),
        name,
        with(
            "term",
            json!({"terms": [{"text": format!("{text} term{nth}"), "forms": [format!("{text} form{nth}")], "near": [text]}]}),
        ),
        with("link", json!({"summary": format!("[words]({text})")})),
        with("label", json!({"summary": format!("[{text}](https://a.example/)")})),
        with(
            "cite",
            json!({"summary": format!("Words.[^{text}]"), "facts": [{"label": "L", "value": "V", "sources": [text]}]}),
        ),
        with("src", json!({"image": {"src": text, "alt": "A", "credit": "C", "license": "L"}})),
        with("url", json!({"summary": format!("Words.[^{}]", id("url"))})),
        with("archived", json!({"summary": format!("Words.[^{}]", id("archived"))})),
        with("source", json!({"facts": [{"label": "L", "value": "V", "sources": [text]}]})),
        with("lang", json!({"summary": format!("Words.[^{}]", id("lang"))})),
        with("kind", json!({"kind": text, "terms": [{"text": "x", "case": text}], "figure": {"kind": text}})),
        with(
            "date",
            json!({"updated": text, "reviewBy": text, "status": {"text": "S", "asOf": text}, "timeline": [{"date": text, "text": "T"}]}),
        ),
        with(
            "number",
            json!({"map": {"outline": [[text, 1, 2, 2, 3, 1]], "points": [{"lon": text, "lat": 1, "label": "L"}]},
            "image": {"src": "/dot.svg", "alt": "A", "credit": "C", "license": "L", "focus": {"x": text, "y": 0}}}),
        ),
    ];
    (cards, sources)
}

/// A deck with every string in every field.
pub fn deck(attacks: &[Attack]) -> Value {
    let (mut all_cards, mut all_sources) = (Vec::new(), Vec::new());
    for (nth, attack) in attacks.iter().enumerate() {
        let (cards, sources) = cards(&attack.text, nth);
        all_cards.extend(cards);
        all_sources.extend(sources);
    }
    json!({"version": 1, "lang": "en", "title": "Attacks", "cards": all_cards, "sources": all_sources})
}
