//! Is what the eye sees also told to those who listen? Names, roles and states; announcements; languages.

use crate::stage::{ENTER, NO_TREE, Page, Reader, TAB, control, sample, stories, term};

stories![
    the_tree_of_a_term except [Firefox: NO_TREE, WebKit: NO_TREE],
    the_trees_of_a_card except [Firefox: NO_TREE, WebKit: NO_TREE],
    the_trees_of_menu_and_list except [Firefox: NO_TREE, WebKit: NO_TREE],
    the_list_tells_each_language,
    opening_by_focus_is_announced_once,
    what_takes_the_focus_is_not_announced,
    the_mouse_is_not_announced,
    a_related_card_says_itself_who_it_is,
    another_language_is_told_as_such,
];

/// The page with a card that has everything, long after its article.
fn full() -> Page {
    Page::sample().deck(&sample::full_deck()).options("published=\"2025-12-23\"")
}

const REGION: &str = "host().shadowRoot.querySelector('[role=status]')";

/// Opens the page and writes down whatever is announced from now on, in `window.said`.
fn listening(reader: &Reader, page: &Page) {
    reader.open(page);
    reader.ready();
    reader.ask(&format!(
        "window.said = [];
         const note = () => {{ const words = squeeze({REGION}.textContent); if (words) window.said.push(words); }};
         new MutationObserver(note).observe({REGION}, {{ childList: true, characterData: true, subtree: true }});"
    ));
}

fn the_tree_of_a_term(reader: &Reader) {
    reader.open(&full());
    reader.ready();
    reader.is_told_as("term-closed", "document.querySelector('article p')");
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    reader.is_told_as("term-open", "document.querySelector('article p')");
}

fn the_trees_of_a_card(reader: &Reader) {
    reader.open(&full());
    reader.ready();
    reader.tab_to(&term("cecot"));
    reader.sees_card("CECOT");
    reader.is_told_as("announcement", REGION);
    reader.is_told_as("facts", "card()");
    for (tab, name) in [("Timeline", "timeline"), ("Views", "views"), ("Figure", "figure")] {
        reader.click(&control(tab));
        reader.until_holds(tab, &format!("part('{name}')?.checkVisibility()"));
        reader.is_told_as(name, &format!("part('{name}')"));
    }
    reader.click(&control("Show as table"));
    reader.until_holds("the table", "part('figure').querySelector('table')");
    reader.is_told_as("figure-as-table", "part('figure')");
    reader.click(&control("Sources"));
    reader.until_holds("the sources", "part('sources')?.checkVisibility()");
    reader.is_told_as("sources", "part('sources')");
    reader.click(&control("The court order"));
    reader.sees_card("The court order");
    reader.is_told_as("related", "card()");
}

fn the_trees_of_menu_and_list(reader: &Reader) {
    reader.open(&full());
    reader.ready();
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    reader.click(&control("More options"));
    reader.until_holds("the menu", "card().querySelector('.menu')");
    reader.is_told_as("menu", "card().querySelector('.menu')");
    reader.click(&control("All context in this article"));
    reader.until_holds("the list", &format!("{LIST}.querySelector('li button')"));
    reader.is_told_as("list", LIST);
}

const LIST: &str = "host().shadowRoot.querySelector('[part~=list]')";

fn the_list_tells_each_language(reader: &Reader) {
    let mut deck = sample::full_deck();
    deck["lang"] = "ar".into();
    reader.open(&Page::sample().deck(&deck).options("lang='de'"));
    reader.ready();
    let opener = "host().shadowRoot.querySelector('.opener').lang === 'de'";
    reader.until_holds("the way in speaks the widget's language", opener);
    reader.ask("host().openPanel();");
    reader.until_holds("the list", &format!("{LIST}.querySelector('li button')"));
    assert!(reader.holds(&format!("{LIST}.lang === 'de' && {LIST}.dir === 'ltr'")), "the list speaks it too");
    assert!(reader.holds(&format!("{LIST}.querySelector('li').lang === 'ar'")), "a card speaks its own");
    assert!(reader.holds(&format!("{LIST}.querySelector('li i').lang === 'de'")), "but not what we say of it");
}

fn opening_by_focus_is_announced_once(reader: &Reader) {
    listening(reader, &full());
    assert!(reader.holds(&format!("{REGION}.textContent === '' && !card().contains({REGION})")), "it waits, empty");
    reader.tab_to(&term("cecot"));
    reader.sees_card("CECOT");
    let words = "CECOT. A large prison in a valley, which a report describes.";
    reader.until_holds("it is announced", &format!("JSON.stringify(window.said) === JSON.stringify([{words:?}])"));
    reader.stays_for(500.0, "it is announced once", || reader.holds("window.said.length === 1"));
    reader.key(TAB);
    reader.until_holds("the focus is in the card", "card().contains(focused())");
    reader.until_holds("the announcement is over", &format!("{REGION}.textContent === ''"));
    reader.keeps_seeing("CECOT");
    assert!(reader.holds("window.said.length === 1"), "going in is no second announcement");
}

fn what_takes_the_focus_is_not_announced(reader: &Reader) {
    listening(reader, &full().options(r#"open-delay="10000""#));
    reader.tab_to(&term("cecot"));
    reader.key(ENTER);
    reader.sees_card("CECOT");
    reader.until_holds("the dialog has the focus, and a name", "focused() === card()");
    reader.click(&control("Timeline"));
    reader.until_holds("the timeline", "part('timeline')");
    assert!(reader.holds("window.said.length === 0"), "the card says itself who it is");
}

fn the_mouse_is_not_announced(reader: &Reader) {
    listening(reader, &full());
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    reader.stays_for(300.0, "nothing is announced", || reader.holds("window.said.length === 0"));
}

fn a_related_card_says_itself_who_it_is(reader: &Reader) {
    listening(reader, &full());
    reader.tab_to(&term("cecot"));
    reader.sees_card("CECOT");
    reader.tab_to(&control("The court order"));
    reader.key(ENTER);
    reader.sees_card("The court order");
    reader.until_holds("the focus is on the new card", "focused() === card()");
    assert!(reader.holds("window.said.length === 1"), "only the first card was announced");
}

fn another_language_is_told_as_such(reader: &Reader) {
    let mut deck = sample::full_deck();
    deck["lang"] = "es".into();
    listening(reader, &Page::sample().deck(&deck));
    reader.tab_to(&term("cecot"));
    reader.sees_card("CECOT");
    let spoken = |spot: &str| reader.ask(&format!("return {spot}.closest('[lang]').lang;"));
    for (spot, lang) in [
        ("part('title')", "es"),
        ("part('summary')", "es"),
        ("part('facts').querySelector('dd')", "es"),
        (REGION, "es"),
        ("control('Key facts')", "en"),
        ("control('Close')", "en"),
        ("card().querySelector('.kind bdi')", "en"),
        ("card().querySelector('footer bdi')", "en"),
        ("term('cecot')", "en"),
    ] {
        assert_eq!(spoken(spot), lang, "the language of {spot}");
    }
    // A deck in the page's own language changes no voice.
    listening(reader, &full());
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    assert_eq!(reader.ask("return [...card().querySelectorAll('[lang]')].length;"), 0);
}
