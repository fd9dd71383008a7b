//! Does the keyboard get everywhere, and get stuck nowhere? Tabs, traps, the way back, and keys that are an input method's.

use crate::stage::{
    ARROW_LEFT, ARROW_RIGHT, END, ENTER, ESCAPE, HOME, NO_COMPOSITION, Page, Reader, SHIFT, SPACE, Spot, TAB, control,
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
    escape_is_the_input_methods_while_it_composes except [Firefox: NO_COMPOSITION, WebKit: NO_COMPOSITION],
];

const IN_THE_CARD: &str = "card()?.contains(focused())";
const ON_THE_TERM: &str = "focused() === term('cecot')";

/// The focus on the first term, its card open.
fn on_the_term(reader: &Reader, page: &Page) {
    reader.open(page);
    reader.ready();
    reader.tab_to(&term("cecot"));
    reader.sees_card("CECOT");
}

fn is_on_tab(reader: &Reader, tab: &str) {
    let on =
        format!("focused().id === '{tab}' && focused().ariaSelected === 'true' && part('{tab}')?.checkVisibility()");
    reader.until_holds(&format!("the focus is on {tab}, which is shown"), &on);
    assert!(reader.holds("card().querySelectorAll('[role=tab][tabindex=\"0\"]').length === 1"), "one tab stop in all");
}

fn walk(reader: &Reader, steps: &[(&str, &str)]) {
    reader.tab_to(&Spot::Element("card()?.querySelector('[role=tab][aria-selected=true]')".into()));
    is_on_tab(reader, "facts");
    for (key, tab) in steps {
        reader.key(key);
        is_on_tab(reader, tab);
    }
}

