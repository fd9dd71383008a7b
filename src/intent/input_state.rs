//! The state of mouse, button and focus, as last reported, and the term whose card is about to open.

use crate::intent::event::{Target, Trigger};
use crate::placement::geometry::Point;
use std::mem::replace;

/// Rest radius, CSS px: the tremor of an unsteady hand, and about one word space and a letter, so that a sweep along a long
/// term does not count as resting on it.
const REST_RADIUS: f64 = 16.0;

/// Mouse and focus.
#[derive(Clone, Debug)]
pub(crate) struct InputState {
    /// What the mouse is on.
    pub mouse: Target,
    /// Where the mouse is.
    pub at: Point,
    /// What has the keyboard focus. Focus that a mouse press gave counts as elsewhere: it follows the hand, and would
    /// hold a card open that the mouse has long left.
    pub focus: Target,
    /// Where the mouse button went down, while it is down.
    pub press: Option<Target>,
    /// Whether the latest press or its release was on the card. A drag out of the card ends in a click on what the two
    /// have in common, which is outside; the reader was selecting text.
    drag: bool,
}

impl InputState {
    pub fn new() -> Self {
        let (mouse, focus) = (Target::Outside, Target::Outside);
        Self { mouse, at: Point::default(), focus, press: None, drag: false }
    }

    pub fn press(&mut self, over: Target) {
        self.mouse = over;
        self.press = Some(over);
        self.drag = over == Target::Card;
    }

    pub fn release(&mut self, over: Target, at: Point) {
        (self.mouse, self.at) = (over, at);
        self.press = None;
        self.drag |= over == Target::Card;
    }

    /// Whether the click really was where it says, and not the end of a drag from or to the card.
    pub fn click(&mut self, over: Target) -> bool {
        self.press = None;
        let drag = replace(&mut self.drag, false);
        if !drag {
            self.mouse = over;
        }
        !drag
    }

    /// Where focus was and where it is now, as far as the keyboard is concerned.
    pub fn focus(&mut self, over: Target) -> (Target, Target) {
        let over = if self.press.is_some() { Target::Outside } else { over };
        (replace(&mut self.focus, over), over)
    }

    /// The card is no more: nothing can be on it.
    pub fn clear_card_target(&mut self) {
        for over in [&mut self.mouse, &mut self.focus] {
            if *over == Target::Card {
                *over = Target::Outside;
            }
        }
    }
}

/// A card that opens once the pointer or focus has rested on its term for the delay.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PendingOpen {
    pub mention: usize,
    pub trigger: Trigger,
    /// When the rest began, in milliseconds.
    pub since: f64,
    /// Where the mouse was then.
    pub from: Point,
}

impl PendingOpen {
    /// Whether the pointer moves along this term rather than rests on it.
    pub fn left_rest_radius(&self, at: Point) -> bool {
        let (x, y) = (at.x - self.from.x, at.y - self.from.y);
        self.trigger == Trigger::Pointer && x * x + y * y > REST_RADIUS * REST_RADIUS
    }
}
