//! Can a reader without a pointer open a card, go through it and leave it?

use crate::stage::{ENTER, ESCAPE, Page, Reader, SHIFT, TAB, stories, term};

stories![
    focus_opens_and_stays_on_the_term,
    enter_opens_at_once_and_goes_in,
    tab_leads_through_the_card_and_out_after_the_term,
    shift_tab_leads_back_to_the_term,
    escape_on_the_term_leaves_the_focus_and_does_not_reopen,
    escape_in_the_card_leads_back_to_the_term,
];

const IN_THE_CARD: &str = "card()?.contains(focused())";
const ON_THE_TERM: &str = "focused() === term('cecot')";

/// The sample page with the focus on its first term.
fn on_the_term(reader: &Reader, options: &str) {
    reader.open(&Page::sample().options(options));
    reader.ready();
    reader.tab_to(&term("cecot"));
}

fn focus_opens_and_stays_on_the_term(reader: &Reader) {
    on_the_term(reader, "");
    reader.sees_card("CECOT");
    assert_eq!(reader.hears("open").detail["trigger"], "keyboard");
    assert!(reader.holds(ON_THE_TERM), "the focus is where the reader put it");
    reader.keeps_seeing("CECOT");
}

fn enter_opens_at_once_and_goes_in(reader: &Reader) {
    on_the_term(reader, r#"open-delay="10000""#);
    reader.key(ENTER);
    reader.sees_card("CECOT");
    reader.until_holds("the focus is in the card", IN_THE_CARD);
    assert!(reader.hears("open").detail["trigger"] == "keyboard");
    reader.keeps_seeing("CECOT");
}

fn tab_leads_through_the_card_and_out_after_the_term(reader: &Reader) {
    on_the_term(reader, "");
    reader.sees_card("CECOT");
    reader.key(TAB);
    reader.until_holds("the first Tab leads into the card", IN_THE_CARD);
    let mut stops = 0;
    while reader.holds(IN_THE_CARD) {
        stops += 1;
        assert!(stops < 30, "the card lets nobody out");
        reader.key(TAB);
    }
    assert!(stops >= 3, "close, a tab, a related card are tab stops, but there were {stops} in all");
    reader.until_holds("the focus is on what follows the term", "focused() === term('court-order')");
}

fn shift_tab_leads_back_to_the_term(reader: &Reader) {
    on_the_term(reader, "");
    reader.sees_card("CECOT");
    reader.key(TAB);
    reader.until_holds("the focus is in the card", IN_THE_CARD);
    reader.with_key(SHIFT, || reader.key(TAB));
    reader.until_holds("the focus is on the term again", ON_THE_TERM);
}

fn escape_on_the_term_leaves_the_focus_and_does_not_reopen(reader: &Reader) {
    on_the_term(reader, "");
    reader.sees_card("CECOT");
    reader.key(ESCAPE);
    reader.sees_no_card();
    assert_eq!(reader.hears("close").detail["reason"], "escape");
    reader.stays_for(700.0, "closed, the focus on the term", || reader.card().is_none() && reader.holds(ON_THE_TERM));
    reader.key(TAB);
    reader.with_key(SHIFT, || reader.key(TAB));
    reader.until_holds("the reader is back", ON_THE_TERM);
    reader.sees_card("CECOT");
}

fn escape_in_the_card_leads_back_to_the_term(reader: &Reader) {
    on_the_term(reader, "");
    reader.key(ENTER);
    reader.sees_card("CECOT");
    reader.until_holds("the focus is in the card", IN_THE_CARD);
    reader.key(ESCAPE);
    reader.sees_no_card();
    reader.until_holds("the focus is on the term", ON_THE_TERM);
    reader.stays_for(700.0, "it stays closed", || reader.card().is_none());
}
