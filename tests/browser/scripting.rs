//! Can a site hear and steer it from its scripts: events, methods, properties?

use crate::harness::{Page, User, sample, stories, term};
use serde_json::json;

stories![
    events_tell_what_happened,
    an_open_card_is_told_closed_when_its_element_or_deck_goes,
    scripts_open_close_and_refresh,
    mentions_are_counted_whatever_the_ids,
    properties_that_are_set_wrongly_are_told,
];

fn events_tell_what_happened(user: &User) {
    user.open(&Page::sample());
    user.ready();
    let ready = user.hears("ready");
    assert_eq!(ready.detail, json!({"cards": 3, "terms": 3}));
    user.hover(&term("court-order"));
    let opened = user.hears("open");
    assert_eq!(opened.detail, json!({"card": "court-order", "term": "federal court order", "trigger": "pointer"}));
    user.move_away();
    let closed = user.hears("close");
    assert_eq!((&closed.detail["card"], &closed.detail["reason"]), (&"court-order".into(), &"left".into()));
    assert!(closed.detail["openFor"].as_f64() > Some(0.0), "{:?}", closed.detail);
    for event in [ready, opened, closed] {
        assert!(event.travels && event.from == "context-cards", "{} bubbles, composed, from the element", event.name);
    }
    assert_eq!(user.heard("ready").len(), 1);
}

fn an_open_card_is_told_closed_when_its_element_or_deck_goes(user: &User) {
    for (case, act) in [
        ("the element goes", "host().remove();"),
        ("another deck", "host().setAttribute('deck', '/another.json');"),
        ("no deck", "host().decks = [{ version: 1, lang: 'en', title: 'None', sources: [], cards: [] }];"),
        ("another choice", "host().setAttribute('mark', 'all');"),
    ] {
        user.open(&Page::sample());
        user.ready();
        user.hover(&term("cecot"));
        user.sees_card("CECOT");
        user.hears("open");
        let closed = user.ask(&format!(
            "return (async () => {{
               const closed = [];
               host().addEventListener('context-cards:close', ({{ detail }}) =>
                 closed.push([detail.card, detail.reason, detail.openFor >= 0]));
               {act}
               await new Promise((done) => setTimeout(done));
               return JSON.stringify(closed);
             }})();"
        ));
        assert_eq!(closed, "[[\"cecot\",\"gone\",true]]", "{case}");
        assert!(user.faults().is_empty(), "{case}: {:?}", user.faults());
    }
    // What is closed already is not told again.
    user.open(&Page::sample());
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.ask("host().close();");
    user.hears("close");
    user.ask("host().setAttribute('mark', 'all');");
    user.until_holds("it begins anew", "document.querySelectorAll('context-term').length > 3");
    assert_eq!(user.heard("close").len(), 1);
}

fn scripts_open_close_and_refresh(user: &User) {
    user.open(&Page::sample());
    user.ready();
    assert!(user.holds("host().cards.length === 3"), "the cards can be read");
    user.ask("host().open('court-order');");
    user.sees_card("The court order");
    assert_eq!(user.hears("open").detail["trigger"], "api");
    user.keeps_seeing("The court order");
    user.ask("host().close();");
    user.sees_no_card();
    assert_eq!(user.hears("close").detail["reason"], "api");
    user.ask("host().open('nobody knows'); host().close();");
    assert!(user.card().is_none());
    user.ask(
        "document.querySelector('article p').firstChild.data = 'Now nothing but CECOT and '; return host().refresh();",
    );
    user.until_holds("the term is marked again", "term('cecot')");
    // What was asked for is given up where the element begins anew.
    user.ask("host().open('cecot'); host().setAttribute('theme', 'dark');");
    user.until_holds("it has begun anew", "term('cecot') && !card()?.matches(':popover-open')");
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    assert!(user.faults().is_empty() && user.heard("error").is_empty(), "{}", user.log());
}

fn mentions_are_counted_whatever_the_ids(user: &User) {
    let cards = [
        ("constructor", "The builder", "nowhere to be found"),
        ("toString", "The prison", "CECOT"),
        ("__proto__", "The order", "federal court order"),
    ];
    let cards: Vec<_> = cards.iter().map(|(id, title, term)| sample::lone_card(id, title, term)).collect();
    user.open(&Page::sample().deck(&sample::deck_of(&cards)));
    assert_eq!(user.ready(), (3, 2));
    let counted = user.ask("return JSON.stringify(host().cards.map(({ id, mentions }) => [id, mentions]));");
    assert_eq!(counted, "[[\"constructor\",0],[\"toString\",1],[\"__proto__\",1]]");
}

fn properties_that_are_set_wrongly_are_told(user: &User) {
    for (script, code, says) in [
        ("host().decks = '/deck.json';", "bad-option", "decks: takes parsed decks"),
        ("host().decks = fetch('/deck.json').then((answer) => answer.json());", "bad-option", "not a promise"),
        ("host().roots = 'article';", "bad-option", "roots: must be an element"),
        ("host().roots = document.querySelectorAll('.nothing');", "no-article", "roots: is an empty list"),
    ] {
        user.open(&Page::sample());
        assert_eq!(user.ready(), (3, 3));
        user.ask(script);
        let error = user.hears("error");
        assert_eq!(error.detail["code"], code, "{script}: {}", error.detail);
        assert!(error.detail["message"].as_str().is_some_and(|said| said.contains(says)), "{script}: {}", error.detail);
        assert!(user.article_is_as_sent(), "{script}");
    }
}
