//! Any reading of the small page, and any events that a page which is wrong may report, keep what a reader is promised.
//!
//! `EVENTS=10000000 cargo test --release --test intent properties` (`make soak-native`) plays ten million. A reading that fails is
//! shrunk to the shortest one that does, and printed.

use crate::acts::{self, Act, Key, Site, Spot};
use crate::note::Note;
use crate::page::{Card, Click, Do, Focus, Is, Mention, Mouse, Outside, Page, Press, Release, TERMS, Tap, card_of};
use context_cards::intent::{Delays, Event, Reason, Subject, Target};
use context_cards::placement::geometry::{Point, Rect};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::cell::Cell;

/// How many events a run plays, unless `EVENTS` says otherwise: ten seconds in a debug build.
const EVENTS: usize = 100_000;
/// Steps of one reading, on average.
const LENGTH: usize = 60;
/// A run is the same on every machine, unless `SEED` says otherwise.
const SEED: u64 = 11;
/// The view of the small page, in CSS pixels.
const VIEW: Rect = Rect { x: 0.0, y: 0.0, width: 800.0, height: 700.0 };

/// A number that the environment gives.
fn given<N: std::str::FromStr>(name: &str, otherwise: N) -> N {
    std::env::var(name).ok().and_then(|said| said.parse().ok()).unwrap_or(otherwise)
}

/// One thing that happens, how many milliseconds after the one before, and whether the timer rings in time.
#[derive(Clone, Debug)]
struct Step {
    what: What,
    after: f64,
    in_time: bool,
    /// Whether the event's time is no number.
    timeless: bool,
}

#[derive(Clone, Debug)]
enum What {
    Act(Act),
    /// What no reader does, and a page may report all the same.
    Event(Event),
}

fn target() -> impl Strategy<Value = Target> {
    prop_oneof![(1_usize..5).prop_map(Mention), Just(Card), Just(Outside)]
}

