//! Where the words of a story do not reach: other delays, clocks that are wrong, timers that ring late.

use crate::notation::{tell, tell_with};
use crate::page::{FAR, Is, Mention, Mouse, ON_1, Page, Tap};
use context_cards::intent::{Delays, Event, Intent, Reason};
use context_cards::placement::geometry::Point;

#[test]
fn a_replaced_card_says_so() {
    let mut page = Page::new(Delays::default());
    for (now, act) in [(0.0, Tap(Mention(1))), (900.0, Tap(Mention(2)))] {
        page.play(now, act);
    }
    assert_eq!(page.intent.closed(), Reason::Replaced);
}

#[test]
fn timers_that_ring_early_late_or_for_nothing() {
    tell(&[
        "a tick for nothing
            0 tick: nothing",
        "early, then again
            0 mouse term 1
            299.5 tick: nothing; next 300
            300 look: card 1 by pointer at 300",
        "stale: set for a term that was left
            0 mouse term 1
            200 mouse term 2: nothing; next 500
            300 tick: nothing; next 500
            400 mouse far: nothing
            500 tick: nothing",
    ]);
    // Late, without the timer played in between: the reader's move is heard first and decides.
    let mut page = Page::new(Delays::default());
    page.play(0.0, Mouse(ON_1));
    page.play(400.0, Mouse(FAR));
    assert_eq!(page.seen(), "nothing", "left before the late timer");
    page.play(1000.0, Mouse(ON_1));
    page.play(1400.0, Is(Event::Tick));
    page.play(2000.0, Mouse(FAR));
    page.play(2400.0, Mouse(ON_1));
    assert_eq!(page.seen(), "card 1 by pointer at 1400", "came back before the late timer");
}

#[test]
fn without_delays_a_single_call_is_enough() {
    let story = "hover, leave, focus, leave
            0 mouse term 1: card 1 by pointer at 0
            100 mouse far: nothing, left
            1000 focus term 2: card 2 by keyboard at 1000
            1100 focus elsewhere: nothing, left
            2000 mouse term 1: card 1 by pointer at 2000
            2100 mouse term 2: card 2 by pointer at 2100";
    for none in [0.0, -0.0, -5.0, f64::NAN] {
        tell_with(Delays { open: none, close: none }, &[story]);
    }
    let mut page = Page::new(Delays { open: f64::INFINITY, close: 1e300 });
    page.play(0.0, Mouse(ON_1));
    assert_eq!(page.seen(), "nothing; next 60000", "a timer could not hold more");
}

#[test]
fn clocks_that_run_backwards_or_say_nothing() {
    tell(&["an unknown time is the latest one known
            1000 mouse term 1: nothing; next 1300
            NaN mouse term 1: nothing; next 1300
            500 mouse 100 110: nothing; next 1300
            -inf tick: nothing; next 1300
            1300 look: card 1 by pointer at 1300
            2 mouse far: card 1 by pointer at 1300; next 1550
            1550 look: nothing, left"]);
    let mut intent = Intent::new(Delays::default());
    intent.on(f64::INFINITY, Event::Move { over: Mention(1), at: Point { x: f64::NAN, y: f64::INFINITY } });
    assert_eq!(intent.deadline(), Some(300.0), "a time without end is no time");
}
