//! Can a reader with a finger open a card, read it in a sheet and put it away, without the page doing something else?

use crate::harness::{NO_PULL, NO_TOUCH, Page, User, at, control, element, sample, stories, term};

stories![
    a_tap_opens_a_sheet_and_the_term_stays_in_view except [WebKit: NO_TOUCH],
    a_tap_outside_closes_and_does_nothing_else except [WebKit: NO_TOUCH],
    a_scroll_opens_nothing except [Firefox: NO_PULL, WebKit: NO_TOUCH],
    going_back_closes_the_sheet_and_keeps_the_page except [WebKit: NO_TOUCH],
    a_site_that_navigates_under_a_sheet_keeps_its_entry except [WebKit: NO_TOUCH],
    a_sheet_that_is_taken_away_leaves_no_entry except [WebKit: NO_TOUCH],
    a_pinned_card_leaves_the_page_to_the_finger except [WebKit: NO_TOUCH],
    the_handle_pulls_the_sheet_away except [Firefox: NO_PULL, WebKit: NO_TOUCH],
    the_sheet_has_two_heights except [Firefox: NO_PULL, WebKit: NO_TOUCH],
    the_sheet_leads_to_the_next_term_and_back except [WebKit: NO_TOUCH],
    fingers_find_targets_of_44_pixels except [WebKit: NO_TOUCH],
    a_turned_screen_places_the_card_anew except [WebKit: NO_TOUCH],
    a_mouse_works_after_a_finger except [WebKit: NO_TOUCH],
    a_pen_taps except [Firefox: crate::harness::NO_PEN, WebKit: NO_TOUCH],
];

const SIDE: &str = "card().dataset.side";

/// The sample page on a phone, long enough to scroll.
fn phone(user: &User) -> Page {
    user.resize(390.0, 700.0);
    Page::of(&format!("{}{}", sample::ARTICLE, "<p>More to read.</p>".repeat(40)))
}

/// The element comes back, and a finger opens its sheet.
fn sheet_again(user: &User) {
    user.ask(
        "document.body.append(Object.assign(document.createElement('context-cards'), {
           decks: JSON.parse(document.querySelector('#deck').textContent), roots: document.querySelector('article') }));",
    );
    user.ready();
    user.tap(&term("bitcoin-policy"));
    user.sees_card("The Bitcoin policy");
    user.until_holds("the sheet has an entry", "history.state?.contextCards");
}

fn sheet(user: &User, page: &Page) {
    user.open(page);
    user.ready();
    user.tap(&term("bitcoin-policy"));
    user.sees_card("The Bitcoin policy");
    user.until_holds("it is a sheet", &format!("{SIDE} === 'sheet'"));
}

fn a_tap_opens_a_sheet_and_the_term_stays_in_view(user: &User) {
    let page = phone(user);
    sheet(user, &page);
    assert_eq!(user.hears("open").detail["trigger"], "touch");
    user.until_holds(
        "the term is seen above the sheet",
        "term('bitcoin-policy').getBoundingClientRect().bottom <= card().getBoundingClientRect().top && term('bitcoin-policy').getBoundingClientRect().top >= 0",
    );
    user.until_holds(
        "the sheet ends with the view",
        "Math.abs(card().getBoundingClientRect().bottom - innerHeight) < 1.5",
    );
    assert!(user.holds("card().getBoundingClientRect().width <= innerWidth"), "it is as wide as the view");
}

fn a_tap_outside_closes_and_does_nothing_else(user: &User) {
    user.resize(390.0, 700.0);
    let article = format!("<p><a id=\"away\" href=\"#followed\">A link at the top.</a></p>{}", sample::ARTICLE);
    sheet(user, &Page::of(&article));
    user.tap(&element("#away"));
    user.sees_no_card();
    assert_eq!(user.hears("close").detail["reason"], "outside");
    user.stays_for(300.0, "the link under the finger is not followed", || user.holds("location.hash === ''"));
    user.tap(&element("#away"));
    user.until_holds("the next tap is the page's own", "location.hash === '#followed'");
}

