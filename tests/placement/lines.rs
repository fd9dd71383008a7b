//! Which line of a term a card is anchored on.

use crate::rect;
use context_cards::placement::anchor;
use context_cards::placement::geometry::{Point, Rect};

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
