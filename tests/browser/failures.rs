//! What happens when something is wrong? The article stays as it was, and one error says why.

use crate::harness::{Answer, Engine, Origin, Page, User, element, sample, stories, term};
use serde_json::json;
use std::time::Duration;

stories![
    a_deck_that_throws_or_holds_itself_is_refused,
    a_deck_that_cannot_be_fetched,
    a_deck_that_cannot_be_read,
    a_deck_that_is_not_named,
    an_article_that_is_not_there,
    a_card_with_faults_is_left_out_alone,
    an_error_about_a_deck_names_it_and_the_card,
    a_deck_with_many_faults_tells_each_once,
    a_site_that_takes_away_what_fails_keeps_the_others,
    nonsense_in_an_option_keeps_its_default,
    a_list_that_the_page_does_not_have_is_told_so,
    webassembly_forbidden_by_the_page,
    webassembly_that_does_not_come,
    a_program_that_never_answers_is_told,
    files_of_two_versions_are_told,
    webassembly_under_a_wrong_type_still_runs,
    the_network_gone_after_the_loader,
    slow_files_only_come_later,
];

/// The page fails with exactly one error of this code, and nothing else about it has changed.
fn fails_with(user: &User, page: &Page, code: &str) {
    user.open(page);
    assert_eq!(user.ready(), (0, 0), "{code}: nothing is there");
    has_failed_with(user, code);
}

fn has_failed_with(user: &User, code: &str) {
    let error = user.hears("error");
    assert_eq!(error.detail["code"], code, "{}", error.detail);
    assert!(
        error.detail["message"].as_str().is_some_and(|text| text.len() > 10),
        "it says what to do: {}",
        error.detail
    );
    assert!(error.travels && error.from == "context-cards");
    user.stays_for(300.0, &format!("{code}: the article is as it was sent"), || user.article_is_as_sent());
    assert_eq!(user.heard("error").len(), 1, "{code}: said once");
    assert!(user.faults().is_empty(), "{code}: no exception besides: {:?}", user.faults());
    let console = user.console();
    let is_warning =
        |line: &String| line.starts_with("warn: context-cards: ") && line.ends_with('.') && line.len() > 70;
    assert!(
        console.len() == 1 && console.iter().all(is_warning),
        "{code}: one warning that says what to do: {console:?}"
    );
}

fn deck_at(url: &str) -> Page {
    Page::sample().element(&format!("<context-cards deck=\"{url}\" for=\"article\"></context-cards>"))
}

fn a_deck_that_cannot_be_fetched(user: &User) {
    let mut other = Origin::empty();
    other.put("/deck.json", Answer::json(sample::deck().to_string()));
    user.site.put("/cut.json", Answer::json(sample::deck().to_string()).cut());
    fails_with(user, &deck_at("/no-such-deck.json"), "deck-unreachable");
    // `WebKit` takes a body that was cut for a whole one.
    let cut = if user.browser.engine == Engine::WebKit { "deck-unreadable" } else { "deck-unreachable" };
    fails_with(user, &deck_at("/cut.json"), cut);
    // Its origin does not let this page read it.
    fails_with(user, &deck_at(&other.url("/deck.json")), "deck-unreachable");
    other.close();
    fails_with(user, &deck_at(&other.url("/deck.json")), "deck-unreachable");
}

fn a_deck_that_cannot_be_read(user: &User) {
    user.site.put("/text.json", Answer::json("<!doctype html><title>Sign in</title>"));
    fails_with(user, &deck_at("/text.json"), "deck-unreadable");
    let mut future = sample::deck();
    future["version"] = json!(2);
    for text in ["", "{", "[]", "null", "{\"feed\": []}", "{\"version\": 1, \"cards\": 7}", &future.to_string()] {
        fails_with(user, &Page::sample().deck_text(text), "deck-unreadable");
    }
}

fn a_deck_that_is_not_named(user: &User) {
    let nameless = Page::sample().element("<context-cards for=\"article\"></context-cards>");
    fails_with(user, &nameless, "bad-option");
    fails_with(user, &deck_at(" "), "bad-option");
    fails_with(user, &deck_at("#nowhere"), "deck-unreachable");
    fails_with(user, &deck_at("https://"), "deck-unreachable");
}

