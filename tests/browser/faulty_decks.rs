//! What happens when cards of a deck are wrong? They are left out, the others work, and the error names deck and card.

use crate::failures::deck_at;
use crate::harness::{Answer, Page, User, sample, stories, term};
use serde_json::json;
use std::time::Duration;

stories![
    a_deck_that_throws_or_holds_itself_is_refused,
    a_card_with_faults_is_left_out_alone,
    an_error_about_a_deck_names_it_and_the_card,
    a_deck_with_many_faults_tells_each_once,
    a_site_that_takes_the_element_away_when_it_is_told_gets_its_article_back,
    a_term_of_a_hundred_thousand_forms_takes_no_other_card_with_it,
];

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

/// The finder tells of a fault before anything is marked.
fn a_site_that_takes_the_element_away_when_it_is_told_gets_its_article_back(user: &User) {
    let mut deck = sample::deck();
    deck["cards"][0]["title"] = json!("");
    for options in ["", "mode=\"highlight\""] {
        let remove = "addEventListener('context-cards:error', ({ target }) => target.remove());";
        user.open(&Page::sample().deck(&deck).options(options).script(remove));
        user.until_holds("it was told, and is gone", "!document.querySelector('context-cards')");
        user.stays_for(300.0, "the article is as it was sent", || user.article_is_as_sent());
        assert!(user.holds("!CSS.highlights?.size"), "nothing is painted");
        assert!(user.faults().is_empty(), "{}", user.log());
    }
    // Or gives it another deck.
    user.site.put("/good.json", Answer::json(sample::deck().to_string()));
    let replace = "addEventListener('context-cards:error', ({ target }) => target.setAttribute('deck', '/good.json'));";
    user.open(&Page::sample().deck(&deck).script(replace));
    user.until_holds("all three are marked", "document.querySelectorAll('context-term').length === 3");
    user.ask("host().remove();");
    user.until("the article is as it was sent", || user.article_is_as_sent().then_some(()));
}

fn a_term_of_a_hundred_thousand_forms_takes_no_other_card_with_it(user: &User) {
    let mut deck = sample::deck();
    let forms: Vec<String> = (0..130_000).map(|at| format!("form {at}")).collect();
    deck["cards"][0]["terms"] = json!([{"text": "CECOT", "forms": forms}]);
    user.open(&Page::sample().deck(&deck));
    user.until_holds("the others are marked", "term('court-order') && term('bitcoin-policy')");
    user.hover(&term("court-order"));
    user.sees_card("The court order");
    user.until_holds("it is left out itself", "!term('cecot')");
    let error = user.hears("error");
    assert_eq!(error.detail["code"], "deck-faulty", "{}", error.detail);
    assert!(user.faults().is_empty(), "{}", user.log());
}
