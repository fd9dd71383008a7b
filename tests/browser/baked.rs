//! Does a page that was published with its marks cost nothing until a card is wanted, and then show it like any other?

use crate::harness::{
    Answer, ENTER, ESCAPE, NO_TOUCH, NO_TREE, Page, SPACE, Spot, User, element, release, stories, term, the_card,
};
use serde_json::json;
use std::time::Duration;

stories![
    nothing_is_fetched_until_a_card_is_wanted,
    the_first_intent_opens_its_card,
    the_first_tap_opens_its_sheet_and_back_closes_it except [WebKit: NO_TOUCH],
    the_first_press_of_a_key_leads_into_the_card,
    a_slow_card_shows_that_it_is_coming,
    what_a_screen_reader_is_told except [Firefox: NO_TREE, WebKit: NO_TREE],
    a_mention_in_pieces_is_one,
    a_script_an_address_and_a_list_fetch_the_card,
    no_date_of_its_sources_or_timelines_is_the_articles,
];

pub const LINK: &str = "term('cecot').firstElementChild";

pub fn link() -> Spot {
    Spot::Element(LINK.into())
}

pub fn open(user: &User, page: &Page) {
    user.open(page);
    assert_eq!(user.ready(), (3, 3));
}

/// What was fetched for the widget so far.
pub fn fetched(user: &User) -> Vec<String> {
    let own = ["/page", "/log.js", "/font.js", "/favicon.ico"];
    let paths = user.site.requests().into_iter().map(|(path, _)| path);
    paths.filter(|path| !own.contains(&path.as_str())).collect()
}

fn nothing_is_fetched_until_a_card_is_wanted(user: &User) {
    open(user, &Page::baked());
    let ready = user.hears("ready");
    assert_eq!(ready.detail, json!({"cards": 3, "terms": 3}));
    user.hover(&element("article p:last-of-type"));
    user.stays_for(1500.0, "only the loader is fetched", || fetched(user) == ["/context-cards.js"]);
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    let fetched = fetched(user);
    assert!(!fetched.iter().any(|path| path.contains("finder") || path.contains("deck")), "{fetched:?}");
    assert_eq!(user.heard("ready").len(), 1);
    let cards = user.ask("return host().cards.map(({id, mentions}) => id + mentions).join();");
    assert_eq!(cards, "cecot1,court-order1,bitcoin-policy1");
}

fn the_first_intent_opens_its_card(user: &User) {
    for what in ["a rest", "a click", "the focus"] {
        open(user, &Page::baked());
        match what {
            "a rest" => user.hover(&link()),
            "a click" => user.click(&link()),
            _ => user.tab_to(&link()),
        }
        user.sees_card("CECOT");
        let trigger = if what == "the focus" { "keyboard" } else { "pointer" };
        assert_eq!(user.hears("open").detail["trigger"], trigger, "{what}");
        assert!(user.holds("location.hash === ''"), "{what}: the link leads nowhere");
        assert!(user.holds("!document.querySelector('details').open"), "{what}: the glossary stays as it is");
    }
}

fn the_first_tap_opens_its_sheet_and_back_closes_it(user: &User) {
    user.with_view(390, 720, || {
        open(user, &Page::baked().css("body { margin: 40px 12px; }"));
        user.tap(&link());
        user.sees_card("CECOT");
        assert_eq!(user.hears("open").detail["trigger"], "touch");
        user.command("/back", &json!({}));
        user.sees_no_card();
        assert!(user.holds("location.pathname === '/page' && location.hash === ''"));
    });
}