fn an_article_that_is_not_there(user: &User) {
    fails_with(user, &Page::sample().options("for='#nowhere'"), "no-article");
    fails_with(user, &Page::sample().options("for='###'"), "bad-option");
}

fn a_card_with_faults_is_left_out_alone(user: &User) {
    let mut deck = sample::deck();
    // What keeps a card from being found is told when terms are looked for.
    deck["cards"][0]["title"] = json!(7);
    user.open(&Page::sample().deck(&deck));
    assert_eq!(user.ready(), (2, 2), "the other cards and their terms");
    one_card_is_left_out(user, "cards[0].title");
    // What only keeps it from being shown, when the cards are read: its mark goes then.
    let mut deck = sample::deck();
    deck["cards"][0]["timeline"][0]["date"] = json!("2025-13");
    for load in ["idle", "eager"] {
        user.open(&Page::sample().deck(&deck).options(&format!("load=\"{load}\"")));
        // Under `eager` the widget may be there first, and its card is then none of those that are ready.
        assert!(user.ready().0 == 3 || load == "eager");
        user.hover(&term("bitcoin-policy"));
        one_card_is_left_out(user, "cards[0].timeline[0].date");
    }
}

fn one_card_is_left_out(user: &User, path: &str) {
    let error = user.hears("error");
    assert_eq!(error.detail["code"], "deck-faulty");
    assert_eq!(error.detail["problems"].as_array().map(Vec::len), Some(1), "{}", error.detail);
    assert_eq!(error.detail["problems"][0]["path"], path);
    user.until_holds("it has no mark", "term('cecot') === undefined");
    user.hover(&term("court-order"));
    user.sees_card("The court order");
    assert_eq!(user.heard("error").len(), 1, "it is told once");
}

fn an_error_about_a_deck_names_it_and_the_card(user: &User) {
    let (mut unfindable, mut unshowable) = (sample::deck(), sample::deck());
    unfindable["cards"][1]["summary"] = json!(7);
    unshowable["cards"][0]["updated"] = json!("yesterday");
    let mut future = sample::deck();
    future["version"] = json!(2);
    user.site.put("/a/future.json", Answer::json(future.to_string()));
    user.site.put("/a/unfindable.json", Answer::json(unfindable.to_string()));
    user.site.put("/a/unshowable.json", Answer::json(unshowable.to_string()));
    let decks = "/a/nowhere.json /a/future.json /a/unshowable.json /a/unfindable.json";
    user.open(&deck_at(decks));
    user.ready();
    user.hover(&term("bitcoin-policy"));
    user.sees_card("The Bitcoin policy");
    user.until_holds("four warnings", "log.console.length === 4");
    let console = user.console().join("\n");
    for part in [
        "/a/nowhere.json could not be fetched",
        "/a/future.json: version: must be the number 1",
        "/a/unshowable.json: card \"cecot\", cards[0].updated: ",
        "/a/unfindable.json: card \"court-order\", cards[1].summary: must be text",
    ] {
        assert!(console.contains(part), "{part}: {console}");
    }
    let named = user.heard("error").into_iter().filter_map(|error| error.detail["deck"].as_str().map(str::to_owned));
    let mut named: Vec<String> = named.collect();
    named.sort_unstable();
    assert_eq!(named, ["/a/future.json", "/a/unfindable.json", "/a/unshowable.json"], "as the attribute has them");
    // Of an inline deck its selector, of a parsed one its place.
    for (page, name) in [
        (Page::sample().deck(&unfindable), "#deck"),
        (
            Page::sample().element("<context-cards for=\"article\"></context-cards>").script(&format!(
                "document.addEventListener('DOMContentLoaded', () => {{ document.querySelector('context-cards').decks = [{}, {unfindable}]; }});",
                sample::deck_of(&[])
            )),
            "decks[1]",
        ),
    ] {
        user.open(&page);
        user.ready();
        let part = format!("warn: context-cards: {name}: card \"court-order\", cards[1].summary: must be text");
        user.until_holds(name, "log.console.length === 1");
        assert!(user.console()[0].starts_with(&part), "{:?}", user.console());
        assert_eq!(user.hears("error").detail["deck"], name);
    }
}

