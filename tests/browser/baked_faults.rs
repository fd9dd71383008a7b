//! What is left of a page that was published with its marks when the widget goes, breaks or never comes? The page as it was delivered, whose
//! links lead to its glossary, and the press that was meant for a card leads there too.

use crate::baked::slow_widget;
use crate::harness::{Answer, Page, Spot, User, at, baked, stories, term};
use crate::panics::SABOTAGE;

stories![
    a_removed_element_leaves_the_page_as_it_was_delivered,
    a_crash_leaves_the_page_as_it_was_delivered,
    without_webassembly_the_press_leads_to_the_glossary,
    without_its_files_the_press_leads_to_the_glossary,
    a_card_that_cannot_be_shown_leaves_its_link,
    a_deck_that_cannot_be_read_leaves_the_links,
];

const IN_THE_GLOSSARY: &str = "location.hash === '#context-cecot'";

fn link() -> Spot {
    Spot::Element("term('cecot').firstElementChild".into())
}

fn open(user: &User, page: &Page) {
    user.open(page);
    assert_eq!(user.ready(), (3, 3));
}

/// Is the article as it was sent, to the byte, but for the element itself where that is gone?
fn is_as_delivered(user: &User) -> bool {
    user.holds(
        "(() => {
           const sent = log.articles[0];
           const left = host() ? sent : sent.replace(/<context-cards[^]*?<\\/context-cards>/, '');
           // One sheet is the harness's.
           return document.querySelector('article').innerHTML === left && document.adoptedStyleSheets.length < 2;
         })()",
    )
}

fn a_removed_element_leaves_the_page_as_it_was_delivered(user: &User) {
    for mention in ["cecot", "court-order"] {
        open(user, &Page::baked());
        user.hover(&term(mention));
        user.until("a card", || user.card());
        user.ask("host().remove();");
        user.until("all is as it was delivered", || is_as_delivered(user).then_some(()));
    }
    // While its card is coming: longer than a term waits before it says so.
    slow_widget(user);
    open(user, &Page::baked());
    user.click(&link());
    user.ask("host().remove();");
    user.stays_for(700.0, "nothing comes late", || is_as_delivered(user));
    user.ask("document.querySelector('article').append(document.createElement('context-cards'));");
    user.ask("document.querySelector('context-cards').setAttribute('deck', '#context-cards-deck');");
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("bitcoin-policy"));
    user.sees_card("The Bitcoin policy");
}

/// One error of this code, the press led to the glossary, and so does the next.
fn has_led_to_the_glossary(user: &User, code: &str) {
    assert_eq!(user.hears("error").detail["code"], code);
    user.until_holds("the press leads to the glossary", IN_THE_GLOSSARY);
    user.ask("location.hash = '';");
    user.click(&link());
    user.until_holds("and so does the next", IN_THE_GLOSSARY);
    assert_eq!(user.heard("error").len(), 1, "{code}: said once");
    assert!(user.faults().is_empty(), "{:?}", user.faults());
    assert!(user.ask("return document.querySelectorAll('[aria-busy], [aria-expanded]').length;") == 0);
}

fn a_crash_leaves_the_page_as_it_was_delivered(user: &User) {
    open(user, &Page::baked().script(SABOTAGE));
    let line = user.find(&term("cecot"));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.ask("return overwrite();");
    user.travel(&at(line.x, line.y + 4.0), &at(line.right(), line.y + 4.0), 160);
    user.hears("error");
    user.until("all is as it was delivered", || {
        user.holds("document.querySelector('article').innerHTML === log.articles[0]").then_some(())
    });
    user.until("no card is left", || user.card().is_none().then_some(()));
    user.click(&link());
    user.until_holds("the link leads to the glossary", IN_THE_GLOSSARY);
    assert_eq!(user.heard("error").len(), 1);
}

fn without_webassembly_the_press_leads_to_the_glossary(user: &User) {
    open(user, &Page::baked().header("Content-Security-Policy", "script-src 'self'"));
    assert!(user.heard("error").is_empty(), "nothing is wrong while nothing is wanted");
    user.click(&link());
    has_led_to_the_glossary(user, "wasm-blocked");
}

fn without_its_files_the_press_leads_to_the_glossary(user: &User) {
    for file in ["/widget.js", "/widget_bg.wasm", "/start.js"] {
        user.site.put(file, Answer::status(404));
        open(user, &Page::baked());
        user.click(&link());
        has_led_to_the_glossary(user, "wasm-unreachable");
    }
}

fn a_card_that_cannot_be_shown_leaves_its_link(user: &User) {
    open(user, &Page::sent(&baked().replacen("\"date\":\"2025-12\"", "\"date\":\"2025-13\"", 1)));
    user.click(&link());
    has_led_to_the_glossary(user, "deck-faulty");
    user.hover(&term("bitcoin-policy"));
    user.sees_card("The Bitcoin policy");
    // One that the deck does not have.
    open(user, &Page::sent(&baked().replacen("\"id\":\"cecot\"", "\"id\":\"another\"", 1)));
    user.click(&link());
    user.until_holds("the press leads to the glossary", IN_THE_GLOSSARY);
    user.hover(&term("bitcoin-policy"));
    user.sees_card("The Bitcoin policy");
    assert!(user.heard("error").is_empty(), "{:?}", user.heard("error"));
}

fn a_deck_that_cannot_be_read_leaves_the_links(user: &User) {
    open(user, &Page::baked().script(
        "document.addEventListener('readystatechange', () => { const deck = document.querySelector('#context-cards-deck'); deck.textContent = '{'; }, { once: true });",
    ));
    user.click(&link());
    has_led_to_the_glossary(user, "deck-unreadable");
}
