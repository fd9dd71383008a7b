//! Where is the reader? Mouse, focus and a held button, as last heard of; and the term the reader may be resting on.

use crate::event::{Over, Trigger};
use crate::geometry::Point;
use std::mem::replace;

/// Pixels a pointer may tremble about a spot and still rest there: the travel of an unsteady hand, and about one word
/// space and a letter, so that a sweep along a long term does not count as resting on it.
const REST: f64 = 16.0;

/// Mouse and focus.
#[derive(Clone, Debug)]
pub(crate) struct Presence {
    /// What the mouse is on.
    pub mouse: Over,
    /// Where the mouse is.
    pub at: Point,
    /// What has the keyboard focus. Focus that a mouse press gave counts as elsewhere: it follows the hand, and would
    /// hold a card open that the mouse has long left.
    pub focus: Over,
    /// Where the mouse button went down, while it is down.
    pub press: Option<Over>,
    /// Whether the latest press or its release was on the card. A drag out of the card ends in a click on what the two
    /// have in common, which is outside; the reader was selecting text.
    drag: bool,
}

impl Presence {
    pub fn new() -> Self {
        let (mouse, focus) = (Over::Elsewhere, Over::Elsewhere);
        Self { mouse, at: Point::default(), focus, press: None, drag: false }
    }

    pub fn press(&mut self, over: Over) {
        self.mouse = over;
        self.press = Some(over);
        self.drag = over == Over::Card;
    }

    pub fn release(&mut self, over: Over, at: Point) {
        (self.mouse, self.at) = (over, at);
        self.press = None;
        self.drag |= over == Over::Card;
    }

    /// Whether the click really was where it says, and not the end of a drag from or to the card.
    pub fn click(&mut self, over: Over) -> bool {
        self.press = None;
        let drag = replace(&mut self.drag, false);
        if !drag {
            self.mouse = over;
        }
        !drag
    }

    /// Where focus was and where it is now, as far as the keyboard is concerned.
    pub fn focus(&mut self, over: Over) -> (Over, Over) {
        let over = if self.press.is_some() { Over::Elsewhere } else { over };
        (replace(&mut self.focus, over), over)
    }

    /// The card is no more: nothing can be on it.
    pub fn forget_card(&mut self) {
        for over in [&mut self.mouse, &mut self.focus] {
            if *over == Over::Card {
                *over = Over::Elsewhere;
            }
        }
    }
}

/// A term on which the reader may be coming to rest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arming {
    pub mention: usize,
    pub trigger: Trigger,
    /// When the count began.
    pub since: f64,
    /// Where the mouse was then.
    pub from: Point,
}

impl Arming {
    /// Whether the pointer moves along this term rather than rests on it.
    pub fn is_passing(&self, at: Point) -> bool {
        let (x, y) = (at.x - self.from.x, at.y - self.from.y);
        self.trigger == Trigger::Pointer && x * x + y * y > REST * REST
    }
}