fn a_deck_with_many_faults_tells_each_once(user: &User) {
    // One that the finder sees, one that it sees when all terms are known, and two that only the widget sees.
    let mut cards = sample::deck()["cards"].as_array().cloned().unwrap_or_default();
    cards.push(sample::lone_card("untitled", "", "prison"));
    cards.push(sample::lone_card("rival", "A rival", "Bitcoin policy"));
    cards[1]["updated"] = json!("yesterday");
    cards[2]["updated"] = json!("tomorrow");
    user.site.put("/faulty.json", Answer::json(sample::deck_of(&cards).to_string()));
    user.open(&deck_at("/faulty.json"));
    user.ready();
    let error = user.hears("error");
    assert_eq!(error.detail["code"], "deck-faulty");
    let paths: Vec<&str> =
        error.detail["problems"].as_array().into_iter().flatten().filter_map(|p| p["path"].as_str()).collect();
    assert_eq!(paths, ["cards[3].title", "cards[4].terms"], "{}", error.detail);
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.until_holds("no marks of the others", "!term('court-order') && !term('bitcoin-policy')");
    let told = |user: &User| -> Vec<String> {
        let errors = user.heard("error").into_iter();
        let problems = errors.flat_map(|error| error.detail["problems"].as_array().cloned().unwrap_or_default());
        problems.filter_map(|problem| problem["path"].as_str().map(str::to_owned)).collect()
    };
    let all = ["cards[3].title", "cards[4].terms", "cards[1].updated", "cards[2].updated"];
    assert_eq!(told(user), all, "each card is told once");
    assert_eq!(user.console().len(), 1, "and the deck, in the console: {:?}", user.console());
    // When another deck comes late, it is read again.
    let other = sample::deck_of(&[sample::lone_card("people", "The people", "people held in it")]).to_string();
    user.site.put("/late.json", Answer::json(other).after(Duration::from_secs(3)));
    user.open(&deck_at("/faulty.json /late.json"));
    user.until_holds("the late deck", "term('people')");
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.until_holds("no marks of the others", "!term('court-order') && !term('bitcoin-policy')");
    assert_eq!(told(user), all, "still once");
    assert_eq!(user.console().len(), 1, "{:?}", user.console());
    user.ask("host().setAttribute('list', '#nowhere');");
    user.until_holds("what else fails is warned of", "log.console.length === 2");
}

/// A fault that only the widget sees, and a site that removes what tells of one.
fn a_site_that_takes_away_what_fails_keeps_the_others(user: &User) {
    let mut faulty = sample::deck();
    faulty["cards"][1]["updated"] = json!("yesterday");
    user.site.put("/faulty.json", Answer::json(faulty.to_string()));
    let good = sample::deck_of(&[sample::lone_card("valley", "The valley", "deep valley")]).to_string();
    user.site.put("/good.json", Answer::json(good));
    let elements = "<context-cards deck=\"/faulty.json\" for=\"article\"></context-cards>\
        <context-cards deck=\"/good.json\" for=\"#second\"></context-cards>";
    let remove = "addEventListener('context-cards:error', ({ target }) => target.remove());";
    let page = Page::sample().element(elements).after("<p id=\"second\">Of a deep valley.</p>").script(remove);
    user.open(&page);
    user.until_holds("both are marked", "term('cecot') && term('valley')");
    user.hover(&term("cecot"));
    user.until_holds("the first is gone", "!term('cecot') && host().getAttribute('for') === '#second'");
    user.hover(&term("valley"));
    user.sees_card("The valley");
    assert_eq!(user.heard("error").len(), 1, "{}", user.log());
    assert!(user.faults().is_empty(), "{}", user.log());
}

fn a_list_that_the_page_does_not_have_is_told_so(user: &User) {
    for (value, expected) in
        [("#nowhere", "list: \"#nowhere\" matches nothing on this page"), ("###", "list: \"###\" is not understood")]
    {
        user.open(&Page::sample().options(&format!("list=\"{value}\"")));
        assert_eq!(user.ready(), (3, 3));
        let error = user.hears("error");
        assert_eq!(error.detail["code"], "bad-option");
        assert!(error.detail["message"].as_str().is_some_and(|said| said.starts_with(expected)), "{}", error.detail);
        user.until_holds("a warning", "log.console.length === 1");
    }
}

