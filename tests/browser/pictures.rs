//! What does a card show beside words, and how does it fit the page around it? Pictures, maps, charts; margins, fonts, colours.

use std::time::Duration;

use super::inside::in_the_card;
use crate::harness::{ARROW_RIGHT, Answer, HOME, NO_NARROW, Page, Spot, User, control, sample, stories, term};
use serde_json::{Value, json};

stories![
    a_picture_that_does_not_come_leaves_no_trace,
    a_picture_is_not_that_of_the_card_before,
    a_picture_that_fails_while_a_slow_machine_draws_takes_no_card_along,
    a_map_that_cannot_be_drawn_leaves_no_trace,
    a_figure_that_cannot_be_drawn_shows_its_table,
    a_map_is_named_in_words,
    a_chart_is_read_by_keys_and_by_pointer,
    where_there_is_little_room_the_card_stands_in_the_margin,
    the_font_of_the_term_and_the_colour_of_links_are_taken,
    the_list_is_a_sheet_on_a_phone_and_closes_with_close except [WebKit: NO_NARROW],
];

fn image(src: &str) -> Value {
    json!({"src": src, "alt": "A face", "credit": "A photographer", "license": "CC BY 4.0"})
}

/// A picture that comes, at `/dot.svg`.
fn serve_dot(user: &User) {
    let dot = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";
    user.site.put("/dot.svg", Answer::of("image/svg+xml", dot.as_bytes().to_vec()));
}

fn a_picture_that_does_not_come_leaves_no_trace(user: &User) {
    let mut deck = sample::deck();
    deck["cards"][0]["image"] = image("/nowhere.png");
    in_the_card(user, &Page::sample().deck(&deck));
    user.until_holds("no picture", "!card().querySelector('img')");
    assert!(!user.sees_card("CECOT").text.contains("A photographer"), "nor who made it");
    deck["cards"][0]["image"] = image("/dot.svg");
    serve_dot(user);
    in_the_card(user, &Page::sample().deck(&deck));
    user.until_holds("a picture that comes", "card().querySelector('img')?.naturalWidth > 0");
    assert!(user.sees_card("CECOT").text.contains("A photographer"), "with who made it");
}

/// A picture of so many pixels in width and height, one of which is painted.
fn gif(size: u8) -> Answer {
    let head = [b"GIF89a".as_slice(), &[size, 0, size, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]].concat();
    let frame = [b",".as_slice(), &[0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0], b";"].concat();
    Answer::of("image/gif", [head, frame].concat())
}

/// Of two cards with a picture the second one's takes a while.
fn a_picture_is_not_that_of_the_card_before(user: &User) {
    let mut deck = sample::deck();
    for (card, src) in [(0, "/first.gif"), (1, "/late.gif")] {
        deck["cards"][card]["image"] = image(src);
    }
    user.site.put("/first.gif", gif(10));
    user.site.put("/late.gif", gif(12).after(Duration::from_secs(3)));
    user.open(&Page::sample().deck(&deck));
    user.ready();
    user.hover(&term("cecot"));
    user.until_holds("the first picture", "card()?.querySelector('img')?.naturalWidth === 10");
    user.hover(&term("court-order"));
    user.sees_card("The court order");
    assert!(user.holds("card().querySelector('img').naturalWidth !== 10"), "the place of the second one is empty");
    user.until_holds("the second picture", "card().querySelector('img').naturalWidth === 12");
}

/// The picture is said to fail once the card is drawn and not yet seen. On a slow machine the card is then due before it is drawn anew: here
/// the clock that yew asks how long it has been drawing jumps, and the task of the failing picture lasts until the card is due.
fn a_picture_that_fails_while_a_slow_machine_draws_takes_no_card_along(user: &User) {
    let mut deck = sample::deck();
    deck["cards"][0]["image"] = image("/dot.svg");
    serve_dot(user);
    user.open(&Page::sample().deck(&deck).options("load=eager"));
    user.ready();
    user.until_holds("the widget is there", "card()");
    user.ask(
        "const now = Date.now.bind(Date);
         let jumped = 0;
         Date.now = () => now() + (jumped += 50);
         new MutationObserver((_, observer) => {
             const picture = card().querySelector('img');
             if (!card().matches('[inert]:popover-open') || !picture) return;
             observer.disconnect();
             picture.dispatchEvent(new Event('error'));
             const due = performance.now() + 500;
             while (performance.now() < due);
             window.failed = true;
         }).observe(card(), { attributes: true, childList: true, subtree: true });",
    );
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    assert!(user.holds("window.failed"), "it failed before the card was seen");
    user.until_holds("no picture", "!card().querySelector('img')");
}

