//! Where the flow of the text is unusual: wrapped, divided, vertical, narrow, huge, transformed, at the edges.

use super::visit::{ask, leave, line, line_at, middle, open, open_with, rest, stands_by, visit};
use crate::harness::{Spot, User, stories};
use context_cards::placement::geometry::Rect;

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
fn in_two_lines(user: &User, section: &str) {
    open(user);
    let [first, last] = [0, -1].map(|nth| line(user, section, 0, nth));
    assert_ne!(first, last, "the term is in two lines");
    rest(user, first, ACT);
    leave(user);
    rest(user, last, ACT);
    leave(user);
    user.tab_to(&Spot::Element(format!("document.querySelector('#{section} context-term')")));
    stands_by(user, line(user, section, 0, 0), ACT);
}

fn wrapped(user: &User) {
    in_two_lines(user, "wrapped");
}

fn across_elements(user: &User) {
    open(user);
    let piece = line(user, "inline", 0, 0);
    let ends = "const boxes = all(document, '#inline context-term').map((mark) => mark.getBoundingClientRect());
        return [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];";
    let ends = ask(user, ends);
    let end = |nth: usize| ends[nth].as_f64().expect("pieces of a term");
    let whole = Rect { x: end(0), width: end(1) - end(0), ..piece };
    assert!(whole.width > piece.width + 20.0, "in several pieces");
    user.hover(&middle(piece));
    let card = stands_by(user, whole, LIGHT);
    assert!((card.tip.x - whole.x - whole.width / 2.0).abs() < 2.0, "its arrow is on the middle of them: {card:?}");
    leave(user);
}

fn in_a_table(user: &User) {
    open(user);
    rest(user, line(user, "table", 0, 0), TABLE);
    leave(user);
    rest(user, line(user, "table", 1, 0), LIGHT);
    leave(user);
}

fn in_lists(user: &User) {
    open(user);
    rest(user, line(user, "list", 0, 0), TABLE);
    leave(user);
    rest(user, line(user, "list", 1, 0), LIGHT);
    leave(user);
}

fn over_two_columns(user: &User) {
    open(user);
    let [first, last] = [0, -1].map(|nth| line(user, "columns", 0, nth));
    assert!(last.x > first.right() && last.y < first.y, "the term begins in one column and ends in another");
    in_two_lines(user, "columns");
}

fn in_columns_of_one_line(user: &User) {
    open(user);
    let [first, last] = [0, -1].map(|nth| line(user, "short-columns", 0, nth));
    assert!(last.x > first.right() && (last.y - first.y).abs() < 1.0, "two pieces at one height");
    in_two_lines(user, "short-columns");
}

fn vertical(user: &User) {
    visit(user, "vertical", "潮汐表");
}

fn vertical_and_wrapped(user: &User) {
    in_two_lines(user, "vertical-latin");
}

fn scaled(user: &User) {
    visit(user, "scaled", LIGHT);
}

fn rotated(user: &User) {
    visit(user, "rotated", LIGHT);
}

fn clipped(user: &User) {
    visit(user, "clipped", TABLE);
}

fn right_to_left(user: &User) {
    open(user);
    for (section, title) in [("arabic", "منارة الميناء"), ("hebrew", "לוח הגאות")] {
        let line = line(user, section, 0, 0);
        let card = rest(user, line, title);
        assert!(card.rect.x < line.x, "it opens towards the left: {card:?}");
        leave(user);
    }
}

fn in_a_narrow_column(user: &User) {
    open(user);
    rest(user, line(user, "narrow", 0, 0), ACT);
    leave(user);
    rest(user, line(user, "narrow", 1, 0), TABLE);
    leave(user);
}

fn in_huge_type(user: &User) {
    open(user);
    let card = rest(user, line(user, "huge", 0, 0), TABLE);
    assert!(card.rect.width < 420.0, "the card's own type is not huge: {card:?}");
    leave(user);
}

fn with_a_root_font_twice_the_size(user: &User) {
    open_with(user, "html { font-size: 200%; }");
    let card = rest(user, line(user, "list", 0, 0), TABLE);
    assert!(card.rect.width > 700.0, "the card grows with the reader's type: {card:?}");
    leave(user);
}

fn at_the_left_and_right_edge(user: &User) {
    open(user);
    let left = line(user, "edges", 0, 0);
    assert!(left.x < 1.0, "at the edge");
    rest(user, left, TABLE);
    leave(user);
    let right = line(user, "edges", 1, 0);
    let card = rest(user, right, TABLE);
    assert!(card.view.right() - right.right() < 20.0, "at the edge");
    leave(user);
}

fn at_the_top_and_bottom_edge(user: &User) {
    // Without the room that a term keeps from a sticky header.
    open_with(
        user,
        "html { scroll-padding: 0; } context-term:not(#a):not(#b):not(#c) { scroll-margin: 0 !important; }",
    );
    let top = line_at(user, "list", 0, 0, "start");
    assert!(top.y < 6.0, "at the edge: {top:?}");
    let card = rest(user, top, TABLE);
    assert_eq!(card.side, "below");
    user.move_away();
    super::visit::is_closed(user);
    let bottom = line_at(user, "list", 0, 0, "end");
    assert!(bottom.bottom() > 794.0, "at the edge: {bottom:?}");
    assert_eq!(rest(user, bottom, TABLE).side, "above");
    leave(user);
}

fn drawn_when_needed(user: &User) {
    visit(user, "lazy", LIGHT);
}

fn zoomed(user: &User) {
    visit(user, "zoomed", TABLE);
}

fn on_a_page_that_is_zoomed(user: &User) {
    open_with(user, "html { zoom: 1.25; }");
    rest(user, line(user, "list", 0, 0), TABLE);
    leave(user);
    rest(user, line(user, "wrapped", 0, -1), ACT);
    leave(user);
}
