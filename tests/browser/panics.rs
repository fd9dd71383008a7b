//! What is left for a reader when the widget itself breaks? The article as it was, one error, and a page that still works.
//!
//! The widget has no switch that breaks it. These stories break the ground under it: the browser's functions that it calls,
//! and its own memory, which the module it was loaded from lets any script of the page reach.

use crate::stage::{Page, Reader, at, element, stories, term};

stories![its_memory_is_overwritten, the_browser_throws_while_it_measures, marking_that_fails_half_way_leaves_no_trace,];

/// Breaks the widget when told to, as a site's own script would by accident.
const SABOTAGE: &str = "
    window.overwrite = async () => {
        const { default: init } = await import('/widget.js');
        // Loaded already: this gives the exports of the instance that runs.
        const { memory } = await init();
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
fn only_the_article_is_left(reader: &Reader) {
    let error = reader.hears("error");
    assert_eq!(error.detail["code"], "internal", "{}", error.detail);
    reader.until("the article is as it was sent", || reader.article_is_as_sent().then_some(()));
    reader.until("no card is left", || reader.card().is_none().then_some(()));
    // Nothing of it lives on: no further error, whatever the reader does.
    reader.travel(&at(100.0, 150.0), &at(600.0, 150.0), 320);
    reader.stays_for(500.0, "one error, and no more", || reader.heard("error").len() == 1);
    assert!(reader.article_is_as_sent());
}

fn its_memory_is_overwritten(reader: &Reader) {
    reader.open(&Page::sample().script(SABOTAGE));
    assert_eq!(reader.ready(), (3, 3));
    reader.ask("return overwrite();");
    let line = reader.find(&term("cecot"));
    reader.hover(&term("cecot"));
    // Where a first event did not stumble, the next will.
    reader.travel(&at(line.x, line.y + 4.0), &at(line.right(), line.y + 4.0), 160);
    only_the_article_is_left(reader);
    reader.click(&element("article a"));
    reader.until_holds("the article's link leads on", "location.hash === '#elsewhere'");
}

fn the_browser_throws_while_it_measures(reader: &Reader) {
    reader.open(&Page::sample().script(SABOTAGE));
    assert_eq!(reader.ready(), (3, 3));
    let line = reader.find(&term("cecot"));
    reader.ask("breakMeasuring();");
    reader.hover(&at(line.x + line.width / 2.0, line.y + line.height / 2.0));
    only_the_article_is_left(reader);
}

fn marking_that_fails_half_way_leaves_no_trace(reader: &Reader) {
    // The fifth text that is divided is one too many: part of the article is marked by then.
    let code = "const split = Text.prototype.splitText; let times = 0;
        Text.prototype.splitText = function (at) { if (++times > 4) throw new Error('broken by the page'); return split.call(this, at); };";
    reader.open(&Page::sample().options(r#"mark="all""#).script(code));
    let (_, terms) = reader.ready();
    assert!(terms < 4, "the page let it mark {terms} terms, and broke nothing");
    reader.ask("host().remove();");
    reader.until("the article is as it was sent", || reader.article_is_as_sent().then_some(()));
    assert!(reader.faults().is_empty(), "{:?}", reader.faults());
}
