//! How is a case of the gallery visited? The mouse rests on a line of a term; the card that comes is measured against it.

use crate::harness::{Page, User, at, release};
use context_cards::placement::geometry::{Point, Rect};
use serde_json::Value;

const CASE: &str = include_str!("case.js");

/// Where the pointer is on nothing, in every section.
const ASIDE: (f64, f64) = (200.0, 3.0);

/// The card on the screen.
#[derive(Debug)]
pub struct Standing {
    pub title: String,
    pub rect: Rect,
    pub tip: Point,
    pub side: String,
    pub view: Rect,
    /// How many of five points of the card are the card's.
    pub uncovered: u64,
}

/// Opens the gallery and waits until all of its widgets have marked their terms.
pub fn open(user: &User) {
    open_with(user, "");
}

/// The same, with rules of the site's own.
pub fn open_with(user: &User, rules: &str) {
    let place = release().join("gallery.html");
    let html = std::fs::read_to_string(&place).unwrap_or_else(|fault| panic!("{}: {fault}", place.display()));
    user.open(&Page::verbatim(&html.replacen("</style>", &format!("{rules}</style>"), 1)));
    user.until("every widget of the gallery is ready", || {
        holds(user, "termOf('wrapped') && termOf('second') && termOf('frame') && termOf('shadow')").then_some(())
    });
}

/// Runs the body of a function in the page, with the functions of `case.js` at hand.
pub fn ask(user: &User, script: &str) -> Value {
    user.ask(&format!("{CASE}\n{script}"))
}

pub fn holds(user: &User, expression: &str) -> bool {
    ask(user, &format!("return Boolean({expression});")) == true
}

/// A line of the nth term of a section (-1: the last), brought to the middle of the view.
pub fn line(user: &User, section: &str, nth: usize, line: i32) -> Rect {
    line_at(user, section, nth, line, "center")
}

/// The same, brought to the `start` or `end` of the view.
pub fn line_at(user: &User, section: &str, nth: usize, line: i32, block: &str) -> Rect {
    user.until(&format!("line {line} of term {nth} stands in {section}"), || {
        rect(&ask(user, &format!("return bring('{section}', {nth}, {line}, '{block}');")))
    })
}

/// Rests on the middle of a line until its card is there, and checks that it stands as a card should.
pub fn rest(user: &User, line: Rect, title: &str) -> Standing {
    user.hover(&middle(line));
    stands_by(user, line, title)
}

pub fn middle(line: Rect) -> crate::harness::Spot {
    at(line.x + line.width / 2.0, line.y + line.height / 2.0)
}

/// The card of this title is on the screen, whole and in view, beside the line, its arrow on it.
pub fn stands_by(user: &User, line: Rect, title: &str) -> Standing {
    let card = user.until(&format!("a card titled {title}"), || standing(user).filter(|card| card.title == title));
    let Rect { x, y, .. } = card.rect;
    let (right, bottom) = (card.rect.right(), card.rect.bottom());
    let view = card.view;
    assert!(
        x >= view.x && y >= view.y && right <= view.right() + 0.5 && bottom <= view.bottom() + 0.5,
        "in the view: {card:?}"
    );
    assert_eq!(card.uncovered, 5, "nothing lies over it: {card:?}");
    let gap = match card.side.as_str() {
        "below" => y - line.bottom(),
        "above" => line.y - bottom,
        _ => panic!("not beside its term: {card:?}"),
    };
    assert!((gap - 8.0).abs() < 1.5, "{gap} px beside {line:?}: {card:?}");
    assert!(
        card.tip.x >= line.x.max(view.x) - 1.0 && card.tip.x <= line.right().min(view.right()) + 1.0,
        "its arrow points at {line:?}: {card:?}"
    );
    card
}

/// The mouse leaves; the card closes, and nothing in the page has failed.
pub fn leave(user: &User) {
    user.hover(&at(ASIDE.0, ASIDE.1));
    is_closed(user);
}

pub fn is_closed(user: &User) {
    user.until("the card closes", || holds(user, "standing().count === 0").then_some(()));
    assert!(user.faults().is_empty(), "{:?}", user.faults());
}

/// The whole visit of the first term of a section.
pub fn visit(user: &User, section: &str, title: &str) {
    open(user);
    rest(user, line(user, section, 0, 0), title);
    leave(user);
}

fn standing(user: &User) -> Option<Standing> {
    let said = ask(user, "return standing();");
    let text = |name: &str| said[name].as_str().unwrap_or_default().to_owned();
    Some(Standing {
        title: text("title"),
        rect: rect(&said["rect"])?,
        tip: Point { x: said["tip"]["x"].as_f64()?, y: said["tip"]["y"].as_f64()? },
        side: text("side"),
        view: rect(&said["view"])?,
        uncovered: said["uncovered"].as_u64()?,
    })
}

fn rect(value: &Value) -> Option<Rect> {
    let side = |name: &str| value[name].as_f64();
    Some(Rect { x: side("x")?, y: side("y")?, width: side("width")?, height: side("height")? })
}
