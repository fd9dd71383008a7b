//! Opens pages on which a call breaks, and says which of them were not survived.

use crate::harness::{Page, User, term};
use crate::note::Note;
use serde_json::Value;

/// `breaks` and `misses`, by which a row breaks what it names, while the page is broken.
const BREAKS: &str = include_str!("breaks.js");

/// What watches the page, and says what came of it.
const OUTCOME: &str = include_str!("outcome.js");

/// What breaks, and by which script.
pub type Row = (&'static str, &'static str);

/// A page on which the script breaks something, from the next line on that is run with `isBroken`.
pub fn breakable(script: &str) -> Page {
    Page::sample().script(&[BREAKS, script].concat())
}

/// All rows; those that were not survived are told together.
pub fn survives(user: &User, name: &'static str, what: &'static str, rows: &[Row]) {
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
