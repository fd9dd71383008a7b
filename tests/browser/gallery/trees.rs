//! Where several documents, shadow trees, articles or widgets share a page.

use super::visit::{ask, holds, is_closed, leave, line, open, rest, stands_by, visit};
use crate::harness::{Page, TAB, User, at, sample, stories, term};

stories![
    in_a_frame,
    in_another_shadow_root,
    in_another_shadow_root_by_keyboard,
    in_two_articles,
    in_two_widgets,
    two_widgets_on_one_article_share_no_term,
    a_tap_opens_in_a_frame except [WebKit: crate::harness::NO_TOUCH],
    a_term_that_is_taken_out_and_put_back_still_opens,
];

const LIGHT: &str = "Old Harbour Light";
const TABLE: &str = "Tide table";

fn in_a_frame(user: &User) {
    open(user);
    let there = line(user, "frame", 0, 0);
    let card = rest(user, there, "Tide table, framed");
    assert!(card.view.width < 800.0, "the view is the frame's: {card:?}");
    leave(user);
}

fn a_tap_opens_in_a_frame(user: &User) {
    open(user);
    let there = line(user, "frame", 0, 0);
    user.tap(&at(there.x + there.width / 2.0, there.y + there.height / 2.0));
    let card = stands_by(user, there, "Tide table, framed");
    user.tap(&at(card.view.x + 20.0, card.view.bottom() - 20.0));
    is_closed(user);
}

fn in_another_shadow_root(user: &User) {
    visit(user, "shadow", TABLE);
    let there = line(user, "shadow", 0, 0);
    rest(user, there, TABLE);
    // The shadow tree's own scroller: its scrolling is not heard outside of it.
    ask(user, "termOf('shadow').closest('div').scrollTop = 150;");
    is_closed(user);
}

fn in_another_shadow_root_by_keyboard(user: &User) {
    open(user);
    let there = line(user, "shadow", 0, 0);
    ask(user, "termOf('shadow').focus();");
    user.key(TAB);
    user.until("the focus is in the shadow tree", || holds(user, "focused() === termOf('shadow', 1)").then_some(()));
    let second = line(user, "shadow", 1, 0);
    assert_ne!(there, second);
    stands_by(user, second, LIGHT);
}

fn in_two_articles(user: &User) {
    open(user);
    let (north, south) = (line(user, "articles", 0, 0), line(user, "articles", 1, 0));
    rest(user, north, TABLE);
    rest(user, south, LIGHT);
    leave(user);
}

fn in_two_widgets(user: &User) {
    open(user);
    rest(user, line(user, "second", 0, 0), "Tide table, by another deck");
    leave(user);
    rest(user, line(user, "articles", 0, 0), TABLE);
    // One card at a time, of whatever widget.
    rest(user, line(user, "second", 0, 0), "Tide table, by another deck");
    leave(user);
}

fn two_widgets_on_one_article_share_no_term(user: &User) {
    let usual = r##"<context-cards deck="#deck" for="article" load="eager"></context-cards>"##;
    user.open(&Page::sample().element(&[usual, usual].concat()));
    user.ready();
    user.ask("return host(1).ready;");
    user.hover(&term("cecot"));
    user.until("one of the two shows the card", || {
        [user.card(), user.card_of(1)].into_iter().flatten().find(|card| card.title == "CECOT")
    });
    user.stays_for(500.0, "one card is open", || user.card().is_some() != user.card_of(1).is_some());
}

fn a_term_that_is_taken_out_and_put_back_still_opens(user: &User) {
    user.open(&Page::of(&format!("{}<p>Once more the Bitcoin policy.</p>", sample::ARTICLE)).options(r#"mark="all""#));
    user.ready();
    user.ask("window.kept = document.querySelector('article > p'); kept.remove();");
    user.stays_for(300.0, "it is gone", || user.holds("!kept.isConnected"));
    user.ask("document.querySelector('h1').after(kept);");
    user.stays_for(300.0, "it is back", || user.holds("kept.isConnected"));
    user.hover(&term("court-order"));
    user.sees_card("The court order");
}