fn nonsense_in_an_option_keeps_its_default(user: &User) {
    for (attribute, value) in [
        ("mark", "sometimes"),
        ("skip", "###"),
        ("theme", "purple"),
        ("published", "yesterday"),
        ("open-delay", "soon"),
        ("close-delay", "-5"),
        ("load", "later"),
    ] {
        user.open(&Page::sample().options(&format!("{attribute}=\"{value}\"")));
        assert_eq!(user.ready(), (3, 3), "with {attribute}={value}");
        let error = user.hears("error");
        assert_eq!(error.detail["code"], "bad-option", "with {attribute}={value}: {}", error.detail);
        assert!(error.detail.to_string().contains(attribute), "it names {attribute}: {}", error.detail);
        assert_eq!(user.heard("error").len(), 1, "with {attribute}={value}");
        user.hover(&term("cecot"));
        user.sees_card("CECOT");
    }
}

fn a_deck_that_throws_or_holds_itself_is_refused(user: &User) {
    user.open(&Page::sample());
    user.ready();
    let codes = user.ask(
        "return (async () => {
           const said = [];
           addEventListener('context-cards:error', ({ detail }) => said.push(detail.code));
           const article = document.createElement('article');
           document.body.append(article);
           const held = { version: 1, lang: 'en', title: 'It', sources: [], cards: [] };
           held.cards.push(held);
           const thrown = { get version() { throw new Error('no'); } };
           for (const deck of [held, thrown, null, 7, [[]], { version: 1, lang: 'en', title: 'It', sources: [], cards: [held] }]) {
             const element = document.createElement('context-cards');
             Object.assign(element, { roots: [article], decks: [deck] });
             document.body.append(element);
             await element.ready;
             said.push(element.cards.length);
             element.remove();
           }
           return said.join();
         })();",
    );
    let codes = codes.as_str().unwrap_or_default();
    assert_eq!(codes.matches("deck-").count(), 6, "each is told of: {codes}");
    assert_eq!(user.marks().len(), 3, "and the widget that is there goes on");
}

fn webassembly_forbidden_by_the_page(user: &User) {
    fails_with(user, &Page::sample().header("Content-Security-Policy", "script-src 'self'"), "wasm-blocked");
    // What a script asks for meanwhile, or at once, is forbidden too, and told with it.
    for options in ["", "load=eager"] {
        let strict = Page::sample().header("Content-Security-Policy", "script-src 'self'").options(options);
        user.open(&strict);
        user.ready();
        user.hears("error");
        user.ask("host().open('cecot'); host().openPanel();");
        user.stays_for(700.0, "told once", || user.heard("error").len() == 1);
        assert!(user.faults().is_empty() && user.console().len() == 1, "{:?}", user.console());
    }
    // What the README asks of such a site is enough.
    user.open(&Page::sample().header("Content-Security-Policy", "script-src 'self' 'wasm-unsafe-eval'"));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
}

fn webassembly_that_does_not_come(user: &User) {
    for (file, answer) in [
        ("_bg.wasm", Answer::status(404)),
        ("_bg.wasm", Answer::of("application/wasm", vec![0; 4096]).cut()),
        ("_bg.wasm", Answer::html("<!doctype html><title>Sign in</title>")),
        (".js", Answer::status(503)),
        (".js", Answer::html("<!doctype html><title>Sign in</title>")),
    ] {
        let site = |program: &str| {
            let cdn = Origin::with_the_release();
            cdn.always("Access-Control-Allow-Origin", "*");
            cdn.put(&["/", program, file].concat(), answer.clone());
            cdn
        };
        let cdn = site("finder");
        fails_with(user, &Page::sample().loader(&cdn.url("/context-cards.js")), "wasm-unreachable");
        // The terms are marked, and the card cannot come: a mark that does nothing does not stay.
        let cdn = site("widget");
        user.open(&Page::sample().loader(&cdn.url("/context-cards.js")));
        assert_eq!(user.ready(), (3, 3));
        user.hover(&term("cecot"));
        has_failed_with(user, "wasm-unreachable");
    }
}

