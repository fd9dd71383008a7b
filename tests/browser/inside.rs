//! What can a reader do in an open card: go to a related one and back, find and follow a source, select a sentence?

use crate::harness::{Answer, Page, Spot, User, at, control, part, sample, stories, term, the_card};

stories![
    a_related_card_replaces_this_one_and_leads_back,
    tabs_show_their_parts,
    a_citation_leads_to_its_source,
    following_a_source_is_told,
    selecting_text_keeps_the_card,
    a_tab_keeps_the_place_in_a_scrolled_card,
];

/// The sample page with the first card open and the mouse on it.
fn in_the_card(user: &User, page: &Page) {
    user.open(page);
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.travel(&term("cecot"), &the_card(), 160);
}

/// The first citation of the summary.
fn citation() -> Spot {
    Spot::Element("part('summary')?.querySelector('a, button')".into())
}

fn a_related_card_replaces_this_one_and_leads_back(user: &User) {
    in_the_card(user, &Page::sample());
    user.click(&control("The court order"));
    let second = user.sees_card("The court order");
    assert!(second.text.contains("What The court order is"), "{}", second.text);
    let cards = user.ask("return host().shadowRoot.querySelectorAll('[part~=card]').length;");
    assert_eq!(cards, 1, "one card at a time");
    user.keeps_seeing("The court order");
    user.click(&control("Back"));
    user.sees_card("CECOT");
    user.keeps_seeing("CECOT");
    let opened: Vec<_> = user.heard("open").into_iter().map(|open| open.detail["card"].clone()).collect();
    assert_eq!(opened, ["cecot", "court-order", "cecot"]);
}

fn tabs_show_their_parts(user: &User) {
    in_the_card(user, &Page::sample());
    for (tab, shown, words) in [
        ("Key facts", "facts", "31 January 2023"),
        ("Timeline", "timeline", "A ruling was made."),
        ("Views", "views", "That all was well."),
        ("Sources", "sources", "An institute"),
    ] {
        user.click(&control(tab));
        user.until_holds(&format!("the tab {tab} shows its part"), &format!("part('{shown}')?.checkVisibility()"));
        let text = user.ask(&format!("return squeeze(part('{shown}').innerText);"));
        assert!(text.as_str().is_some_and(|text| text.contains(words)), "{tab}: {text}");
    }
}

fn a_citation_leads_to_its_source(user: &User) {
    in_the_card(user, &Page::sample());
    user.click(&citation());
    user.until_holds("the sources are shown", "part('sources')?.checkVisibility()");
    let link = r#"part('sources').querySelector('a[href="https://example.org/report"]')"#;
    let told = user.ask(&format!("return squeeze({link}.innerText);"));
    assert!(told.as_str().is_some_and(|told| told.contains("A report")), "{told}");
    let shown = format!(
        "(() => {{ const l = {link}.getBoundingClientRect(), c = card().getBoundingClientRect(); return l.height > 0 && l.top >= c.top && l.bottom <= c.bottom; }})()"
    );
    user.until_holds("the source stands in the card's view", &shown);
    user.keeps_seeing("CECOT");
}

fn following_a_source_is_told(user: &User) {
    // 204: the browser goes there and stays where it is, so that the page's log is still there to be read.
    user.site.put("/the-source", Answer::status(204));
    let url = user.site.url("/the-source");
    let mut deck = sample::deck();
    deck["sources"][0]["url"] = url.clone().into();
    in_the_card(user, &Page::sample().deck(&deck));
    user.click(&control("Sources"));
    user.click(&Spot::Element(format!("part('sources')?.querySelector('a[href=\"{url}\"]')")));
    let followed = user.hears("source");
    assert_eq!(followed.detail, serde_json::json!({"card": "cecot", "url": url}));
    assert!(followed.travels && followed.from == "context-cards");
    user.until("the source is asked for", || user.site.was_asked_for("/the-source").then_some(()));
}

fn selecting_text_keeps_the_card(user: &User) {
    in_the_card(user, &Page::sample());
    let words = user.find(&part("summary"));
    let line = words.y + words.height / 4.0;
    let (start, end, outside) = (at(words.x + 6.0, line), at(words.right() - 30.0, line), at(1200.0, 760.0));
    // The hand slips off the card, stays off it for longer than the grace, and comes back.
    user.drag(&[start, end.clone(), outside.clone(), outside, end], 400);
    user.keeps_seeing("CECOT");
    assert_eq!(user.heard("close").len(), 0, "nor was it closed in between");
    let selected = user.ask("return (host().shadowRoot.getSelection?.() ?? getSelection()).toString();");
    assert!(selected.as_str().is_some_and(|words| words.len() > 5), "selected: {selected}");
    user.move_away();
    user.sees_no_card();
}

fn a_tab_keeps_the_place_in_a_scrolled_card(user: &User) {
    user.resize(1280.0, 420.0);
    in_the_card(user, &Page::sample().deck(&sample::full_deck()));
    user.wheel(&part("facts"), 60.0);
    let scrolled = "card().querySelector('.body').scrollTop > 20";
    // The wheel's scrolling takes its time, and what moves under the pointer cannot be pressed.
    let rests = "const at = () => card().querySelector('.body').scrollTop; const before = at();
        return frames(8).then(() => before > 20 && at() === before);";
    user.until("the card is scrolled and rests", || user.ask(rests).as_bool().filter(|rests| *rests).map(drop));
    user.click(&control("Timeline"));
    user.until_holds("the timeline", "part('timeline')");
    user.stays_for(300.0, "nothing jumps away from under the pointer", || user.holds(scrolled));
    user.click(&control("The court order"));
    user.sees_card("The court order");
    user.until_holds("another card begins at its beginning", "card().querySelector('.body').scrollTop === 0");
}
