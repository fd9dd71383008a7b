//! Reads a deck from JSON and reports every fault in it: what binds its parts together is version, ids, sources and terms.
//!
//! Each rule takes one pass, so that the cost grows no faster than the deck.

use std::collections::HashSet;

use indexmap::IndexSet;
use indexmap::map::Entry;

use crate::check::citations::Sources;
use crate::check::diagnostics::{Diagnostic, Diagnostics, Unknown};
use crate::check::fields::Fields;
use crate::check::json::{Json, get, type_name};
use crate::check::json_path::{JsonPath, id_of};
use crate::check::read_card;
use crate::check::term_conflicts::TermConflicts;
use crate::check::values;
use crate::deck::language;
use crate::deck::limits::{MOST_ITEMS, list_fault};
use crate::deck::number;
use crate::deck::quote::quote;
use crate::deck::url;
use crate::deck::{Card, Deck, Source};
use crate::matcher::unicode::Unicode;

/// The version of the format that is read here.
const VERSION: f64 = 1.0;

/// The fields of a deck beside its cards, and those of its sources.
const FIELDS: &[&str] = &["$schema", "version", "lang", "title", "cards", "sources", "enabled"];
const SOURCE_FIELDS: &[&str] = &["id", "title", "publisher", "url", "date", "archived", "quote", "accessed", "lang"];

/// Reads a deck and collects every fault in it. A card with a fault is left out. `None`: the deck is refused whole,
/// because it is of another version or has no list of cards or sources.
#[must_use]
pub fn read_deck(json: &Json, unknown_fields: Unknown, unicode: &dyn Unicode) -> (Option<Deck>, Vec<Diagnostic>) {
    read_deck_among(json, unknown_fields, unicode, &HashSet::new())
}

/// The same for a deck beside others, which have the cards with these ids: `related` may name them too.
pub(crate) fn read_deck_among(
    json: &Json,
    unknown_fields: Unknown,
    unicode: &dyn Unicode,
    others: &HashSet<&str>,
) -> (Option<Deck>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::new(unknown_fields);
    let deck = read(&mut diagnostics, json).and_then(|(mut deck, sources)| {
        let cards = match get(json, "cards") {
            Some(Json::Array(cards)) => cards.as_slice(),
            _ => &[],
        };
        deck.cards = read_cards(&mut diagnostics, cards, sources.as_ref(), &deck.lang, unicode);
        if diagnostics.strict() {
            check_related(&mut diagnostics, cards, others);
        }
        // Without a list of sources the deck is refused, but its cards may have faults to report.
        sources.is_some().then_some(deck)
    });
    (deck, diagnostics.finish())
}

/// The cards without a fault.
fn read_cards(
    diagnostics: &mut Diagnostics,
    cards: &[Json],
    sources: Option<&Sources>,
    lang: &str,
    unicode: &dyn Unicode,
) -> Vec<Card> {
    let root = JsonPath::Root;
    let list = root.key("cards");
    let (mut conflicts, mut ids, mut read) = (TermConflicts::new(unicode), IndexSet::new(), Vec::new());
    for (index, json) in cards.iter().enumerate() {
        let (place, before) = (list.index(index), diagnostics.errors);
        let card = read_card::card(diagnostics, place, json, sources, lang, (index, &mut conflicts));
        if let Some(id) = id_of(json).filter(|id| !ids.insert(*id)) {
            diagnostics.error(place.key("id"), &[&quote(id), " is already the id of another card"]);
        }
        read.extend(card.filter(|_| diagnostics.errors == before).map(|card| (index, card)));
    }
    let in_conflict = conflicts.report(diagnostics, cards);
    read.into_iter().filter(|(index, _)| !in_conflict.contains(index)).map(|(_, card)| card).collect()
}

/// A deck without its cards, and its sources; `None` where it is of another version or has no list of cards.
fn read(diagnostics: &mut Diagnostics, json: &Json) -> Option<(Deck, Option<Sources>)> {
    let root = JsonPath::Root;
    if let Json::Object(_) = json {
        // Before anything else: what another version means by its fields is not for us to judge.
        if !is_readable(diagnostics, root.key("version"), get(json, "version")) {
            return None;
        }
    }
    let fields = Fields::open(diagnostics, root, json, FIELDS)?;
    let lang = read_language(diagnostics, &fields);
    let title = fields.text(diagnostics, "title").unwrap_or_default().to_owned();
    let enabled = match fields.get("enabled") {
        None | Some(Json::Bool(true)) => true,
        Some(Json::Bool(false)) => false,
        // Whoever reaches for the kill switch means it.
        Some(json) => {
            let message =
                ["must be true or false without quotes, not ", type_name(json), "; until then the deck is off"];
            diagnostics.error(root.key("enabled"), &message);
            false
        }
    };
    let sources = fields.required(diagnostics, "sources").and_then(|json| {
        let items = values::list(diagnostics, root.key("sources"), json)?;
        Some(read_sources(diagnostics, items))
    });
    fields.required(diagnostics, "cards").and_then(|json| values::list(diagnostics, root.key("cards"), json))?;
    Some((Deck { lang, title, cards: Vec::new(), enabled }, sources))
}

