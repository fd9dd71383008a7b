//! Where the flow of the text is unusual: wrapped, divided, vertical, narrow, huge, transformed, at the edges.

use super::visit::{ask, leave, line, line_at, middle, open, open_with, rest, stands_by, visit};
use crate::stage::{Reader, Spot, stories};
use context_cards::geometry::Rect;

stories![
    wrapped,
    across_elements,
    in_a_table,
    in_lists,
    over_two_columns,
    in_columns_of_one_line,
    vertical,
    vertical_and_wrapped,
    scaled,
    rotated,
    clipped,
    right_to_left,
    in_a_narrow_column,
    in_huge_type,
    with_a_root_font_twice_the_size,
    at_the_left_and_right_edge,
    at_the_top_and_bottom_edge,
    drawn_when_needed,
    zoomed except [WebKit: OWN_PIXELS],
    on_a_page_that_is_zoomed except [WebKit: OWN_PIXELS],
];

/// So that neither the widget nor a story knows where it is drawn.
const OWN_PIXELS: &str = "it tells the places of zoomed elements in their own pixels, not in the view's";

const ACT: &str = "The Harbour Act";
const LIGHT: &str = "Old Harbour Light";
const TABLE: &str = "Tide table";

/// A term in two lines: the card hangs on the line that the mouse or, first of all, the keyboard is on.
fn in_two_lines(reader: &Reader, section: &str) {
    open(reader);
    let [first, last] = [0, -1].map(|nth| line(reader, section, 0, nth));
    assert_ne!(first, last, "the term is in two lines");
    rest(reader, first, ACT);
    leave(reader);
    rest(reader, last, ACT);
    leave(reader);
    reader.tab_to(&Spot::Element(format!("document.querySelector('#{section} context-term')")));
    stands_by(reader, line(reader, section, 0, 0), ACT);
}

fn wrapped(reader: &Reader) {
    in_two_lines(reader, "wrapped");
}

fn across_elements(reader: &Reader) {
    open(reader);
    let piece = line(reader, "inline", 0, 0);
    let ends = "const boxes = all(document, '#inline context-term').map((mark) => mark.getBoundingClientRect());
        return [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];";
    let ends = ask(reader, ends);
    let end = |nth: usize| ends[nth].as_f64().expect("pieces of a term");
    let whole = Rect { x: end(0), width: end(1) - end(0), ..piece };
    assert!(whole.width > piece.width + 20.0, "in several pieces");
    reader.hover(&middle(piece));
    let card = stands_by(reader, whole, LIGHT);
    assert!((card.tip.x - whole.x - whole.width / 2.0).abs() < 2.0, "its arrow is on the middle of them: {card:?}");
    leave(reader);
}

fn in_a_table(reader: &Reader) {
    open(reader);
    rest(reader, line(reader, "table", 0, 0), TABLE);
    leave(reader);
    rest(reader, line(reader, "table", 1, 0), LIGHT);
    leave(reader);
}

fn in_lists(reader: &Reader) {
    open(reader);
    rest(reader, line(reader, "list", 0, 0), TABLE);
    leave(reader);
    rest(reader, line(reader, "list", 1, 0), LIGHT);
    leave(reader);
}

fn over_two_columns(reader: &Reader) {
    open(reader);
    let [first, last] = [0, -1].map(|nth| line(reader, "columns", 0, nth));
    assert!(last.x > first.right() && last.y < first.y, "the term begins in one column and ends in another");
    in_two_lines(reader, "columns");
}

fn in_columns_of_one_line(reader: &Reader) {
    open(reader);
    let [first, last] = [0, -1].map(|nth| line(reader, "short-columns", 0, nth));
    assert!(last.x > first.right() && (last.y - first.y).abs() < 1.0, "two pieces at one height");
    in_two_lines(reader, "short-columns");
}

fn vertical(reader: &Reader) {
    visit(reader, "vertical", "潮汐表");
}

fn vertical_and_wrapped(reader: &Reader) {
    in_two_lines(reader, "vertical-latin");
}

fn scaled(reader: &Reader) {
    visit(reader, "scaled", LIGHT);
}

fn rotated(reader: &Reader) {
    visit(reader, "rotated", LIGHT);
}

fn clipped(reader: &Reader) {
    visit(reader, "clipped", TABLE);
}

fn right_to_left(reader: &Reader) {
    open(reader);
    for (section, title) in [("arabic", "منارة الميناء"), ("hebrew", "לוח הגאות")] {
        let line = line(reader, section, 0, 0);
        let card = rest(reader, line, title);
        assert!(card.rect.x < line.x, "it opens towards the left: {card:?}");
        leave(reader);
    }
}

fn in_a_narrow_column(reader: &Reader) {
    open(reader);
    rest(reader, line(reader, "narrow", 0, 0), ACT);
    leave(reader);
    rest(reader, line(reader, "narrow", 1, 0), TABLE);
    leave(reader);
}

fn in_huge_type(reader: &Reader) {
    open(reader);
    let card = rest(reader, line(reader, "huge", 0, 0), TABLE);
    assert!(card.rect.width < 420.0, "the card's own type is not huge: {card:?}");
    leave(reader);
}

fn with_a_root_font_twice_the_size(reader: &Reader) {
    open_with(reader, "html { font-size: 200%; }");
    let card = rest(reader, line(reader, "list", 0, 0), TABLE);
    assert!(card.rect.width > 700.0, "the card grows with the reader's type: {card:?}");
    leave(reader);
}

fn at_the_left_and_right_edge(reader: &Reader) {
    open(reader);
    let left = line(reader, "edges", 0, 0);
    assert!(left.x < 1.0, "at the edge");
    rest(reader, left, TABLE);
    leave(reader);
    let right = line(reader, "edges", 1, 0);
    let card = rest(reader, right, TABLE);
    assert!(card.view.right() - right.right() < 20.0, "at the edge");
    leave(reader);
}

fn at_the_top_and_bottom_edge(reader: &Reader) {
    // Without the room that a term keeps from a sticky header.
    open_with(
        reader,
        "html { scroll-padding: 0; } context-term:not(#a):not(#b):not(#c) { scroll-margin: 0 !important; }",
    );
    let top = line_at(reader, "list", 0, 0, "start");
    assert!(top.y < 6.0, "at the edge: {top:?}");
    let card = rest(reader, top, TABLE);
    assert_eq!(card.side, "below");
    reader.move_away();
    super::visit::is_closed(reader);
    let bottom = line_at(reader, "list", 0, 0, "end");
    assert!(bottom.bottom() > 794.0, "at the edge: {bottom:?}");
    assert_eq!(rest(reader, bottom, TABLE).side, "above");
    leave(reader);
}

fn drawn_when_needed(reader: &Reader) {
    visit(reader, "lazy", LIGHT);
}

fn zoomed(reader: &Reader) {
    visit(reader, "zoomed", TABLE);
}

fn on_a_page_that_is_zoomed(reader: &Reader) {
    open_with(reader, "html { zoom: 1.25; }");
    rest(reader, line(reader, "list", 0, 0), TABLE);
    leave(reader);
    rest(reader, line(reader, "wrapped", 0, -1), ACT);
    leave(reader);
}
