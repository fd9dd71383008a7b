//! Where something stands above the article, or hides a part of it: scrollers, sticky bars, disclosures, dialogs, popovers.

use super::visit::{ask, holds, is_closed, leave, line, open, rest, stands_by};
use crate::harness::{ENTER, ESCAPE, SHIFT, Spot, TAB, User, at, element, stories};

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

fn in_nested_scrollers(user: &User) {
    open(user);
    let first = line(user, "scrollers", 0, 0);
    rest(user, first, TABLE);
    // The hand stays where it is; the line moves on under it, and the card with the line.
    let here = at(first.x + 4.0, first.y + first.height / 2.0 + 4.0);
    user.wheel(&here, 8.0);
    user.until("the card stands by its term again", || {
        let now = ask(user, "const { side, rect } = standing(); const [line] = linesOf(termOf('scrollers')); return [line.y, side === 'below' ? rect.y - line.y - line.height : line.y - rect.y - rect.height];");
        (now[0].as_f64()? < first.y - 1.0 && (now[1].as_f64()? - 8.0).abs() < 1.5).then_some(())
    });
    assert_eq!(user.heard("close").len(), 0, "scrolling by itself closes nothing");
    user.ask("document.querySelector('.inner').scrollTop = 9999;");
    is_closed(user);
    assert_eq!(user.hears("close").detail["reason"], "gone");
    user.ask("document.querySelector('.inner').scrollTop = 320; document.querySelector('.outer').scrollTop = 0;");
    leave(user);
    rest(user, line(user, "scrollers", 0, 0), TABLE);
    user.ask("document.querySelector('.outer').scrollTop = 9999;");
    is_closed(user);
}

fn a_focused_term_is_clear_of_a_sticky_header(user: &User) {
    open(user);
    let [above, below] =
        ["first-of-type", "last-of-type"].map(|which| format!("document.querySelector('#sticky p:{which} a')"));
    user.ask(&format!("document.querySelector('#sticky').scrollIntoView({{ block: 'center' }}); {above}.focus();"));
    user.key(TAB);
    let clear = "(() => { const bar = document.querySelector('#sticky header').getBoundingClientRect(), term = termOf('sticky'); \
        return document.activeElement === term && term.getBoundingClientRect().top >= bar.bottom; })()";
    user.until("the focus is on the term, below the bar", || holds(user, clear).then_some(()));
    stands_by(user, line(user, "sticky", 0, 0), TABLE);
    user.key(ESCAPE);
    is_closed(user);
    // From below, with the term under the bar.
    user.ask(&format!("{below}.focus({{ preventScroll: true }}); document.querySelector('.sticky').scrollTop = 440;"));
    let under = "document.querySelector('#sticky header').getBoundingClientRect().bottom > termOf('sticky').getBoundingClientRect().top";
    user.until("the bar covers the term", || holds(user, under).then_some(()));
    user.with_key(SHIFT, || user.key(TAB));
    user.until("the focus is on the term, below the bar", || holds(user, clear).then_some(()));
}

fn in_a_closed_and_an_open_disclosure(user: &User) {
    open(user);
    // Its only mention is hidden: the card comes without one.
    assert_eq!(user.ask("return host().open('pilot-books');"), true);
    user.until("the card is a sheet", || holds(user, "standing().side === 'sheet'").then_some(()));
    user.key(ESCAPE);
    is_closed(user);
    user.click(&element("#details summary"));
    rest(user, line(user, "details", 0, 0), BOOKS);
    leave(user);
}

fn a_disclosure_that_closes_takes_its_card_along(user: &User) {
    open(user);
    user.click(&element("#details summary"));
    rest(user, line(user, "details", 0, 0), BOOKS);
    user.ask("document.querySelector('#details details').open = false;");
    is_closed(user);
    assert_eq!(user.hears("close").detail["reason"], "gone");
}

fn in_the_dialog(user: &User) {
    open(user);
    user.click(&element("#dialog > button"));
}

fn in_a_modal_dialog(user: &User) {
    in_the_dialog(user);
    let before = user.ask("return document.querySelector('dialog').innerHTML;");
    let there = line(user, "dialog", 0, 0);
    let card = rest(user, there, LIGHT);
    // Not only seen: used.
    user.travel(
        &at(there.x + there.width / 2.0, there.y + there.height / 2.0),
        &at(card.rect.x + 60.0, card.rect.y + 60.0),
        240,
    );
    user.click(&at_control(user, "Key facts"));
    user.click(&at_control(user, TABLE));
    user.until("the related card", || holds(user, &format!("standing().title === '{TABLE}'")).then_some(()));
    user.click(&at_control(user, "Close"));
    is_closed(user);
    user.move_away();
    assert_eq!(user.ask("return document.querySelector('dialog').innerHTML.replace(' data-open=\"\"', '');"), before);
    assert!(user.holds("document.querySelector('dialog').open"), "the dialog is still open");
    // And outside of it again, by the same card's element.
    user.click(&element("dialog form button"));
    rest(user, line(user, "list", 1, 0), LIGHT);
    leave(user);
}

fn in_a_modal_dialog_by_keyboard(user: &User) {
    in_the_dialog(user);
    // Backwards from its button: Tab after Tab would lead out of the page, into Firefox's own bars.
    user.with_key(SHIFT, || user.key(TAB));
    user.until_holds("the focus is on the term", "focused() === document.querySelector('dialog context-term')");
    user.key(ENTER);
    stands_by(user, line(user, "dialog", 0, 0), LIGHT);
    user.until_holds("the focus is in the card", "focused()?.closest('[part~=card]')");
    user.key(ESCAPE);
    is_closed(user);
    user.until_holds("the focus is on the term", "focused() === document.querySelector('dialog context-term')");
    assert!(user.holds("document.querySelector('dialog').open"), "Escape closed the card, and not the dialog");
    user.key(ESCAPE);
    user.until_holds("the next closes the dialog", "!document.querySelector('dialog').open");
}

fn a_dialog_that_closes_takes_its_card_along(user: &User) {
    in_the_dialog(user);
    rest(user, line(user, "dialog", 0, 0), LIGHT);
    user.ask("document.querySelector('dialog').close();");
    is_closed(user);
    assert_eq!(user.hears("close").detail["reason"], "gone");
    rest(user, line(user, "list", 1, 0), LIGHT);
    leave(user);
}

fn in_a_popover(user: &User) {
    open(user);
    user.click(&element("#popover > button"));
    let there = line(user, "popover", 0, 0);
    let card = rest(user, there, TABLE);
    user.click(&at(card.rect.x + card.rect.width / 2.0, card.rect.y + card.rect.height / 2.0));
    user.stays_for(500.0, "card and popover are open", || {
        holds(user, "standing().count === 1 && document.querySelector('#note').matches(':popover-open')")
    });
    leave(user);
}

/// Where a control of the open card is.
fn at_control(user: &User, name: &str) -> Spot {
    let place = ask(
        user,
        &format!(
            "const box = within('{name}').getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2];"
        ),
    );
    at(place[0].as_f64().expect("a control"), place[1].as_f64().expect("a control"))
}
