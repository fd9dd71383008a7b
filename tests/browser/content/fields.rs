//! Does each attack string stay text in each field of a deck, and does the page show just the cards that `check` finds no fault in?

use super::corpus::{FIELDS, attacks, deck};
use super::{OPEN_ALL, nothing_happened, site_of, watched};
use crate::harness::{Answer, Origin, Page, User, stories};
use crate::note::Note;
use context_cards::check::{Unknown, read_deck};
use context_cards::matcher::unicode::NativeUnicode;
use serde_json::{Value, json};
use std::collections::BTreeSet;

stories![every_string_in_every_field];

/// So many strings go into one deck.
const IN_DECK: usize = 32;
/// So many cards are opened in one call, which has a limit of time; of those whose tabs are opened too, each has its own.
const AT_ONCE: usize = 8;

/// The ids of the deck's cards that `check` finds no fault in.
fn accepted(deck: &Value) -> BTreeSet<String> {
    let json = serde_json::from_value(deck.clone()).expect("every value is JSON");
    let deck = read_deck(&json, Unknown::Ignore, &NativeUnicode).0;
    deck.into_iter().flat_map(|deck| deck.cards).map(|card| card.id).collect()
}

/// Milliseconds for a call: to lay out a card whose every field is one word of 2,000 letters takes `WebKit` two seconds, and each tab again
/// (it breaks a word in time that grows with the square of its letters).
const PATIENCE: u64 = 35_000;

fn every_string_in_every_field(user: &User) {
    let session = &user.browser.session;
    session.post("/timeouts", &json!({ "script": PATIENCE })).expect("a longer limit");
    let elsewhere = Origin::empty();
    let attacks = attacks(&site_of(&elsewhere));
    let fields: usize = FIELDS.iter().map(|(_, fields)| fields.len()).sum();
    let mut note =
        Note::of("attacks-deck", "attack strings × fields of a deck, in the page", Some(user.browser.engine.name()));
    let dot = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";
    user.site.put("/dot.svg", Answer::of("image/svg+xml", dot.as_bytes().to_vec()));
    for attacks in attacks.chunks(IN_DECK) {
        let deck = deck(attacks);
        let words = |nth| format!("<p>Of attackwords{nth} and attackplain{nth}.</p>\n");
        let article: String = (0..attacks.len()).map(words).collect();
        user.site.put("/deck.json", Answer::json(deck.to_string()));
        let element = "<context-cards deck=\"/deck.json\" for=\"article\"></context-cards>";
        user.open(&watched(Page::of(&article).element(element)));
        user.ready();
        let (shown, accepted) = (open_all(user, &deck), accepted(&deck));
        let differ: Vec<&String> = shown.symmetric_difference(&accepted).collect();
        assert!(differ.is_empty(), "the page shows the cards that `check` finds no fault in: {differ:?}");
        nothing_happened(user, &elsewhere);
        note.count(attacks.len() * fields);
    }
}

/// Opens all cards of a deck, and those with tabs in all of these; returns the ids of those that were shown. A "plain" card is its "words" card
/// with other inline forms: its tabs are opened where that one was not shown.
fn open_all(user: &User, deck: &Value) -> BTreeSet<String> {
    let ids: Vec<&str> =
        deck["cards"].as_array().into_iter().flatten().filter_map(|card| card["id"].as_str()).collect();
    let (with_tabs, others): (Vec<&str>, Vec<&str>) =
        ids.into_iter().partition(|id| id.starts_with("words-") || id.starts_with("plain-"));
    let mut shown = BTreeSet::new();
    for (ids, have_tabs) in [(with_tabs, true), (others, false)] {
        for ids in ids.chunks(if have_tabs { 1 } else { AT_ONCE }) {
            let is_walked = have_tabs && !shown.contains(&ids[0].replace("plain-", "words-"));
            let script = format!("{OPEN_ALL}\nreturn openAll(arguments[0], arguments[1]);");
            let opened = user.ask_with(&script, &[json!(ids), json!(is_walked)]);
            for card in opened.as_array().into_iter().flatten() {
                assert_eq!(card["faults"], json!([]), "{}", card["id"]);
                let title = title_of(deck, &card["id"]);
                assert_eq!(card["title"].as_str(), title, "{}: its words are shown as they are", card["id"]);
                shown.extend(card["id"].as_str().map(str::to_owned));
            }
        }
    }
    shown
}

fn title_of<'a>(deck: &'a Value, id: &Value) -> Option<&'a str> {
    deck["cards"].as_array()?.iter().find(|card| card["id"] == *id)?["title"].as_str()
}