fn a_scroll_opens_nothing(user: &User) {
    let page = phone(user);
    user.open(&page);
    user.ready();
    user.swipe(&term("cecot"), -120.0);
    user.until_holds("the page has scrolled", "scrollY > 20");
    user.sees_nothing_open();
}

fn going_back_closes_the_sheet_and_keeps_the_page(user: &User) {
    let page = phone(user);
    sheet(user, &page);
    let here = user.ask("return location.href;");
    user.command("/back", &serde_json::json!({}));
    user.sees_no_card();
    assert_eq!(user.hears("close").detail["reason"], "back");
    assert_eq!(user.ask("return location.href;"), here, "the reader is still in the article");
}

fn a_site_that_navigates_under_a_sheet_keeps_its_entry(user: &User) {
    let page = phone(user);
    sheet(user, &page);
    // As a router does that keeps what stands in the state.
    user.ask("history.pushState({ ...history.state, route: 2 }, '', '#second');");
    user.tap(&control("Close"));
    user.sees_no_card();
    user.stays_for(400.0, "the site's own entry is the current one", || user.holds("location.hash === '#second'"));
    // In a history that grows no longer too.
    user.ask("for (let i = 0; i < 60; i++) history.pushState(null, '', '#first');");
    user.tap(&term("bitcoin-policy"));
    user.until_holds("the sheet has an entry", "history.state?.contextCards");
    user.ask("history.pushState({ ...history.state, route: 2 }, '', '#second');");
    user.tap(&control("Close"));
    user.sees_no_card();
    user.stays_for(400.0, "the site's own entry is the current one", || user.holds("location.hash === '#second'"));
}

fn a_sheet_that_is_taken_away_leaves_no_entry(user: &User) {
    let page = phone(user);
    sheet(user, &page);
    user.until_holds("the sheet has an entry", "history.state?.contextCards");
    user.ask("host().remove();");
    user.until_holds("the page is at its own entry again", "history.state === null");
    // A tab in which somebody has read for long: a browser keeps fifty entries, and drops the oldest.
    user.ask("for (let i = 0; i < 60; i++) history.pushState(null, '');");
    sheet_again(user);
    user.ask("host().remove();");
    user.until_holds("and again in a long history", "history.state === null");
}

fn a_pinned_card_leaves_the_page_to_the_finger(user: &User) {
    user.open(&Page::sample().after("<p><a id=\"away\" href=\"#followed\">A link below the article.</a></p>"));
    user.ready();
    user.tap(&term("cecot"));
    user.sees_card("CECOT");
    user.tap(&control("More options"));
    user.tap(&control("Keep this card open"));
    user.tap(&element("#away"));
    user.until_holds("the link under the finger is followed", "location.hash === '#followed'");
    user.keeps_seeing("CECOT");
}

fn the_handle_pulls_the_sheet_away(user: &User) {
    let page = phone(user);
    sheet(user, &page);
    let grab = crate::harness::Spot::Element("card().querySelector('.grab')".into());
    user.swipe(&grab, 40.0);
    user.keeps_seeing("The Bitcoin policy");
    user.swipe(&grab, 260.0);
    user.sees_no_card();
}

fn the_sheet_has_two_heights(user: &User) {
    let page = phone(user);
    sheet(user, &page);
    let height = || user.sees_card("The Bitcoin policy").rect.height;
    let half = height();
    assert!(half <= 350.0, "half of the view at most: {half}");
    let grab = crate::harness::Spot::Element("card().querySelector('.grab')".into());
    user.swipe(&grab, -120.0);
    user.until_holds("pulled up, it shows everything", "card().querySelector('[role=tab]')");
    assert!(user.holds("card().querySelector('.grab').ariaExpanded === 'true'"));
    user.swipe(&grab, 220.0);
    user.until_holds("pulled down, it is short again", "part('summary')");
    assert!((height() - half).abs() < 1.0, "as high as before");
    // Without a pull: the handle is a button. Not at once: a browser takes a tap right after a pull for a part of it.
    user.stays_for(400.0, "it stays short", || user.holds("part('summary')"));
    user.tap(&grab);
    user.until_holds("pressed, it opens too", "card().querySelector('[role=tab]')");
    assert!(user.holds("card().querySelector('.grab').getAttribute('aria-label').length > 3"), "it has a name");
}

