//! Does the article stay what it was, or what its site makes of it, while it is marked and after?

use crate::harness::{Page, User, element, stories, term};
use serde_json::json;

stories![
    marking_the_demo_moves_nothing,
    marking_the_sample_moves_nothing,
    removal_puts_the_article_back_to_the_byte,
    later_content_is_marked_without_end,
    the_articles_own_elements_and_selection_survive,
    the_element_may_move_and_return,
    what_a_framework_writes_anew_is_all_that_stands_there,
];

/// Marks the page that stands there, and compares what a reader sees of it before and after.
fn moves_nothing(user: &User, page: Page) {
    user.open(&page.without_loader());
    user.ask("window.before = layout();");
    let (_, terms) = user.load_widget();
    assert!(terms >= 3, "{terms} terms are marked");
    assert_eq!(user.ask("return changes(window.before);"), json!([]), "every box and every word is where it was");
    assert!(user.holds("term('cecot') !== undefined"), "and it was marked");
    assert_eq!(user.style("term('cecot')", "text-decoration-line"), "underline", "so that it is seen");
}

fn marking_the_demo_moves_nothing(user: &User) {
    moves_nothing(user, Page::demo());
}

fn marking_the_sample_moves_nothing(user: &User) {
    moves_nothing(user, Page::sample().css("article { text-align: justify; hyphens: auto; letter-spacing: .01em; }"));
}

fn removal_puts_the_article_back_to_the_byte(user: &User) {
    for page in [Page::sample(), Page::demo()] {
        user.open(&page.without_loader());
        user.ask("window.twin = document.querySelector('article').cloneNode(true);");
        user.load_widget();
        user.hover(&term("cecot"));
        user.sees_card("CECOT");
        user.move_away();
        user.sees_no_card();
        user.ask(
            "for (const root of [window.twin, document.querySelector('article')])
                 root.insertAdjacentHTML('beforeend', '<p id=\"later\">Later, a <b>federal</b> court order; &amp; CECOT\\u00ad again.</p>');",
        );
        user.ask("host().setAttribute('mark', 'all');");
        user.ask("return host().refresh();");
        user.ask("host().remove();");
        user.until_holds("the marks are gone", "document.querySelector('context-term') === null");
        assert!(
            user.holds("document.querySelector('article').innerHTML === window.twin.innerHTML"),
            "as it was, to the byte"
        );
        assert!(user.faults().is_empty(), "{:?}", user.faults());
    }
}

fn what_a_framework_writes_anew_is_all_that_stands_there(user: &User) {
    let page = Page::of("<p>CECOT was named, then a federal court order, and more.</p><p>Another line.</p>");
    user.open(&page.script("addEventListener('DOMContentLoaded', () => { window.kept = document.querySelector('article p').firstChild; });"));
    user.ready();
    assert_eq!(user.marks().len(), 2);
    user.ask("kept.nodeValue = 'Now it names the Bitcoin policy.';");
    user.until_holds(
        "the line is what was written",
        "squeeze(document.querySelector('article p').textContent) === 'Now it names the Bitcoin policy.'",
    );
    user.until_holds("and is marked", "document.querySelector('article p context-term[card=bitcoin-policy]')");
    user.ask("host().remove();");
    assert_eq!(
        user.ask("return document.querySelector('article').innerHTML.trim();"),
        "<p>Now it names the Bitcoin policy.</p><p>Another line.</p>"
    );
}

fn later_content_is_marked_without_end(user: &User) {
    user.open(&Page::sample().options(r#"mark="all""#));
    user.ready();
    let before = user.marks().len();
    user.ask("document.querySelector('article').insertAdjacentHTML('beforeend', '<p id=later>More of CECOT.</p>');");
    user.until_holds("the new paragraph is marked", "document.querySelector('#later context-term[card=cecot]')");
    assert_eq!(user.marks().len(), before + 1);
    // A single-page app shows its next article in the same place.
    user.ask(
        "document.querySelector('article').innerHTML = '<p id=next>The next article, on the Bitcoin policy.</p>';",
    );
    user.until_holds("the next article is marked", "document.querySelector('#next context-term[card=bitcoin-policy]')");
    assert_eq!(user.marks(), ["Bitcoin policy>bitcoin-policy"]);
    user.hover(&term("bitcoin-policy"));
    user.sees_card("The Bitcoin policy");
    // Its own marks are no news to it: once all is marked, the article is left alone.
    user.move_away();
    user.sees_no_card();
    user.ask(
        "window.changed = 0; new MutationObserver((list) => { window.changed += list.length; })
             .observe(document.querySelector('article'), { subtree: true, childList: true, characterData: true });",
    );
    user.stays_for(700.0, "nothing changes in the article", || user.holds("window.changed === 0"));
}

fn the_articles_own_elements_and_selection_survive(user: &User) {
    user.open(&Page::sample().options(r#"mark="all""#).without_loader());
    user.ask(
        "window.own = [...document.querySelectorAll('article *')];
         window.clicks = 0;
         document.querySelector('article em').addEventListener('click', () => { window.clicks += 1; });
         const [first, second] = document.querySelectorAll('article p');
         getSelection().setBaseAndExtent(first.firstChild, 10, second.lastChild, 20);
         window.selected = getSelection().toString();",
    );
    user.load_widget();
    assert!(user.marks().len() >= 4, "{:?}", user.marks());
    assert!(user.holds("window.own.every((element) => element.isConnected)"), "every element is the one it was");
    assert!(
        user.holds("getSelection().toString() === window.selected && window.selected.length > 50"),
        "what was selected still is"
    );
    user.click(&element("article em"));
    user.until_holds("the site hears a click on its own element", "window.clicks === 1");
    user.click(&element("article a"));
    user.until_holds("a link in the article still leads on", "location.hash === '#elsewhere'");
}

fn the_element_may_move_and_return(user: &User) {
    user.open(&Page::sample());
    user.ready();
    let marks = user.marks();
    user.ask("document.body.prepend(host());");
    user.until("the terms are marked after a move", || (user.marks() == marks).then_some(()));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.ask("window.kept = host(); window.kept.remove();");
    user.until("the article is as it was sent", || user.article_is_as_sent().then_some(()));
    user.stays_for(400.0, "and stays so", || user.article_is_as_sent() && user.card().is_none());
    user.move_away();
    user.ask("document.body.append(window.kept);");
    user.until("the terms are marked on return", || (user.marks() == marks).then_some(()));
    user.hover(&term("court-order"));
    user.sees_card("The court order");
    assert!(user.faults().is_empty(), "{:?}", user.faults());
}
