//! What is left for a reader where the browser itself fails, one function at a time? Each row breaks a call that the widget makes into
//! the browser: once from the start, once while the reader is at a card. Whatever fails, the article is marked as it should be or is as
//! it was sent, at most one error says why, nothing is thrown at the page, and a new element works as soon as the fault is gone.

use crate::harness::{NO_TOUCH, Page, User, at, control, stories, term, the_card};
use crate::note::Note;
use serde_json::Value;

stories![
    what_is_fetched_and_read_fails,
    webassembly_fails,
    the_shadow_tree_fails,
    the_top_layer_and_measuring_fail,
    what_the_device_offers_fails,
    timers_and_observers_fail,
    changing_the_article_fails,
    asking_the_page_fails,
    languages_fail,
    copying_a_link_fails,
    the_history_of_a_sheet_fails except [WebKit: NO_TOUCH],
];

/// `breaks` and `misses`, by which a row breaks what it names, while the page is broken.
const BREAKS: &str = include_str!("faults/breaks.js");

/// What watches the page, and says what came of it.
const OUTCOME: &str = include_str!("faults/outcome.js");

/// What breaks, and by which script.
type Row = (&'static str, &'static str);

fn what_is_fetched_and_read_fails(user: &User) {
    survives(
        user,
        "faults-fetch",
        "calls that fetch and read: each failing from the start and at a card",
        &[
            ("fetch throws", "breaks(window, 'fetch')"),
            ("fetch refuses", "breaks(window, 'fetch', refuse)"),
            ("fetch is missing", "misses(window, 'fetch')"),
            ("fetch answers with nothing", "breaks(window, 'fetch', async () => undefined)"),
            (
                "fetch answers with a Proxy",
                "breaks(window, 'fetch', async (own, given) => new Proxy(await own(...given), {
                    get: (answer, name) => (typeof answer[name] === 'function' ? answer[name].bind(answer) : answer[name]) }))",
            ),
            (
                "fetch answers with an object that looks like an answer",
                "breaks(window, 'fetch', async (own, given) => {
                    const answer = await own(...given);
                    return { ok: true, status: 200, headers: answer.headers, url: answer.url, text: () => answer.text(),
                        json: () => answer.json(), arrayBuffer: () => answer.arrayBuffer() }; })",
            ),
            ("AbortSignal.timeout is missing", "misses(AbortSignal, 'timeout')"),
            ("text throws", "breaks(Response.prototype, 'text')"),
            ("headers throw", "breaks(Response.prototype, 'headers')"),
            ("JSON.parse throws", "breaks(JSON, 'parse')"),
            ("JSON.parse says nothing", "breaks(JSON, 'parse', () => undefined)"),
        ],
    );
}

fn webassembly_fails(user: &User) {
    survives(
        user,
        "faults-webassembly",
        "calls that load and run WebAssembly: each failing from the start and at a card",
        &[
            ("WebAssembly is missing", "misses(window, 'WebAssembly')"),
            ("compileStreaming throws", "breaks(WebAssembly, 'compileStreaming')"),
            ("compileStreaming refuses", "breaks(WebAssembly, 'compileStreaming', refuse)"),
            ("compileStreaming is missing", "misses(WebAssembly, 'compileStreaming')"),
            ("compile throws", "breaks(WebAssembly, 'compile'); breaks(WebAssembly, 'compileStreaming')"),
            ("instances cannot be made", "breaks(WebAssembly, 'Instance')"),
            ("text cannot be decoded", "breaks(TextDecoder.prototype, 'decode')"),
            (
                "text cannot be encoded",
                "breaks(TextEncoder.prototype, 'encode'); breaks(TextEncoder.prototype, 'encodeInto')",
            ),
        ],
    );
}

fn the_shadow_tree_fails(user: &User) {
    survives(
        user,
        "faults-elements",
        "calls that define elements, style them and tell events: each failing from the start and at a card",
        &[
            ("attachShadow throws", "breaks(Element.prototype, 'attachShadow')"),
            ("style sheets cannot be made", "breaks(window, 'CSSStyleSheet')"),
            ("style sheets are missing", "misses(window, 'CSSStyleSheet')"),
            ("replaceSync throws", "breaks(CSSStyleSheet.prototype, 'replaceSync')"),
            (
                "adoptedStyleSheets throws",
                "breaks(Document.prototype, 'adoptedStyleSheets'); breaks(ShadowRoot.prototype, 'adoptedStyleSheets')",
            ),
            ("define throws", "breaks(CustomElementRegistry.prototype, 'define')"),
            ("dispatchEvent throws", "breaks(EventTarget.prototype, 'dispatchEvent')"),
            ("events cannot be made", "breaks(window, 'CustomEvent')"),
            ("addEventListener throws", "breaks(EventTarget.prototype, 'addEventListener')"),
            ("queueMicrotask throws", "breaks(window, 'queueMicrotask')"),
        ],
    );
}

