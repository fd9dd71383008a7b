//! What does a user do? Real input of mouse, finger, pen, wheel and keys, as the browser gets it from the system.

use super::user::User;
use context_cards::placement::geometry::{Point, Rect};
use serde_json::{Value, json};

pub const TAB: &str = "\u{E004}";
pub const ENTER: &str = "\u{E007}";
pub const SHIFT: &str = "\u{E008}";
pub const CONTROL: &str = "\u{E009}";
pub const ESCAPE: &str = "\u{E00C}";
pub const SPACE: &str = " ";
pub const END: &str = "\u{E010}";
pub const HOME: &str = "\u{E011}";
pub const ARROW_LEFT: &str = "\u{E012}";
pub const ARROW_RIGHT: &str = "\u{E014}";

/// Where the pointer waits when it is on nothing.
pub const AWAY: Point = Point { x: 4.0, y: 4.0 };
/// One frame: a moving hand is seen at so many milliseconds' distance.
const FRAME: u32 = 16;
/// How long a finger or a button stays down in a tap or a click, in milliseconds.
const PRESS: u32 = 40;

/// Something on the page to point at.
#[derive(Clone, Debug)]
pub enum Spot {
    /// The element that this JavaScript expression gives, with the functions of `user.js` at hand.
    Element(String),
    At(Point),
}

/// The open card of the first widget.
pub fn the_card() -> Spot {
    Spot::Element("card()".into())
}

/// The first mark of a card, by the card's id, or the first with these words.
pub fn term(name: &str) -> Spot {
    Spot::Element(format!("term({})", json!(name)))
}

/// An element of the page, by CSS selector.
pub fn element(selector: &str) -> Spot {
    Spot::Element(format!("document.querySelector({})", json!(selector)))
}

/// A part of the card: `part("summary")`.
pub fn part(name: &str) -> Spot {
    Spot::Element(format!("part({})", json!(name)))
}

/// A link, button or tab of the card, by (a piece of) its name.
pub fn control(name: &str) -> Spot {
    Spot::Element(format!("control({})", json!(name)))
}

/// A point of the viewport.
pub fn at(x: f64, y: f64) -> Spot {
    Spot::At(Point { x, y })
}

fn middle(rect: Rect) -> Point {
    Point { x: rect.x + rect.width / 2.0, y: rect.y + rect.height / 2.0 }
}

/// The protocol takes whole pixels, written without a fraction.
fn whole(pixels: f64) -> Value {
    let negative_zero_is_zero = pixels.round() + 0.0;
    format!("{negative_zero_is_zero:.0}").parse().unwrap_or(Value::Null)
}

fn go_to(to: Point, milliseconds: u32) -> Value {
    json!({"type": "pointerMove", "x": whole(to.x), "y": whole(to.y), "duration": milliseconds, "origin": "viewport"})
}