fn is_readable(diagnostics: &mut Diagnostics, place: JsonPath<'_>, version: Option<&Json>) -> bool {
    match version {
        #[allow(clippy::float_cmp, reason = "a whole number, written as such")]
        Some(Json::Number(number)) if *number == VERSION => return true,
        Some(Json::Number(number)) => {
            diagnostics.error(
                place,
                &["this deck is version ", &number::decimal(*number), ", and only version 1 can be read here"],
            );
        }
        Some(json) => diagnostics.error(place, &["must be the number 1 without quotes, not ", type_name(json)]),
        None => diagnostics.error(place, &["is missing", "; a deck begins with \"version\": 1"]),
    }
    false
}

/// A language tag that `Intl` and the `lang` attribute accept; without one the page's own language stands in.
fn read_language(diagnostics: &mut Diagnostics, fields: &Fields<'_, '_>) -> String {
    let lang = fields.text(diagnostics, "lang").unwrap_or_default();
    let is_tag = language::is_tag(lang);
    if !is_tag && !lang.is_empty() {
        diagnostics
            .error(fields.place.key("lang"), &[&quote(lang), " is not a language tag (such as en, es or es-SV)"]);
    }
    if is_tag { lang.to_owned() } else { String::new() }
}

fn read_sources(diagnostics: &mut Diagnostics, items: &[Json]) -> Sources {
    let (root, mut sources) = (JsonPath::Root, Sources::default());
    let place = root.key("sources");
    for (index, item) in items.iter().enumerate() {
        let place = place.index(index);
        let Some(fields) = Fields::open(diagnostics, place, item, SOURCE_FIELDS) else {
            continue;
        };
        let (before, usable) = (diagnostics.errors, fields.id(diagnostics));
        let source = read_source(diagnostics, &fields, usable).filter(|_| diagnostics.errors == before);
        // A source whose id cannot be used is known by it all the same: citations of it are no further faults.
        let Some(id) = id_of(item) else { continue };
        match sources.entry(id.to_owned()) {
            Entry::Vacant(new) => {
                new.insert(source);
            }
            Entry::Occupied(_) if usable.is_none() => {}
            Entry::Occupied(_) => {
                diagnostics.error(place.key("id"), &[&quote(id), " is already the id of another source"]);
            }
        }
    }
    sources
}

fn read_source(diagnostics: &mut Diagnostics, fields: &Fields<'_, '_>, id: Option<&str>) -> Option<Source> {
    let title = fields.text(diagnostics, "title");
    let publisher = fields.text(diagnostics, "publisher");
    let url = fields.address(diagnostics, "url", url::fault);
    let date = fields.optional_date(diagnostics, "date");
    let archived = fields.optional_address(diagnostics, "archived");
    let quote = fields.optional_text(diagnostics, "quote");
    let accessed = fields.optional_date(diagnostics, "accessed");
    let lang = fields.optional_language(diagnostics, "lang");
    let [id, title, publisher, url] = [id?, title?, publisher?, url?].map(str::to_owned);
    Some(Source { id, title, publisher, url, date, archived, quote, accessed, lang })
}

/// Reports related cards that are in no deck of the page, which leaves out only the link. `others`: ids of cards in decks beside.
fn check_related(diagnostics: &mut Diagnostics, cards: &[Json], others: &HashSet<&str>) {
    let ids: IndexSet<&str> = cards.iter().filter_map(id_of).collect();
    let where_to = if others.is_empty() { "in this deck" } else { "in these decks" };
    let root = JsonPath::Root;
    let list = root.key("cards");
    for (index, card) in cards.iter().enumerate() {
        let id = id_of(card);
        let Some(Json::Array(items)) = get(card, "related") else { continue };
        if list_fault(items.len(), MOST_ITEMS).is_some() {
            continue;
        }
        let card_place = list.index(index);
        let place = card_place.key("related");
        for (index, item) in items.iter().enumerate() {
            let place = place.index(index);
            match item {
                Json::String(related) if id == Some(related) => diagnostics.lint(place, &["names the card itself"]),
                Json::String(related) if items[..index].contains(item) => {
                    diagnostics.lint(place, &[&quote(related), " is already in the list"]);
                }
                Json::String(related)
                    if !related.trim().is_empty()
                        && !ids.contains(related.as_str())
                        && !others.contains(related.as_str()) =>
                {
                    let hint = diagnostics.did_you_mean(related, ids.iter().chain(others).copied());
                    diagnostics.lint(place, &[&quote(related), " is not the id of a card ", where_to, &hint]);
                }
                _ => {}
            }
        }
    }
}
