//! Can a reader without a pointer open a card, go through it and leave it?

use crate::harness::{ENTER, ESCAPE, Page, SHIFT, TAB, User, stories, term};

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
fn on_the_term(user: &User, options: &str) {
    user.open(&Page::sample().options(options));
    user.ready();
    user.tab_to(&term("cecot"));
}

fn focus_opens_and_stays_on_the_term(user: &User) {
    on_the_term(user, "");
    user.sees_card("CECOT");
    assert_eq!(user.hears("open").detail["trigger"], "keyboard");
    assert!(user.holds(ON_THE_TERM), "the focus is where the reader put it");
    user.keeps_seeing("CECOT");
}

fn enter_opens_at_once_and_goes_in(user: &User) {
    on_the_term(user, r#"open-delay="10000""#);
    user.key(ENTER);
    user.sees_card("CECOT");
    user.until_holds("the focus is in the card", IN_THE_CARD);
    assert!(user.hears("open").detail["trigger"] == "keyboard");
    user.keeps_seeing("CECOT");
}

fn tab_leads_through_the_card_and_out_after_the_term(user: &User) {
    on_the_term(user, "");
    user.sees_card("CECOT");
    user.key(TAB);
    user.until_holds("the first Tab leads into the card", IN_THE_CARD);
    let mut stops = 0;
    while user.holds(IN_THE_CARD) {
        stops += 1;
        assert!(stops < 30, "the card lets nobody out");
        user.key(TAB);
    }
    assert!(stops >= 3, "close, a tab, a related card are tab stops, but there were {stops} in all");
    user.until_holds("the focus is on what follows the term", "focused() === term('court-order')");
}

fn shift_tab_leads_back_to_the_term(user: &User) {
    on_the_term(user, "");
    user.sees_card("CECOT");
    user.key(TAB);
    user.until_holds("the focus is in the card", IN_THE_CARD);
    user.with_key(SHIFT, || user.key(TAB));
    user.until_holds("the focus is on the term again", ON_THE_TERM);
}

fn escape_on_the_term_leaves_the_focus_and_does_not_reopen(user: &User) {
    on_the_term(user, "");
    user.sees_card("CECOT");
    user.key(ESCAPE);
    user.sees_no_card();
    assert_eq!(user.hears("close").detail["reason"], "escape");
    user.stays_for(700.0, "closed, the focus on the term", || user.card().is_none() && user.holds(ON_THE_TERM));
    user.key(TAB);
    user.with_key(SHIFT, || user.key(TAB));
    user.until_holds("the reader is back", ON_THE_TERM);
    user.sees_card("CECOT");
}

fn escape_in_the_card_leads_back_to_the_term(user: &User) {
    on_the_term(user, "");
    user.key(ENTER);
    user.sees_card("CECOT");
    user.until_holds("the focus is in the card", IN_THE_CARD);
    user.key(ESCAPE);
    user.sees_no_card();
    user.until_holds("the focus is on the term", ON_THE_TERM);
    user.stays_for(700.0, "it stays closed", || user.card().is_none());
}
