//! A small page with four terms, on which the state machine is played, and what holds after any event there.
//!
//! The timer is played as the page plays it: it rings at each deadline, before anything that happens later.

use context_cards::intent::{Delays, Event, Intent, Reason, Shown, Subject, Target};
use context_cards::placement::geometry::{Point, Rect};

pub const fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
    Rect { x, y, width, height }
}

/// The page: terms 1 and 2 on one line with a gap of 40, term 3 on the line above and long, term 4 far below.
pub const TERMS: [(usize, Rect); 4] = [
    (1, rect(100.0, 100.0, 60.0, 20.0)),
    (2, rect(200.0, 100.0, 60.0, 20.0)),
    (3, rect(100.0, 60.0, 400.0, 20.0)),
    (4, rect(100.0, 600.0, 60.0, 20.0)),
];

/// Where a card for this term stands: 8 below its line and 18 before its start.
pub fn card_of(subject: Subject) -> (Rect, Rect) {
    let anchor = match subject {
        Subject::Mention(mention) => TERMS.iter().find(|term| term.0 == mention).map(|term| term.1),
        Subject::Card(_) => None,
    };
    let anchor = anchor.unwrap_or_default();
    (rect(anchor.x - 18.0, anchor.bottom() + 8.0, 360.0, 200.0), anchor)
}

// Spots on the page.
pub const FAR: (f64, f64) = (700.0, 500.0);
pub const ON_1: (f64, f64) = (150.0, 105.0);
pub const ON_2: (f64, f64) = (230.0, 110.0);
pub const ON_4: (f64, f64) = (130.0, 610.0);
pub const OVER_1: (f64, f64) = (150.0, 92.0);
pub const CARD_1: (f64, f64) = (260.0, 200.0);

#[derive(Clone, Copy)]
pub enum Do {
    Look,
    Mouse((f64, f64)),
    Press((f64, f64)),
    /// Lets the button go, which clicks whatever press and release have in common.
    Release((f64, f64)),
    Click((f64, f64)),
    Tap(Target),
    Focus(Target),
    Is(Event),
}
pub use Do::{Click, Focus, Is, Look, Mouse, Press, Release, Tap};
pub use Target::{Card, Mention, Outside};

pub struct Page {
    pub intent: Intent,
    /// How many events it has reported.
    pub events: usize,
    /// What has the focus.
    pub focus: Target,
    any: bool,
    pressed: Target,
}

impl Page {
    pub fn new(delays: Delays) -> Self {
        Self { intent: Intent::new(delays), events: 0, focus: Outside, any: false, pressed: Outside }
    }

    pub fn under(&self, at: (f64, f64)) -> Target {
        let at = Point { x: at.0, y: at.1 };
        match self.intent.shown() {
            Some(shown) if card_of(shown.subject).0.contains(at) => Card,
            _ => TERMS.iter().find(|term| term.1.contains(at)).map_or(Outside, |term| Mention(term.0)),
        }
    }

    pub fn tell(&mut self, now: f64, event: Event) {
        let was = self.intent.shown();
        self.events += 1;
        self.intent.on(now, event);
        keeps_promises(was, event, &self.intent);
        let before = was.map(|shown| shown.subject);
        if let Some(shown) = self.intent.shown()
            && before != Some(shown.subject)
        {
            self.any = true;
            let (card, anchor) = card_of(shown.subject);
            self.intent.on(now, Event::Positioned { card, anchor });
        }
    }

    pub fn wait(&mut self, until: f64) {
        for _ in 0..10 {
            match self.intent.deadline() {
                Some(due) if due <= until => self.tell(due, Event::Tick),
                _ => return,
            }
        }
        panic!("the timer never stops ringing");
    }

    pub fn play(&mut self, now: f64, act: Do) {
        let event = match act {
            Look => return,
            Mouse(at) => Event::Move { over: self.under(at), at: Point { x: at.0, y: at.1 } },
            Press(at) => {
                self.pressed = self.under(at);
                Event::Press { over: self.pressed }
            }
            Release(at) => {
                let over = self.under(at);
                self.tell(now, Event::Release { over, at: Point { x: at.0, y: at.1 } });
                Event::Click { over: if over == self.pressed { over } else { Outside } }
            }
            Click(at) => {
                self.play(now, Press(at));
                return self.play(now, Release(at));
            }
            Tap(over) => Event::Tap { over },
            Focus(over) => {
                self.focus = over;
                Event::Focus { over }
            }
            Is(event) => event,
        };
        self.tell(now, event);
    }

    pub fn seen(&self) -> String {
        let mut seen = match self.intent.shown() {
            Some(shown) => {
                let subject = match shown.subject {
                    Subject::Mention(mention) => format!("card {mention}"),
                    Subject::Card(card) => format!("site's card {card}"),
                };
                let pinned = if shown.pinned { ", pinned" } else { "" };
                let enter = if shown.enter { ", focus goes in" } else { "" };
                format!("{subject} by {} at {}{pinned}{enter}", shown.trigger.as_str(), shown.since)
            }
            None if self.any => format!("nothing, {}", self.intent.closed().as_str()),
            None => "nothing".to_string(),
        };
        if let Some(deadline) = self.intent.deadline() {
            seen = format!("{seen}; next {deadline}");
        }
        seen
    }
}

/// What holds after any event, in any story.
fn keeps_promises(was: Option<Shown>, event: Event, intent: &Intent) {
    let (shown, deadline, closed) = (intent.shown(), intent.deadline(), intent.closed());
    assert!(deadline.is_none_or(f64::is_finite), "a timer can be set after {event:?}");
    assert!(deadline.is_none() || !intent.is_idle(), "a deadline is for something after {event:?}");
    assert!(deadline.is_some() || shown.is_some() || intent.is_idle(), "arming comes to an end after {event:?}");
    let subject = |shown: Shown| (shown.subject, shown.since, shown.trigger);
    match (was, shown) {
        (Some(was), Some(shown)) if subject(was) != subject(shown) => {
            assert_eq!(closed, Reason::Replaced, "one card at a time after {event:?}");
            assert_ne!(was.subject, shown.subject, "no card opens anew after {event:?}");
        }
        (Some(_), None) => assert_ne!(closed, Reason::Replaced, "nothing took the card's place after {event:?}"),
        _ => {}
    }
    let lets_go = match event {
        Event::Click { over: Mention(_) } | Event::Tap { over: Mention(_) } => shown.is_some(),
        Event::Activate { .. } | Event::Open { .. } | Event::Escape | Event::Close(_) | Event::Pin(false) => true,
        _ => false,
    };
    if let Some(was) = was.filter(|was| was.pinned && !lets_go) {
        let holds = shown.is_some_and(|shown| shown.pinned && subject(shown) == subject(was));
        assert!(holds, "a pin holds after {event:?}");
    }
    let mut early = intent.clone();
    early.on(f64::NAN, Event::Tick);
    let due = deadline.is_some() && early.deadline() != deadline;
    assert!(due || early.shown() == shown, "a tick before its time changes nothing after {event:?}");
    let mut escaped = intent.clone();
    escaped.on(f64::NAN, Event::Escape);
    assert!(escaped.is_idle() && escaped.deadline().is_none(), "Escape ends everything after {event:?}");
}
