//! Does it work beside scripts that patch what browsers have, freeze it, write the page as it loads, or change it without end?

use crate::harness::{Answer, Page, User, sample, stories, term};
use crate::note::Note;
use serde_json::json;

stories![
    globals_that_are_frozen,
    a_form_that_is_called_as_what_a_shadow_tree_has,
    methods_that_throw_leave_no_empty_mark,
    a_fetch_that_answers_with_a_proxy,
    a_page_that_is_written_as_it_loads,
    a_document_that_is_written_anew,
    ten_thousand_changes_a_second,
    another_version_of_the_element,
];

/// Everything that a script can name and take hold of, but for the window itself, which holds what comes later.
const FREEZE: &str = "for (const name of Object.getOwnPropertyNames(window)) {
        let value;
        try { value = window[name]; } catch { continue; }
        if (value === window || (typeof value !== 'function' && !['JSON', 'Math', 'Reflect', 'Intl', 'WebAssembly', 'CSS', 'Atomics'].includes(name))) continue;
        for (const part of [value, value.prototype]) try { if (part) Object.freeze(part); } catch {}
    }
    // Asked here: a driver's scripts have globals of their own in Firefox.
    window.isAllFrozen = [Array.prototype, Object.prototype, Element.prototype, JSON].every(Object.isFrozen);";

fn globals_that_are_frozen(user: &User) {
    let mut note = Note::of("scripts-frozen", "pages that freeze all globals", Some(user.browser.engine.name()));
    user.open(&Page::sample().deck(&sample::full_deck()).script(FREEZE));
    assert!(user.holds("isAllFrozen"));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.expand();
    user.until_holds("its chart is drawn", "card().querySelector('svg')");
    user.ask("host().openPanel(); host().close(); host().remove();");
    assert!(user.article_is_as_sent());
    user.hears_no_complaint("frozen");
    note.count(1);
}

/// The document has it under that name, where a shadow root has its host.
fn a_form_that_is_called_as_what_a_shadow_tree_has(user: &User) {
    user.open(&Page::sample().before("<form name=\"host\"><input></form>"));
    assert!(user.holds("document.host.localName === 'form'"));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    assert!(user.faults().is_empty(), "{}", user.log());
}

/// Methods by which a DOM is changed, each with its interface.
const METHODS: [(&str, &str); 10] = [
    ("Element", "append"),
    ("Node", "appendChild"),
    ("CharacterData", "before"),
    ("CharacterData", "after"),
    ("Node", "insertBefore"),
    ("CharacterData", "replaceWith"),
    ("Element", "replaceWith"),
    ("Node", "replaceChild"),
    ("Text", "splitText"),
    ("CharacterData", "remove"),
];

fn methods_that_throw_leave_no_empty_mark(user: &User) {
    let mut note = Note::of(
        "scripts-throwing",
        "methods of the DOM that throw in the article, while it is marked and while it is put back",
        Some(user.browser.engine.name()),
    );
    let whole = "squeeze(document.querySelector('article').textContent)
        === squeeze(new DOMParser().parseFromString(log.articles[0], 'text/html').body.textContent)";
    let no_empty = "[...document.querySelectorAll('context-term')].every((term) => term.textContent)";
    for (interface, method) in METHODS {
        let case = format!("{interface}.{method}");
        let patch = format!(
            "window.patch = () => {{
               const own = {interface}.prototype.{method};
               {interface}.prototype.{method} = function (...given) {{
                 if ((this.parentNode ?? this).closest?.('article')) throw new Error('broken by the page');
                 return own.apply(this, given);
               }};
             }};"
        );
        user.open(&Page::sample().script(&[&patch, "patch();"].concat()));
        user.ready();
        assert!(user.holds(whole), "{case}, marked: {}", user.log());
        assert!(user.holds(no_empty), "{case}, marked: {}", user.log());
        user.open(&Page::sample().script(&patch));
        assert_eq!(user.ready(), (3, 3));
        user.ask("patch(); host().remove();");
        assert!(user.holds(whole), "{case}, put back: {}", user.log());
        assert!(user.holds(no_empty), "{case}, put back: {}", user.log());
        note.count(2);
    }
}

fn a_fetch_that_answers_with_a_proxy(user: &User) {
    let mut note =
        Note::of("scripts-proxied-fetch", "pages whose fetch answers with a Proxy", Some(user.browser.engine.name()));
    let answers_with = |property: &str| {
        format!(
            "const own = fetch;
             const wrap = (response) => new Proxy(response, {{ get: (target, name) => {property} }});
             window.fetch = (...given) => own(...given).then(wrap);"
        )
    };
    user.site.put("/deck.json", Answer::json(sample::deck().to_string()));
    let page = |code: &str| {
        Page::sample().element("<context-cards deck=\"/deck.json\" for=\"article\"></context-cards>").script(code)
    };
    user.open(&page(&answers_with("typeof target[name] === 'function' ? target[name].bind(target) : target[name]")));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.hears_no_complaint("a proxy");
    // One whose methods cannot be called is no answer; that is told.
    user.open(&page(&answers_with("target[name]")));
    assert_eq!(user.ready(), (0, 0));
    assert_eq!(user.hears("error").detail["code"], "deck-unreachable");
    assert!(user.article_is_as_sent() && user.faults().is_empty());
    note.count(2);
}

