//! What happens when something is wrong? The article stays as it was, and one error says why.

use crate::stage::{Answer, Engine, Origin, Page, Reader, element, sample, stories, term};
use serde_json::json;
use std::time::Duration;

stories![
    a_deck_that_throws_or_holds_itself_is_refused,
    a_deck_that_cannot_be_fetched,
    a_deck_that_cannot_be_read,
    a_deck_that_is_not_named,
    an_article_that_is_not_there,
    a_card_with_faults_is_left_out_alone,
    nonsense_in_an_option_keeps_its_default,
    webassembly_forbidden_by_the_page,
    webassembly_that_does_not_come,
    webassembly_under_a_wrong_type_still_runs,
    the_network_gone_after_the_loader,
    slow_files_only_come_later,
];

/// The page fails with exactly one error of this code, and nothing else about it has changed.
fn fails_with(reader: &Reader, page: &Page, code: &str) {
    reader.open(page);
    assert_eq!(reader.ready(), (0, 0), "{code}: nothing is there");
    has_failed_with(reader, code);
}

fn has_failed_with(reader: &Reader, code: &str) {
    let error = reader.hears("error");
    assert_eq!(error.detail["code"], code, "{}", error.detail);
    assert!(
        error.detail["message"].as_str().is_some_and(|text| text.len() > 10),
        "it says what to do: {}",
        error.detail
    );
    assert!(error.travels && error.from == "context-cards");
    reader.stays_for(300.0, &format!("{code}: the article is as it was sent"), || reader.article_is_as_sent());
    assert_eq!(reader.heard("error").len(), 1, "{code}: said once");
    assert!(reader.faults().is_empty(), "{code}: no exception besides: {:?}", reader.faults());
}

fn deck_at(url: &str) -> Page {
    Page::sample().element(&format!("<context-cards deck=\"{url}\" for=\"article\"></context-cards>"))
}

fn a_deck_that_cannot_be_fetched(reader: &Reader) {
    let mut other = Origin::empty();
    other.put("/deck.json", Answer::json(sample::deck().to_string()));
    reader.site.put("/cut.json", Answer::json(sample::deck().to_string()).cut());
    fails_with(reader, &deck_at("/no-such-deck.json"), "deck-unreachable");
    // `WebKit` takes a body that was cut for a whole one.
    let cut = if reader.browser.engine == Engine::WebKit { "deck-unreadable" } else { "deck-unreachable" };
    fails_with(reader, &deck_at("/cut.json"), cut);
    // Its origin does not let this page read it.
    fails_with(reader, &deck_at(&other.url("/deck.json")), "deck-unreachable");
    other.close();
    fails_with(reader, &deck_at(&other.url("/deck.json")), "deck-unreachable");
}

fn a_deck_that_cannot_be_read(reader: &Reader) {
    reader.site.put("/text.json", Answer::json("<!doctype html><title>Sign in</title>"));
    fails_with(reader, &deck_at("/text.json"), "deck-unreadable");
    let mut future = sample::deck();
    future["version"] = json!(2);
    for text in ["", "{", "[]", "null", "{\"feed\": []}", "{\"version\": 1, \"cards\": 7}", &future.to_string()] {
        fails_with(reader, &Page::sample().deck_text(text), "deck-unreadable");
    }
}

fn a_deck_that_is_not_named(reader: &Reader) {
    let nameless = Page::sample().element("<context-cards for=\"article\"></context-cards>");
    fails_with(reader, &nameless, "bad-option");
    fails_with(reader, &deck_at(" "), "bad-option");
    fails_with(reader, &deck_at("#nowhere"), "deck-unreachable");
    fails_with(reader, &deck_at("https://"), "deck-unreachable");
}

fn an_article_that_is_not_there(reader: &Reader) {
    fails_with(reader, &Page::sample().options("for='#nowhere'"), "no-article");
    fails_with(reader, &Page::sample().options("for='###'"), "bad-option");
}

fn a_card_with_faults_is_left_out_alone(reader: &Reader) {
    let mut deck = sample::deck();
    deck["cards"][0]["timeline"][0]["date"] = json!("2025-13");
    deck["cards"][0]["kind"] = json!("building");
    reader.open(&Page::sample().deck(&deck));
    assert_eq!(reader.ready(), (2, 2), "the other cards and their terms");
    let error = reader.hears("error");
    assert_eq!(error.detail["code"], "deck-faulty");
    let problems = error.detail["problems"].to_string();
    assert!(problems.contains("cards[0].timeline[0].date") && problems.contains("cards[0].kind"), "{problems}");
    assert_eq!(reader.heard("error").len(), 1, "every fault is in the one error");
    assert!(reader.holds("term('cecot') === undefined"));
    reader.hover(&term("court-order"));
    reader.sees_card("The court order");
}

