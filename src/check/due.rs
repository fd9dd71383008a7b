//! Lists the cards that are to be looked at again, by the day on which that is due.

use jiff::civil;

use crate::check::check_file::DeckFile;
use crate::check::deck_text::{BYTE_ORDER_MARK, Cursor};
use crate::check::json::{Json, get, items};
use crate::check::json_path::{JsonPath, card_name};
use crate::check::positions::Positions;
use crate::deck::date::Date;

/// A card that is to be looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day on which that is in time: of a month or year in `reviewBy`, its last one.
    pub day: civil::Date,
    /// The place of its deck among the files.
    pub file: usize,
    /// Where `reviewBy` stands, from 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What the card is called: `card "cecot"`.
    pub card: String,
    /// Its id; its number in the deck, from 1, where it has none.
    pub id: String,
    /// Its title; empty where it has none.
    pub title: String,
    /// Who wrote it, where that is said.
    pub author: Option<String>,
}

/// The cards that are due by a day, the earliest first. Files that are not JSON have none, cards with another fault are listed too.
#[must_use]
pub fn due(files: &[DeckFile<'_>], until: civil::Date) -> Vec<Due> {
    let mut all: Vec<Due> = files.iter().enumerate().flat_map(|(place, file)| due_in(place, file, until)).collect();
    all.sort_by_key(|due| due.day);
    all
}

fn due_in(file: usize, deck: &DeckFile<'_>, until: civil::Date) -> Vec<Due> {
    let bytes = deck.bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(deck.bytes);
    let Some((text, json)) =
        std::str::from_utf8(bytes).ok().and_then(|text| Some((text, serde_json::from_str::<Json>(text).ok()?)))
    else {
        return Vec::new();
    };
    let (positions, mut cursor, mut found) = (Positions::of(text), Cursor::new(text), Vec::new());
    let cards = items(&json, "cards");
    for (index, card) in cards.iter().enumerate() {
        let Some(day) = text_at(card, "reviewBy").and_then(Date::parse).and_then(last_day).filter(|day| *day <= until)
        else {
            continue;
        };
        let root = JsonPath::Root;
        let (list, id) = (root.key("cards"), text_at(card, "id"));
        let (start, _) = positions.find(&list.index(index).key("reviewBy").path(), false);
        cursor.go_to(start);
        found.push(Due {
            day,
            file,
            line: cursor.line,
            column: cursor.column,
            card: card_name(index, cards),
            id: id.map_or_else(|| (index + 1).to_string(), str::to_owned),
            title: text_at(card, "title").unwrap_or_default().to_owned(),
            author: text_at(card, "author").map(str::to_owned),
        });
    }
    found
}

fn text_at<'a>(object: &'a Json, key: &str) -> Option<&'a str> {
    match get(object, key) {
        Some(Json::String(text)) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

/// The last day that a date of a deck can mean.
pub(super) fn last_day(date: Date) -> Option<civil::Date> {
    let part = |part: Option<u8>, default: i8| part.map_or(Some(default), |part| i8::try_from(part).ok());
    let month = civil::Date::new(i16::try_from(date.year).ok()?, part(date.month, 12)?, 1).ok()?;
    match date.day {
        Some(_) => civil::Date::new(month.year(), month.month(), part(date.day, 1)?).ok(),
        None => Some(month.last_of_month()),
    }
}