/// What draws does not come: that is told once.
fn drawing_is_told_missing(user: &User) {
    let error = user.hears("error");
    assert_eq!(error.detail["code"], "wasm-unreachable");
    assert!(error.detail["message"].as_str().is_some_and(|text| text.starts_with("drawing.js ")), "{}", error.detail);
    let one_warning = "log.console.length === 1 && log.console[0].includes('drawing.js could not be loaded')";
    user.until_holds("a warning", one_warning);
    assert_eq!(user.heard("error").len(), 1, "told once");
    assert!(user.faults().is_empty(), "{:?}", user.faults());
}

fn a_map_that_cannot_be_drawn_leaves_no_trace(user: &User) {
    user.site.put("/drawing.js", Answer::status(404));
    let map = json!({"outline": [[-90, 13, -87.7, 13, -87.7, 14.4, -90, 14.4]], "sources": ["ruling"],
        "points": [{"lon": -88.8, "lat": 13.6, "label": "CECOT"}]});
    let mut deck = sample::deck();
    deck["cards"][0]["map"] = map.clone();
    in_the_card(user, &Page::sample().deck(&deck));
    user.until_holds("no place for a map", "!card().querySelector('.map')");
    assert!(user.sees_card("CECOT").text.contains("31 January 2023"), "the facts stand there instead");
    assert!(user.holds("card().scrollHeight - card().clientHeight < 2"), "the card is as high as what it shows");
    user.expand();
    user.until_holds("nor in all of it", "part('facts') && !card().querySelector('.map')");
    drawing_is_told_missing(user);
    // A card that has no facts but its map.
    deck["cards"][0]["facts"] = json!([]);
    in_the_card(user, &Page::sample().deck(&deck));
    user.until_holds("no place for a map", "!card().querySelector('.map')");
    user.expand();
    user.until_holds("nor a tab for it", "part('timeline') && !part('facts') && !card().querySelector('.map')");
    drawing_is_told_missing(user);
}

fn a_figure_that_cannot_be_drawn_shows_its_table(user: &User) {
    user.site.put("/drawing.js", Answer::status(404));
    let mut deck = sample::full_deck();
    deck["cards"][0]["figure"]["events"] = json!([{"x": "2020-03", "label": "A law"}]);
    for kind in ["line", "bar"] {
        deck["cards"][0]["figure"]["kind"] = json!(kind);
        in_the_card(user, &Page::sample().deck(&deck));
        user.expand();
        user.click(&control("Figure"));
        user.until_holds("a table", "part('figure').querySelector('table')");
        let cells = "[...part('figure').querySelectorAll('th, td')].map((cell) => cell.textContent).join()";
        assert_eq!(user.ask(&format!("return {cells};")), "2015,106.3,2019,38.0,2021,18.1,2024,1.9", "{kind}");
        assert!(user.sees_card("CECOT").text.contains("March 2020: A law"), "{kind}: and what happened meanwhile");
        drawing_is_told_missing(user);
    }
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

fn the_list_is_a_sheet_on_a_phone_and_closes_with_close(user: &User) {
    let list = "host().shadowRoot.querySelector('[part~=list]')";
    user.with_view(390, 700, || {
        user.open(&Page::sample());
        user.ready();
        user.ask("host().openPanel();");
        user.until_holds("the list", &format!("{list}?.matches(':popover-open') && {list}.querySelector('li')"));
        let at_the_edge = format!("Math.abs({list}.getBoundingClientRect().bottom - innerHeight) < 1 && {list}.getBoundingClientRect().left === 0");
        assert!(user.holds(&at_the_edge), "it stands at the bottom edge");
        user.ask("host().close();");
        user.until_holds("it is closed", &format!("!{list}.matches(':popover-open')"));
    });
}