fn a_program_that_never_answers_is_told(user: &User) {
    // The page's clock runs fifty times as fast, so that nobody waits for twenty seconds.
    let hurry = "const [wait, timeout] = [setTimeout, AbortSignal.timeout];
        window.setTimeout = (call, time, ...rest) => wait(call, time / 50, ...rest);
        AbortSignal.timeout = (time) => timeout.call(AbortSignal, time / 50);";
    for file in ["/finder.js", "/finder_bg.wasm"] {
        let cdn = Origin::with_the_release();
        cdn.always("Access-Control-Allow-Origin", "*");
        cdn.put(file, Answer::status(200).after(Duration::from_secs(8)));
        user.open(&Page::sample().loader(&cdn.url("/context-cards.js")).script(hurry));
        // A driver may wait by the page's own clock: `ready` is asked for once it is settled.
        user.hears("error");
        assert_eq!(user.ready(), (0, 0), "{file}");
        has_failed_with(user, "wasm-unreachable");
    }
}

fn files_of_two_versions_are_told(user: &User) {
    let program = |name: &str| std::fs::read(crate::harness::release().join(name)).unwrap_or_default();
    let wasm = |name: &str| Answer::of("application/wasm", program(name));
    let script = |code: &str| Answer::of("text/javascript", code.as_bytes().to_vec());
    for (file, other, code) in [
        ("/start.js", script("export const begin = () => {};"), "internal"),
        ("/finder.js", script("export class Terms {}"), "wasm-unreachable"),
        ("/finder_bg.wasm", wasm("widget_bg.wasm"), "wasm-unreachable"),
    ] {
        let cdn = Origin::with_the_release();
        cdn.always("Access-Control-Allow-Origin", "*");
        cdn.put(file, other);
        fails_with(user, &Page::sample().loader(&cdn.url("/context-cards.js")), code);
    }
    let cdn = Origin::with_the_release();
    cdn.always("Access-Control-Allow-Origin", "*");
    cdn.put("/widget_bg.wasm", wasm("finder_bg.wasm"));
    user.open(&Page::sample().loader(&cdn.url("/context-cards.js")));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    has_failed_with(user, "wasm-unreachable");
}

fn webassembly_under_a_wrong_type_still_runs(user: &User) {
    let file = crate::harness::release().join("finder_bg.wasm");
    let bytes = std::fs::read(&file).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
    for media_type in ["application/octet-stream", "application/wasm; charset=utf-8"] {
        user.site.put("/finder_bg.wasm", Answer::of(media_type, bytes.clone()));
        user.open(&Page::sample());
        assert_eq!(user.ready(), (3, 3), "{media_type}");
        assert!(user.heard("error").is_empty() && user.console().is_empty(), "{media_type}");
    }
}

fn the_network_gone_after_the_loader(user: &User) {
    let mut cdn = Origin::with_the_release();
    cdn.always("Access-Control-Allow-Origin", "*");
    user.open(&Page::sample().loader(&cdn.url("/context-cards.js")).options(r#"load="intent""#));
    user.until("the loader is there", || cdn.was_asked_for("/context-cards.js").then_some(()));
    user.until_holds("and has run", "customElements.get('context-cards')");
    cdn.close();
    user.hover(&element("article p"));
    assert_eq!(user.ready(), (0, 0));
    has_failed_with(user, "wasm-unreachable");
}

fn slow_files_only_come_later(user: &User) {
    let slow = |answer: Answer| answer.after(Duration::from_millis(900));
    user.site.put("/deck.json", slow(Answer::json(sample::deck().to_string())));
    user.open(&deck_at("/deck.json"));
    assert!(user.article_is_as_sent(), "the page has loaded, and waits for nothing");
    assert_eq!(user.ready(), (3, 3));
    // Gone before its deck has come: nobody is there to be marked for.
    user.open(&deck_at("/deck.json"));
    user.ask("host().remove();");
    user.stays_for(1500.0, "a removed element marks nothing", || user.article_is_as_sent());
    assert!(user.faults().is_empty() && user.heard("error").is_empty(), "{:?}", user.faults());
}
