//! Does axe find anything wrong? The demo and a card that has everything, in every state they can be in.
//!
//! A new state is a row in [`STATES`]: a page, and what the reader does on it.

use crate::stage::{Engine, NO_MEDIA, NO_TOUCH, Page, Reader, Spot, control, sample, stories, term};

stories![
    no_violation_in_any_state,
    no_violation_on_any_tab_of_the_demo,
    no_violation_in_a_sheet except [WebKit: NO_TOUCH],
    no_violation_in_a_sheet_from_right_to_left except [WebKit: NO_TOUCH],
    no_violation_in_the_dark_demo except [WebKit: NO_MEDIA],
];

/// A name, a page, and how the reader comes to the state on it.
type State = (&'static str, fn() -> Page, fn(&Reader));

const STATES: &[State] = &[
    ("the demo, closed", Page::demo, |_| ()),
    ("a card with everything", full, |reader| open(reader, "CECOT")),
    ("a related card, with the way back", full, |reader| {
        open(reader, "CECOT");
        reader.click(&control("The court order"));
        reader.sees_card("The court order");
    }),
    ("a citation followed", full, |reader| {
        open(reader, "CECOT");
        reader.click(&control("Source 2"));
        reader.until_holds("the sources are shown", "part('sources')?.querySelector('.cited')");
    }),
    ("a figure as a table", full, |reader| {
        open(reader, "CECOT");
        reader.click(&control("Figure"));
        reader.click(&control("Show as table"));
        reader.until_holds("the table is shown", "part('figure')?.querySelector('table')");
    }),
    ("a dark card", || full().options("theme='dark'"), |reader| open(reader, "CECOT")),
    (
        "a dark figure",
        || full().options("theme='dark'"),
        |reader| {
            open(reader, "CECOT");
            reader.click(&control("Figure"));
            reader.until_holds("the figure is shown", "part('figure')?.checkVisibility()");
        },
    ),
    ("an announced card", full, |reader| {
        reader.tab_to(&term("cecot"));
        reader.sees_card("CECOT");
    }),
    ("a card from right to left", right_to_left, |reader| open(reader, "سيكوت")),
    ("the menu of a card", full, |reader| {
        open(reader, "CECOT");
        reader.click(&control("More options"));
        reader.until_holds("the menu is shown", "card().querySelector('.menu')");
    }),
    ("the list", full, |reader| list(reader, "Close")),
    ("the list in the dark", || full().options("theme='dark'"), |reader| list(reader, "Close")),
    ("the list from right to left", || right_to_left().options("lang='ar'"), |reader| list(reader, "إغلاق")),
    ("the list in the site's place", in_a_place, |reader| {
        reader.until_holds("it is there", "document.querySelector('#box > *')?.shadowRoot.querySelector('li button')");
    }),
];

/// The demo's main cards.
const MAIN: &[(&str, &str)] = &[
    ("cecot", "CECOT"),
    ("court-order", "J.G.G. v. Trump"),
    ("bitcoin-policy", "El Salvador’s Bitcoin policy"),
    ("state-of-exception", "State of exception"),
];

fn full() -> Page {
    in_main(&sample::full_deck())
}

/// The sample page with the landmark that a site's article stands in.
fn in_main(deck: &serde_json::Value) -> Page {
    Page::sample().deck(deck).before("<main>").after("</main>")
}

fn right_to_left() -> Page {
    let mut deck = sample::full_deck();
    deck["lang"] = "ar".into();
    let card = &mut deck["cards"][0];
    card["title"] = "سيكوت".into();
    card["subtitle"] = "سجن في السلفادور".into();
    card["summary"] = "سجن كبير في وادٍ، وصفه تقرير.[^report]".into();
    in_main(&deck)
}

fn in_a_place() -> Page {
    Page::sample()
        .deck(&sample::full_deck())
        .before("<main>")
        .after("</main><aside id=\"box\"></aside>")
        .options("list='#box'")
}

/// Opens the list. `close`: what its language calls its close button.
fn list(reader: &Reader, close: &str) {
    reader.ask("host().openPanel();");
    let button = format!("host().shadowRoot.querySelector('[part~=list]:popover-open [aria-label={close}]')");
    reader.until_holds("the list is open", &button);
}

fn open(reader: &Reader, title: &str) {
    reader.hover(&term("cecot"));
    reader.sees_card(title);
}

/// Axe finds nothing. A card that fades in is judged once it is there.
fn is_clean(reader: &Reader, state: &str) {
    reader.until_holds("nothing moves any more", "!host().shadowRoot?.getAnimations().length");
    assert_eq!(reader.violations(), Vec::<String>::new(), "axe, in the state: {state}");
}

fn no_violation_in_any_state(reader: &Reader) {
    for (name, page, reach) in STATES {
        reader.open(&page());
        reader.ready();
        reach(reader);
        is_clean(reader, name);
    }
}

/// Every tab that the open card has, chosen as the card was opened.
fn every_tab(reader: &Reader, card: &str) {
    let by_touch = reader.hears("open").detail["trigger"] == "touch";
    let tabs = reader.ask("return [...card().querySelectorAll('[role=tab]')].map((tab) => tab.id);");
    let tabs: Vec<&str> = tabs.as_array().into_iter().flatten().filter_map(|tab| tab.as_str()).collect();
    assert!(tabs.len() >= 3, "{card} has tabs: {tabs:?}");
    for tab in tabs {
        let spot = Spot::Element(format!("card()?.querySelector('[role=tab]#{tab}')"));
        if by_touch {
            reader.tap(&spot)
        } else {
            reader.click(&spot)
        }
        reader.until_holds(tab, &format!("part('{tab}')?.checkVisibility()"));
        is_clean(reader, &format!("{card}, the tab {tab}"));
    }
}

fn no_violation_on_any_tab_of_the_demo(reader: &Reader) {
    reader.open(&Page::demo());
    reader.ready();
    // One engine reads every card of the demo; that the others build the same page, the states above tell.
    let cards = if reader.browser.engine == Engine::Chromium { MAIN } else { &MAIN[..1] };
    for (card, title) in cards {
        reader.hover(&term(card));
        reader.sees_card(title);
        every_tab(reader, card);
        reader.move_away();
        reader.sees_no_card();
    }
}

fn no_violation_in_a_sheet(reader: &Reader) {
    reader.with_view(390, 844, || {
        reader.open(&Page::demo());
        reader.ready();
        reader.tap(&term("cecot"));
        reader.sees_card("CECOT");
        assert!(reader.holds("card().dataset.side === 'sheet'"), "the card is a sheet");
        every_tab(reader, "the sheet");
    });
}

fn no_violation_in_a_sheet_from_right_to_left(reader: &Reader) {
    reader.with_view(320, 640, || {
        reader.open(&right_to_left().options("lang='ar'"));
        reader.ready();
        reader.tap(&term("cecot"));
        reader.sees_card("سيكوت");
        assert!(reader.holds("card().dataset.side === 'sheet'"), "the card is a sheet");
        every_tab(reader, "the sheet from right to left");
    });
}

fn no_violation_in_the_dark_demo(reader: &Reader) {
    reader.with_media(&[("prefers-color-scheme", "dark")], || {
        reader.open(&Page::demo());
        reader.ready();
        is_clean(reader, "the dark demo, closed");
        reader.hover(&term("state-of-exception"));
        reader.sees_card("State of exception");
        assert!(reader.holds("card().dataset.theme === 'dark'"), "the card follows the page");
        every_tab(reader, "the dark demo's card");
    });
}