fn arrow_keys_walk_the_tabs(reader: &Reader) {
    on_the_term(reader, &Page::sample().deck(&sample::full_deck()));
    walk(
        reader,
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
    reader.keeps_seeing("CECOT");
}

fn arrow_keys_follow_the_eye_from_right_to_left(reader: &Reader) {
    let mut deck = sample::full_deck();
    deck["lang"] = "ar".into();
    on_the_term(reader, &Page::sample().deck(&deck));
    assert_eq!(reader.style("card()", "direction"), "rtl");
    walk(reader, &[(ARROW_LEFT, "timeline"), (ARROW_RIGHT, "facts"), (ARROW_RIGHT, "sources"), (HOME, "facts")]);
}

fn space_opens_and_goes_in_and_does_not_scroll(reader: &Reader) {
    reader.open(&Page::sample().options(r#"open-delay="10000""#).css("article { min-height: 3000px; }"));
    reader.ready();
    reader.tab_to(&term("cecot"));
    reader.key(SPACE);
    reader.sees_card("CECOT");
    reader.until_holds("the focus is in the card", IN_THE_CARD);
    assert!(reader.holds("scrollY === 0"), "Space is not the page's");
}

fn the_close_button_leads_back_to_the_term(reader: &Reader) {
    for key in [ENTER, SPACE] {
        on_the_term(reader, &Page::sample());
        reader.tab_to(&control("Close"));
        reader.key(key);
        reader.sees_no_card();
        assert_eq!(reader.hears("close").detail["reason"], "button");
        reader
            .stays_for(700.0, "closed, the focus on the term", || reader.card().is_none() && reader.holds(ON_THE_TERM));
        reader.key(key);
        reader.sees_card("CECOT");
    }
}

/// The button of the card's own element, which opens the list of all cards, is a stop where that element stands.
const ON_THE_OPENER: &str = "focused().matches('.opener')";

const LONE: &str = "<p>The one term of this page is CECOT, and nothing else here takes the focus.</p>";

/// From the term through the card and out of it, in at most so many Tabs; then the card closes.
fn gets_out(reader: &Reader) {
    let mut tabs = 0;
    while reader.holds(&format!("{IN_THE_CARD} || {ON_THE_TERM}")) {
        tabs += 1;
        assert!(tabs < 40, "the way out is not to be found");
        reader.key(TAB);
    }
    reader.sees_no_card();
    if reader.holds(ON_THE_OPENER) {
        reader.key(TAB);
    }
}

fn the_last_term_of_the_page_is_no_trap(reader: &Reader) {
    // The card's element stands right after the term, and nothing after it.
    let page = Page::of(LONE).before("<a href='#'>before</a>");
    on_the_term(reader, &page);
    gets_out(reader);
    // With something behind it, that is where the way leads.
    on_the_term(reader, &page.after("<a id='behind' href='#'>behind</a>"));
    gets_out(reader);
    assert!(reader.holds("focused().id === 'behind'"), "the way leads on");
    reader.with_key(SHIFT, || reader.key(TAB));
    reader.until_holds("back over the button", ON_THE_OPENER);
    reader.with_key(SHIFT, || reader.key(TAB));
    reader.until_holds("and back", ON_THE_TERM);
}

fn the_first_term_of_the_page_is_no_trap(reader: &Reader) {
    // The card's element stands right before the term.
    let page = Page::of(LONE)
        .element("")
        .before("<a id='before' href='#'>before</a><context-cards deck='#deck' for='article'></context-cards>")
        .after("<a id='behind' href='#'>behind</a>");
    on_the_term(reader, &page);
    reader.key(TAB);
    reader.until_holds("the focus is in the card", IN_THE_CARD);
    reader.with_key(SHIFT, || reader.key(TAB));
    reader.until_holds("the focus is on the term", ON_THE_TERM);
    reader.with_key(SHIFT, || reader.key(TAB));
    reader.until_holds("the way leads back out", ON_THE_OPENER);
    reader.sees_no_card();
    reader.with_key(SHIFT, || reader.key(TAB));
    reader.until_holds("and on", "focused().id === 'before'");
    reader.key(TAB);
    reader.key(TAB);
    reader.until_holds("the focus is on the term again", ON_THE_TERM);
    reader.sees_card("CECOT");
    gets_out(reader);
    assert!(reader.holds("focused().id === 'behind'"), "and the way leads on");
}

fn what_cannot_be_used_is_no_stop(reader: &Reader) {
    on_the_term(reader, &Page::sample());
    reader.ask(
        "const chips = card().querySelectorAll('.related button');
         chips[chips.length - 1].disabled = true;
         chips[chips.length - 2].style.display = 'none';
         card().querySelector('.close').disabled = true;",
    );
    reader.key(TAB);
    reader.until_holds("past the close button", "focused().closest('[part~=summary]')");
    let mut stops = 0;
    while reader.holds(IN_THE_CARD) {
        stops += 1;
        assert!(stops < 30, "the card lets nobody out");
        assert!(reader.holds("!focused().disabled && focused().checkVisibility()"));
        reader.key(TAB);
    }
    reader.until_holds("out after the term", "focused() === term('court-order')");
}

fn escape_is_the_input_methods_while_it_composes(reader: &Reader) {
    reader.open(&Page::sample().before("<input id='field' style='display: block'>"));
    reader.ready();
    reader.click(&element("#field"));
    reader.ask("host().open('cecot');");
    reader.sees_card("CECOT");
    reader.until_holds("the field has the focus", "focused().id === 'field'");
    reader.cdp("Input.imeSetComposition", &json!({"text": "かな", "selectionStart": 2, "selectionEnd": 2}));
    reader.ask(
        "window.composed = []; addEventListener('keydown', (event) => composed.push(event.isComposing || event.keyCode === 229), true);",
    );
    reader.key(ESCAPE);
    reader.until_holds("the key was the input method's", "window.composed[0] === true");
    reader.keeps_seeing("CECOT");
    reader.cdp("Input.imeSetComposition", &json!({"text": "", "selectionStart": 0, "selectionEnd": 0}));
    reader.key(ESCAPE);
    reader.sees_no_card();
}
