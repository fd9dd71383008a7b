//! Does the keyboard get everywhere, and get stuck nowhere? Tabs, traps, the way back, and keys that are an input method's.

use crate::harness::{
    ARROW_LEFT, ARROW_RIGHT, END, ENTER, ESCAPE, HOME, NO_COMPOSITION, Page, SHIFT, SPACE, Spot, TAB, User, control,
    element, sample, stories, term,
};
use serde_json::json;

stories![
    arrow_keys_walk_the_tabs,
    arrow_keys_follow_the_eye_from_right_to_left,
    space_opens_and_goes_in_and_does_not_scroll,
    the_close_button_leads_back_to_the_term,
    the_last_term_of_the_page_is_no_trap,
    the_first_term_of_the_page_is_no_trap,
    what_cannot_be_used_is_no_stop,
    what_scrolls_is_a_stop_with_a_name_and_nothing_else_is,
    escape_is_the_input_methods_while_it_composes except [Firefox: NO_COMPOSITION, WebKit: NO_COMPOSITION],
];

const IN_THE_CARD: &str = "card()?.contains(focused())";
const ON_THE_TERM: &str = "focused() === term('cecot')";

/// The focus on the first term, its card open.
fn on_the_term(user: &User, page: &Page) {
    user.open(page);
    user.ready();
    user.tab_to(&term("cecot"));
    user.sees_card("CECOT");
}

fn is_on_tab(user: &User, tab: &str) {
    let on =
        format!("focused().id === '{tab}' && focused().ariaSelected === 'true' && part('{tab}')?.checkVisibility()");
    user.until_holds(&format!("the focus is on {tab}, which is shown"), &on);
    assert!(user.holds("card().querySelectorAll('[role=tab][tabindex=\"0\"]').length === 1"), "one tab stop in all");
}

fn walk(user: &User, steps: &[(&str, &str)]) {
    user.tab_to(&Spot::Element("card()?.querySelector('.expand')".into()));
    user.key(ENTER);
    is_on_tab(user, "facts");
    for (key, tab) in steps {
        user.key(key);
        is_on_tab(user, tab);
    }
}

fn arrow_keys_walk_the_tabs(user: &User) {
    on_the_term(user, &Page::sample().deck(&sample::full_deck()));
    walk(
        user,
        &[
            (ARROW_RIGHT, "timeline"),
            (ARROW_RIGHT, "views"),
            (ARROW_LEFT, "timeline"),
            (END, "sources"),
            (ARROW_RIGHT, "facts"),
            (ARROW_LEFT, "sources"),
            (HOME, "facts"),
        ],
    );
    user.keeps_seeing("CECOT");
}

fn arrow_keys_follow_the_eye_from_right_to_left(user: &User) {
    let mut deck = sample::full_deck();
    deck["lang"] = "ar".into();
    on_the_term(user, &Page::sample().deck(&deck));
    assert_eq!(user.style("card()", "direction"), "rtl");
    walk(user, &[(ARROW_LEFT, "timeline"), (ARROW_RIGHT, "facts"), (ARROW_RIGHT, "sources"), (HOME, "facts")]);
}

