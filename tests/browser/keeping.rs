//! Does a reader have context where the deck fails today (`keep`), and does an open page hear of a newer deck (`refresh`)?

use crate::harness::{Answer, ESCAPE, Origin, Page, User, sample, stories, term};
use serde_json::{Value, json};
use std::time::Duration;

/// Why stories of kept decks are not told in `WebKit`.
const NO_CACHES: &str = "its pages under automation keep no caches from one page to the next";

stories![
    the_last_good_deck_stands_in_for_one_that_fails except [WebKit: NO_CACHES],
    the_last_good_deck_is_there_offline except [WebKit: NO_CACHES],
    a_deck_that_never_answers_is_given_up except [WebKit: NO_CACHES],
    nothing_is_kept_unasked,
    an_open_page_hears_of_a_newer_deck,
    a_newer_deck_waits_for_the_reader,
    switching_the_deck_off_reaches_open_pages,
];

/// The page's clock runs so much faster: nobody waits for ten seconds.
const HURRY: &str = "{ const wait = setTimeout; window.setTimeout = (call, time = 0, ...rest) => wait(call, time >= 10000 ? time / 20 : time, ...rest); }";

fn page(options: &str) -> Page {
    Page::sample().element(&format!("<context-cards deck=\"/kept.json\" for=\"article\" {options}></context-cards>"))
}

fn serve(user: &User, deck: &Value) {
    user.site.put("/kept.json", Answer::json(deck.to_string()).header("Cache-Control", "no-cache"));
}

/// The sample's deck with another title on its first card.
fn renamed(title: &str) -> Value {
    let mut deck = sample::deck();
    deck["cards"][0]["title"] = json!(title);
    deck
}

/// Waits until there is a copy of one deck.
fn kept(user: &User) {
    user.until("the copy is kept", || {
        let kept = user
            .ask("return caches.open('context-cards-decks').then((cache) => cache.keys()).then((all) => all.length);");
        (kept == 1).then_some(())
    });
}

fn the_last_good_deck_stands_in_for_one_that_fails(user: &User) {
    let keep = page("keep=\"last-good\"");
    serve(user, &sample::deck());
    user.open(&keep);
    assert_eq!(user.ready(), (3, 3));
    assert!(user.heard("error").is_empty(), "{}", user.log());
    kept(user);
    let mut future = sample::deck();
    future["version"] = json!(2);
    for (name, answer, code) in [
        ("not there", Answer::status(404), "deck-unreachable"),
        ("a server that is down", Answer::status(503), "deck-unreachable"),
        ("a login page", Answer::html("<!doctype html><title>Sign in</title>"), "deck-unreadable"),
        ("another version", Answer::json(future.to_string()), "deck-unreadable"),
        ("no deck", Answer::json("[]"), "deck-unreadable"),
    ] {
        user.site.put("/kept.json", answer);
        user.open(&keep);
        assert_eq!(user.ready(), (3, 3), "{name}: the copy is there");
        let error = user.hears("error");
        assert_eq!(error.detail["code"], code, "{name}: {}", error.detail);
        let kept = error.detail["kept"].as_str().unwrap_or_default();
        assert!(kept.ends_with("GMT"), "{name}: it says of when the copy is: {}", error.detail);
        assert_eq!(user.heard("error").len(), 1, "{name}");
        user.hover(&term("cecot"));
        user.sees_card("CECOT");
        assert!(user.faults().is_empty(), "{name}: {:?}", user.faults());
    }
    // The kill switch is no failure, and stays thrown where the next answer fails.
    let mut off = sample::deck();
    off["enabled"] = json!(false);
    for answer in [Answer::json(off.to_string()), Answer::status(404)] {
        user.site.put("/kept.json", answer);
        user.open(&keep);
        user.ready();
        assert!(user.marks().is_empty() && user.article_is_as_sent());
    }
}

