//! Can a reader with a finger open a card, read it in a sheet and put it away, without the page doing something else?

use crate::stage::{NO_PULL, NO_TOUCH, Page, Reader, at, element, sample, stories, term};

stories![
    a_tap_opens_a_sheet_and_the_term_stays_in_view except [WebKit: NO_TOUCH],
    a_tap_outside_closes_and_does_nothing_else except [WebKit: NO_TOUCH],
    a_scroll_opens_nothing except [Firefox: NO_PULL, WebKit: NO_TOUCH],
    going_back_closes_the_sheet_and_keeps_the_page except [WebKit: NO_TOUCH],
    the_handle_pulls_the_sheet_away except [Firefox: NO_PULL, WebKit: NO_TOUCH],
    a_turned_screen_places_the_card_anew except [WebKit: NO_TOUCH],
    a_mouse_works_after_a_finger except [WebKit: NO_TOUCH],
    a_pen_taps except [Firefox: crate::stage::NO_PEN, WebKit: NO_TOUCH],
];

const SIDE: &str = "card().dataset.side";

/// The sample page on a phone, long enough to scroll.
fn phone(reader: &Reader) -> Page {
    reader.resize(390.0, 700.0);
    Page::of(&format!("{}{}", sample::ARTICLE, "<p>More to read.</p>".repeat(40)))
}

fn sheet(reader: &Reader, page: &Page) {
    reader.open(page);
    reader.ready();
    reader.tap(&term("bitcoin-policy"));
    reader.sees_card("The Bitcoin policy");
    reader.until_holds("it is a sheet", &format!("{SIDE} === 'sheet'"));
}

fn a_tap_opens_a_sheet_and_the_term_stays_in_view(reader: &Reader) {
    let page = phone(reader);
    sheet(reader, &page);
    assert_eq!(reader.hears("open").detail["trigger"], "touch");
    reader.until_holds(
        "the term is seen above the sheet",
        "term('bitcoin-policy').getBoundingClientRect().bottom <= card().getBoundingClientRect().top && term('bitcoin-policy').getBoundingClientRect().top >= 0",
    );
    reader.until_holds(
        "the sheet ends with the view",
        "Math.abs(card().getBoundingClientRect().bottom - innerHeight) < 1.5",
    );
    assert!(reader.holds("card().getBoundingClientRect().width <= innerWidth"), "it is as wide as the view");
}

fn a_tap_outside_closes_and_does_nothing_else(reader: &Reader) {
    reader.resize(390.0, 700.0);
    let article = format!("<p><a id=\"away\" href=\"#followed\">A link at the top.</a></p>{}", sample::ARTICLE);
    sheet(reader, &Page::of(&article));
    reader.tap(&element("#away"));
    reader.sees_no_card();
    assert_eq!(reader.hears("close").detail["reason"], "outside");
    reader.stays_for(300.0, "the link under the finger is not followed", || reader.holds("location.hash === ''"));
    reader.tap(&element("#away"));
    reader.until_holds("the next tap is the page's own", "location.hash === '#followed'");
}

fn a_scroll_opens_nothing(reader: &Reader) {
    let page = phone(reader);
    reader.open(&page);
    reader.ready();
    reader.swipe(&term("cecot"), -120.0);
    reader.until_holds("the page has scrolled", "scrollY > 20");
    reader.sees_nothing_open();
}

fn going_back_closes_the_sheet_and_keeps_the_page(reader: &Reader) {
    let page = phone(reader);
    sheet(reader, &page);
    let here = reader.ask("return location.href;");
    reader.command("/back", &serde_json::json!({}));
    reader.sees_no_card();
    assert_eq!(reader.hears("close").detail["reason"], "back");
    assert_eq!(reader.ask("return location.href;"), here, "the reader is still in the article");
}

fn the_handle_pulls_the_sheet_away(reader: &Reader) {
    let page = phone(reader);
    sheet(reader, &page);
    let grab = crate::stage::Spot::Element("card().querySelector('.grab')".into());
    reader.swipe(&grab, 40.0);
    reader.keeps_seeing("The Bitcoin policy");
    reader.swipe(&grab, 260.0);
    reader.sees_no_card();
}

fn a_turned_screen_places_the_card_anew(reader: &Reader) {
    let page = phone(reader);
    sheet(reader, &page);
    reader.resize(900.0, 620.0);
    reader.until_holds(
        "the card is inside the view",
        "(({left, right, top, bottom}) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight + 1)(card().getBoundingClientRect())",
    );
    reader.sees_card("The Bitcoin policy");
}

fn a_mouse_works_after_a_finger(reader: &Reader) {
    reader.open(&Page::sample());
    reader.ready();
    reader.tap(&term("cecot"));
    reader.sees_card("CECOT");
    reader.tap(&at(600.0, 560.0));
    reader.sees_no_card();
    reader.hover(&term("court-order"));
    reader.sees_card("The court order");
    let triggers: Vec<_> = reader.heard("open").into_iter().map(|open| open.detail["trigger"].clone()).collect();
    assert_eq!(triggers, ["touch", "pointer"]);
}

fn a_pen_taps(reader: &Reader) {
    reader.open(&Page::sample());
    reader.ready();
    reader.tap_with("pen", &term("cecot"));
    reader.sees_card("CECOT");
    assert_eq!(reader.hears("open").detail["trigger"], "touch");
}
