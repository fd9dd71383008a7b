//! Is what the eye sees also told to those who listen? Names, roles and states; announcements; languages.

use crate::harness::{ENTER, NO_TREE, Page, Spot, TAB, User, control, sample, stories, term};

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
fn listening(user: &User, page: &Page) {
    user.open(page);
    user.ready();
    user.ask(&format!(
        "window.said = [];
         const note = () => {{ const words = squeeze({REGION}?.textContent ?? ''); if (words && words !== window.said.at(-1)) window.said.push(words); }};
         new MutationObserver(note).observe(host().shadowRoot, {{ childList: true, characterData: true, subtree: true }});"
    ));
}

fn the_tree_of_a_term(user: &User) {
    user.open(&full());
    user.ready();
    user.is_told_as("term-closed", "document.querySelector('article p')");
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.is_told_as("term-open", "document.querySelector('article p')");
}

fn the_trees_of_a_card(user: &User) {
    user.open(&full());
    user.ready();
    user.tab_to(&term("cecot"));
    user.sees_card("CECOT");
    user.is_told_as("announcement", REGION);
    user.is_told_as("short-card", "card()");
    user.expand();
    user.is_told_as("facts", "card()");
    for (tab, name) in [("Timeline", "timeline"), ("Views", "views"), ("Figure", "figure")] {
        user.click(&control(tab));
        user.until_holds(tab, &format!("part('{name}')?.checkVisibility()"));
        user.is_told_as(name, &format!("part('{name}')"));
    }
    user.click(&control("Show as table"));
    user.until_holds("the table", "part('figure').querySelector('table')");
    user.is_told_as("figure-as-table", "part('figure')");
    user.click(&control("Sources"));
    user.until_holds("the sources", "part('sources')?.checkVisibility()");
    user.is_told_as("sources", "part('sources')");
    user.click(&control("Key facts"));
    user.click(&control("The court order"));
    user.sees_card("The court order");
    user.is_told_as("related", "card()");
}

fn the_trees_of_menu_and_list(user: &User) {
    user.open(&full());
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.click(&control("More options"));
    user.until_holds("the menu", "card().querySelector('.menu')");
    user.is_told_as("menu", "card().querySelector('.menu')");
    user.click(&control("All context in this article"));
    user.until_holds("the list", &format!("{LIST}?.querySelector('li button')"));
    user.is_told_as("list", LIST);
}

const LIST: &str = "host().shadowRoot.querySelector('[part~=list]')";

fn the_list_tells_each_language(user: &User) {
    let mut deck = sample::full_deck();
    deck["lang"] = "ar".into();
    user.open(&Page::sample().deck(&deck).options("lang='de'"));
    user.ready();
    let opener = "host().shadowRoot.querySelector('.opener')?.lang === 'de'";
    user.until_holds("the way in speaks the widget's language", opener);
    user.ask("host().openPanel();");
    user.until_holds("the list", &format!("{LIST}?.querySelector('li button')"));
    assert!(user.holds(&format!("{LIST}.lang === 'de' && {LIST}.dir === 'ltr'")), "the list speaks it too");
    assert!(user.holds(&format!("{LIST}.querySelector('li').lang === 'ar'")), "a card speaks its own");
    assert!(user.holds(&format!("{LIST}.querySelector('li i').lang === 'de'")), "but not what we say of it");
}

fn opening_by_focus_is_announced_once(user: &User) {
    listening(user, &full());
    assert!(user.holds(&format!("!{REGION}?.textContent")), "nothing is said yet");
    user.tab_to(&term("cecot"));
    user.sees_card("CECOT");
    let words = "CECOT. A large prison in a valley, which a report describes.";
    user.until_holds("it is announced", &format!("JSON.stringify(window.said) === JSON.stringify([{words:?}])"));
    user.stays_for(500.0, "it is announced once", || user.holds("window.said.length === 1"));
    user.key(TAB);
    user.until_holds("the focus is in the card", "card().contains(focused())");
    user.until_holds("the announcement is over", &format!("{REGION}.textContent === ''"));
    user.keeps_seeing("CECOT");
    assert!(user.holds("window.said.length === 1"), "going in is no second announcement");
}

fn what_takes_the_focus_is_not_announced(user: &User) {
    listening(user, &full().options(r#"open-delay="10000""#));
    user.tab_to(&term("cecot"));
    user.key(ENTER);
    user.sees_card("CECOT");
    user.until_holds("the dialog has the focus, and a name", "focused() === card()");
    user.expand();
    user.click(&control("Timeline"));
    user.until_holds("the timeline", "part('timeline')");
    assert!(user.holds("window.said.length === 0"), "the card says itself who it is");
}

fn the_mouse_is_not_announced(user: &User) {
    listening(user, &full());
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.stays_for(300.0, "nothing is announced", || user.holds("window.said.length === 0"));
}

fn a_related_card_says_itself_who_it_is(user: &User) {
    listening(user, &full());
    user.tab_to(&term("cecot"));
    user.sees_card("CECOT");
    user.tab_to(&Spot::Element("card()?.querySelector('.expand')".into()));
    user.key(ENTER);
    user.tab_to(&control("The court order"));
    user.key(ENTER);
    user.sees_card("The court order");
    user.until_holds("the focus is on the new card", "focused() === card()");
    assert!(user.holds("window.said.length === 1"), "only the first card was announced");
}

fn another_language_is_told_as_such(user: &User) {
    let mut deck = sample::full_deck();
    deck["lang"] = "es".into();
    listening(user, &Page::sample().deck(&deck));
    user.tab_to(&term("cecot"));
    user.sees_card("CECOT");
    user.expand();
    let spoken = |spot: &str| user.ask(&format!("return {spot}.closest('[lang]').lang;"));
    for (spot, lang) in [
        ("part('title')", "es"),
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
    listening(user, &full());
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    assert_eq!(user.ask("return [...card().querySelectorAll('[lang]')].length;"), 0);
}
