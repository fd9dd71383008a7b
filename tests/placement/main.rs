//! Tests where a card is placed: tables of pages, and a great many random ones.

use context_cards::placement::geometry::{Rect, Size};
use context_cards::placement::{Placement, Request, Side, place};

mod lines;
#[path = "../reliability/note.rs"]
mod note;
mod random;
mod sides;

const fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
    Rect { x, y, width, height }
}

/// A term's line of the usual size.
const fn line(x: f64, y: f64) -> Rect {
    rect(x, y, 80.0, 20.0)
}

/// A wide view that is low.
const fn low(height: f64) -> Rect {
    rect(0.0, 0.0, 1280.0, height)
}

const fn below(x: f64, y: f64, arrow: f64, max_height: f64) -> Placement {
    Placement::Beside { x, y, side: Side::Below, arrow, max_height }
}

const fn above(x: f64, y: f64, arrow: f64, max_height: f64) -> Placement {
    Placement::Beside { x, y, side: Side::Above, arrow, max_height }
}

const fn sheet(max_height: f64) -> Placement {
    Placement::Sheet { max_height }
}

const DESK: Rect = rect(0.0, 0.0, 1280.0, 800.0);
const PHONE: Rect = rect(0.0, 0.0, 390.0, 700.0);
/// 1280 by 1024 at 400 %, the case of WCAG 2.2, 1.4.10.
const ZOOMED: Rect = rect(0.0, 0.0, 320.0, 256.0);
const PINCHED: Rect = rect(640.0, 400.0, 640.0, 400.0);
const CARD: Size = Size { width: 360.0, height: 300.0 };
const TALL: Size = Size { width: 360.0, height: 900.0 };
const SMALL: Size = Size { width: 280.0, height: 90.0 };

const LTR: (bool, bool) = (false, false);
const RTL: (bool, bool) = (true, false);
const TOUCH: (bool, bool) = (false, true);