fn the_first_press_of_a_key_leads_into_the_card(user: &User) {
    open(user, &Page::baked_with(r#"open-delay="10000""#).css("article { min-height: 3000px; }"));
    user.tab_to(&link());
    user.key(ENTER);
    user.sees_card("CECOT");
    user.until_holds("the focus is in the card", "card().contains(focused())");
    user.key(ESCAPE);
    user.sees_no_card();
    user.stays_for(700.0, "closed, the focus on the link", || {
        user.card().is_none() && user.holds(&format!("focused() === {LINK}"))
    });
    assert!(user.holds("scrollY === 0 && location.hash === ''"));
    // As on any link.
    user.key(SPACE);
    user.until_holds("the space bar scrolls", "scrollY > 0");
}

/// The widget takes longer to come than a press waits before it says that a card is coming.
pub fn slow_widget(user: &User) {
    let widget = release().join("widget_bg.wasm");
    let bytes = std::fs::read(&widget).unwrap_or_else(|fault| panic!("{}: {fault}", widget.display()));
    let answer = Answer::of("application/wasm", bytes).after(Duration::from_millis(1500));
    user.site.put("/widget_bg.wasm", answer);
}

fn a_slow_card_shows_that_it_is_coming(user: &User) {
    slow_widget(user);
    open(user, &Page::baked());
    user.click(&link());
    user.until_holds("it says so", "term('cecot').ariaBusy === 'true'");
    user.sees_card("CECOT");
    user.until_holds("no longer", "term('cecot').ariaBusy === null");
}

fn what_a_screen_reader_is_told(user: &User) {
    open(user, &Page::baked());
    user.is_told_as("baked-closed", "document.querySelector('article p')");
    user.hover(&link());
    user.sees_card("CECOT");
    user.is_told_as("baked-open", "document.querySelector('article p')");
    let violations: Vec<String> = user.violations().into_iter().filter(|line| !line.starts_with("region at")).collect();
    assert_eq!(violations, Vec::<String>::new(), "but for landmarks, which the sample has none of");
}

fn a_mention_in_pieces_is_one(user: &User) {
    open(user, &Page::baked());
    user.hover(&element("article p em a"));
    user.sees_card("The court order");
    assert_eq!(user.hears("open").detail["term"], "federal court order");
    user.until_holds("all of it shows that", "document.querySelectorAll('context-term[data-open]').length === 3");
    assert!(user.holds("document.querySelectorAll('[aria-expanded]').length === 1"));
    user.travel(&element("article p em a"), &the_card(), 160);
    user.keeps_seeing("The court order");
}

fn a_script_an_address_and_a_list_fetch_the_card(user: &User) {
    open(user, &Page::baked());
    user.ask("host().open('court-order');");
    user.sees_card("The court order");
    open(user, &Page::baked());
    user.ask("location.hash = '#context=bitcoin-policy';");
    user.sees_card("The Bitcoin policy");
    open(user, &Page::baked());
    user.ask("host().openPanel();");
    user.until_holds("the list has the cards", "host().shadowRoot.querySelectorAll('[part~=list] li').length === 3");
    open(user, &Page::baked_with("list='#box'").after("<aside id='box'></aside>"));
    let listed = "document.querySelector('#box > *')?.shadowRoot.textContent.includes('The court order')";
    user.until_holds("a list stands in its place", listed);
    open(user, &Page::baked_with("load='eager'"));
    user.until("eager brings the card's program at once", || user.site.was_asked_for("/widget.js").then_some(()));
    assert!(!user.site.was_asked_for("/finder.js"));
}

/// Dates of sources stand in the page's linked data, those of timelines in its glossary.
fn no_date_of_its_sources_or_timelines_is_the_articles(user: &User) {
    let undated = crate::harness::baked();
    let dated = undated.replacen("<p>", "<p><time datetime=\"2026-03-01\">1 March</time></p><p>", 1);
    let earlier = dated.replacen("2026-03-01", "2026-02-01", 1);
    for (article, is_later) in [(undated, false), (dated, false), (earlier, true)] {
        open(user, &Page::sent(&article));
        user.hover(&term("cecot"));
        let said = user.sees_card("CECOT").text;
        assert_eq!(said.contains("since this article was published"), is_later, "{said}");
    }
}
