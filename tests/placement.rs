//! Tests where a card is placed: tables of pages, and a great many random ones.

use context_cards::placement::geometry::{Point, Rect, Size};
use context_cards::placement::{ARROW_PADDING, COLLISION_PADDING, OFFSET, Placement, Request, Side, anchor, place};
use note::Note;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::cell::Cell;
use std::ops::Range;

#[path = "reliability/note.rs"]
mod note;

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

const fn beside(x: f64, y: f64, side: Side, arrow: f64, max_height: f64) -> Placement {
    Placement::Beside { x, y, side, arrow, max_height }
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
fn a_term_that_wraps_is_anchored_on_one_line() {
    const END: Rect = rect(600.0, 100.0, 80.0, 20.0);
    const START: Rect = rect(100.0, 124.0, 50.0, 20.0);
    const EMPTY: Rect = rect(680.0, 100.0, 0.0, 20.0);
    const FLAT: Rect = rect(0.0, 0.0, 10.0, 0.0);
    // "federal", "court" and "order" on one line, "in Maryland" on the next.
    const PIECES: [Rect; 4] = [
        rect(500.0, 100.0, 60.0, 20.0),
        rect(560.0, 98.0, 40.0, 24.0),
        rect(600.0, 100.0, 50.0, 20.0),
        rect(100.0, 124.0, 90.0, 20.0),
    ];
    const WHOLE: Rect = rect(500.0, 98.0, 150.0, 24.0);
    // The end of one column and the start of the next, at one height.
    const COLUMNS: [Rect; 2] = [rect(200.0, 100.0, 100.0, 20.0), rect(316.0, 100.0, 90.0, 20.0)];
    type Row = (&'static str, &'static [Rect], Option<(f64, f64)>, Option<Rect>);
    let rows: &[Row] = &[
        ("focus: the first line", &[END, START], None, Some(END)),
        ("the line under the pointer", &[END, START], Some((120.0, 130.0)), Some(START)),
        ("between the lines, the nearer", &[END, START], Some((90.0, 121.0)), Some(START)),
        ("on the edge", &[END, START], Some((680.0, 120.0)), Some(END)),
        ("far away, the nearest all the same", &[END, START], Some((140.0, 900.0)), Some(START)),
        ("empty ones count for nothing", &[FLAT, EMPTY, START], None, Some(START)),
        ("nor are they near", &[EMPTY, START], Some((680.0, 110.0)), Some(START)),
        ("nothing but empty ones", &[EMPTY, FLAT], None, None),
        ("no lines", &[], Some((1.0, 1.0)), None),
        ("pieces of a line are one line", &PIECES, Some((570.0, 110.0)), Some(WHOLE)),
        ("also for focus", &PIECES, None, Some(WHOLE)),
        ("the next line is another", &PIECES, Some((120.0, 140.0)), Some(PIECES[3])),
        ("two columns are two lines", &COLUMNS, Some((320.0, 110.0)), Some(COLUMNS[1])),
        ("for focus too", &COLUMNS, None, Some(COLUMNS[0])),
        ("no number is nowhere", &[END, START], Some((f64::NAN, f64::NAN)), Some(END)),
    ];
    for (name, lines, at, expected) in rows {
        assert_eq!(anchor(lines, at.map(|(x, y)| Point { x, y }), false), *expected, "{name}");
    }
}

#[test]
fn a_vertical_term_is_anchored_on_one_line() {
    // Three pieces from top to bottom, and the next line at their left, touching.
    const PIECES: [Rect; 4] = [
        rect(500.0, 100.0, 20.0, 60.0),
        rect(498.0, 160.0, 24.0, 40.0),
        rect(500.0, 200.0, 20.0, 50.0),
        rect(480.0, 90.0, 20.0, 170.0),
    ];
    const WHOLE: Rect = rect(498.0, 100.0, 24.0, 150.0);
    for (name, at, expected) in [
        ("focus: the first line", None, WHOLE),
        ("under the pointer", Some(Point { x: 510.0, y: 220.0 }), WHOLE),
        ("the next line", Some(Point { x: 485.0, y: 220.0 }), PIECES[3]),
    ] {
        assert_eq!(anchor(&PIECES, at, true), Some(expected), "{name}");
    }
}

/// How many pages a run looks at, unless `PAGES` says otherwise.
const PAGES: u32 = 50_000;
/// A run is the same on every machine, unless `SEED` says otherwise.
const SEED: u64 = 11;

fn given<N: std::str::FromStr>(name: &str, otherwise: N) -> N {
    std::env::var(name).ok().and_then(|said| said.parse().ok()).unwrap_or(otherwise)
}

fn rect_in(x: Range<f64>, y: Range<f64>, width: Range<f64>, height: Range<f64>) -> impl Strategy<Value = Rect> {
    (x, y, width, height).prop_map(|(x, y, width, height)| rect(x, y, width, height))
}

fn any_page() -> impl Strategy<Value = Request> {
    let view = rect_in(-50.0..400.0, -50.0..400.0, 0.0..1600.0, 0.0..1100.0);
    let anchor = rect_in(-300.0..2000.0, -300.0..1500.0, 0.0..700.0, 5.0..60.0);
    let card = (0.0..480.0, 0.0..900.0).prop_map(|(width, height)| Size { width, height });
    (view, anchor, card, any::<(bool, bool)>(), (0.0..400.0, 0.0..800.0)).prop_map(
        |(view, anchor, card, (rtl, touch), (before, wider))| {
            let column = rect(anchor.x - before, 0.0, anchor.width + wider, 900.0);
            Request { column: Some(column), rtl, touch, ..request(anchor, card, view) }
        },
    )
}

#[test]
fn on_any_page_the_card_is_in_view_and_off_its_term() {
    let (cases, seed) = (given("PAGES", PAGES), given("SEED", SEED));
    let config = Config { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..Config::default() };
    let mut note = Note::of("placement", "pages drawn at random, on each of which a card is placed", None);
    let beside = Cell::new(0);
    let result = TestRunner::new(config).run(&any_page(), |request| {
        beside.set(beside.get() + u32::from(is_in_view_and_off_its_term(&request)));
        Ok(())
    });
    if let Err(fault) = result {
        panic!("SEED={seed} PAGES={cases}: {fault}");
    }
    assert!(beside.get() > cases / 4, "the pages are not all too small: {}", beside.get());
    note.count(cases as usize);
}

/// Returns whether the card stands beside its term, or in the margin.
fn is_in_view_and_off_its_term(request: &Request) -> bool {
    let Request { view, anchor, card, .. } = *request;
    let column = request.column.unwrap_or_default();
    let placement = place(request);
    let here = format!("{request:?} {placement:?}");
    match placement {
        Placement::Sheet { max_height } => {
            assert!(max_height >= 0.0 && max_height <= view.height * 0.88 + 1e-9, "a sheet leaves some page: {here}");
        }
        Placement::Beside { x, y, side, arrow, max_height } => {
            let width = card.width.min(view.width - 2.0 * COLLISION_PADDING).max(0.0);
            let bottom = y + card.height.min(max_height);
            let slip = 1e-9;
            assert!(max_height + slip >= card.height.min(220.0), "readable: {here}");
            if view.width >= 2.0 * COLLISION_PADDING && view.height >= 2.0 * COLLISION_PADDING + OFFSET {
                assert!(x + slip >= view.x + COLLISION_PADDING, "left edge in view: {here}");
                assert!(x + width <= view.right() - COLLISION_PADDING + slip, "right edge in view: {here}");
            }
            if max_height > 0.0 {
                assert!(y + slip >= view.y + COLLISION_PADDING, "top edge in view: {here}");
                assert!(bottom <= view.bottom() - COLLISION_PADDING + slip, "bottom edge in view: {here}");
            }
            let edge = if side.is_beside_column() { card.height.min(max_height) } else { width };
            assert!(arrow >= 0.0 && arrow <= edge, "the arrow is on the edge: {here}");
            if edge >= 2.0 * ARROW_PADDING {
                assert!(
                    arrow >= ARROW_PADDING - slip && arrow <= edge - ARROW_PADDING + slip,
                    "off the corners: {here}"
                );
            }
            let (top, end) = (anchor.y.max(view.y), anchor.bottom().min(view.bottom()));
            let seen = top < end;
            let clear = match side {
                Side::Below => y + slip >= end + OFFSET,
                Side::Above => bottom <= top - OFFSET + slip,
                Side::Left => x + width <= column.x - OFFSET + slip,
                Side::Right => x + slip >= column.right() + OFFSET,
            };
            assert!(!seen || clear, "the term can still be read: {here}");
        }
    }
    matches!(placement, Placement::Beside { .. })
}

#[test]
fn a_card_that_changes_keeps_its_side_while_it_can_be_read() {
    let view = Rect { x: 0.0, y: 0.0, width: 1000.0, height: 800.0 };
    let anchor = Rect { x: 300.0, y: 350.0, width: 80.0, height: 20.0 };
    let place_on = |side, height| match place(&Request { side, ..request(anchor, Size { width: 360.0, height }, view) })
    {
        Placement::Beside { side, .. } => side,
        Placement::Sheet { .. } => panic!("there is room beside the term"),
    };
    let cases = [
        ("new and short", None, 200.0, Side::Below),
        ("grown past the room below", Some(Side::Below), 600.0, Side::Below),
        ("shrunk while above", Some(Side::Above), 200.0, Side::Above),
    ];
    for (name, side, height, expected) in cases {
        assert_eq!(place_on(side, height), expected, "{name}");
    }
    let low = Rect { y: 700.0, ..anchor };
    let card = Size { width: 360.0, height: 600.0 };
    let moved = place(&Request { side: Some(Side::Below), ..request(low, card, view) });
    assert!(matches!(moved, Placement::Beside { side: Side::Above, .. }), "no room is left below: {moved:?}");
}

#[test]
fn where_there_is_little_room_the_card_stands_in_the_margin() {
    type Row = (&'static str, Rect, Rect, Size, bool, Option<Side>, Placement);
    // A column of 600 in the middle of a view of 1500 by 700: 450 on either side, and at 340 about 330 above and below.
    const COLUMN: Rect = rect(450.0, 0.0, 600.0, 3000.0);
    const VIEW: Rect = rect(0.0, 0.0, 1500.0, 700.0);
    const LEFT: Rect = rect(0.0, 0.0, 600.0, 3000.0);
    const NARROW: Rect = rect(100.0, 0.0, 1300.0, 3000.0);
    let (near_right, near_left, middle) = (line(900.0, 340.0), line(500.0, 340.0), line(710.0, 340.0));
    let right = |arrow, y| beside(1058.0, y, Side::Right, arrow, 684.0);
    let left = |arrow, y| beside(82.0, y, Side::Left, arrow, 684.0);
    let rows: &[Row] = &[
        ("near the right end", near_right, COLUMN, CARD, false, None, right(36.0, 314.0)),
        ("near the left end", near_left, COLUMN, CARD, false, None, left(36.0, 314.0)),
        ("as near to both, lines run right", middle, COLUMN, CARD, false, None, right(36.0, 314.0)),
        ("as near to both, lines run left", middle, COLUMN, CARD, true, None, left(36.0, 314.0)),
        ("tall: moved up, the arrow stays on the line", near_right, COLUMN, TALL, false, None, right(342.0, 8.0)),
        ("grown where it stands", near_right, COLUMN, TALL, false, Some(Side::Right), right(342.0, 8.0)),
        ("it keeps its margin", line(690.0, 340.0), COLUMN, CARD, false, Some(Side::Right), right(36.0, 314.0)),
        (
            "and its side of the term",
            near_right,
            COLUMN,
            CARD,
            false,
            Some(Side::Below),
            below(882.0, 368.0, 58.0, 324.0),
        ),
        ("room below: under the term", line(900.0, 100.0), COLUMN, CARD, false, None, below(882.0, 128.0, 58.0, 564.0)),
        ("no margin", near_right, NARROW, CARD, false, None, below(882.0, 368.0, 58.0, 324.0)),
        (
            "one margin, and far from the term",
            line(10.0, 340.0),
            LEFT,
            CARD,
            false,
            None,
            below(8.0, 368.0, 42.0, 324.0),
        ),
        (
            "one margin, near",
            line(400.0, 340.0),
            LEFT,
            CARD,
            false,
            None,
            beside(608.0, 314.0, Side::Right, 36.0, 684.0),
        ),
    ];
    for (name, anchor, column, card, rtl, side, expected) in rows {
        let request = Request { column: Some(*column), rtl: *rtl, side: *side, ..request(*anchor, *card, VIEW) };
        let placement = place(&request);
        assert!(same(placement, *expected), "{name}: {placement:?}, expected {expected:?}");
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