/// Name, anchor, card, view, (right to left, touch), expected.
type Row = (&'static str, Rect, Size, Rect, (bool, bool), Placement);

const ROWS: &[Row] = &[
    ("room all round", line(500.0, 200.0), CARD, DESK, LTR, below(482.0, 228.0, 58.0, 564.0)),
    ("near the bottom", line(500.0, 600.0), CARD, DESK, LTR, above(482.0, 292.0, 58.0, 584.0)),
    ("near the left edge", line(4.0, 200.0), CARD, DESK, LTR, below(8.0, 228.0, 36.0, 564.0)),
    ("near the right edge", line(1190.0, 200.0), CARD, DESK, LTR, below(912.0, 228.0, 318.0, 564.0)),
    ("top left corner", rect(0.0, 0.0, 20.0, 20.0), CARD, DESK, LTR, below(8.0, 28.0, 18.0, 764.0)),
    ("top right corner", rect(1260.0, 0.0, 20.0, 20.0), CARD, DESK, LTR, below(912.0, 28.0, 342.0, 764.0)),
    ("bottom left corner", rect(0.0, 780.0, 20.0, 20.0), CARD, DESK, LTR, above(8.0, 472.0, 18.0, 764.0)),
    ("bottom right corner", rect(1260.0, 780.0, 20.0, 20.0), CARD, DESK, LTR, above(912.0, 472.0, 342.0, 764.0)),
    ("right to left", line(500.0, 200.0), CARD, DESK, RTL, below(238.0, 228.0, 302.0, 564.0)),
    ("right to left, left edge", line(4.0, 200.0), CARD, DESK, RTL, below(8.0, 228.0, 36.0, 564.0)),
    ("longer than the card", rect(200.0, 200.0, 600.0, 20.0), CARD, DESK, LTR, below(182.0, 228.0, 36.0, 564.0)),
    ("the same, right to left", rect(200.0, 200.0, 600.0, 20.0), CARD, DESK, RTL, below(458.0, 228.0, 324.0, 564.0)),
    ("too tall, more room below", line(500.0, 300.0), TALL, DESK, LTR, below(482.0, 328.0, 58.0, 464.0)),
    ("too tall, more room above", line(500.0, 500.0), TALL, DESK, LTR, above(482.0, 8.0, 58.0, 484.0)),
    ("as much room above as below", line(500.0, 390.0), TALL, DESK, LTR, below(482.0, 418.0, 58.0, 374.0)),
    ("fits exactly", line(500.0, 464.0), CARD, DESK, LTR, below(482.0, 492.0, 58.0, 300.0)),
    // Partly or wholly out of the view: what can be seen of the line counts.
    ("half above the view", line(500.0, -10.0), CARD, DESK, LTR, below(482.0, 18.0, 58.0, 774.0)),
    ("far above the view", line(500.0, -900.0), CARD, DESK, LTR, below(482.0, 8.0, 58.0, 784.0)),
    ("far below the view", line(500.0, 1900.0), CARD, DESK, LTR, above(482.0, 492.0, 58.0, 784.0)),
    ("cut off by the left edge", line(-60.0, 200.0), CARD, DESK, LTR, below(8.0, 228.0, 18.0, 564.0)),
    ("cut off by the right edge", line(1240.0, 200.0), CARD, DESK, LTR, below(912.0, 228.0, 342.0, 564.0)),
    // Little room.
    ("a low view, but the card fits", line(50.0, 10.0), SMALL, ZOOMED, LTR, below(32.0, 38.0, 58.0, 210.0)),
    ("readable on neither side", line(500.0, 120.0), CARD, low(300.0), LTR, sheet(220.0)),
    ("220 high is readable", line(500.0, 0.0), TALL, low(256.0), LTR, below(482.0, 28.0, 58.0, 220.0)),
    ("219 is not", line(500.0, 0.0), TALL, low(255.0), LTR, sheet(220.0)),
    ("400 % zoom", line(50.0, 100.0), CARD, ZOOMED, LTR, sheet(220.0)),
    ("320 wide and high", line(50.0, 100.0), CARD, rect(0.0, 0.0, 320.0, 640.0), LTR, below(8.0, 128.0, 82.0, 504.0)),
    ("320 wide, cut in height too", line(50.0, 300.0), CARD, rect(0.0, 0.0, 320.0, 560.0), LTR, sheet(232.0)),
    // Touch.
    ("a phone: half of it", line(50.0, 100.0), CARD, PHONE, TOUCH, sheet(350.0)),
    ("a phone, the term kept in view", line(50.0, 400.0), TALL, PHONE, TOUCH, sheet(272.0)),
    ("a phone, the term too low to keep", line(50.0, 600.0), CARD, PHONE, TOUCH, sheet(350.0)),
    ("a phone with a mouse", line(50.0, 100.0), CARD, PHONE, LTR, below(22.0, 128.0, 68.0, 564.0)),
    ("a tablet", line(500.0, 200.0), CARD, DESK, TOUCH, below(482.0, 228.0, 58.0, 564.0)),
    // The visual viewport is a part of the page's.
    ("pinched, an offset view", line(700.0, 420.0), CARD, PINCHED, LTR, below(682.0, 448.0, 58.0, 344.0)),
    ("pinched, the term left of it", line(500.0, 420.0), CARD, PINCHED, LTR, below(648.0, 448.0, 18.0, 344.0)),
    ("a keyboard halves the view", line(500.0, 300.0), CARD, low(400.0), TOUCH, above(482.0, 8.0, 58.0, 284.0)),
    ("a keyboard halves the phone", line(50.0, 300.0), CARD, rect(0.0, 0.0, 390.0, 350.0), TOUCH, sheet(220.0)),
    ("a view without size", line(50.0, 100.0), CARD, rect(0.0, 0.0, 0.0, 0.0), LTR, sheet(0.0)),
    ("a term higher than the view", rect(50.0, -100.0, 80.0, 2000.0), CARD, DESK, LTR, sheet(400.0)),
];

/// A card that opens where nothing is known of the column, for a mouse, from left to right.
const fn request(anchor: Rect, card: Size, view: Rect) -> Request {
    Request { anchor, column: None, card, view, rtl: false, touch: false, expanded: false, side: None }
}

#[test]
fn the_card_stands_where_there_is_room() {
    for (name, anchor, card, view, (rtl, touch), expected) in ROWS {
        let placement = place(&Request { rtl: *rtl, touch: *touch, ..request(*anchor, *card, *view) });
        assert!(same(placement, *expected), "{name}: {placement:?}, expected {expected:?}");
    }
}

fn same(one: Placement, other: Placement) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    match (one, other) {
        (Placement::Sheet { max_height: a }, Placement::Sheet { max_height: b }) => near(a, b),
        (
            Placement::Beside { x, y, side, arrow, max_height },
            Placement::Beside { x: x2, y: y2, side: side2, arrow: arrow2, max_height: max2 },
        ) => near(x, x2) && near(y, y2) && side == side2 && near(arrow, arrow2) && near(max_height, max2),
        _ => false,
    }
}

#[test]
fn a_sheet_has_two_heights() {
    let rows = [
        ("half", 700.0, 100.0, false, 350.0),
        ("pulled up", 700.0, 100.0, true, 616.0),
        ("pulled up, whatever it covers", 700.0, 400.0, true, 616.0),
        ("half of a low view is too little", 360.0, 10.0, false, 220.0),
    ];
    for (name, height, y, expanded, expected) in rows {
        let view = rect(0.0, 0.0, 390.0, height);
        let placement = place(&Request { touch: true, expanded, ..request(line(50.0, y), TALL, view) });
        assert!(same(placement, sheet(expected)), "{name}: {placement:?}");
    }
}
