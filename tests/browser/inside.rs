//! What can a reader do in an open card: go to a related one and back, find and follow a source, select a sentence?

use crate::harness::{
    Answer, ENTER, ESCAPE, Page, Spot, TAB, User, at, control, part, sample, stories, term, the_card,
};
use serde_json::json;

stories![
    a_related_card_replaces_this_one_and_leads_back,
    tabs_show_their_parts,
    a_citation_opens_in_place_and_gives_the_focus_back,
    following_a_source_is_told,
    selecting_text_keeps_the_card,
    no_control_moves_while_tabs_are_walked,
    back_leads_to_the_tab_and_the_place_left,
    a_card_with_one_part_has_a_heading,
    what_changed_leads_to_the_entries,
];

/// The sample page with the first card open and the mouse on it.
pub fn in_the_card(user: &User, page: &Page) {
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
    user.expand();
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
    user.expand();
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

fn a_citation_opens_in_place_and_gives_the_focus_back(user: &User) {
    let layer = "card().querySelector('.layer')";
    let shown = format!(
        "(() => {{ const l = {layer}?.getBoundingClientRect(); return l?.height > 0 && l.bottom <= innerHeight && {layer}.innerText.includes('A report'); }})()"
    );
    let number = "part('summary').querySelector('.cite')";
    in_the_card(user, &Page::sample());
    user.click(&citation());
    user.until_holds("the source is shown", &shown);
    assert!(user.holds(&format!("{number}.getAttribute('aria-expanded') === 'true'")));
    let link = format!("{layer}.querySelector('a[href=\"https://example.org/report\"]')");
    assert!(user.holds(&link), "its title is a link");
    user.click(&citation());
    user.until_holds("a second click closes it", &format!("!{layer}"));
    user.keeps_seeing("CECOT");
    // By keys: Enter on the number, Tab into the layer, Escape back to the number, and only then out of the card.
    user.tab_to(&Spot::Element(number.into()));
    user.key(ENTER);
    user.until_holds("the source is shown", &shown);
    user.key(TAB);
    user.until_holds("the focus is in the layer", &format!("{layer}.contains(focused())"));
    user.key(ESCAPE);
    user.until_holds("the layer closes, the focus is on the number", &format!("!{layer} && focused() === {number}"));
    user.keeps_seeing("CECOT");
    user.key(ESCAPE);
    user.sees_no_card();
    assert_eq!(user.hears("close").detail["reason"], "escape");
}

fn following_a_source_is_told(user: &User) {
    // 204: the browser goes there and stays where it is, so that the page's log is still there to be read.
    user.site.put("/the-source", Answer::status(204));
    let url = user.site.url("/the-source");
    let mut deck = sample::deck();
    deck["sources"][0]["url"] = url.clone().into();
    in_the_card(user, &Page::sample().deck(&deck));
    user.expand();
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

/// Where the card and everything in it that can be pressed outside of the panels stands.
const CONTROLS: &str = "[card(), ...card().querySelectorAll('.box > button, .tabs, .tabs button, h2, footer, footer button')]
    .map((element) => element.getBoundingClientRect()).map(({x, y, width, height}) => [x, y, width, height].map(Math.round).join())";

fn no_control_moves_while_tabs_are_walked(user: &User) {
    for (height, y) in [(800.0, 0.0), (500.0, 0.0), (800.0, 460.0)] {
        user.resize(1280.0, height);
        let page = Page::sample().deck(&sample::full_deck()).css(&format!("article {{ padding-top: {y}px; }}"));
        in_the_card(user, &page);
        user.expand();
        let stand = user.ask(&format!("return {CONTROLS};"));
        for tab in ["Timeline", "Views", "Figure", "Sources", "Key facts"] {
            user.click(&control(tab));
            user.until_holds(tab, &format!("control('{tab}').ariaSelected === 'true'"));
            assert_eq!(user.ask(&format!("return frames(2).then(() => {CONTROLS});")), stand, "{tab}, {height} high");
        }
        user.click(&control("Figure"));
        user.click(&control("Show as table"));
        user.until_holds("the table", "part('figure').querySelector('table')");
        assert_eq!(user.ask(&format!("return {CONTROLS};")), stand, "the table");
    }
}

fn back_leads_to_the_tab_and_the_place_left(user: &User) {
    user.resize(1280.0, 500.0);
    let mut deck = sample::full_deck();
    let facts = deck["cards"][0]["facts"].as_array_mut().expect("facts");
    for number in 0..12 {
        facts.push(json!({"label": format!("Fact {number}"), "value": "Some value", "sources": ["report"]}));
    }
    in_the_card(user, &Page::sample().deck(&deck));
    user.expand();
    user.click(&control("The court order"));
    user.sees_card("The court order");
    user.until_holds(
        "another card begins short, and at its beginning",
        "card().querySelector('.brief').scrollTop === 0",
    );
    user.click(&control("Back"));
    user.sees_card("CECOT");
    user.until_holds("the place is kept", "part('facts')?.scrollTop > 100");
    assert!(user.holds("card().querySelector('#facts').ariaSelected === 'true'"), "and the tab");
}

fn a_card_with_one_part_has_a_heading(user: &User) {
    let mut deck = sample::deck();
    for list in ["facts", "timeline", "views", "related"] {
        deck["cards"][0][list] = json!([]);
    }
    in_the_card(user, &Page::sample().deck(&deck));
    user.click(&Spot::Element("card()?.querySelector('.expand')".into()));
    user.until_holds("the sources", "part('sources')");
    assert!(user.holds("!card().querySelector('[role=tab], [role=tablist], [role=tabpanel]')"), "no tab");
    assert_eq!(user.ask("return card().querySelector('h3').innerText;"), "Sources");
    user.until_holds("the focus is somewhere in the card", "card().contains(focused())");
    user.click(&Spot::Element("card()?.querySelector('.grab')".into()));
    user.until_holds("and back to the short card", "part('summary') && focused().matches('.expand')");
}

fn what_changed_leads_to_the_entries(user: &User) {
    in_the_card(user, &Page::sample().deck(&sample::full_deck()).options("published=\"2025-12-23\""));
    user.click(&control("changed since"));
    let shown = "(() => { const e = part('timeline')?.querySelector('.since')?.getBoundingClientRect(); const p = part('timeline')?.getBoundingClientRect(); return e?.top >= p.top && e.bottom <= p.bottom + 1; })()";
    user.until_holds("the entry is in view", shown);
    assert!(user.holds("focused().id === 'timeline'"));
    user.click(&control("1 correction"));
    user.until_holds("what was corrected is in view", "part('sources')?.querySelector('.corrections')");
}
