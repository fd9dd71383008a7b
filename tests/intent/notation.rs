//! How stories on the small page are written: their first line is their name, each other a moment in milliseconds, what happens then
//! and, after a colon, what is seen and when the timer is due next.

use crate::page::{
    CARD_1, Card, Click, Do, FAR, Focus, Is, Look, Mention, Mouse, ON_1, ON_2, ON_4, OVER_1, Outside, Page, Press,
    Release, Tap,
};
use context_cards::intent::{Delays, Event, Reason, Subject, Target};

pub fn tell(stories: &[&str]) {
    tell_with(Delays::default(), stories);
}

pub fn tell_with(delays: Delays, stories: &[&str]) {
    for story in stories {
        let (name, moments) = story.split_once('\n').expect("a story has a name and moments");
        let mut page = Page::new(delays);
        for moment in moments.lines().map(str::trim) {
            let (what, expected) = moment.split_once(": ").unwrap_or((moment, ""));
            let (now, what) = what.split_once(' ').expect(moment);
            let now = now.parse().expect(moment);
            page.wait(now);
            page.play(now, act(what));
            if !expected.is_empty() {
                assert_eq!(page.seen(), expected, "{name}, at {now}");
            }
        }
    }
}

fn act(what: &str) -> Do {
    let (verb, object) = what.split_once(' ').unwrap_or((what, ""));
    match verb {
        "look" => Look,
        "mouse" => Mouse(spot(object)),
        "press" => Press(spot(object)),
        "release" => Release(spot(object)),
        "click" => Click(spot(object)),
        "tap" => Tap(over(object)),
        "focus" => Focus(over(object)),
        "enter" => Is(Event::Activate { mention: number(object) }),
        "site" if object.starts_with("opens term") => Is(Event::Open { subject: Subject::Mention(number(object)) }),
        "site" => Is(Event::Open { subject: Subject::Card(number(object)) }),
        "escape" => Is(Event::Escape),
        "leave" => Is(Event::Leave),
        "scroll" => Is(Event::Scrolled),
        "gone" => Is(Event::AnchorHidden),
        "pin" => Is(Event::Pin(true)),
        "unpin" => Is(Event::Pin(false)),
        "tick" => Is(Event::Tick),
        "close" => {
            let all = [Reason::Button, Reason::Back, Reason::Gone, Reason::Api];
            Is(Event::Close(all.into_iter().find(|reason| reason.as_str() == object).expect(what)))
        }
        _ => panic!("{what}?"),
    }
}

fn spot(name: &str) -> (f64, f64) {
    match name {
        "term 1" => ON_1,
        "term 2" => ON_2,
        "term 4" => ON_4,
        "above term 1" => OVER_1,
        "card" => CARD_1,
        "far" => FAR,
        _ => {
            let (x, y) = name.split_once(' ').expect(name);
            (x.parse().expect(name), y.parse().expect(name))
        }
    }
}

fn over(name: &str) -> Target {
    match name {
        "card" => Card,
        "elsewhere" => Outside,
        _ => Mention(number(name)),
    }
}

fn number(name: &str) -> usize {
    name.rsplit(' ').next().and_then(|number| number.parse().ok()).expect(name)
}
