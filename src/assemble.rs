//! How does a JSON value become a deck? The rules that bind its parts together: version, ids, sources, who claims which term; each in one pass, so
//! that reading grows no faster than the deck.

use crate::address;
use crate::assemble_card;
use crate::claim::Claims;
use crate::deck::{Deck, Source, Unknown};
use crate::ids::Ids;
use crate::json::Json;
use crate::number;
use crate::problem::{Faults, Place, Problem, quote};
use crate::reader::{self, Fields, found};
use crate::unicode::Unicode;

/// The version of the format that is read here.
const VERSION: f64 = 1.0;

/// Every source of a deck by its id; nothing for one with a fault, so that a card citing it is not shown half sourced.
#[derive(Default)]
pub(crate) struct Sources {
    pub(crate) ids: Ids,
    /// By the place of their id.
    pub(crate) all: Vec<Option<Source>>,
}

/// The fields of a deck beside its cards, and those of its sources.
const FIELDS: &[&str] = &["version", "lang", "title", "cards", "sources", "enabled"];
const SOURCE_FIELDS: &[&str] = &["id", "title", "publisher", "url", "date", "archived"];
/// All names that are read but for the cards: what a page hands over for [`Assembly::begin`].
#[cfg(target_arch = "wasm32")]
pub(crate) const NAMES: &[&str] =
    &["version", "lang", "title", "sources", "enabled", "id", "publisher", "url", "date", "archived"];

/// See [`Deck::read`].
pub(crate) fn deck(json: &Json, unknown_fields: Unknown, unicode: &dyn Unicode) -> (Option<Deck>, Vec<Problem>) {
    let items = match reader::get(json, "cards") {
        Some(Json::List(items)) => items.as_slice(),
        _ => &[],
    };
    let mut assembly = Assembly::begin(json, unknown_fields, unicode);
    for item in items {
        assembly.card(item);
    }
    assembly.check_related(items);
    assembly.finish()
}

/// A deck in the making, card by card: a page reads a large one in several turns.
pub(crate) struct Assembly<'u> {
    faults: Faults,
    claims: Claims<'u>,
    /// Nothing where the deck is refused whole.
    deck: Option<Deck>,
    /// Nothing where the deck has no list of sources: it is refused for that, but its cards may have faults to report.
    sources: Option<Sources>,
    ids: Ids,
    /// How many cards were read, faulty ones too.
    read: usize,
}

impl<'u> Assembly<'u> {
    /// Reads all of a deck but its cards, of which only is seen that there is a list.
    pub(crate) fn begin(json: &Json, unknown_fields: Unknown, unicode: &'u dyn Unicode) -> Self {
        let mut faults = Faults::new(unknown_fields);
        let (deck, sources) = read(&mut faults, json).unzip();
        let (claims, ids) = (Claims::new(unicode), Ids::default());
        Self { faults, claims, deck, sources: sources.flatten(), ids, read: 0 }
    }

    /// Reads the next card.
    pub(crate) fn card(&mut self, item: &Json) {
        let Some(deck) = &mut self.deck else { return };
        let (root, faults) = (Place::Root, &mut self.faults);
        let (list, before) = (root.key("cards"), faults.grave);
        let place = list.index(self.read);
        let claims = (self.read, &mut self.claims);
        let card = assemble_card::card(faults, place, item, self.sources.as_ref(), &deck.lang, claims);
        if let Some(id) = id_of(item).filter(|id| !self.ids.add(id)) {
            faults.add(place.key("id"), &[&quote(id), " is already the id of another card"]);
        }
        deck.cards.extend(card.filter(|_| faults.grave == before));
        self.read += 1;
    }

    /// The deck, and every fault in it.
    pub(crate) fn finish(self) -> (Option<Deck>, Vec<Problem>) {
        let is_sourced = self.sources.is_some();
        (self.deck.filter(|_| is_sourced), self.faults.problems)
    }

    /// A link that leads nowhere costs the reader only the link; and the card it names may be in another deck of the page.
    fn check_related(&mut self, cards: &[Json]) {
        if !self.faults.strict() {
            return;
        }
        let root = Place::Root;
        let list = root.key("cards");
        for (index, card) in cards.iter().enumerate() {
            check_related(&mut self.faults, list.index(index), card, &self.ids);
        }
    }
}

/// A deck without its cards, and its sources.
fn read(faults: &mut Faults, json: &Json) -> Option<(Deck, Option<Sources>)> {
    let root = Place::Root;
    if let Json::Object(_) = json {
        // Before anything else: what another version means by its fields is not for us to judge.
        if !is_readable(faults, root.key("version"), reader::get(json, "version")) {
            return None;
        }
    }
    let fields = Fields::open(faults, root, json, FIELDS)?;
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
    fields.required(faults, "cards").and_then(|json| reader::list(faults, root.key("cards"), json))?;
    Some((Deck { lang, title, cards: Vec::new(), enabled }, sources))
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

fn read_sources(faults: &mut Faults, items: &[Json]) -> Sources {
    let (root, mut sources) = (Place::Root, Sources::default());
    let place = root.key("sources");
    for (index, item) in items.iter().enumerate() {
        let place = place.index(index);
        let Some(fields) = Fields::open(faults, place, item, SOURCE_FIELDS) else {
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

fn id_of(card: &Json) -> Option<&str> {
    match reader::get(card, "id") {
        Some(Json::Text(id)) if !id.trim().is_empty() => Some(id),
        _ => None,
    }
}

fn check_related(faults: &mut Faults, place: Place<'_>, card: &Json, ids: &Ids) {
    let id = id_of(card);
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
                let hint = faults.did_you_mean(related, ids);
                faults.slip(place, &[&quote(related), " is not the id of a card in this deck", &hint]);
            }
            _ => {}
        }
    }
}