fn event() -> impl Strategy<Value = Event> {
    let at = prop_oneof![Just(f64::NAN), Just(f64::INFINITY), -50.0..900.0];
    let at = (at.clone(), at).prop_map(|(x, y)| Point { x, y });
    let reason = prop_oneof![Just(Reason::Button), Just(Reason::Back), Just(Reason::Gone), Just(Reason::Api)];
    let subject = prop_oneof![(1_usize..5).prop_map(Subject::Mention), (0_usize..2).prop_map(Subject::Card)];
    prop_oneof![
        (target(), at.clone()).prop_map(|(over, at)| Event::Move { over, at }),
        target().prop_map(|over| Event::Press { over }),
        (target(), at).prop_map(|(over, at)| Event::Release { over, at }),
        target().prop_map(|over| Event::Focus { over }),
        (1_usize..5).prop_map(|mention| Event::Activate { mention }),
        subject.prop_map(|subject| Event::Open { subject }),
        reason.prop_map(Event::Close),
        any::<bool>().prop_map(Event::Pin),
        Just(Event::Leave),
        Just(Event::AnchorHidden),
        Just(Event::Scrolled),
        Just(Event::Tick),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let what = prop_oneof![3 => acts::act().prop_map(What::Act), 1 => event().prop_map(What::Event)];
    let after = prop_oneof![Just(0.0), Just(1.0), Just(40.0), Just(130.0), Just(310.0), Just(900.0)];
    (what, after, prop::bool::weighted(0.8), prop::bool::weighted(0.02))
        .prop_map(|(what, after, in_time, timeless)| Step { what, after, in_time, timeless })
}

fn delays() -> impl Strategy<Value = Delays> {
    prop_oneof![
        3 => Just(Delays::default()),
        1 => Just(Delays { open: 0.0, close: 0.0 }),
        1 => Just(Delays { open: 1000.0, close: 50.0 }),
        1 => Just(Delays { open: 0.0, close: 900.0 }),
    ]
}

/// The reader's acts as the page reports them.
fn doings(page: &Page, act: Act) -> Vec<Do> {
    let at = |spot| place(page, spot);
    let over = |spot| page.under(at(spot));
    match act {
        Act::Hover(spot) => vec![Mouse(at(spot))],
        Act::Travel(from, to) => {
            let (from, to) = (at(from), at(to));
            let between = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
            vec![Mouse(from), Mouse(between), Mouse(to)]
        }
        Act::Click(spot) => vec![Mouse(at(spot)), Click(at(spot))],
        Act::Drag(from, to) => vec![Mouse(at(from)), Press(at(from)), Mouse(at(to)), Release(at(to))],
        Act::Tap(spot) => vec![Tap(over(spot))],
        Act::Key(Key::Tab | Key::ArrowRight) => vec![Focus(next(page, 1))],
        Act::Key(Key::BackTab) => vec![Focus(next(page, 3))],
        Act::Key(Key::Enter | Key::Space) => match page.focus {
            Mention(mention) => vec![Is(Event::Activate { mention }), Focus(Card)],
            _ => Vec::new(),
        },
        Act::Key(Key::Escape) => vec![Is(Event::Escape)],
        Act::Scroll(_) | Act::Resize(..) => vec![Is(Event::Scrolled)],
        Act::SwitchOff(true) | Act::Site(Site::ReplaceArticle | Site::Rewrite(_)) => {
            vec![Is(Event::Close(Reason::Gone))]
        }
        Act::Pin(pinned) => vec![Is(Event::Pin(pinned))],
        Act::LeaveAndReturn => vec![Is(Event::Leave)],
        Act::Site(Site::Open(card)) => vec![Is(Event::Open { subject: Subject::Mention(card + 1) })],
        Act::Site(Site::Close | Site::Remove | Site::ChangeDeck) => vec![Is(Event::Close(Reason::Api))],
        Act::Site(_) | Act::SwitchOff(false) => vec![Is(Event::Tick)],
        Act::Wait(_) => Vec::new(),
    }
}

/// Where Tab leads from what has the focus: through the terms, and from a term into its open card.
fn next(page: &Page, by: usize) -> Target {
    match (page.focus, page.intent.shown()) {
        (Mention(mention), Some(shown)) if by == 1 && shown.subject == Subject::Mention(mention) => Card,
        (Mention(mention), _) => Mention((mention - 1 + by) % TERMS.len() + 1),
        (Card, _) => Outside,
        (Outside, _) => Mention(by),
    }
}

fn place(page: &Page, spot: Spot) -> (f64, f64) {
    let within = |rect: Rect, x: f64, y: f64| (rect.x + rect.width * x, rect.y + rect.height * y);
    match spot {
        Spot::Term(term) => within(TERMS[term % TERMS.len()].1, 0.5, 0.5),
        Spot::Card(x, y) => page.intent.shown().map_or((700.0, 500.0), |shown| within(card_of(shown.subject).0, x, y)),
        Spot::Page(x, y) => within(VIEW, x, y),
        Spot::Away => (700.0, 690.0),
    }
}

/// Plays a reading, and says how many events that were. Then the reader goes: soon nothing is left, but for a card that was tapped or called for, which a tap
/// outside ends.
fn read(delays: Delays, steps: &[Step]) -> usize {
    let mut page = Page::new(delays);
    let mut now = 0.0;
    for step in steps {
        now += step.after;
        if let What::Act(Act::Wait(milliseconds)) = step.what {
            now += f64::from(milliseconds);
        }
        if step.in_time {
            page.wait(now);
        }
        let doings = match &step.what {
            What::Act(act) => doings(&page, *act),
            What::Event(event) => vec![Is(*event)],
        };
        for doing in doings {
            page.play(if step.timeless { f64::NAN } else { now }, doing);
        }
    }
    page.play(now, Is(Event::Release { over: Outside, at: Point { x: -1.0, y: -1.0 } }));
    for event in [Event::Pin(false), Event::Focus { over: Outside }, Event::Leave] {
        page.play(now, Is(event));
    }
    let asked_for = page.intent.shown().is_some() && page.intent.deadline().is_none();
    now += 1000.0;
    page.wait(now);
    if asked_for {
        page.play(now, Tap(Outside));
    }
    assert!(page.intent.is_idle() && page.intent.deadline().is_none(), "something is left: {}", page.seen());
    page.events
}

#[test]
fn any_reading_keeps_the_promises() {
    let (events, seed) = (given("EVENTS", EVENTS), given("SEED", SEED));
    let cases = u32::try_from(events / LENGTH).unwrap_or(u32::MAX);
    let config = Config { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..Config::default() };
    let name = if events > EVENTS { "intent-long" } else { "intent" };
    let mut note = Note::of(name, "events of the state machine, in readings drawn at random", None);
    let readings = (delays(), vec(step(), 1..=2 * LENGTH));
    let played = Cell::new(0);
    let result = TestRunner::new(config).run(&readings, |(delays, steps)| {
        played.set(played.get() + read(delays, &steps));
        Ok(())
    });
    if let Err(fault) = result {
        panic!("SEED={seed} EVENTS={events}: {fault}");
    }
    note.count(played.get());
}
