//! What is left for a reader where the browser itself fails, one function at a time? Each row breaks a call that the widget makes into
//! the browser: once from the start, once while the reader is at a card. Whatever fails, the article is marked as it should be or is as
//! it was sent, at most one error says why, nothing is thrown at the page, and a new element works as soon as the fault is gone.

pub mod dom;
mod survival;

use crate::harness::{NO_TOUCH, User, at, control, stories, term, the_card};
use crate::note::Note;
use survival::{breakable, survives};

stories![
    what_is_fetched_and_read_fails,
    webassembly_fails,
    what_the_device_offers_fails,
    timers_and_observers_fail,
    languages_fail,
    copying_a_link_fails,
    the_history_of_a_sheet_fails except [WebKit: NO_TOUCH],
];

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
