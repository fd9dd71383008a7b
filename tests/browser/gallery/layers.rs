//! Where something stands above the article, or hides a part of it: scrollers, sticky bars, disclosures, dialogs, popovers.

use super::visit::{ask, holds, is_closed, leave, line, open, rest, stands_by};
use crate::stage::{ENTER, ESCAPE, Reader, SHIFT, Spot, TAB, at, element, stories};

stories![
    in_nested_scrollers,
    a_focused_term_is_clear_of_a_sticky_header,
    in_a_closed_and_an_open_disclosure,
    a_disclosure_that_closes_takes_its_card_along,
    in_a_modal_dialog,
    in_a_modal_dialog_by_keyboard,
    a_dialog_that_closes_takes_its_card_along,
    in_a_popover,
];

const LIGHT: &str = "Old Harbour Light";
const TABLE: &str = "Tide table";
const BOOKS: &str = "Pilot books";

fn in_nested_scrollers(reader: &Reader) {
    open(reader);
    let first = line(reader, "scrollers", 0, 0);
    rest(reader, first, TABLE);
    // The hand stays where it is; the line moves on under it, and the card with the line.
    let here = at(first.x + 4.0, first.y + first.height / 2.0 + 4.0);
    reader.wheel(&here, 8.0);
    reader.until("the card stands by its term again", || {
        let now = ask(reader, "const { side, rect } = standing(); const [line] = linesOf(termOf('scrollers')); return [line.y, side === 'below' ? rect.y - line.y - line.height : line.y - rect.y - rect.height];");
        (now[0].as_f64()? < first.y - 1.0 && (now[1].as_f64()? - 8.0).abs() < 1.5).then_some(())
    });
    assert_eq!(reader.heard("close").len(), 0, "scrolling by itself closes nothing");
    reader.ask("document.querySelector('.inner').scrollTop = 9999;");
    is_closed(reader);
    assert_eq!(reader.hears("close").detail["reason"], "gone");
    reader.ask("document.querySelector('.inner').scrollTop = 320; document.querySelector('.outer').scrollTop = 0;");
    leave(reader);
    rest(reader, line(reader, "scrollers", 0, 0), TABLE);
    reader.ask("document.querySelector('.outer').scrollTop = 9999;");
    is_closed(reader);
}

fn a_focused_term_is_clear_of_a_sticky_header(reader: &Reader) {
    open(reader);
    let [above, below] =
        ["first-of-type", "last-of-type"].map(|which| format!("document.querySelector('#sticky p:{which} a')"));
    reader.ask(&format!("document.querySelector('#sticky').scrollIntoView({{ block: 'center' }}); {above}.focus();"));
    reader.key(TAB);
    let clear = "(() => { const bar = document.querySelector('#sticky header').getBoundingClientRect(), term = termOf('sticky'); \
        return document.activeElement === term && term.getBoundingClientRect().top >= bar.bottom; })()";
    reader.until("the focus is on the term, below the bar", || holds(reader, clear).then_some(()));
    stands_by(reader, line(reader, "sticky", 0, 0), TABLE);
    reader.key(ESCAPE);
    is_closed(reader);
    // From below, with the term under the bar.
    reader
        .ask(&format!("{below}.focus({{ preventScroll: true }}); document.querySelector('.sticky').scrollTop = 440;"));
    let under = "document.querySelector('#sticky header').getBoundingClientRect().bottom > termOf('sticky').getBoundingClientRect().top";
    reader.until("the bar covers the term", || holds(reader, under).then_some(()));
    reader.with_key(SHIFT, || reader.key(TAB));
    reader.until("the focus is on the term, below the bar", || holds(reader, clear).then_some(()));
}

fn in_a_closed_and_an_open_disclosure(reader: &Reader) {
    open(reader);
    // Its only mention is hidden: the card comes without one.
    assert_eq!(reader.ask("return host().open('pilot-books');"), true);
    reader.until("the card is a sheet", || holds(reader, "standing().side === 'sheet'").then_some(()));
    reader.key(ESCAPE);
    is_closed(reader);
    reader.click(&element("#details summary"));
    rest(reader, line(reader, "details", 0, 0), BOOKS);
    leave(reader);
}

