//! What can a reader do in an open card: go to a related one and back, find and follow a source, select a sentence?

use crate::harness::{
    ARROW_RIGHT, Answer, ENTER, ESCAPE, HOME, Page, Spot, TAB, User, at, control, part, sample, stories, term, the_card,
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
    a_picture_that_does_not_come_leaves_no_trace,
    what_changed_leads_to_the_entries,
    a_map_is_named_in_words,
    a_chart_is_read_by_keys_and_by_pointer,
    where_there_is_little_room_the_card_stands_in_the_margin,
    the_font_of_the_term_and_the_colour_of_links_are_taken,
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

fn a_picture_that_does_not_come_leaves_no_trace(user: &User) {
    let mut deck = sample::deck();
    let image = |src: &str| json!({"src": src, "alt": "A face", "credit": "A photographer", "license": "CC BY 4.0"});
    deck["cards"][0]["image"] = image("/nowhere.png");
    in_the_card(user, &Page::sample().deck(&deck));
    user.until_holds("no picture", "!card().querySelector('img')");
    assert!(!user.sees_card("CECOT").text.contains("A photographer"), "nor who made it");
    deck["cards"][0]["image"] = image("/dot.svg");
    let dot = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";
    user.site.put("/dot.svg", Answer::of("image/svg+xml", dot.as_bytes().to_vec()));
    in_the_card(user, &Page::sample().deck(&deck));
    user.until_holds("a picture that comes", "card().querySelector('img')?.naturalWidth === 10");
    assert!(user.sees_card("CECOT").text.contains("A photographer"), "with who made it");
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

fn a_map_is_named_in_words(user: &User) {
    let mut deck = sample::deck();
    deck["cards"][0]["map"] = json!({"outline": [[-90, 13, -87.7, 13, -87.7, 14.4, -90, 14.4]], "sources": ["report"],
        "points": [{"lon": -88.8, "lat": 13.6, "label": "CECOT"}, {"lon": -89.2, "lat": 13.7, "label": "San Salvador"}]});
    in_the_card(user, &Page::sample().deck(&deck));
    let name = "card().querySelector('.brief [role=img]')?.getAttribute('aria-label') === 'Map: CECOT, San Salvador'";
    user.until_holds("the map says what it shows", name);
    let inside = "[...card().querySelectorAll('.brief svg text')].every((text) => { const [t, c] = [text, card()].map((e) => e.getBoundingClientRect()); return t.left >= c.left && t.right <= c.right; })";
    assert!(user.holds(inside), "every name stands in the card");
    assert!(user.holds("!part('facts') && card().querySelector('.brief').innerText.includes('An institute')"));
}

fn a_chart_is_read_by_keys_and_by_pointer(user: &User) {
    let mut deck = sample::full_deck();
    deck["cards"][0]["figure"]["events"] = json!([{"x": "2020-03", "label": "A law"}]);
    in_the_card(user, &Page::sample().deck(&deck));
    user.expand();
    user.click(&control("Figure"));
    let told = |value: &str| format!("part('figure').querySelector('[role=slider]')?.ariaValueText === '{value}'");
    user.until_holds("the last value", &told("2024: 1.9"));
    assert!(user.holds("part('figure').querySelector('[role=img]').ariaLabel.includes('March 2020: A law')"));
    user.tab_to(&Spot::Element("part('figure').querySelector('[role=slider]')".into()));
    user.key(HOME);
    user.until_holds("the first", &told("2015: 106.3"));
    user.key(ARROW_RIGHT);
    user.until_holds("the second, as exact as the others", &told("2019: 38.0"));
    assert!(user.holds("part('figure').querySelector('text.value').textContent === '2019: 38.0'"), "and it is seen");
    user.hover(&Spot::Element("part('figure').querySelectorAll('.strip')[2]".into()));
    user.until_holds("the pointer reads too", &told("2021: 18.1"));
    user.click(&control("Show as table"));
    let cells = "[...part('figure').querySelectorAll('td')].map((cell) => cell.textContent).join()";
    assert_eq!(user.ask(&format!("return {cells};")), "106.3,38.0,18.1,1.9");
}

fn where_there_is_little_room_the_card_stands_in_the_margin(user: &User) {
    user.resize(1280.0, 500.0);
    let css = "article { padding-top: 40px; max-width: 500px; margin-inline: auto; }";
    in_the_card(user, &Page::sample().css(css));
    user.until_holds("beside the column", "['left', 'right'].includes(card().dataset.side)");
    let clear = "(() => { const [c, p] = [card(), document.querySelector('article p')].map((e) => e.getBoundingClientRect()); return c.left >= p.right || c.right <= p.left; })()";
    assert!(user.holds(clear), "no line is covered");
    user.expand();
    assert!(user.holds(clear), "nor by all of the card");
    user.move_away();
    user.sees_no_card();
}

fn the_font_of_the_term_and_the_colour_of_links_are_taken(user: &User) {
    let css = |link: &str| format!("article {{ font-family: monospace; }} article a {{ color: {link}; }}");
    for (link, accent) in [("#0b57d0", "rgb(11, 87, 208)"), ("#9ec3ff", "rgb(154, 52, 18)")] {
        in_the_card(user, &Page::sample().in_its_own_font().css(&css(link)));
        assert_eq!(user.style("part('summary')", "font-family"), "monospace");
        assert_eq!(user.style("card().querySelector('.kind')", "color"), accent, "links of {link}");
    }
}
