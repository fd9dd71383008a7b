//! Is each file fetched when the site has asked for it, and no sooner?

use std::time::Duration;

use crate::harness::{Answer, Page, TAB, User, element, sample, stories, term};
use serde_json::json;

stories![
    idle_and_eager_load_by_themselves,
    eager_shows_the_cards_of_a_large_deck,
    a_deck_comes_beside_the_program_that_reads_it,
    intent_waits_for_the_reader,
    where_no_term_stands_no_widget_is_fetched,
    what_is_written_later_fetches_the_widget,
    a_script_that_asks_for_a_card_fetches_the_widget,
    no_spelling_of_a_term_is_overlooked,
    a_key_brings_the_widget_to_readers_without_a_pointer,
];

fn idle_and_eager_load_by_themselves(user: &User) {
    for load in ["idle", "eager"] {
        user.open(&Page::sample().options(&format!("load=\"{load}\"")));
        assert_eq!(user.ready(), (3, 3), "with load={load}");
    }
}

fn eager_shows_the_cards_of_a_large_deck(user: &User) {
    // The widget is there long before the finder has read the last card.
    let mut cards: Vec<_> =
        (0..4000).map(|n| sample::lone_card(&format!("c{n}"), "Other", &format!("never{n}x"))).collect();
    cards.push(sample::lone_card("cecot", "CECOT", "CECOT"));
    user.open(&Page::sample().deck(&sample::deck_of(&cards)).options(r#"load="eager""#));
    assert_eq!(user.ready(), (4001, 1));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
}

fn a_deck_comes_beside_the_program_that_reads_it(user: &User) {
    user.site.put("/start.js", Answer::status(200).after(Duration::from_secs(8)));
    user.site.put("/deck.json", Answer::json(sample::deck().to_string()));
    user.open(&Page::sample().element(r#"<context-cards deck="/deck.json" for="article"></context-cards>"#));
    user.until("the deck is asked for", || user.site.was_asked_for("/deck.json").then_some(()));
}

fn intent_waits_for_the_reader(user: &User) {
    user.open(&Page::sample().options(r#"load="intent""#));
    user.stays_for(700.0, "only the loader is fetched", || !user.site.was_asked_for("/start.js"));
    assert!(user.site.was_asked_for("/context-cards.js") && user.article_is_as_sent());
    user.hover(&element("article p"));
    user.until_holds("the terms are marked", "term('cecot')");
    assert!(user.site.was_asked_for("/finder_bg.wasm") && !user.site.was_asked_for("/widget.js"));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    assert!(user.site.was_asked_for("/widget_bg.wasm"));
}

/// A page on something else, and the cards of the sample.
fn elsewhere(user: &User) {
    user.open(&Page::of("<p>The harvest was good, and the river rose.</p>").deck(&sample::deck()));
    assert_eq!(user.ready(), (3, 0));
    user.stays_for(500.0, "no program is fetched", || !user.site.was_asked_for("/finder_bg.wasm"));
    assert_eq!(
        user.ask("return host().cards.map(({id, mentions}) => id + mentions).join();"),
        "cecot0,court-order0,bitcoin-policy0"
    );
}

fn where_no_term_stands_no_widget_is_fetched(user: &User) {
    elsewhere(user);
    assert!(user.article_is_as_sent() && user.faults().is_empty());
    assert!(!user.site.was_asked_for("/finder.js") && !user.site.was_asked_for("/widget.js"));
}

fn what_is_written_later_fetches_the_widget(user: &User) {
    elsewhere(user);
    user.ask("document.querySelector('article').insertAdjacentHTML('beforeend', '<p>They spoke of the CECOT.</p>');");
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    assert_eq!(user.heard("ready").len(), 1);
}

fn a_script_that_asks_for_a_card_fetches_the_widget(user: &User) {
    elsewhere(user);
    assert_eq!(user.ask("return host().open('court-order');"), true);
    user.sees_card("The court order");
}

fn no_spelling_of_a_term_is_overlooked(user: &User) {
    let rows = [
        ("Bogotá", "In Bogota\u{301}, nothing."),
        ("Bogota\u{301}", "In BOGOTÁ, nothing."),
        ("Nuñoa", "Nuñ\u{AD}oa, with a soft hyphen."),
        ("court order", "A <em>court</em>\u{A0}<strong>or</strong>der."),
        ("year-end", "The year\u{2011}end."),
        ("O'Brien", "Of O’Brien."),
        ("Hawai'i", "On Hawai\u{2BB}i."),
        ("οδος", "Η ΟΔΟΣ εδώ."),
        ("서울", "\u{1109}\u{1165}\u{110B}\u{116E}\u{11AF}에서"),
        ("C++", "Written in C++."),
        ("№ 5", "That was № 5."),
        ("Ⅳ", "Part Ⅳ."),
        ("2030", "By 2030, perhaps."),
    ];
    for (words, text) in rows {
        let mut card = sample::lone_card("card", "It", words);
        card["terms"] = json!([{"text": words, "case": "insensitive"}]);
        user.open(&Page::of(&format!("<p>{text}</p>")).deck(&sample::deck_of(&[card])));
        assert_eq!(user.ready(), (1, 1), "{words} in {text}");
    }
    let mut card = sample::lone_card("card", "It", "mouse");
    card["terms"] = json!([{"text": "mouse", "forms": ["mice"]}]);
    user.open(&Page::of("<p>Three blind mice.</p>").deck(&sample::deck_of(&[card])));
    assert_eq!(user.ready(), (1, 1), "a form of a term");
}

fn a_key_brings_the_widget_to_readers_without_a_pointer(user: &User) {
    user.open(&Page::sample().options(r#"load="intent""#));
    user.key(TAB);
    user.until_holds("the terms are marked", "term('cecot')");
}
