//! Does the page stay whole, however long and however oddly it is read? A reading drawn at random from a printed seed, and after each
//! step what must hold on any page.
//!
//! `make soak SOAK_MINUTES=20 SEED=7` reads for so long, with a seed of its own where none is given. What fails names the seed and the step:
//! `SEED=… STEPS=…` plays it again. Without these, a story reads a fixed number of steps.

mod reading;

use crate::acts;
use crate::harness::{User, given, stories};
use crate::note::Note;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use reading::Reading;
use serde_json::Value;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

stories![a_long_random_reading];

/// Steps of the story, and its seed.
const STEPS: u64 = 120;
const SEED: u64 = 11;
/// So many steps are read between two counts of what is left behind.
const STAGE: u64 = 100;
/// What is counted, where the browser counts it, and by how much it may grow: a browser adds some of its own, as an article that has left the
/// page and for which it still knows what a menu would be about (85 nodes), and memory that was once needed is kept.
const COUNTED: &[(&str, u64)] = &[("nodes", 100), ("jsEventListeners", 3), ("timers", 3), ("memory", 1 << 20)];
/// So many counts at least are compared with as many: what a page holds just then differs from one to the next.
const WINDOW: usize = 3;

fn a_long_random_reading(user: &User) {
    let minutes = given("SOAK_MINUTES");
    let fresh = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(SEED, |age| age.as_secs());
    let seed = given("SEED").unwrap_or_else(|| if minutes.is_some() { fresh() } else { SEED });
    let steps = given("STEPS").unwrap_or(if minutes.is_some() { u64::MAX } else { STEPS });
    let end = minutes.map(|minutes| Instant::now() + Duration::from_secs(minutes * 60));
    eprintln!("SEED={seed}");
    let name = if minutes.is_some() { "soak-long" } else { "soak" };
    let mut note = Note::of(name, "steps of reading drawn at random", Some(user.browser.engine.name()));
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let acts = acts::act();
    let mut reading = Reading::open(user);
    let mut counts: Vec<Value> = Vec::new();
    for step in 1..=steps {
        if end.is_some_and(|end| Instant::now() > end) {
            break;
        }
        let act = acts.new_tree(&mut runner).expect("an act").current();
        if std::env::var_os("TELL").is_some() {
            eprintln!("{step} {act:?}");
        }
        let wrong = reading.step(act);
        assert!(wrong.is_empty(), "SEED={seed} STEPS={step}: after {act:?}: {wrong}");
        note.count(1);
        if step % STAGE == 0 {
            counts.push(reading.left_behind());
            let leaks: Vec<_> = COUNTED.iter().filter(|(name, noise)| grows(&counts, name, *noise)).collect();
            assert!(leaks.is_empty(), "SEED={seed} STEPS={step}: {leaks:?} grow: {counts:?}");
            if minutes.is_some() {
                eprintln!("{step} steps: {}", counts[counts.len() - 1]);
            }
        }
    }
}

/// Whether a count goes on growing: all of the latest stages are above all of the first two thirds. From one stage to the next it goes up and
/// down by what the page holds just then, and what leaks comes to more than that in the end.
fn grows(counts: &[Value], name: &str, noise: u64) -> bool {
    let numbers: Vec<u64> = counts.iter().filter_map(|count| count[name].as_u64()).collect();
    if numbers.len() < 3 * WINDOW {
        return false;
    }
    let earlier = numbers[..numbers.len() * 2 / 3].iter().max().copied().unwrap_or_default();
    let latest = numbers[numbers.len() - WINDOW..].iter().min().copied().unwrap_or_default();
    latest > earlier + noise
}