fn the_top_layer_and_measuring_fail(user: &User) {
    survives(
        user,
        "faults-layout",
        "calls that measure, show and scroll: each failing from the start and at a card",
        &[
            ("showPopover throws", "breaks(HTMLElement.prototype, 'showPopover')"),
            ("showPopover is missing", "misses(HTMLElement.prototype, 'showPopover')"),
            ("hidePopover throws", "breaks(HTMLElement.prototype, 'hidePopover')"),
            ("hidePopover is missing", "misses(HTMLElement.prototype, 'hidePopover')"),
            ("getBoundingClientRect throws", "breaks(Element.prototype, 'getBoundingClientRect')"),
            (
                "getBoundingClientRect says nothing",
                "breaks(Element.prototype, 'getBoundingClientRect', () => undefined)",
            ),
            ("getClientRects throws", "breaks(Element.prototype, 'getClientRects')"),
            ("getClientRects finds none", "breaks(Element.prototype, 'getClientRects', () => [])"),
            (
                "ranges cannot be measured",
                "breaks(Range.prototype, 'getBoundingClientRect'); breaks(Range.prototype, 'getClientRects')",
            ),
            ("getComputedStyle throws", "breaks(window, 'getComputedStyle')"),
            ("getComputedStyle says nothing", "breaks(window, 'getComputedStyle', () => null)"),
            ("checkVisibility is missing", "misses(Element.prototype, 'checkVisibility')"),
            ("visualViewport is missing", "misses(window, 'visualViewport')"),
            ("focus throws", "breaks(HTMLElement.prototype, 'focus')"),
            ("scrollIntoView throws", "breaks(Element.prototype, 'scrollIntoView')"),
        ],
    );
}

fn what_the_device_offers_fails(user: &User) {
    survives(
        user,
        "faults-device",
        "storage and clock: each failing from the start and at a card",
        &[
            ("localStorage throws", "breaks(window, 'localStorage')"),
            ("localStorage is missing", "misses(window, 'localStorage')"),
            ("localStorage is null", "breaks(window, 'localStorage', () => null)"),
            ("getItem throws", "breaks(Storage.prototype, 'getItem')"),
            ("setItem throws", "breaks(Storage.prototype, 'setItem'); breaks(Storage.prototype, 'removeItem')"),
            ("matchMedia throws", "breaks(window, 'matchMedia')"),
            ("matchMedia is missing", "misses(window, 'matchMedia')"),
            ("performance.now is no number", "breaks(Performance.prototype, 'now', () => NaN)"),
            ("performance.now stands still", "breaks(Performance.prototype, 'now', () => 0)"),
            ("Math.random throws", "breaks(Math, 'random')"),
        ],
    );
}

fn timers_and_observers_fail(user: &User) {
    survives(
        user,
        "faults-timers",
        "timers, idle time and observers: each failing from the start and at a card",
        &[
            ("requestIdleCallback throws", "breaks(window, 'requestIdleCallback')"),
            ("requestIdleCallback is missing", "misses(window, 'requestIdleCallback')"),
            ("postTask throws", "window.scheduler && breaks(scheduler, 'postTask')"),
            ("postTask refuses", "window.scheduler && breaks(scheduler, 'postTask', refuse)"),
            ("scheduler is missing", "misses(window, 'scheduler')"),
            ("setTimeout throws", "breaks(window, 'setTimeout')"),
            ("clearTimeout throws", "breaks(window, 'clearTimeout')"),
            ("requestAnimationFrame throws", "breaks(window, 'requestAnimationFrame')"),
            ("a timer rings at once", "breaks(window, 'setTimeout', (own, [call]) => own(call))"),
            ("MutationObserver throws", "breaks(window, 'MutationObserver')"),
            ("MutationObserver is missing", "misses(window, 'MutationObserver')"),
            ("observe throws", "breaks(MutationObserver.prototype, 'observe')"),
            ("takeRecords throws", "breaks(MutationObserver.prototype, 'takeRecords')"),
            ("disconnect throws", "breaks(MutationObserver.prototype, 'disconnect')"),
            ("ResizeObserver throws", "breaks(window, 'ResizeObserver')"),
            ("IntersectionObserver throws", "breaks(window, 'IntersectionObserver')"),
        ],
    );
}

