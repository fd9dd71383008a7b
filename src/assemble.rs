//! How does a JSON value become a deck? The rules that bind its parts together: version, ids, sources, who claims which term; each in one pass, so
//! that reading grows no faster than the deck.

use crate::address;
use crate::assemble_card;
use crate::claim::Claims;
use crate::deck::{Card, Deck, Source, Unknown};
use crate::ids::Ids;
use crate::json::Json;
use crate::number;
use crate::problem::{Faults, Place, Problem, did_you_mean, quote};
use crate::reader::{self, Fields, found};
use crate::unicode::Unicode;

/// The version of the format that is read here.
const VERSION: f64 = 1.0;

/// Every source of a deck by its id; nothing for one with a fault, so that a card citing it is not shown half sourced.
#[derive(Default)]
pub(crate) struct Sources<'a> {
    pub(crate) ids: Ids<'a>,
    /// By the place of their id.
    pub(crate) all: Vec<Option<Source>>,
}

/// See [`Deck::read`].
pub(crate) fn deck(json: &Json, unknown_fields: Unknown, unicode: &dyn Unicode) -> (Option<Deck>, Vec<Problem>) {
    let mut faults = Faults::new(unknown_fields);
    let deck = read(&mut faults, json, &mut Claims::new(unicode));
    (deck, faults.problems)
}

fn read(faults: &mut Faults, json: &Json, claims: &mut Claims<'_>) -> Option<Deck> {
    let root = Place::Root;
    if let Json::Object(_) = json {
        // Before anything else: what another version means by its fields is not for us to judge.
        if !is_readable(faults, root.key("version"), reader::get(json, "version")) {
            return None;
        }
    }
    let fields = Fields::open(faults, root, json, &["version", "lang", "title", "cards", "sources", "enabled"])?;
    let lang = language(faults, &fields);
    let title = fields.text(faults, "title").unwrap_or_default().to_owned();
    let enabled = match fields.get("enabled") {
        None | Some(Json::Bool(true)) => true,
        Some(Json::Bool(false)) => false,
        // Whoever reaches for the kill switch means it.
        Some(json) => {
            let message = ["must be true or false without quotes, not ", found(json), "; until then the deck is off"];
            faults.add(root.key("enabled"), &message);
            false
        }
    };
    let sources = fields.required(faults, "sources").and_then(|json| {
        let items = reader::list(faults, root.key("sources"), json)?;
        Some(read_sources(faults, items))
    });
    let cards = fields.required(faults, "cards").and_then(|json| reader::list(faults, root.key("cards"), json));
    // Without sources the deck is refused, and yet its cards may have faults to report.
    let cards = read_cards(faults, cards?, sources.as_ref(), &lang, claims);
    sources.map(|_| Deck { lang, title, cards, enabled })
}

fn is_readable(faults: &mut Faults, place: Place<'_>, version: Option<&Json>) -> bool {
    match version {
        #[allow(clippy::float_cmp, reason = "a whole number, written as such")]
        Some(Json::Number(number)) if *number == VERSION => return true,
        Some(Json::Number(number)) => {
            faults.add(
                place,
                &["this deck is version ", &number::plain(*number), ", and only version 1 can be read here"],
            );
        }
        Some(json) => faults.add(place, &["must be the number 1 without quotes, not ", found(json)]),
        None => faults.add(place, &["is missing; a deck begins with \"version\": 1"]),
    }
    false
}

/// A language tag that `Intl` and the `lang` attribute accept; without one the page's own language stands in.
fn language(faults: &mut Faults, fields: &Fields<'_, '_>) -> String {
    let lang = fields.text(faults, "lang").unwrap_or_default();
    let mut parts = lang.split('-');
    let is_tag =
        parts.next().is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()))
            && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if !is_tag && !lang.is_empty() {
        faults.add(fields.place.key("lang"), &[&quote(lang), " is not a language tag (such as en, es or es-SV)"]);
    }
    if is_tag { lang.to_owned() } else { String::new() }
}

fn read_sources<'a>(faults: &mut Faults, items: &'a [Json]) -> Sources<'a> {
    let (root, mut sources) = (Place::Root, Sources::default());
    let place = root.key("sources");
    for (index, item) in items.iter().enumerate() {
        let place = place.index(index);
        let Some(fields) = Fields::open(faults, place, item, &["id", "title", "publisher", "url", "date", "archived"])
        else {
            continue;
        };
        let (before, id) = (faults.grave, fields.id(faults));
        let source = read_source(faults, &fields, id).filter(|_| faults.grave == before);
        let Some(id) = id else { continue };
        if sources.ids.add(id) {
            sources.all.push(source);
        } else {
            faults.add(place.key("id"), &[&quote(id), " is already the id of another source"]);
        }
    }
    sources
}

fn read_source(faults: &mut Faults, fields: &Fields<'_, '_>, id: Option<&str>) -> Option<Source> {
    let title = fields.text(faults, "title");
    let publisher = fields.text(faults, "publisher");
    let url = fields.address(faults, "url", address::fault);
    let date = fields.optional_date(faults, "date");
    let archived = fields.optional_address(faults, "archived");
    let [id, title, publisher, url] = [id?, title?, publisher?, url?].map(str::to_owned);
    Some(Source { id, title, publisher, url, date, archived })
}

fn read_cards(
    faults: &mut Faults,
    items: &[Json],
    sources: Option<&Sources<'_>>,
    lang: &str,
    claims: &mut Claims<'_>,
) -> Vec<Card> {
    let root = Place::Root;
    let place = root.key("cards");
    let mut ids = Ids::default();
    let doubled: Vec<bool> = items.iter().map(|item| id_of(item).is_some_and(|id| !ids.add(id))).collect();
    let mut cards = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let place = place.index(index);
        let before = faults.grave;
        let card = assemble_card::card(faults, place, item, sources, lang, (index, claims));
        let id = id_of(item);
        if let Some(id) = id.filter(|_| doubled[index]) {
            faults.add(place.key("id"), &[&quote(id), " is already the id of another card"]);
        }
        check_related(faults, place, item, id, &ids);
        cards.extend(card.filter(|_| faults.grave == before));
    }
    cards
}

fn id_of(card: &Json) -> Option<&str> {
    match reader::get(card, "id") {
        Some(Json::Text(id)) if !id.trim().is_empty() => Some(id),
        _ => None,
    }
}

/// A link that leads nowhere costs the reader only the link; and the card it names may be in another deck of the page.
fn check_related(faults: &mut Faults, place: Place<'_>, card: &Json, id: Option<&str>, ids: &Ids<'_>) {
    let Some(Json::List(items)) = reader::get(card, "related") else { return };
    let place = place.key("related");
    for (index, item) in items.iter().enumerate() {
        let place = place.index(index);
        match item {
            Json::Text(related) if id == Some(related) => faults.slip(place, &["names the card itself"]),
            Json::Text(related) if items[..index].contains(item) => {
                faults.slip(place, &[&quote(related), " is already in the list"]);
            }
            Json::Text(related) if !related.trim().is_empty() && ids.place(related).is_none() => {
                let hint = did_you_mean(related, ids.known());
                faults.slip(place, &[&quote(related), " is not the id of a card in this deck", &hint]);
            }
            _ => {}
        }
    }
}
