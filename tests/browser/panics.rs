//! What is left for a reader when the widget itself breaks? The article as it was, one error, and a page that still works.
//!
//! The widget has no switch that breaks it. These stories break the ground under it: the browser's functions that it calls,
//! and its own memory, which the module it was loaded from lets any script of the page reach.

use crate::harness::{Page, User, at, element, sample, stories, term};

stories![
    its_memory_is_overwritten,
    the_browser_throws_while_it_measures,
    marking_that_fails_half_way_leaves_no_trace,
    a_crash_while_the_article_is_read_is_told,
    after_a_crash_the_element_starts_afresh,
];

/// Breaks the widget when told to, as a site's own script would by accident.
pub const SABOTAGE: &str = "
    window.overwrite = async () => {
        const { initSync } = await import('/widget.js');
        // Once it is loaded, this gives the exports of the instance that runs.
        const module = await WebAssembly.compileStreaming(fetch('/widget_bg.wasm'));
        const memory = Object.values(initSync({ module })).find((value) => value instanceof WebAssembly.Memory);
        new Uint8Array(memory.buffer).fill(0xff);
    };
    // Terms only: the card is what the story itself measures.
    window.breakMeasuring = () => {
        for (const name of ['getBoundingClientRect', 'getClientRects']) {
            const own = Element.prototype[name];
            Element.prototype[name] = function () {
                if (this.localName === 'context-term') throw new Error('broken by the page');
                return own.call(this);
            };
            Range.prototype[name] = () => { throw new Error('broken by the page'); };
        }
    };";

/// After whatever happened: one error, no marks, and the article's own link still works.
fn only_the_article_is_left(user: &User) {
    let error = user.hears("error");
    assert_eq!(error.detail["code"], "internal", "{}", error.detail);
    user.until("the article is as it was sent", || user.article_is_as_sent().then_some(()));
    user.until("no card is left", || user.card().is_none().then_some(()));
    // Nothing of it lives on: no further error, whatever the reader does.
    user.travel(&at(100.0, 150.0), &at(600.0, 150.0), 320);
    user.stays_for(500.0, "one error, and no more", || user.heard("error").len() == 1);
    assert!(user.article_is_as_sent());
}

fn its_memory_is_overwritten(user: &User) {
    user.open(&Page::sample().script(SABOTAGE));
    assert_eq!(user.ready(), (3, 3));
    user.ask("return overwrite();");
    let line = user.find(&term("cecot"));
    user.hover(&term("cecot"));
    // Where a first event did not stumble, the next will.
    user.travel(&at(line.x, line.y + 4.0), &at(line.right(), line.y + 4.0), 160);
    only_the_article_is_left(user);
    user.click(&element("article a"));
    user.until_holds("the article's link leads on", "location.hash === '#elsewhere'");
}

fn the_browser_throws_while_it_measures(user: &User) {
    user.open(&Page::sample().script(SABOTAGE));
    assert_eq!(user.ready(), (3, 3));
    let line = user.find(&term("cecot"));
    user.ask("breakMeasuring();");
    user.hover(&at(line.x + line.width / 2.0, line.y + line.height / 2.0));
    only_the_article_is_left(user);
}

fn marking_that_fails_half_way_leaves_no_trace(user: &User) {
    // The fifth text that is divided is one too many: part of the article is marked by then.
    let code = "const split = Text.prototype.splitText; let times = 0;
        Text.prototype.splitText = function (at) { if (++times > 4) throw new Error('broken by the page'); return split.call(this, at); };";
    user.open(&Page::sample().options(r#"mark="all""#).script(code));
    let (_, terms) = user.ready();
    assert!(terms < 4, "the page let it mark {terms} terms, and broke nothing");
    user.ask("host().remove();");
    user.until("the article is as it was sent", || user.article_is_as_sent().then_some(()));
    assert!(user.faults().is_empty(), "{:?}", user.faults());
}

fn a_crash_while_the_article_is_read_is_told(user: &User) {
    // Long enough for several slices; the browser breaks in one of the last.
    let article = format!("{}{}", sample::ARTICLE, "<p>More <b>to</b> read.</p>".repeat(4000));
    let code = "const own = Element.prototype.matches; window.isBroken = true; let times = 0;
        Element.prototype.matches = function (selector) {
            if (window.isBroken && selector.includes('data-context-cards') && ++times > 3000) throw new Error('broken by the page');
            return own.call(this, selector);
        };";
    user.open(&Page::of(&article).script(code));
    assert_eq!(user.ready(), (0, 0), "ready is settled");
    let error = user.hears("error");
    assert_eq!(error.detail["code"], "internal", "{}", error.detail);
    assert!(error.detail["message"].to_string().contains("broken by the page"), "the cause is told: {}", error.detail);
    assert!(user.article_is_as_sent());
    user.ask("window.isBroken = false; const element = host(); element.remove(); document.body.append(element);");
    user.until_holds("a new start marks", "term('cecot')");
    assert_eq!(user.heard("error").len(), 1);
}

fn after_a_crash_the_element_starts_afresh(user: &User) {
    user.open(&Page::sample().script(SABOTAGE));
    assert_eq!(user.ready(), (3, 3));
    let line = user.find(&term("cecot"));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.ask("return overwrite();");
    user.travel(&at(line.x, line.y + 4.0), &at(line.right(), line.y + 4.0), 160);
    only_the_article_is_left(user);
    user.ask("const element = host(); element.remove(); document.body.append(element);");
    user.until_holds("its terms are marked again", "term('cecot')");
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    assert_eq!(user.heard("error").len(), 1, "the crash was told once");
}
