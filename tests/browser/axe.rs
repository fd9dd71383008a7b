//! Does axe find anything wrong? The demo and a card that has everything, in every state they can be in.
//!
//! A new state is a row in [`STATES`]: a page, and what the reader does on it.

use crate::harness::{Engine, NO_MEDIA, NO_TOUCH, Page, Spot, User, control, sample, stories, term};

stories![
    no_violation_in_any_state,
    no_violation_on_any_tab_of_the_demo,
    no_violation_in_a_sheet except [WebKit: NO_TOUCH],
    no_violation_in_a_sheet_from_right_to_left except [WebKit: NO_TOUCH],
    no_violation_in_the_dark_demo except [WebKit: NO_MEDIA],
];

/// A name, a page, and how the reader comes to the state on it.
type State = (&'static str, fn() -> Page, fn(&User));

const STATES: &[State] = &[
    ("the demo, closed", Page::demo, |_| ()),
    ("a card with everything", full, |user| open(user, "CECOT")),
    ("a related card, with the way back", full, |user| {
        open(user, "CECOT");
        user.expand();
        user.click(&control("The court order"));
        user.sees_card("The court order");
    }),
    ("a citation open in the short card", full, |user| {
        open(user, "CECOT");
        user.click(&control("Source 2"));
        user.until_holds("the source is shown", "card().querySelector('.layer')");
    }),
    ("a citation open in a panel", full, |user| {
        open(user, "CECOT");
        user.expand();
        user.click(&control("Source 1"));
        user.until_holds("the source is shown", "card().querySelector('.layer')");
    }),
    (
        "a citation open in the dark",
        || full().options("theme='dark'"),
        |user| {
            open(user, "CECOT");
            user.click(&control("Source 2"));
            user.until_holds("the source is shown", "card().querySelector('.layer')");
        },
    ),
    ("a pinned card with a map", with_map, |user| {
        open(user, "CECOT");
        user.until_holds("the map is drawn", "card().querySelector('.map svg')");
        user.click(&control("More options"));
        user.click(&control("Keep this card open"));
        user.until_holds("it is pinned", "card().querySelector('.kind svg')");
    }),
    ("a figure as a table", full, |user| {
        open(user, "CECOT");
        user.expand();
        user.click(&control("Figure"));
        user.click(&control("Show as table"));
        user.until_holds("the table is shown", "part('figure')?.querySelector('table')");
    }),
    ("a dark card", || full().options("theme='dark'"), |user| open(user, "CECOT")),
    (
        "a dark figure",
        || full().options("theme='dark'"),
        |user| {
            open(user, "CECOT");
            user.expand();
            user.click(&control("Figure"));
            user.until_holds("the figure is shown", "part('figure')?.checkVisibility()");
        },
    ),
    ("an announced card", full, |user| {
        user.tab_to(&term("cecot"));
        user.sees_card("CECOT");
    }),
    ("a card from right to left", right_to_left, |user| open(user, "سيكوت")),
    ("the menu of a card", full, |user| {
        open(user, "CECOT");
        user.click(&control("More options"));
        user.until_holds("the menu is shown", "card().querySelector('.menu')");
    }),
    ("the list", full, |user| list(user, "Close")),
    ("the list in the dark", || full().options("theme='dark'"), |user| list(user, "Close")),
    ("the list from right to left", || right_to_left().options("lang='ar'"), |user| list(user, "إغلاق")),
    ("the list in the site's place", in_a_place, |user| {
        user.until_holds("it is there", "document.querySelector('#box > *')?.shadowRoot.querySelector('li button')");
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

fn with_map() -> Page {
    let mut deck = sample::full_deck();
    deck["cards"][0]["map"] = serde_json::json!({"outline": [[-90, 13, -87.7, 13, -87.7, 14.4]], "sources": ["report"],
        "points": [{"lon": -88.8, "lat": 13.6, "label": "CECOT"}, {"lon": -89.2, "lat": 13.7, "label": "San Salvador"}]});
    in_main(&deck)
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
fn list(user: &User, close: &str) {
    user.ask("host().openPanel();");
    let button = format!("host().shadowRoot.querySelector('[part~=list]:popover-open [aria-label={close}]')");
    user.until_holds("the list is open", &button);
}

fn open(user: &User, title: &str) {
    user.hover(&term("cecot"));
    user.sees_card(title);
}

/// Axe finds nothing. A card that fades in is judged once it is there.
fn is_clean(user: &User, state: &str) {
    user.until_holds("nothing moves any more", "!host().shadowRoot?.getAnimations().length");
    assert_eq!(user.violations(), Vec::<String>::new(), "axe, in the state: {state}");
}

fn no_violation_in_any_state(user: &User) {
    for (name, page, reach) in STATES {
        user.open(&page());
        user.ready();
        reach(user);
        is_clean(user, name);
    }
}

/// Every tab that the open card has, chosen as the card was opened.
fn every_tab(user: &User, card: &str) {
    let by_touch = user.hears("open").detail["trigger"] == "touch";
    is_clean(user, &format!("{card}, short"));
    if by_touch {
        user.tap(&Spot::Element("card()?.querySelector('.expand')".into()));
    } else {
        user.expand();
    }
    user.until_holds("all of it", "card().querySelector('[role=tab]')");
    let tabs = user.ask("return [...card().querySelectorAll('[role=tab]')].map((tab) => tab.id);");
    let tabs: Vec<&str> = tabs.as_array().into_iter().flatten().filter_map(|tab| tab.as_str()).collect();
    assert!(tabs.len() >= 3, "{card} has tabs: {tabs:?}");
    for tab in tabs {
        let spot = Spot::Element(format!("card()?.querySelector('[role=tab]#{tab}')"));
        if by_touch {
            user.tap(&spot);
        } else {
            user.click(&spot);
        }
        user.until_holds(tab, &format!("part('{tab}')?.checkVisibility()"));
        is_clean(user, &format!("{card}, the tab {tab}"));
    }
}

fn no_violation_on_any_tab_of_the_demo(user: &User) {
    user.open(&Page::demo());
    user.ready();
    // One engine reads every card of the demo; that the others build the same page, the states above tell.
    let cards = if user.browser.engine == Engine::Chromium { MAIN } else { &MAIN[..1] };
    for (card, title) in cards {
        user.hover(&term(card));
        user.sees_card(title);
        every_tab(user, card);
        user.move_away();
        user.sees_no_card();
    }
}

fn no_violation_in_a_sheet(user: &User) {
    user.with_view(390, 844, || {
        user.open(&Page::demo());
        user.ready();
        user.tap(&term("cecot"));
        user.sees_card("CECOT");
        assert!(user.holds("card().dataset.side === 'sheet'"), "the card is a sheet");
        every_tab(user, "the sheet");
    });
}

fn no_violation_in_a_sheet_from_right_to_left(user: &User) {
    user.with_view(320, 640, || {
        user.open(&right_to_left().options("lang='ar'"));
        user.ready();
        user.tap(&term("cecot"));
        user.sees_card("سيكوت");
        assert!(user.holds("card().dataset.side === 'sheet'"), "the card is a sheet");
        every_tab(user, "the sheet from right to left");
    });
}

fn no_violation_in_the_dark_demo(user: &User) {
    user.with_media(&[("prefers-color-scheme", "dark")], || {
        user.open(&Page::demo());
        user.ready();
        is_clean(user, "the dark demo, closed");
        user.hover(&term("state-of-exception"));
        user.sees_card("State of exception");
        assert!(user.holds("card().dataset.theme === 'dark'"), "the card follows the page");
        every_tab(user, "the dark demo's card");
    });
}
