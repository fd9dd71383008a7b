//! Warns of cards that are overdue for review, out of order, one-sided, or found by no words.

use crate::check::diagnostics::Diagnostics;
use crate::check::json::{Json, get, items};
use crate::check::json_path::JsonPath;
use crate::deck::date::Date;
use crate::deck::freshness::is_after;

/// `today`: the day as of which a card is overdue.
pub(super) fn warn(diagnostics: &mut Diagnostics, deck: &Json, today: Date) {
    let root = JsonPath::Root;
    let list = root.key("cards");
    for (index, card) in items(deck, "cards").iter().enumerate() {
        let place = list.index(index);
        warn_of_review(diagnostics, place, card, today);
        warn_of_order(diagnostics, place, card);
        if items(card, "views").len() == 1 {
            let help = "; add another side, or who did not answer: \"says\": null and a \"reason\"";
            diagnostics.warn(place.key("views"), &["holds one view only", help]);
        }
        if matches!(get(card, "terms"), Some(Json::Array(terms)) if terms.is_empty()) {
            let message = "is empty: no words of an article lead to this card, only marks that a writer places by hand";
            diagnostics.warn(place.key("terms"), &[message]);
        }
    }
}

fn warn_of_review(diagnostics: &mut Diagnostics, place: JsonPath<'_>, card: &Json, today: Date) {
    let Some(review_by) = date(card, "reviewBy").filter(|review_by| is_after(&today, review_by)) else { return };
    // Where it is earlier than that, `reviewBy` itself is wrong.
    if date(card, "updated").is_none_or(|updated| !is_after(&updated, &review_by)) {
        let help = "; read the card again, then set \"updated\" to that day and \"reviewBy\" to a later one";
        diagnostics.warn(place.key("reviewBy"), &[&review_by.to_string(), " is past", help]);
    }
}

/// Of a timeline the first entry out of order is told: often the others follow from it.
fn warn_of_order(diagnostics: &mut Diagnostics, place: JsonPath<'_>, card: &Json) {
    let list = place.key("timeline");
    let mut latest: Option<Date> = None;
    for (index, entry) in items(card, "timeline").iter().enumerate() {
        let Some(date) = date(entry, "date") else { continue };
        if let Some(before) = latest.filter(|before| is_after(before, &date)) {
            let [date, before] = [date, before].map(|date| date.to_string());
            let message = [
                &date,
                " stands below ",
                &before,
                ", and the card shows entries in this order",
                "; put the earlier first",
            ];
            return diagnostics.warn(list.index(index).key("date"), &message.map(|part: &str| part));
        }
        latest = Some(date);
    }
}

fn date(object: &Json, key: &str) -> Option<Date> {
    match get(object, key) {
        Some(Json::String(text)) => Date::parse(text),
        _ => None,
    }
}
