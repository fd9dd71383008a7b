//! Where several documents, shadow trees, articles or widgets share a page.

use super::visit::{ask, holds, is_closed, leave, line, open, rest, stands_by, visit};
use crate::stage::{Page, Reader, TAB, at, sample, stories, term};

stories![
    in_a_frame,
    in_another_shadow_root,
    in_another_shadow_root_by_keyboard,
    in_two_articles,
    in_two_widgets,
    two_widgets_on_one_article_share_no_term,
    a_tap_opens_in_a_frame except [WebKit: crate::stage::NO_TOUCH],
    a_term_that_is_taken_out_and_put_back_still_opens,
];

const LIGHT: &str = "Old Harbour Light";
const TABLE: &str = "Tide table";

fn in_a_frame(reader: &Reader) {
    open(reader);
    let there = line(reader, "frame", 0, 0);
    let card = rest(reader, there, "Tide table, framed");
    assert!(card.view.width < 800.0, "the view is the frame's: {card:?}");
    leave(reader);
}

fn a_tap_opens_in_a_frame(reader: &Reader) {
    open(reader);
    let there = line(reader, "frame", 0, 0);
    reader.tap(&at(there.x + there.width / 2.0, there.y + there.height / 2.0));
    let card = stands_by(reader, there, "Tide table, framed");
    reader.tap(&at(card.view.x + 20.0, card.view.bottom() - 20.0));
    is_closed(reader);
}

fn in_another_shadow_root(reader: &Reader) {
    visit(reader, "shadow", TABLE);
    let there = line(reader, "shadow", 0, 0);
    rest(reader, there, TABLE);
    // The shadow tree's own scroller: its scrolling is not heard outside of it.
    ask(reader, "termOf('shadow').closest('div').scrollTop = 150;");
    is_closed(reader);
}

fn in_another_shadow_root_by_keyboard(reader: &Reader) {
    open(reader);
    let there = line(reader, "shadow", 0, 0);
    ask(reader, "termOf('shadow').focus();");
    reader.key(TAB);
    reader
        .until("the focus is in the shadow tree", || holds(reader, "focused() === termOf('shadow', 1)").then_some(()));
    let second = line(reader, "shadow", 1, 0);
    assert_ne!(there, second);
    stands_by(reader, second, LIGHT);
}

fn in_two_articles(reader: &Reader) {
    open(reader);
    let (north, south) = (line(reader, "articles", 0, 0), line(reader, "articles", 1, 0));
    rest(reader, north, TABLE);
    rest(reader, south, LIGHT);
    leave(reader);
}

fn in_two_widgets(reader: &Reader) {
    open(reader);
    rest(reader, line(reader, "second", 0, 0), "Tide table, by another deck");
    leave(reader);
    rest(reader, line(reader, "articles", 0, 0), TABLE);
    // One card at a time, of whatever widget.
    rest(reader, line(reader, "second", 0, 0), "Tide table, by another deck");
    leave(reader);
}

fn two_widgets_on_one_article_share_no_term(reader: &Reader) {
    let usual = r##"<context-cards deck="#deck" for="article" load="eager"></context-cards>"##;
    reader.open(&Page::sample().element(&[usual, usual].concat()));
    reader.ready();
    reader.ask("return host(1).ready;");
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    reader.stays_for(500.0, "one card is open", || reader.card().is_some() != reader.card_of(1).is_some());
}

fn a_term_that_is_taken_out_and_put_back_still_opens(reader: &Reader) {
    reader
        .open(&Page::of(&format!("{}<p>Once more the Bitcoin policy.</p>", sample::ARTICLE)).options(r#"mark="all""#));
    reader.ready();
    reader.ask("window.kept = document.querySelector('article > p'); kept.remove();");
    reader.stays_for(300.0, "it is gone", || reader.holds("!kept.isConnected"));
    reader.ask("document.querySelector('h1').after(kept);");
    reader.stays_for(300.0, "it is back", || reader.holds("kept.isConnected"));
    reader.hover(&term("court-order"));
    reader.sees_card("The court order");
}