fn the_sheet_leads_to_the_next_term_and_back(user: &User) {
    let page = phone(user);
    user.open(&page);
    user.ready();
    user.tap(&term("cecot"));
    user.sees_card("CECOT");
    assert!(user.holds("!control('Previous')"), "nothing comes before the first term");
    user.tap(&control("Next: The court order"));
    user.sees_card("The court order");
    user.until_holds("a sheet again", &format!("{SIDE} === 'sheet'"));
    user.tap(&control("Next: The Bitcoin policy"));
    user.sees_card("The Bitcoin policy");
    user.tap(&control("Previous: The court order"));
    user.sees_card("The court order");
    user.tap(&at(200.0, 20.0));
    user.sees_no_card();
}

fn fingers_find_targets_of_44_pixels(user: &User) {
    let page = phone(user);
    sheet(user, &page.deck(&sample::full_deck()));
    user.until_holds("it has risen", "!host().shadowRoot.getAnimations().length");
    let small =
        "[...card().querySelectorAll('button, .cite')].filter((e) => e.checkVisibility({visibilityProperty: true}))
        .filter((e) => {
            const {left, right, top, bottom} = e.getBoundingClientRect();
            const [x, y] = [(left + right) / 2, (top + bottom) / 2];
            const hits = (dx, dy) => e.contains(e.getRootNode().elementFromPoint(x + dx, y + dy));
            // Numbers side by side share what is between them.
            const alone = !e.closest('sup')?.matches('sup + sup, :has(+ sup)');
            return !(hits(0, 21) && hits(0, -21) && (!alone || hits(21, 0) && hits(-21, 0)));
        }).map((e) => e.outerHTML)";
    assert_eq!(user.ask(&format!("return {small};")), serde_json::json!([]), "the short card");
    user.tap(&crate::harness::Spot::Element("card().querySelector('.expand')".into()));
    user.until_holds("all of it", "part('facts')");
    assert_eq!(user.ask(&format!("return {small};")), serde_json::json!([]), "all of it");
    user.tap(&control("More options"));
    user.until_holds("the menu", "card().querySelector('.menu')");
    let in_menu = small.replace("'button, .cite'", "'.menu button'");
    assert_eq!(user.ask(&format!("return {in_menu};")), serde_json::json!([]), "the menu");
}

fn a_turned_screen_places_the_card_anew(user: &User) {
    let page = phone(user);
    sheet(user, &page);
    user.ask("card().querySelector('.grab').focus();");
    user.resize(900.0, 620.0);
    user.until_holds(
        "the card is inside the view",
        "(({left, right, top, bottom}) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight + 1)(card().getBoundingClientRect())",
    );
    user.sees_card("The Bitcoin policy");
    user.until_holds("the focus is still in the card", "card().matches(':focus-within')");
}

fn a_mouse_works_after_a_finger(user: &User) {
    user.open(&Page::sample());
    user.ready();
    user.tap(&term("cecot"));
    user.sees_card("CECOT");
    user.tap(&at(600.0, 560.0));
    user.sees_no_card();
    user.hover(&term("court-order"));
    user.sees_card("The court order");
    let triggers: Vec<_> = user.heard("open").into_iter().map(|open| open.detail["trigger"].clone()).collect();
    assert_eq!(triggers, ["touch", "pointer"]);
}

fn a_pen_taps(user: &User) {
    user.open(&Page::sample());
    user.ready();
    user.tap_with("pen", &term("cecot"));
    user.sees_card("CECOT");
    assert_eq!(user.hears("open").detail["trigger"], "touch");
}