fn a_disclosure_that_closes_takes_its_card_along(reader: &Reader) {
    open(reader);
    reader.click(&element("#details summary"));
    rest(reader, line(reader, "details", 0, 0), BOOKS);
    reader.ask("document.querySelector('#details details').open = false;");
    is_closed(reader);
    assert_eq!(reader.hears("close").detail["reason"], "gone");
}

fn in_the_dialog(reader: &Reader) {
    open(reader);
    reader.click(&element("#dialog > button"));
}

fn in_a_modal_dialog(reader: &Reader) {
    in_the_dialog(reader);
    let before = reader.ask("return document.querySelector('dialog').innerHTML;");
    let there = line(reader, "dialog", 0, 0);
    let card = rest(reader, there, LIGHT);
    // Not only seen: used.
    reader.travel(
        &at(there.x + there.width / 2.0, there.y + there.height / 2.0),
        &at(card.rect.x + 60.0, card.rect.y + 60.0),
        240,
    );
    reader.click(&at_control(reader, TABLE));
    reader.until("the related card", || holds(reader, &format!("standing().title === '{TABLE}'")).then_some(()));
    reader.click(&at_control(reader, "Close"));
    is_closed(reader);
    reader.move_away();
    assert_eq!(reader.ask("return document.querySelector('dialog').innerHTML.replace(' data-open=\"\"', '');"), before);
    assert!(reader.holds("document.querySelector('dialog').open"), "the dialog is still open");
    // And outside of it again, by the same card's element.
    reader.click(&element("dialog form button"));
    rest(reader, line(reader, "list", 1, 0), LIGHT);
    leave(reader);
}

fn in_a_modal_dialog_by_keyboard(reader: &Reader) {
    in_the_dialog(reader);
    // Backwards from its button: Tab after Tab would lead out of the page, into Firefox's own bars.
    reader.with_key(SHIFT, || reader.key(TAB));
    reader.until_holds("the focus is on the term", "focused() === document.querySelector('dialog context-term')");
    reader.key(ENTER);
    stands_by(reader, line(reader, "dialog", 0, 0), LIGHT);
    reader.until_holds("the focus is in the card", "focused()?.closest('[part~=card]')");
    reader.key(ESCAPE);
    is_closed(reader);
    reader.until_holds("the focus is on the term", "focused() === document.querySelector('dialog context-term')");
    assert!(reader.holds("document.querySelector('dialog').open"), "Escape closed the card, and not the dialog");
    reader.key(ESCAPE);
    reader.until_holds("the next closes the dialog", "!document.querySelector('dialog').open");
}

fn a_dialog_that_closes_takes_its_card_along(reader: &Reader) {
    in_the_dialog(reader);
    rest(reader, line(reader, "dialog", 0, 0), LIGHT);
    reader.ask("document.querySelector('dialog').close();");
    is_closed(reader);
    assert_eq!(reader.hears("close").detail["reason"], "gone");
    rest(reader, line(reader, "list", 1, 0), LIGHT);
    leave(reader);
}

fn in_a_popover(reader: &Reader) {
    open(reader);
    reader.click(&element("#popover > button"));
    let there = line(reader, "popover", 0, 0);
    let card = rest(reader, there, TABLE);
    reader.click(&at(card.rect.x + card.rect.width / 2.0, card.rect.y + card.rect.height / 2.0));
    reader.stays_for(500.0, "card and popover are open", || {
        holds(reader, "standing().count === 1 && document.querySelector('#note').matches(':popover-open')")
    });
    leave(reader);
}

/// Where a control of the open card is.
fn at_control(reader: &Reader, name: &str) -> Spot {
    let place = ask(
        reader,
        &format!(
            "const box = within('{name}').getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2];"
        ),
    );
    at(place[0].as_f64().expect("a control"), place[1].as_f64().expect("a control"))
}
