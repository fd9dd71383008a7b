//! What reader, site and browser may do to an article, drawn at random. One generator for both: `tests/intent` plays it on the state
//! machine, `tests/browser/soak/` in a real browser.

#![allow(dead_code, reason = "the state machine has no sizes, themes and paragraphs, which a browser has")]

use proptest::prelude::*;

/// Where a pointer goes.
#[derive(Clone, Copy, Debug)]
pub enum Spot {
    /// A term of the article, by its number from 0; counted on from the first where there are fewer.
    Term(usize),
    /// Somewhere on the open card, in parts of its width and height; nowhere where none is open.
    Card(f64, f64),
    /// Anywhere in the view, in parts of its width and height.
    Page(f64, f64),
    /// Where nothing is.
    Away,
}

#[derive(Clone, Copy, Debug)]
pub enum Key {
    Tab,
    BackTab,
    Enter,
    Space,
    Escape,
    ArrowRight,
}

/// What the site does by script.
#[derive(Clone, Copy, Debug)]
pub enum Site {
    Open(usize),
    Close,
    OpenList,
    Refresh,
    /// The article element goes, and another with the same text comes.
    ReplaceArticle,
    /// A paragraph is written anew.
    Rewrite(usize),
    /// The widget's element is taken away, or put back.
    Remove,
    Add,
    ChangeDeck,
    Theme(bool),
}

#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// The mouse comes to a spot.
    Hover(Spot),
    /// And to another one, seen on its way.
    Travel(Spot, Spot),
    Click(Spot),
    /// Goes down on one spot and up on another.
    Drag(Spot, Spot),
    Tap(Spot),
    Key(Key),
    /// By CSS pixels downwards.
    Scroll(i32),
    /// The view gets this size, in CSS pixels.
    Resize(u32, u32),
    /// Context is turned off, or on, as the card's menu does it.
    SwitchOff(bool),
    Pin(bool),
    /// The reader follows a link to another page, and comes back.
    LeaveAndReturn,
    Site(Site),
    /// Time goes by, in milliseconds.
    Wait(u32),
}

fn spot() -> impl Strategy<Value = Spot> {
    let part = 0.0..1.0;
    prop_oneof![
        6 => (0_usize..4).prop_map(Spot::Term),
        3 => (part.clone(), part.clone()).prop_map(|(x, y)| Spot::Card(x, y)),
        2 => (part.clone(), part).prop_map(|(x, y)| Spot::Page(x, y)),
        1 => Just(Spot::Away),
    ]
}

fn key() -> impl Strategy<Value = Key> {
    prop_oneof![
        6 => Just(Key::Tab),
        2 => Just(Key::BackTab),
        2 => Just(Key::Enter),
        1 => Just(Key::Space),
        2 => Just(Key::Escape),
        1 => Just(Key::ArrowRight),
    ]
}

fn site() -> impl Strategy<Value = Site> {
    prop_oneof![
        3 => (0_usize..4).prop_map(Site::Open),
        1 => Just(Site::Close),
        1 => Just(Site::OpenList),
        1 => Just(Site::Refresh),
        1 => Just(Site::ReplaceArticle),
        2 => (0_usize..4).prop_map(Site::Rewrite),
        1 => Just(Site::Remove),
        3 => Just(Site::Add),
        1 => Just(Site::ChangeDeck),
        1 => any::<bool>().prop_map(Site::Theme),
    ]
}

/// One act after another: mostly reading, now and then what sites and browsers do meanwhile.
pub fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        20 => spot().prop_map(Act::Hover),
        6 => (spot(), spot()).prop_map(|(from, to)| Act::Travel(from, to)),
        6 => spot().prop_map(Act::Click),
        2 => (spot(), spot()).prop_map(|(from, to)| Act::Drag(from, to)),
        5 => spot().prop_map(Act::Tap),
        12 => key().prop_map(Act::Key),
        6 => (-400..600).prop_map(Act::Scroll),
        1 => (320_u32..1300, 300_u32..900).prop_map(|(width, height)| Act::Resize(width, height)),
        1 => any::<bool>().prop_map(Act::SwitchOff),
        1 => any::<bool>().prop_map(Act::Pin),
        1 => Just(Act::LeaveAndReturn),
        6 => site().prop_map(Act::Site),
        10 => prop_oneof![Just(0_u32), Just(40), Just(310), Just(900), 0_u32..1200].prop_map(Act::Wait),
    ]
}
