//! Reads an entry of `cards` field by field; a fault in any of them refuses the card.

use js_sys::RegExp;
use wasm_bindgen::JsValue;

use super::card_reader::{CardReader, FindSource};
use super::read_figure::read_figure;
use super::read_map::read_map;
use crate::deck::freshness::is_after;
use crate::deck::language;
use crate::deck::limits::Range;
use crate::deck::url;
use crate::deck::{Card, Correction, Entry, Fact, Image, Kind, Says, Status, View};
use crate::dom::dispatch::Problem;
use crate::dom::raw_deck::Raw;

/// Reads a card, without its terms, which only the finder looks for; that they are good is asked here too. `path`: where it
/// stands; `lang`: its deck's language.
pub fn read_card(raw: JsValue, path: String, lang: &str, find: FindSource<'_>) -> Result<Card, Problem> {
    let mut reader = CardReader::new(path, find);
    let raw = reader.object(raw);
    let id = reader.id(&raw);
    let kind = Kind::ALL[reader.choice(&raw, "kind", &Kind::ALL.map(Kind::as_str))];
    let title = reader.text(&raw, "title");
    let subtitle = reader.optional_text(&raw, "subtitle");
    reader.required(&raw, "terms");
    reader.each(&raw, "terms", &mut check_term);
    let summary = reader.inline(&raw, "summary");
    let mut status = None;
    reader.part(&raw, "status", &mut |reader, raw| {
        let (text, as_of) = (reader.inline(&raw, "text"), reader.date(&raw, "asOf"));
        status = Some(Status { text, as_of, sources: reader.cited(&raw) });
    });
    let mut facts = Vec::new();
    reader.each_object(&raw, "facts", &mut |reader, raw| {
        facts.push(Fact {
            label: reader.text(&raw, "label"),
            value: reader.text(&raw, "value"),
            as_of: reader.optional_date(&raw, "asOf"),
            sources: reader.cited(&raw),
        });
    });
    let mut timeline = Vec::new();
    reader.each_object(&raw, "timeline", &mut |reader, raw| {
        timeline.push(Entry {
            date: reader.date(&raw, "date"),
            text: reader.inline(&raw, "text"),
            sources: reader.cited(&raw),
        });
    });
    let mut views = Vec::new();
    reader.each_object(&raw, "views", &mut |reader, raw| {
        views.push(View {
            who: reader.text(&raw, "who"),
            date: reader.optional_date(&raw, "date"),
            says: read_says(reader, &raw),
            sources: reader.cited(&raw),
        });
    });
    let (mut figure, mut map, mut image) = (None, None, None);
    reader.part(&raw, "figure", &mut |reader, raw| figure = Some(read_figure(reader, &raw)));
    reader.part(&raw, "map", &mut |reader, raw| map = Some(read_map(reader, &raw)));
    reader.part(&raw, "image", &mut |reader, raw| image = Some(read_image(reader, &raw)));
    let mut related = Vec::new();
    reader.each(&raw, "related", &mut |reader, item| {
        let other = reader.words("", &item);
        if other != id && !related.contains(&other) {
            related.push(other);
        }
    });
    let updated = reader.date(&raw, "updated");
    let review_by = reader.optional_date(&raw, "reviewBy");
    if review_by.is_some_and(|review_by| is_after(&updated, &review_by)) {
        reader.fault("reviewBy", "is earlier than \"updated\"");
    }
    let author = reader.optional_text(&raw, "author");
    let mut corrections = Vec::new();
    reader.each_object(&raw, "corrections", &mut |reader, raw| {
        corrections.push(Correction { date: reader.date(&raw, "date"), text: reader.text(&raw, "text") });
    });
    let sources = reader.finish()?;
    Ok(Card {
        id,
        kind,
        title,
        subtitle,
        terms: Vec::new(),
        summary,
        status,
        facts,
        timeline,
        views,
        figure,
        map,
        image,
        related,
        updated,
        review_by,
        author,
        corrections,
        sources,
        lang: lang.to_owned(),
    })
}

fn check_term(reader: &mut CardReader<'_>, item: JsValue) {
    if item.is_string() {
        return findable(reader, "", &item);
    }
    let raw = reader.object(item);
    let text = reader.required(&raw, "text").unwrap_or_default();
    findable(reader, "text", &text);
    if reader.optional(&raw, "case").is_some() {
        reader.choice(&raw, "case", &["sensitive", "insensitive", "smart"]);
    }
    for field in ["forms", "near"] {
        reader.each(&raw, field, &mut |reader, word| findable(reader, "", &word));
    }
}

/// Words that could be found in an article: with a letter or digit in them.
fn findable(reader: &mut CardReader<'_>, field: &str, value: &JsValue) {
    let words = reader.words(field, value);
    if !RegExp::new(r"[\p{L}\p{N}\p{Pc}]", "u").test(&words) {
        reader.fault(field, "has no letter or digit");
    }
}

/// What somebody claims, or why there is nothing to tell: one of both.
fn read_says(reader: &mut CardReader<'_>, view: &Raw) -> Says {
    let Some(reason) = reader.optional_text(view, "reason") else {
        return Says::Words(reader.inline(view, "says"));
    };
    if reader.optional_text(view, "says").is_some() {
        reader.fault("reason", "stands beside \"says\"");
    }
    Says::Nothing { reason }
}

fn read_image(reader: &mut CardReader<'_>, raw: &Raw) -> Image {
    Image {
        src: reader.address(raw, "src", url::image_fault),
        alt: reader.text(raw, "alt"),
        credit: reader.text(raw, "credit"),
        license: reader.text(raw, "license"),
        focus: read_focus(reader, raw),
    }
}

/// The point of a picture that must not be cut off; the middle where none is named.
fn read_focus(reader: &mut CardReader<'_>, image: &Raw) -> (f64, f64) {
    let mut point = (0.5, 0.5);
    reader.part(image, "focus", &mut |reader, raw| {
        point = (reader.number(&raw, "x", &Range::SHARE), reader.number(&raw, "y", &Range::SHARE));
    });
    point
}

/// A deck's language tag as `Intl` and the `lang` attribute accept it; empty where the deck names none of that form.
pub fn language(deck: &Raw) -> String {
    deck.get("lang").ok().and_then(|lang| lang.as_string()).filter(|lang| language::is_tag(lang)).unwrap_or_default()
}