/// A path in steps of one frame: drivers do not divide a movement themselves.
fn path(from: Point, to: Point, milliseconds: u32) -> Vec<Value> {
    let steps = (milliseconds / FRAME).max(1);
    let step = |n: u32| f64::from(n) / f64::from(steps);
    let along = |t: f64| Point { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
    (0..=steps).map(|n| go_to(along(step(n)), FRAME)).collect()
}

fn press_between(before: impl IntoIterator<Item = Value>, while_down: impl IntoIterator<Item = Value>) -> Vec<Value> {
    let mut actions: Vec<Value> = before.into_iter().collect();
    actions.push(json!({"type": "pointerDown", "button": 0}));
    actions.extend(while_down);
    actions.push(json!({"type": "pause", "duration": PRESS}));
    actions.push(json!({"type": "pointerUp", "button": 0}));
    actions
}

impl User {
    /// Waits until the spot has a box, brings it into view, and gives the box (its first line, if it wraps).
    pub fn find(&self, spot: &Spot) -> Rect {
        match spot {
            Spot::At(point) => Rect { x: point.x, y: point.y, ..Rect::default() },
            Spot::Element(js) => {
                self.until(&format!("{js} stands on the page"), || rect(&self.ask(&format!("return meet({js});"))))
            }
        }
    }

    fn play(&self, kind: &str, pointer: Option<&str>, actions: &[Value]) {
        self.browser.session.play(kind, pointer, actions).unwrap_or_else(|fault| panic!("{fault}"));
    }

    /// The mouse is at this point with its next movement.
    pub fn point(&self, to: Point) {
        self.play("pointer", Some("mouse"), &[go_to(to, 0)]);
    }

    /// The mouse comes onto the spot and rests there.
    pub fn hover(&self, spot: &Spot) {
        self.point(middle(self.find(spot)));
    }

    /// The mouse leaves for where nothing is.
    pub fn move_away(&self) {
        self.point(AWAY);
    }

    /// The mouse travels from one spot to another, seen in each frame.
    pub fn travel(&self, from: &Spot, to: &Spot, milliseconds: u32) {
        let (from, to) = (middle(self.find(from)), middle(self.find(to)));
        self.play("pointer", Some("mouse"), &path(from, to, milliseconds));
    }

    pub fn click(&self, spot: &Spot) {
        let there = middle(self.find(spot));
        self.play("pointer", Some("mouse"), &press_between([go_to(there, 0)], []));
    }

    /// Opens all of the short card.
    pub fn expand(&self) {
        self.click(&Spot::Element("card()?.querySelector('.expand')".into()));
        self.until_holds("all of the card is open", "card().querySelector('.panel')");
    }

    /// The mouse goes down on the first spot, travels over the others with the button down, and lets go on the last. In
    /// one piece: Chromium's driver forgets between two that a button is down.
    pub fn drag(&self, spots: &[Spot], milliseconds_each: u32) {
        let points: Vec<Point> = spots.iter().map(|spot| middle(self.find(spot))).collect();
        let way = points.windows(2).flat_map(|leg| path(leg[0], leg[1], milliseconds_each));
        self.play("pointer", Some("mouse"), &press_between([go_to(points[0], 0)], way));
    }

    /// A finger taps.
    pub fn tap(&self, spot: &Spot) {
        self.tap_with("touch", spot);
    }

    /// `touch` or `pen` taps.
    pub fn tap_with(&self, pointer: &str, spot: &Spot) {
        let there = middle(self.find(spot));
        self.play("pointer", Some(pointer), &press_between([go_to(there, 0)], []));
    }

    /// A finger goes down on the spot and pulls the page by so many pixels.
    pub fn swipe(&self, spot: &Spot, down: f64) {
        let from = middle(self.find(spot));
        let to = Point { y: from.y + down, ..from };
        self.play("pointer", Some("touch"), &press_between([go_to(from, 0)], path(from, to, 200)));
    }

    /// Turns the wheel with the mouse on the spot.
    pub fn wheel(&self, spot: &Spot, down: f64) {
        let at = middle(self.find(spot));
        let turn = json!({"type": "scroll", "x": whole(at.x), "y": whole(at.y), "deltaX": 0, "deltaY": whole(down),
            "duration": 0, "origin": "viewport"});
        self.play("wheel", None, &[turn]);
    }

    pub fn key(&self, key: &str) {
        self.with_key(key, || ());
    }

    /// Does something while a key is down: `with_key(SHIFT, || user.key(TAB))`.
    pub fn with_key(&self, key: &str, act: impl FnOnce()) {
        self.play("key", None, &[json!({"type": "keyDown", "value": key})]);
        act();
        self.play("key", None, &[json!({"type": "keyUp", "value": key})]);
    }

    /// Presses Tab until the spot has the focus.
    pub fn tab_to(&self, spot: &Spot) {
        let Spot::Element(js) = spot else { panic!("only an element can have the focus") };
        for _ in 0..100 {
            if self.holds(&format!("focused() === {js}")) {
                return;
            }
            self.key(TAB);
        }
        panic!("a hundred Tabs did not lead to {js}");
    }
}

/// A rectangle as `user.js` sends it; none where it sends null.
pub fn rect(value: &Value) -> Option<Rect> {
    let side = |name: &str| value[name].as_f64();
    Some(Rect { x: side("x")?, y: side("y")?, width: side("width")?, height: side("height")? })
}
