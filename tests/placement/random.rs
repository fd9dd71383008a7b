//! What holds on any page, of a great many drawn at random.

use crate::note::Note;
use crate::{rect, request};
use context_cards::placement::geometry::{Rect, Size};
use context_cards::placement::{ARROW_PADDING, COLLISION_PADDING, OFFSET, Placement, Request, Side, place};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::cell::Cell;
use std::ops::Range;

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