fn the_last_good_deck_is_there_offline(user: &User) {
    let mut host = Origin::empty();
    host.always("Access-Control-Allow-Origin", "*");
    host.put("/deck.json", Answer::json(sample::deck().to_string()));
    let page = |keep: &str| {
        let url = host.url("/deck.json");
        Page::sample().element(&format!("<context-cards deck=\"{url}\" for=\"article\" {keep}></context-cards>"))
    };
    let (keep, plain) = (page("keep=\"last-good\""), page(""));
    user.open(&keep);
    assert_eq!(user.ready(), (3, 3));
    kept(user);
    host.close();
    user.open(&keep);
    assert_eq!(user.ready(), (3, 3), "the host is gone, and the copy is there");
    assert_eq!(user.hears("error").detail["code"], "deck-unreachable");
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.open(&plain);
    assert_eq!(user.ready(), (0, 0), "nobody has asked for the copy");
}

fn a_deck_that_never_answers_is_given_up(user: &User) {
    // Timers that give up run fifty times as fast: nobody waits for twenty seconds.
    let hurry = "const timeout = AbortSignal.timeout;
        AbortSignal.timeout = (time) => timeout.call(AbortSignal, time / 50);";
    serve(user, &sample::deck());
    user.open(&page("keep=\"last-good\""));
    assert_eq!(user.ready(), (3, 3));
    kept(user);
    let never = Answer::json(sample::deck().to_string()).after(Duration::from_secs(8));
    user.site.put("/kept.json", never);
    for (keep, found) in [("", (0, 0)), ("keep=\"last-good\"", (3, 3))] {
        user.open(&page(keep).script(hurry));
        assert_eq!(user.hears("error").detail["code"], "deck-unreachable", "{keep}");
        assert_eq!(user.ready(), found, "{keep}");
        assert_eq!(user.heard("error").len(), 1, "{keep}");
        assert!(user.faults().is_empty(), "{keep}: {:?}", user.faults());
    }
}

fn nothing_is_kept_unasked(user: &User) {
    serve(user, &sample::deck());
    user.open(&page(""));
    assert_eq!(user.ready(), (3, 3));
    assert_eq!(user.ask("return caches.keys().then((all) => all.length);"), 0);
    assert!(!user.site.was_asked_for("/refresh.js"));
    for nonsense in ["keep=\"all\"", "refresh=\"5\"", "refresh=\"often\""] {
        user.open(&page(nonsense));
        assert_eq!(user.ready(), (3, 3));
        assert_eq!(user.hears("error").detail["code"], "bad-option", "{nonsense}");
    }
}

fn an_open_page_hears_of_a_newer_deck(user: &User) {
    serve(user, &sample::deck());
    user.open(&page("refresh=\"10\"").script(HURRY));
    assert_eq!(user.ready(), (3, 3));
    serve(user, &renamed("A prison"));
    user.until_holds(
        "the newer deck is there",
        "host().cards[0]?.title === 'A prison' && host().cards[0].mentions === 1",
    );
    assert_eq!(user.marks().len(), 3);
    user.hover(&term("cecot"));
    user.sees_card("A prison");
    // What fails meanwhile changes nothing.
    user.site.put("/kept.json", Answer::status(503));
    let asked = user.site.requests().len();
    user.until("it asks again", || (user.site.requests().len() > asked + 1).then_some(()));
    assert!(user.marks().len() == 3 && user.card().is_some());
    assert!(user.heard("error").is_empty() && user.faults().is_empty(), "{}", user.log());
}

fn a_newer_deck_waits_for_the_reader(user: &User) {
    serve(user, &sample::deck());
    user.open(&page("refresh=\"10\"").script(HURRY));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    serve(user, &renamed("A prison"));
    let asked = user.site.requests().len();
    user.until("it has asked twice", || (user.site.requests().len() > asked + 2).then_some(()));
    user.sees_card("CECOT");
    user.key(ESCAPE);
    user.until_holds("the newer deck is there", "host().cards[0]?.title === 'A prison' && term('cecot')");
    assert_eq!(user.marks().len(), 3);
}

fn switching_the_deck_off_reaches_open_pages(user: &User) {
    serve(user, &sample::deck());
    user.open(&page("refresh=\"60\" keep=\"last-good\"").script(HURRY));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    let mut off = sample::deck();
    off["enabled"] = json!(false);
    serve(user, &off);
    user.until("the marks are gone", || user.article_is_as_sent().then_some(()));
    assert!(user.card().is_none() && user.marks().is_empty());
    serve(user, &sample::deck());
    user.until_holds("and come back", "term('cecot')");
    assert!(user.heard("error").is_empty() && user.faults().is_empty(), "{}", user.log());
}
