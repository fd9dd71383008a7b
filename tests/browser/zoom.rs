//! Can it be read and reached by those who enlarge or space out what they read?

use crate::comfort::{ask, full, go_round, in_the_card, narrow, on_every_tab};
use crate::harness::{END, NO_NARROW, Page, TAB, User, control, sample, stories, term};
use serde_json::json;

stories![
    nothing_is_lost_at_320_pixels except [WebKit: NO_NARROW],
    everything_is_reached_by_keys_at_320_by_256 except [WebKit: NO_NARROW],
    a_short_card_scrolls_by_keys_at_320_by_256 except [WebKit: NO_NARROW],
    text_of_twice_the_size_is_not_clipped,
    the_readers_text_spacing_is_not_clipped,
    what_lies_over_a_text_is_found,
    targets_are_large_enough,
];

fn nothing_is_lost_at_320_pixels(user: &User) {
    for height in [640, 256] {
        user.with_view(320, height, || {
            in_the_card(user, &narrow());
            on_every_tab(user, "lost");
            on_every_tab(user, "overlaps");
        });
    }
}

fn everything_is_reached_by_keys_at_320_by_256(user: &User) {
    user.with_view(320, 256, || {
        user.open(&narrow());
        user.ready();
        user.tab_to(&term("cecot"));
        user.sees_card("CECOT");
        assert_eq!(ask(user, "return unfocused();"), json!([]), "the term is seen beside its card");
        go_round(user);
    });
}

fn a_short_card_scrolls_by_keys_at_320_by_256(user: &User) {
    let mut card = sample::lone_card("cecot", "CECOT", "CECOT");
    for list in ["facts", "timeline", "views"] {
        card[list] = json!([]);
    }
    card["summary"] =
        "A sentence that goes on and on, about a prison in a valley and all that was said of it. ".repeat(6).into();
    let page = Page::sample().deck(&sample::deck_of(&[card])).css("body { margin: 10px 12px; }");
    user.with_view(320, 256, || {
        user.open(&page);
        user.ready();
        user.tab_to(&term("cecot"));
        user.sees_card("CECOT");
        // So low a view has no room for a head that stays: all of the card scrolls.
        user.tab_to(&control("Close"));
        user.key(END);
        user.until_holds("the keys scroll the card", "card().querySelector('.box').scrollTop > 50");
        user.tab_to(&control("More options"));
        user.key(TAB);
        user.until_holds("and it lets the reader out", "!card().contains(focused())");
    });
}

fn text_of_twice_the_size_is_not_clipped(user: &User) {
    in_the_card(user, &full("").css("html { font-size: 32px; }"));
    let size = user.style("part('summary')", "font-size");
    assert_eq!(size, "30px", "the card grows with the reader's text");
    on_every_tab(user, "lost");
    on_every_tab(user, "overlaps");
}

fn the_readers_text_spacing_is_not_clipped(user: &User) {
    in_the_card(user, &full(""));
    ask(user, "space();");
    user.hover(&term("cecot"));
    user.until_holds("the spacing holds", "parseFloat(getComputedStyle(part('summary')).letterSpacing) > 1");
    user.sees_card("CECOT");
    on_every_tab(user, "lost");
    on_every_tab(user, "overlaps");
}

fn what_lies_over_a_text_is_found(user: &User) {
    in_the_card(user, &full(""));
    let finds = |question: &str, part: &str, style: &str| {
        let change = format!("part('{part}').style.cssText = '{style}'; return {question}().length;");
        ask(user, &change).as_u64().unwrap_or_default() > 0
    };
    assert!(!finds("overlaps", "summary", "") && !finds("lost", "summary", ""), "nothing is wrong to begin with");
    assert!(finds("overlaps", "summary", "position: relative; top: 60px"), "a text over another");
    assert!(finds("overlaps", "summary", "margin-bottom: -50px"), "a text pulled over another");
    let opaque = "position: relative; top: 60px; background: white; z-index: 2";
    assert!(!finds("overlaps", "summary", opaque), "what nothing shines through lies over no text that is seen");
    assert!(finds("lost", "summary", opaque), "but hides it");
    assert!(!finds("lost", "summary", ""), "all is well again");
    assert!(
        finds("lost", "title", "position: absolute; inset: 0; background: white; z-index: 2"),
        "a text over all others"
    );
}

fn targets_are_large_enough(user: &User) {
    in_the_card(user, &full(""));
    on_every_tab(user, "small");
    user.click(&control("Key facts"));
    user.click(&control("The court order"));
    user.sees_card("The court order");
    assert_eq!(ask(user, "return small();"), json!([]), "with the way back");
}
