//! Does an article made at random say the same with marks as without, whatever scripts do to the nodes they have made, and is it given back as
//! it would be without them?
//!
//! `make fuzz` tries for longer (`FUZZ_SECONDS`). What fails names its seed, and `SEED=…` begins with that.

use crate::harness::{Page, User, given, stories};
use crate::note::Note;
use serde_json::json;

stories![random_articles_say_the_same];

const ARTICLES: &str = include_str!("random_articles/articles.js");
/// So long articles are tried in one call, which has a limit of time, in milliseconds.
const AT_ONCE: u64 = 3000;
/// So many articles are tried unless a time is given.
const ARTICLES_OF_A_STORY: u64 = 150;

fn random_articles_say_the_same(user: &User) {
    let seconds = given("FUZZ_SECONDS");
    let first = given("SEED").unwrap_or(1);
    let name = if seconds.is_some() { "fuzz-search-articles" } else { "fuzz-articles" };
    let mut note =
        Note::of(name, "articles made at random, marked, changed and given back", Some(user.browser.engine.name()));
    user.open(&Page::of("").element("<main></main>").without_deck());
    let (mut seed, mut marks) = (first, 0);
    let calls = seconds.map_or(u64::MAX, |seconds| seconds * 1000 / AT_ONCE);
    for _ in 0..calls {
        let tried = user.ask_with(
            &format!("{ARTICLES}\nreturn tryMany(arguments[0], arguments[1]);"),
            &[json!(seed), json!(AT_ONCE)],
        );
        let next = tried["seed"].as_u64().expect("a seed");
        assert!(tried["wrong"].is_null(), "SEED={next}: {:#}", tried["wrong"]);
        note.count(usize::try_from(next - seed).expect("a count"));
        marks += tried["marks"].as_u64().unwrap_or(0);
        seed = next;
        if seconds.is_none() && seed - first >= ARTICLES_OF_A_STORY {
            break;
        }
    }
    eprintln!("{} articles from SEED={first} on, {marks} mentions", seed - first);
    assert!(marks > 0, "something was marked");
    assert!(user.faults().is_empty(), "{:?}", user.faults());
}