fn nonsense_in_an_option_keeps_its_default(reader: &Reader) {
    for (attribute, value) in [
        ("mark", "sometimes"),
        ("skip", "###"),
        ("theme", "purple"),
        ("published", "yesterday"),
        ("open-delay", "soon"),
        ("close-delay", "-5"),
        ("load", "later"),
    ] {
        reader.open(&Page::sample().options(&format!("{attribute}=\"{value}\"")));
        assert_eq!(reader.ready(), (3, 3), "with {attribute}={value}");
        let error = reader.hears("error");
        assert_eq!(error.detail["code"], "bad-option", "with {attribute}={value}: {}", error.detail);
        assert!(error.detail.to_string().contains(attribute), "it names {attribute}: {}", error.detail);
        assert_eq!(reader.heard("error").len(), 1, "with {attribute}={value}");
        reader.hover(&term("cecot"));
        reader.sees_card("CECOT");
    }
}

fn a_deck_that_throws_or_holds_itself_is_refused(reader: &Reader) {
    reader.open(&Page::sample());
    reader.ready();
    let codes = reader.ask(
        "return (async () => {
           const { default: init, mount } = await import('/widget.js');
           await init();
           const said = [];
           addEventListener('context-cards:error', ({ detail }) => said.push(detail.code));
           const article = document.createElement('article');
           document.body.append(article);
           const held = { version: 1, lang: 'en', title: 'It', sources: [], cards: [] };
           held.sources.push(held);
           const thrown = { get version() { throw new Error('no'); } };
           for (const deck of [held, thrown, null, 7, [[]], { version: 1, lang: 'en', title: 'It', sources: [], cards: [held] }]) {
             const handle = mount(article, deck);
             await handle.ready;
             said.push(handle.cards.length);
             handle.free();
           }
           return said.join();
         })();",
    );
    let codes = codes.as_str().unwrap_or_default();
    assert_eq!(codes.matches("deck-").count(), 6, "each is told of: {codes}");
    assert_eq!(reader.marks().len(), 3, "and the widget that is there goes on");
}

fn webassembly_forbidden_by_the_page(reader: &Reader) {
    fails_with(reader, &Page::sample().header("Content-Security-Policy", "script-src 'self'"), "wasm-blocked");
    // What the README asks of such a site is enough.
    reader.open(&Page::sample().header("Content-Security-Policy", "script-src 'self' 'wasm-unsafe-eval'"));
    assert_eq!(reader.ready(), (3, 3));
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
}

fn webassembly_that_does_not_come(reader: &Reader) {
    for (file, answer) in [
        ("/widget_bg.wasm", Answer::status(404)),
        ("/widget_bg.wasm", Answer::of("application/wasm", vec![0; 4096]).cut()),
        ("/widget_bg.wasm", Answer::html("<!doctype html><title>Sign in</title>")),
        ("/widget.js", Answer::status(503)),
    ] {
        let cdn = Origin::with_the_release();
        cdn.always("Access-Control-Allow-Origin", "*");
        cdn.put(file, answer);
        fails_with(reader, &Page::sample().loader(&cdn.url("/context-cards.js")), "wasm-unreachable");
    }
}

fn webassembly_under_a_wrong_type_still_runs(reader: &Reader) {
    let file = crate::stage::release().join("widget_bg.wasm");
    let bytes = std::fs::read(&file).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
    reader.site.put("/widget_bg.wasm", Answer::of("application/octet-stream", bytes));
    reader.open(&Page::sample());
    assert_eq!(reader.ready(), (3, 3));
    assert!(reader.heard("error").is_empty());
}

fn the_network_gone_after_the_loader(reader: &Reader) {
    let mut cdn = Origin::with_the_release();
    cdn.always("Access-Control-Allow-Origin", "*");
    reader.open(&Page::sample().loader(&cdn.url("/context-cards.js")).options(r#"load="intent""#));
    reader.until("the loader is there", || cdn.was_asked_for("/context-cards.js").then_some(()));
    reader.until_holds("and has run", "customElements.get('context-cards')");
    cdn.close();
    reader.hover(&element("article p"));
    assert_eq!(reader.ready(), (0, 0));
    has_failed_with(reader, "wasm-unreachable");
}

fn slow_files_only_come_later(reader: &Reader) {
    let slow = |answer: Answer| answer.after(Duration::from_millis(900));
    reader.site.put("/deck.json", slow(Answer::json(sample::deck().to_string())));
    reader.open(&deck_at("/deck.json"));
    assert!(reader.article_is_as_sent(), "the page has loaded, and waits for nothing");
    assert_eq!(reader.ready(), (3, 3));
    // Gone before its deck has come: nobody is there to be marked for.
    reader.open(&deck_at("/deck.json"));
    reader.ask("host().remove();");
    reader.stays_for(1500.0, "a removed element marks nothing", || reader.article_is_as_sent());
    assert!(reader.faults().is_empty() && reader.heard("error").is_empty(), "{:?}", reader.faults());
}
