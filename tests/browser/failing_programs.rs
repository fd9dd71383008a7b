//! What happens when a program does not come, or only late? The article stays as it was, and one error says why.

use crate::failures::{deck_at, fails_with, has_failed_with};
use crate::harness::{Answer, Origin, Page, User, element, sample, stories, term};
use std::time::Duration;

stories![
    webassembly_forbidden_by_the_page,
    webassembly_that_does_not_come,
    a_program_that_never_answers_is_told,
    files_of_two_versions_are_told,
    webassembly_under_a_wrong_type_still_runs,
    the_network_gone_after_the_loader,
    slow_files_only_come_later,
];

fn webassembly_forbidden_by_the_page(user: &User) {
    fails_with(user, &Page::sample().header("Content-Security-Policy", "script-src 'self'"), "wasm-blocked");
    // What a script asks for meanwhile, or at once, is forbidden too, and told with it.
    for options in ["", "load=eager"] {
        let strict = Page::sample().header("Content-Security-Policy", "script-src 'self'").options(options);
        user.open(&strict);
        user.ready();
        user.hears("error");
        user.ask("host().open('cecot'); host().openPanel();");
        user.stays_for(700.0, "told once", || user.heard("error").len() == 1);
        assert!(user.faults().is_empty() && user.console().len() == 1, "{:?}", user.console());
    }
    // What the README asks of such a site is enough.
    user.open(&Page::sample().header("Content-Security-Policy", "script-src 'self' 'wasm-unsafe-eval'"));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
}

fn webassembly_that_does_not_come(user: &User) {
    for (file, answer) in [
        ("_bg.wasm", Answer::status(404)),
        ("_bg.wasm", Answer::of("application/wasm", vec![0; 4096]).cut()),
        ("_bg.wasm", Answer::html("<!doctype html><title>Sign in</title>")),
        (".js", Answer::status(503)),
        (".js", Answer::html("<!doctype html><title>Sign in</title>")),
    ] {
        let site = |program: &str| {
            let cdn = Origin::with_the_release();
            cdn.always("Access-Control-Allow-Origin", "*");
            cdn.put(&["/", program, file].concat(), answer.clone());
            cdn
        };
        let cdn = site("finder");
        fails_with(user, &Page::sample().loader(&cdn.url("/context-cards.js")), "wasm-unreachable");
        // The terms are marked, and the card cannot come: a mark that does nothing does not stay.
        let cdn = site("widget");
        user.open(&Page::sample().loader(&cdn.url("/context-cards.js")));
        assert_eq!(user.ready(), (3, 3));
        user.hover(&term("cecot"));
        has_failed_with(user, "wasm-unreachable");
    }
}

fn a_program_that_never_answers_is_told(user: &User) {
    // The page's clock runs fifty times as fast, so that nobody waits for twenty seconds.
    let hurry = "const [wait, timeout] = [setTimeout, AbortSignal.timeout];
        window.setTimeout = (call, time, ...rest) => wait(call, time / 50, ...rest);
        AbortSignal.timeout = (time) => timeout.call(AbortSignal, time / 50);";
    for file in ["/finder.js", "/finder_bg.wasm"] {
        let cdn = Origin::with_the_release();
        cdn.always("Access-Control-Allow-Origin", "*");
        cdn.put(file, Answer::status(200).after(Duration::from_secs(8)));
        user.open(&Page::sample().loader(&cdn.url("/context-cards.js")).script(hurry));
        // A driver may wait by the page's own clock: `ready` is asked for once it is settled.
        user.hears("error");
        assert_eq!(user.ready(), (0, 0), "{file}");
        has_failed_with(user, "wasm-unreachable");
    }
}

fn files_of_two_versions_are_told(user: &User) {
    let program = |name: &str| std::fs::read(crate::harness::release().join(name)).unwrap_or_default();
    let wasm = |name: &str| Answer::of("application/wasm", program(name));
    let script = |code: &str| Answer::of("text/javascript", code.as_bytes().to_vec());
    for (file, other, code) in [
        ("/start.js", script("export const begin = () => {};"), "internal"),
        ("/finder.js", script("export class Terms {}"), "wasm-unreachable"),
        ("/finder_bg.wasm", wasm("widget_bg.wasm"), "wasm-unreachable"),
    ] {
        let cdn = Origin::with_the_release();
        cdn.always("Access-Control-Allow-Origin", "*");
        cdn.put(file, other);
        fails_with(user, &Page::sample().loader(&cdn.url("/context-cards.js")), code);
    }
    let cdn = Origin::with_the_release();
    cdn.always("Access-Control-Allow-Origin", "*");
    cdn.put("/widget_bg.wasm", wasm("finder_bg.wasm"));
    user.open(&Page::sample().loader(&cdn.url("/context-cards.js")));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    has_failed_with(user, "wasm-unreachable");
}

fn webassembly_under_a_wrong_type_still_runs(user: &User) {
    let file = crate::harness::release().join("finder_bg.wasm");
    let bytes = std::fs::read(&file).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
    for media_type in ["application/octet-stream", "application/wasm; charset=utf-8"] {
        user.site.put("/finder_bg.wasm", Answer::of(media_type, bytes.clone()));
        user.open(&Page::sample());
        assert_eq!(user.ready(), (3, 3), "{media_type}");
        assert!(user.heard("error").is_empty() && user.console().is_empty(), "{media_type}");
    }
}

fn the_network_gone_after_the_loader(user: &User) {
    let mut cdn = Origin::with_the_release();
    cdn.always("Access-Control-Allow-Origin", "*");
    user.open(&Page::sample().loader(&cdn.url("/context-cards.js")).options(r#"load="intent""#));
    user.until("the loader is there", || cdn.was_asked_for("/context-cards.js").then_some(()));
    user.until_holds("and has run", "customElements.get('context-cards')");
    cdn.close();
    user.hover(&element("article p"));
    assert_eq!(user.ready(), (0, 0));
    has_failed_with(user, "wasm-unreachable");
}

fn slow_files_only_come_later(user: &User) {
    let slow = |answer: Answer| answer.after(Duration::from_millis(900));
    user.site.put("/deck.json", slow(Answer::json(sample::deck().to_string())));
    user.open(&deck_at("/deck.json"));
    assert!(user.article_is_as_sent(), "the page has loaded, and waits for nothing");
    assert_eq!(user.ready(), (3, 3));
    // Gone before its deck has come: nobody is there to be marked for.
    user.open(&deck_at("/deck.json"));
    user.ask("host().remove();");
    user.stays_for(1500.0, "a removed element marks nothing", || user.article_is_as_sent());
    assert!(user.faults().is_empty() && user.heard("error").is_empty(), "{:?}", user.faults());
}