fn changing_the_article_fails(user: &User) {
    survives(
        user,
        "faults-changes",
        "calls that change the page: each failing from the start and at a card",
        &[
            ("splitText throws", "breaks(Text.prototype, 'splitText')"),
            ("replaceWith throws", "for (const type of [Element, CharacterData]) breaks(type.prototype, 'replaceWith')"),
            ("append throws", "breaks(Element.prototype, 'append')"),
            ("appendChild throws", "breaks(Node.prototype, 'appendChild')"),
            ("insertBefore throws", "breaks(Node.prototype, 'insertBefore')"),
            (
                "everything that inserts throws",
                "window.cannotPutBack = true; for (const name of ['appendChild', 'insertBefore', 'replaceChild']) breaks(Node.prototype, name);
                for (const name of ['append', 'prepend', 'replaceChildren']) breaks(Element.prototype, name);
                for (const name of ['before', 'after', 'replaceWith'])
                    for (const type of [Element, CharacterData]) breaks(type.prototype, name)",
            ),
            (
                "everything that inserts does nothing",
                "for (const name of ['appendChild', 'insertBefore', 'replaceChild']) breaks(Node.prototype, name, (own, [node]) => node);
                for (const name of ['append', 'prepend', 'replaceChildren']) breaks(Element.prototype, name, () => {});
                for (const name of ['before', 'after', 'replaceWith'])
                    for (const type of [Element, CharacterData]) breaks(type.prototype, name, () => {})",
            ),
            ("appendData throws", "breaks(CharacterData.prototype, 'appendData')"),
            ("remove throws", "for (const type of [Element, CharacterData]) breaks(type.prototype, 'remove')"),
            ("createElement throws", "breaks(Document.prototype, 'createElement')"),
            ("createElement gives nothing", "breaks(Document.prototype, 'createElement', () => null)"),
            ("setAttribute throws", "breaks(Element.prototype, 'setAttribute')"),
            ("removeAttribute throws", "breaks(Element.prototype, 'removeAttribute')"),
            ("cloneNode throws", "breaks(Node.prototype, 'cloneNode')"),
        ],
    );
}

fn asking_the_page_fails(user: &User) {
    survives(
        user,
        "faults-questions",
        "calls that ask the page: each failing from the start and at a card",
        &[
            (
                "querySelectorAll throws",
                "for (const type of [Document, Element]) breaks(type.prototype, 'querySelectorAll')",
            ),
            ("querySelector throws", "for (const type of [Document, Element]) breaks(type.prototype, 'querySelector')"),
            ("getElementById throws", "breaks(Document.prototype, 'getElementById')"),
            ("closest throws", "breaks(Element.prototype, 'closest')"),
            ("matches throws", "breaks(Element.prototype, 'matches')"),
            ("contains throws", "breaks(Node.prototype, 'contains')"),
            ("getAttribute throws", "breaks(Element.prototype, 'getAttribute')"),
            ("hasAttribute throws", "breaks(Element.prototype, 'hasAttribute')"),
            ("compareDocumentPosition throws", "breaks(Node.prototype, 'compareDocumentPosition')"),
            ("getRootNode throws", "breaks(Node.prototype, 'getRootNode')"),
            ("getSelection throws", "breaks(window, 'getSelection')"),
            ("getSelection says nothing", "breaks(window, 'getSelection', () => null)"),
            ("ranges cannot be made", "breaks(Document.prototype, 'createRange')"),
            ("composedPath throws", "breaks(Event.prototype, 'composedPath')"),
        ],
    );
}

fn languages_fail(user: &User) {
    survives(
        user,
        "faults-languages",
        "Intl and strings: each failing from the start and at a card",
        &[
            ("Intl is missing", "misses(window, 'Intl')"),
            ("Intl.Locale throws", "breaks(Intl, 'Locale')"),
            ("Intl.Segmenter throws", "breaks(Intl, 'Segmenter')"),
            ("Intl.DateTimeFormat throws", "breaks(Intl, 'DateTimeFormat')"),
            ("Intl.NumberFormat throws", "breaks(Intl, 'NumberFormat')"),
            ("Intl.PluralRules throws", "breaks(Intl, 'PluralRules')"),
            ("toLocaleString throws", "breaks(Number.prototype, 'toLocaleString')"),
            ("normalize throws", "breaks(String.prototype, 'normalize')"),
            ("toLowerCase throws", "breaks(String.prototype, 'toLowerCase')"),
        ],
    );
}

/// A page on which the script breaks something, from the next line on that is run with `isBroken`.
fn breakable(script: &str) -> Page {
    Page::sample().script(&[BREAKS, script].concat())
}

