//! What happens when something is wrong? The article stays as it was, and one error says why.

use crate::harness::{Answer, Engine, Origin, Page, User, sample, stories, term};
use serde_json::json;

stories![
    a_deck_that_cannot_be_fetched,
    a_deck_that_cannot_be_read,
    a_deck_that_is_not_named,
    an_article_that_is_not_there,
    a_site_that_takes_away_what_fails_keeps_the_others,
    nonsense_in_an_option_keeps_its_default,
    a_list_that_the_page_does_not_have_is_told_so,
];

/// The page fails with exactly one error of this code, and nothing else about it has changed.
pub(crate) fn fails_with(user: &User, page: &Page, code: &str) {
    user.open(page);
    assert_eq!(user.ready(), (0, 0), "{code}: nothing is there");
    has_failed_with(user, code);
}

pub(crate) fn has_failed_with(user: &User, code: &str) {
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

pub(crate) fn deck_at(url: &str) -> Page {
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