fn space_opens_and_goes_in_and_does_not_scroll(user: &User) {
    user.open(&Page::sample().options(r#"open-delay="10000""#).css("article { min-height: 3000px; }"));
    user.ready();
    user.tab_to(&term("cecot"));
    user.key(SPACE);
    user.sees_card("CECOT");
    user.until_holds("the focus is in the card", IN_THE_CARD);
    assert!(user.holds("scrollY === 0"), "Space is not the page's");
}

fn the_close_button_leads_back_to_the_term(user: &User) {
    for key in [ENTER, SPACE] {
        on_the_term(user, &Page::sample());
        user.tab_to(&control("Close"));
        user.key(key);
        user.sees_no_card();
        assert_eq!(user.hears("close").detail["reason"], "button");
        user.stays_for(700.0, "closed, the focus on the term", || user.card().is_none() && user.holds(ON_THE_TERM));
        user.key(key);
        user.sees_card("CECOT");
    }
}

/// The button of the card's own element, which opens the list of all cards, is a stop where that element stands.
const ON_THE_OPENER: &str = "focused().matches('.opener')";

const LONE: &str = "<p>The one term of this page is CECOT, and nothing else here takes the focus.</p>";

/// From the term through the card and out of it, in at most so many Tabs; then the card closes.
fn gets_out(user: &User) {
    let mut tabs = 0;
    while user.holds(&format!("{IN_THE_CARD} || {ON_THE_TERM}")) {
        tabs += 1;
        assert!(tabs < 40, "the way out is not to be found");
        user.key(TAB);
    }
    user.sees_no_card();
    if user.holds(ON_THE_OPENER) {
        user.key(TAB);
    }
}

fn the_last_term_of_the_page_is_no_trap(user: &User) {
    // The card's element stands right after the term, and nothing after it.
    let page = Page::of(LONE).before("<a href='#'>before</a>");
    on_the_term(user, &page);
    gets_out(user);
    // With something behind it, that is where the way leads.
    on_the_term(user, &page.after("<a id='behind' href='#'>behind</a>"));
    gets_out(user);
    assert!(user.holds("focused().id === 'behind'"), "the way leads on");
    user.with_key(SHIFT, || user.key(TAB));
    user.until_holds("back over the button", ON_THE_OPENER);
    user.with_key(SHIFT, || user.key(TAB));
    user.until_holds("and back", ON_THE_TERM);
}

fn the_first_term_of_the_page_is_no_trap(user: &User) {
    // The card's element stands right before the term.
    let page = Page::of(LONE)
        .element("")
        .before("<a id='before' href='#'>before</a><context-cards deck='#deck' for='article'></context-cards>")
        .after("<a id='behind' href='#'>behind</a>");
    on_the_term(user, &page);
    user.key(TAB);
    user.until_holds("the focus is in the card", IN_THE_CARD);
    user.with_key(SHIFT, || user.key(TAB));
    user.until_holds("the focus is on the term", ON_THE_TERM);
    user.with_key(SHIFT, || user.key(TAB));
    user.until_holds("the way leads back out", ON_THE_OPENER);
    user.sees_no_card();
    user.with_key(SHIFT, || user.key(TAB));
    user.until_holds("and on", "focused().id === 'before'");
    user.key(TAB);
    user.key(TAB);
    user.until_holds("the focus is on the term again", ON_THE_TERM);
    user.sees_card("CECOT");
    gets_out(user);
    assert!(user.holds("focused().id === 'behind'"), "and the way leads on");
}

fn what_cannot_be_used_is_no_stop(user: &User) {
    on_the_term(user, &Page::sample());
    user.tab_to(&Spot::Element("card()?.querySelector('.expand')".into()));
    user.key(ENTER);
    user.with_key(SHIFT, || {
        while user.holds(IN_THE_CARD) {
            user.key(TAB);
        }
    });
    user.ask(
        "const chips = card().querySelectorAll('.related button');
         chips[chips.length - 1].disabled = true;
         chips[chips.length - 2].style.display = 'none';
         card().querySelector('.close').disabled = true;",
    );
    user.key(TAB);
    user.until_holds("past the close button", "focused().matches('.grab')");
    let mut stops = 0;
    while user.holds(IN_THE_CARD) {
        stops += 1;
        assert!(stops < 30, "the card lets nobody out");
        assert!(user.holds("!focused().disabled && focused().checkVisibility()"));
        user.key(TAB);
    }
    user.until_holds("out after the term", "focused() === term('court-order')");
}

/// A summary too long for its card, with nothing in it that takes the focus; then a card that is short.
fn what_scrolls_is_a_stop_with_a_name_and_nothing_else_is(user: &User) {
    let mut deck = sample::deck();
    let words = "A summary that says more than a card can hold, and leads nowhere. ";
    deck["cards"][0]["summary"] = words.repeat(24).into();
    deck["cards"][0]["facts"] = json!([]);
    on_the_term(user, &Page::sample().deck(&deck));
    let body = "card().querySelector('.brief')";
    user.tab_to(&Spot::Element(body.into()));
    assert!(user.holds(&format!("{body}.role === 'group' && {body}.getAttribute('aria-labelledby') === 'title'")));
    user.key(ESCAPE);
    user.sees_no_card();
    user.hover(&term("court-order"));
    user.sees_card("The court order");
    assert!(user.holds(&format!("!['role', 'tabindex', 'aria-labelledby'].some((name) => {body}.hasAttribute(name))")));
}

fn escape_is_the_input_methods_while_it_composes(user: &User) {
    user.open(&Page::sample().before("<input id='field' style='display: block'>"));
    user.ready();
    user.click(&element("#field"));
    user.ask("host().open('cecot');");
    user.sees_card("CECOT");
    user.until_holds("the field has the focus", "focused().id === 'field'");
    user.cdp("Input.imeSetComposition", &json!({"text": "かな", "selectionStart": 2, "selectionEnd": 2}));
    user.ask(
        "window.composed = []; addEventListener('keydown', (event) => composed.push(event.isComposing || event.keyCode === 229), true);",
    );
    user.key(ESCAPE);
    user.until_holds("the key was the input method's", "window.composed[0] === true");
    user.keeps_seeing("CECOT");
    user.cdp("Input.imeSetComposition", &json!({"text": "", "selectionStart": 0, "selectionEnd": 0}));
    user.key(ESCAPE);
    user.sees_no_card();
}