fn copying_a_link_fails(user: &User) {
    let mut note =
        Note::of("faults-clipboard", "calls for a link to be copied that fail", Some(user.browser.engine.name()));
    for script in ["breaks(Navigator.prototype, 'clipboard')", "breaks(window.Clipboard?.prototype ?? {}, 'writeText')"]
    {
        user.open(&breakable(script));
        user.ready();
        user.hover(&term("cecot"));
        user.sees_card("CECOT");
        user.travel(&term("cecot"), &the_card(), 160);
        user.click(&control("More options"));
        user.ask("window.isBroken = true;");
        user.click(&control("Copy link"));
        user.ask("window.isBroken = false;");
        user.sees_card("CECOT");
        assert!(user.faults().is_empty() && user.heard("error").is_empty(), "{script}: {}", user.log());
        note.count(1);
    }
}

fn the_history_of_a_sheet_fails(user: &User) {
    let mut note = Note::of("faults-sheet", "calls that a sheet makes and that fail", Some(user.browser.engine.name()));
    user.resize(390.0, 700.0);
    for script in [
        "breaks(History.prototype, 'pushState')",
        "breaks(History.prototype, 'state')",
        "breaks(History.prototype, 'back')",
        "breaks(Element.prototype, 'setPointerCapture')",
    ] {
        user.open(&breakable(script));
        user.ready();
        user.ask("window.isBroken = true;");
        user.tap(&term("bitcoin-policy"));
        user.sees_card("The Bitcoin policy");
        user.tap(&the_card());
        user.tap(&at(5.0, 5.0));
        user.sees_no_card();
        user.ask("window.isBroken = false;");
        assert!(user.faults().is_empty() && user.heard("error").is_empty(), "{script}: {}", user.log());
        assert_eq!(user.marks().len(), 3, "{script}");
        note.count(1);
    }
}

/// All rows; those that were not survived are told together.
fn survives(user: &User, name: &'static str, what: &'static str, rows: &[Row]) {
    let mut note = Note::of(name, what, Some(user.browser.engine.name()));
    let mut broken = Vec::new();
    let mut judge = |name: &str, when: &str, outcome: &Value| {
        if std::env::var_os("TELL").is_some() {
            eprintln!("{name}, {when}: {}", outcome["came"]);
        }
        match outcome["wrong"].as_str() {
            Some("") => note.count(1),
            wrong => broken.push(format!("{name}, {when}: {} ({})", wrong.unwrap_or_default(), outcome["came"])),
        }
    };
    for rows in rows.chunks(FRAMES) {
        for ((name, _), outcome) in rows.iter().zip(survive_from_the_start(user, rows)) {
            judge(name, "from the start", &outcome);
        }
    }
    for (name, script) in rows {
        judge(name, "at a card", &survive_at_a_card(user, script));
    }
    assert!(broken.is_empty(), "{} not survived:\n{}", broken.len(), broken.join("\n"));
}

/// So many pages that break run at once, each in a frame of its own, and wait side by side.
const FRAMES: usize = 4;

/// A page in which this breaks. Without delays: its first card is only there to have the widget at work when the browser fails.
fn page(script: &str) -> Page {
    Page::sample().options("open-delay=\"0\" close-delay=\"0\"").script(&[OUTCOME, BREAKS, script].concat())
}

fn survive_from_the_start(user: &User, rows: &[Row]) -> Vec<Value> {
    let frame = |at| format!("<iframe src=\"/frame{at}\" width=\"600\" height=\"380\"></iframe>\n");
    let frames: String = (0..rows.len()).map(frame).collect();
    for (at, (_, script)) in rows.iter().enumerate() {
        user.site.put(&format!("/frame{at}"), page(&format!("{script}\nbreakNow();")).answer());
    }
    user.open(&Page::of(&frames).without_deck().without_loader());
    let outcome = |at| user.until("an outcome", || known(user, &format!("frames[{at}].outcome")));
    (0..rows.len()).map(outcome).collect()
}

fn survive_at_a_card(user: &User, script: &str) -> Value {
    user.open(&page(script));
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.move_away();
    user.sees_no_card();
    user.find(&term("court-order"));
    user.ask("breakOnNextMove();");
    user.hover(&term("court-order"));
    user.until("an outcome", || known(user, "window.outcome"))
}

/// Until the fault is mended, a driver's own scripts may stumble over it.
fn known(user: &User, outcome: &str) -> Option<Value> {
    let asked = user.browser.session.run(&format!("return {outcome} ?? null;"), &[]);
    asked.ok().filter(|outcome| !outcome.is_null())
}