/// A script that writes this into the page that is being read.
fn written(html: &str) -> String {
    format!("<script>document.write({});</script>", json!(html).to_string().replace('<', "\\u003c"))
}

fn a_page_that_is_written_as_it_loads(user: &User) {
    let mut note = Note::of("scripts-written", "pages written by document.write", Some(user.browser.engine.name()));
    let parts = [
        "<script type=\"module\" src=\"/context-cards.js\"></script>",
        "<context-cards deck=\"#deck\" for=\"article\"></context-cards>",
        &format!("<article>{}</article>", sample::ARTICLE),
    ];
    let deck = format!(
        "<script type=\"application/json\" id=\"deck\">{}</script>",
        sample::deck().to_string().replace('<', "\\u003c")
    );
    let body = parts.iter().map(|part| written(part)).collect::<String>();
    user.open(&Page::verbatim(&format!(
        "<!doctype html><html lang=\"en\"><head></head><body>{body}{deck}</body></html>"
    )));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.hears_no_complaint("written");
    note.count(1);
}

fn a_document_that_is_written_anew(user: &User) {
    let mut note =
        Note::of("scripts-rewritten", "documents written anew by document.open", Some(user.browser.engine.name()));
    user.open(&Page::sample());
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.move_away();
    // What listened to the old document hears no more: this one has an element of its own.
    user.ask_with(
        "document.open(); document.write(arguments[0]); document.close();",
        &[json!(format!(
            "<!doctype html><title>Another page</title><article><p>Now the Bitcoin policy.</p></article>\
             <script type=\"application/json\" id=\"deck\">{}</script><context-cards deck=\"#deck\" for=\"article\"></context-cards>",
            sample::deck()
        ))],
    );
    assert_eq!(user.ready(), (3, 1));
    user.hover(&term("bitcoin-policy"));
    user.sees_card("The Bitcoin policy");
    note.count(1);
}

fn ten_thousand_changes_a_second(user: &User) {
    let mut note =
        Note::of("scripts-mutating", "articles with 10,000 changes a second", Some(user.browser.engine.name()));
    user.open(&Page::of("<p>The federal court order stands.</p><p id=\"ticker\">0</p><p id=\"list\"></p>").script(
        "addEventListener('DOMContentLoaded', () => {
           const [ticker, list] = document.querySelectorAll('#ticker, #list');
           window.counted = 0;
           window.ticking = setInterval(() => {
             for (let i = 0; i < 25; i++) {
               ticker.firstChild.data = `${i} CECOT`;
               ticker.title = i;
               list.append(document.createTextNode('CECOT, '));
               if (list.childNodes.length > 40) list.replaceChildren();
               window.counted += 4;
             }
           }, 10);
         });",
    ));
    user.until_holds("it is marked while the rest changes", "term('court-order')");
    user.hover(&term("court-order"));
    user.sees_card("The court order");
    user.keeps_seeing("The court order");
    user.until_holds("the page goes on", "counted > 10000");
    user.ask("clearInterval(window.ticking); host().remove();");
    user.until_holds("no mark is left, and the texts are the site's",
        "!term('court-order') && !document.querySelector('context-term') && /^\\d+ CECOT$/.test(document.querySelector('#ticker').textContent)");
    user.hears_no_complaint("changes");
    note.count(1);
}

fn another_version_of_the_element(user: &User) {
    let mut note = Note::of(
        "scripts-other-version",
        "pages with another version of the element",
        Some(user.browser.engine.name()),
    );
    // Whoever defines the element first has it, and this loader, which comes later, leaves its page alone.
    let other = "customElements.define('context-cards', class extends HTMLElement {
        connectedCallback() { this.ready = Promise.resolve({ cards: 7, terms: 7 }); }
    });";
    user.open(&Page::sample().script(other));
    user.until_holds(
        "the loader has been read",
        "performance.getEntriesByName(new URL('/context-cards.js', location).href).length",
    );
    assert_eq!(user.ready(), (7, 7));
    user.stays_for(500.0, "nothing is marked", || user.marks().is_empty() && !user.site.was_asked_for("/start.js"));
    assert!(user.article_is_as_sent());
    user.hears_no_complaint("another version");
    note.count(1);
}
