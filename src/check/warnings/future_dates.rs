//! Warns of days that say what was done and are still to come: a card's last change, a correction, the reading of a source.

use crate::check::diagnostics::Diagnostics;
use crate::check::due::last_day;
use crate::check::json::{Json, get, items};
use crate::check::json_path::JsonPath;
use crate::deck::date::Date;

/// `today`: the day in UTC.
pub(super) fn warn(diagnostics: &mut Diagnostics, deck: &Json, today: Date) {
    let mut warn_of = |place: JsonPath<'_>, object: &Json, key: &str, help: &str| {
        if let Some(Json::String(text)) = get(object, key)
            && let Some(date) = Date::parse(text).filter(|date| date.first_day() > latest_today(today))
        {
            let message = [&date.to_string(), " is still to come (today is ", &today.to_string(), ")", help];
            diagnostics.warn(place.key(key), &message);
        }
    };
    let root = JsonPath::Root;
    let (cards, sources) = (root.key("cards"), root.key("sources"));
    for (index, card) in items(deck, "cards").iter().enumerate() {
        let place = cards.index(index);
        warn_of(place, card, "updated", "; write the day on which the card was last changed");
        let list = place.key("corrections");
        for (index, correction) in items(card, "corrections").iter().enumerate() {
            warn_of(list.index(index), correction, "date", "; write the day on which it was corrected");
        }
    }
    for (index, source) in items(deck, "sources").iter().enumerate() {
        warn_of(sources.index(index), source, "accessed", "; write the day on which the source was last read");
    }
}

/// The latest day that is today anywhere, as (year, month, day): east of Greenwich it may be tomorrow already.
fn latest_today(today: Date) -> (u16, u8, u8) {
    let tomorrow = last_day(today).and_then(|day| day.tomorrow().ok());
    tomorrow.map_or(today.first_day(), |day| {
        (day.year().unsigned_abs(), day.month().unsigned_abs(), day.day().unsigned_abs())
    })
}
