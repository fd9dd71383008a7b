//! Events that open, keep and close a card, by the reader, the site or the page, as plain values.

use crate::placement::geometry::{Point, Rect};

/// What a card was opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A mention in the article, by its number.
    Mention(usize),
    /// A card by its number, opened by the site without a mention in the text.
    Card(usize),
}

/// By which means a card was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// A mouse rested on a term or clicked it.
    Pointer,
    /// A finger or a pen tapped a term.
    Touch,
    /// Keyboard focus rested on a term, or Enter or Space was pressed there.
    Keyboard,
    /// The site called `open`.
    Api,
}

impl Trigger {
    /// The word that events of the public contract carry.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pointer => "pointer",
            Self::Touch => "touch",
            Self::Keyboard => "keyboard",
            Self::Api => "api",
        }
    }
}

/// Why a card closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Pointer and focus were elsewhere for the grace.
    Left,
    /// The Escape key.
    Escape,
    /// A click or tap outside the card, or a second tap on its term.
    Outside,
    /// The card's close button.
    Button,
    /// The back gesture.
    Back,
    /// The term left the view or the page, or the element or its deck went.
    Gone,
    /// Another card took its place.
    Replaced,
    /// The site called `close`.
    Api,
}

impl Reason {
    /// The word that events of the public contract carry.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Escape => "escape",
            Self::Outside => "outside",
            Self::Button => "button",
            Self::Back => "back",
            Self::Gone => "gone",
            Self::Replaced => "replaced",
            Self::Api => "api",
        }
    }
}

/// What lies under the pointer, or has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A mention in the article, by its number.
    Mention(usize),
    /// The open card.
    Card,
    /// Anything else.
    Outside,
}

/// How long a reader must rest on a term, and may be away from a card, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Delays {
    /// From arriving on a term to its card.
    pub open: f64,
    /// From leaving a card to its closing: the grace.
    pub close: f64,
}

impl Default for Delays {
    /// 300 and 250: long enough that a sweep across a paragraph opens nothing and a slip off the card's edge can be
    /// corrected, short enough that a reader who waits sees a response. (Peers open after 0 to 750 and close after 300.)
    fn default() -> Self {
        Self { open: 300.0, close: 250.0 }
    }
}

/// Something happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// A mouse really moved. Moves which browsers invent after a scroll or a change of the page are the caller's to
    /// drop.
    Move {
        /// What is under it now.
        over: Target,
        /// Where it is now.
        at: Point,
    },
    /// The mouse left the window.
    Leave,
    /// The primary mouse button went down. Every press needs its [`Event::Release`]: a cancelled one too, and one whose
    /// end was lost (outside the window, on a scroll bar), which a move without a button tells.
    Press {
        /// What was under the mouse.
        over: Target,
    },
    /// The primary mouse button came up, or the browser took the gesture over (`pointercancel`).
    Release {
        /// What was under the mouse.
        over: Target,
        /// Where the mouse was.
        at: Point,
    },
    /// A plain click with the primary mouse button.
    Click {
        /// What was clicked.
        over: Target,
    },
    /// A tap with a finger or a pen.
    Tap {
        /// What was tapped.
        over: Target,
    },
    /// Focus moved.
    Focus {
        /// What has it now.
        over: Target,
    },
    /// Enter or Space on a term, or an assistive technology's click on it.
    Activate {
        /// The term's mention.
        mention: usize,
    },
    /// The Escape key.
    Escape,
    /// The card is told to close, for the reason given.
    Close(Reason),
    /// The site asks for a card.
    Open {
        /// Which one.
        subject: Subject,
    },
    /// The card came to stand somewhere; again after each time it moved.
    Positioned {
        /// Where the card is.
        card: Rect,
        /// Where its term's line is.
        anchor: Rect,
    },
    /// Something scrolled.
    Scrolled,
    /// The open card's term scrolled out of view. (A term taken out of the page is `Close(Reason::Gone)`.)
    AnchorHidden,
    /// The reader pinned the card, or let it go again.
    Pin(bool),
    /// The timer set for [`Intent::deadline`](crate::intent::Intent::deadline) rang, or any other: a stale one changes
    /// nothing.
    Tick,
}
