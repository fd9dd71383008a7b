//! On which side of its term a card stands: it keeps the one it has, and takes a margin where there is little room.

use crate::{CARD, TALL, below, line, rect, request, same};
use context_cards::placement::geometry::{Rect, Size};
use context_cards::placement::{Placement, Request, Side, place};

const fn beside(x: f64, y: f64, side: Side, arrow: f64, max_height: f64) -> Placement {
    Placement::Beside { x, y, side, arrow, max_height }
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
