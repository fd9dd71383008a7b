//! Does a page that was published with its marks cost nothing until a card is wanted, and then show it like any other?

use crate::harness::{
    Answer, ENTER, ESCAPE, NO_MEDIA, NO_TOUCH, NO_TREE, Page, SPACE, Spot, User, control, element, release, stories,
    term, the_card,
};
use serde_json::json;
use std::time::Duration;

stories![
    nothing_is_fetched_until_a_card_is_wanted,
    the_first_intent_opens_its_card,
    the_first_tap_opens_its_sheet_and_back_closes_it except [WebKit: NO_TOUCH],
    the_first_press_of_a_key_leads_into_the_card,
    a_slow_card_shows_that_it_is_coming,
    a_modified_click_is_the_readers_own,
    the_link_is_the_only_stop,
    what_a_screen_reader_is_told except [Firefox: NO_TREE, WebKit: NO_TREE],
    a_mention_in_pieces_is_one,
    links_lead_to_the_glossary_without_a_script,
    an_address_opens_the_glossary_without_a_script,
    a_script_an_address_and_a_list_fetch_the_card,
    no_date_of_its_sources_or_timelines_is_the_articles,
    marks_look_quiet_and_move_nothing,
    paper_gets_the_glossary_of_the_page except [Firefox: NO_MEDIA, WebKit: NO_MEDIA],
    context_turned_off_leaves_links,
];

const LINK: &str = "term('cecot').firstElementChild";
const ENTRY_IS_SHOWN: &str = "((entry) => entry.checkVisibility() && entry.getBoundingClientRect().top < innerHeight)(document.querySelector('#context-cecot'))";

fn link() -> Spot {
    Spot::Element(LINK.into())
}

fn open(user: &User, page: &Page) {
    user.open(page);
    assert_eq!(user.ready(), (3, 3));
}

/// What was fetched for the widget so far.
fn fetched(user: &User) -> Vec<String> {
    let own = ["/page", "/log.js", "/font.js", "/favicon.ico"];
    let paths = user.site.requests().into_iter().map(|(path, _)| path);
    paths.filter(|path| !own.contains(&path.as_str())).collect()
}

fn nothing_is_fetched_until_a_card_is_wanted(user: &User) {
    open(user, &Page::baked());
    let ready = user.hears("ready");
    assert_eq!(ready.detail, json!({"cards": 3, "terms": 3}));
    user.hover(&element("article p:last-of-type"));
    user.stays_for(1500.0, "only the loader is fetched", || fetched(user) == ["/context-cards.js"]);
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    let fetched = fetched(user);
    assert!(!fetched.iter().any(|path| path.contains("finder") || path.contains("deck")), "{fetched:?}");
    assert_eq!(user.heard("ready").len(), 1);
    let cards = user.ask("return host().cards.map(({id, mentions}) => id + mentions).join();");
    assert_eq!(cards, "cecot1,court-order1,bitcoin-policy1");
}

fn the_first_intent_opens_its_card(user: &User) {
    for what in ["a rest", "a click", "the focus"] {
        open(user, &Page::baked());
        match what {
            "a rest" => user.hover(&link()),
            "a click" => user.click(&link()),
            _ => user.tab_to(&link()),
        }
        user.sees_card("CECOT");
        let trigger = if what == "the focus" { "keyboard" } else { "pointer" };
        assert_eq!(user.hears("open").detail["trigger"], trigger, "{what}");
        assert!(user.holds("location.hash === ''"), "{what}: the link leads nowhere");
        assert!(user.holds("!document.querySelector('details').open"), "{what}: the glossary stays as it is");
    }
}

fn the_first_tap_opens_its_sheet_and_back_closes_it(user: &User) {
    user.with_view(390, 720, || {
        open(user, &Page::baked().css("body { margin: 40px 12px; }"));
        user.tap(&link());
        user.sees_card("CECOT");
        assert_eq!(user.hears("open").detail["trigger"], "touch");
        user.command("/back", &json!({}));
        user.sees_no_card();
        assert!(user.holds("location.pathname === '/page' && location.hash === ''"));
    });
}

fn the_first_press_of_a_key_leads_into_the_card(user: &User) {
    open(user, &Page::baked_with(r#"open-delay="10000""#).css("article { min-height: 3000px; }"));
    user.tab_to(&link());
    user.key(ENTER);
    user.sees_card("CECOT");
    user.until_holds("the focus is in the card", "card().contains(focused())");
    user.key(ESCAPE);
    user.sees_no_card();
    user.stays_for(700.0, "closed, the focus on the link", || {
        user.card().is_none() && user.holds(&format!("focused() === {LINK}"))
    });
    assert!(user.holds("scrollY === 0 && location.hash === ''"));
    // As on any link.
    user.key(SPACE);
    user.until_holds("the space bar scrolls", "scrollY > 0");
}

/// The widget takes longer to come than a press waits before it says that a card is coming.
pub fn slow_widget(user: &User) {
    let widget = release().join("widget_bg.wasm");
    let bytes = std::fs::read(&widget).unwrap_or_else(|fault| panic!("{}: {fault}", widget.display()));
    let answer = Answer::of("application/wasm", bytes).after(Duration::from_millis(1500));
    user.site.put("/widget_bg.wasm", answer);
}

fn a_slow_card_shows_that_it_is_coming(user: &User) {
    slow_widget(user);
    open(user, &Page::baked());
    user.click(&link());
    user.until_holds("it says so", "term('cecot').ariaBusy === 'true'");
    user.sees_card("CECOT");
    user.until_holds("no longer", "term('cecot').ariaBusy === null");
}

fn a_modified_click_is_the_readers_own(user: &User) {
    open(user, &Page::baked());
    // So that no other window opens.
    user.ask("addEventListener('click', (event) => { (window.held ??= []).push(event.defaultPrevented); event.preventDefault(); });");
    let modified = "for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'])
        LINK.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1, [key]: true }));";
    let modified = modified.replace("LINK", LINK);
    user.ask(&modified);
    assert_eq!(user.ask("return window.held;"), json!([false, false, false, false]), "before the widget is there");
    user.hover(&link());
    user.sees_card("CECOT");
    user.key(ESCAPE);
    user.sees_no_card();
    user.ask(&modified);
    assert_eq!(user.ask("return window.held.slice(4);"), json!([false, false, false, false]), "and with it");
    user.stays_for(500.0, "no card opens", || user.card().is_none());
}

fn the_link_is_the_only_stop(user: &User) {
    open(user, &Page::baked().before("<a id='before' href='#'>before</a>").after("<a id='behind' href='#'>behind</a>"));
    user.ask("document.querySelector('#before').focus();");
    let stops = |user: &User, count: usize| {
        let mut stops = Vec::new();
        for _ in 0..count {
            user.key(crate::harness::TAB);
            user.until_holds("no card keeps the key", "!card() || !card().contains(focused())");
            let name = "return focused().ariaLabel ?? squeeze(focused().textContent);";
            stops.push(user.ask(name).as_str().unwrap_or_default().to_owned());
            user.key(ESCAPE);
        }
        stops
    };
    let expected = ["CECOT", "federal court order", "Bitcoin policy", "CECOT in a link"];
    assert_eq!(stops(user, 4), expected);
    user.until_holds("the widget is there", "host().shadowRoot.querySelector('[part~=card]')");
    user.ask("document.querySelector('#before').focus();");
    assert_eq!(stops(user, 4), expected, "and with the widget");
}

fn what_a_screen_reader_is_told(user: &User) {
    open(user, &Page::baked());
    user.is_told_as("baked-closed", "document.querySelector('article p')");
    user.hover(&link());
    user.sees_card("CECOT");
    user.is_told_as("baked-open", "document.querySelector('article p')");
    let violations: Vec<String> = user.violations().into_iter().filter(|line| !line.starts_with("region at")).collect();
    assert_eq!(violations, Vec::<String>::new(), "but for landmarks, which the sample has none of");
}

fn a_mention_in_pieces_is_one(user: &User) {
    open(user, &Page::baked());
    user.hover(&element("article p em a"));
    user.sees_card("The court order");
    assert_eq!(user.hears("open").detail["term"], "federal court order");
    user.until_holds("all of it shows that", "document.querySelectorAll('context-term[data-open]').length === 3");
    assert!(user.holds("document.querySelectorAll('[aria-expanded]').length === 1"));
    user.travel(&element("article p em a"), &the_card(), 160);
    user.keeps_seeing("The court order");
}

fn links_lead_to_the_glossary_without_a_script(user: &User) {
    user.open(&Page::baked().without_loader().css("article { min-height: 3000px; }"));
    assert!(user.holds("!document.querySelector('#context-cecot').checkVisibility()"), "it is folded");
    user.click(&link());
    user.until_holds("the entry is shown", ENTRY_IS_SHOWN);
    assert!(user.holds("location.hash === '#context-cecot'"));
    user.ask("history.back();");
    user.until_holds("the way back is the page's own", "location.hash === ''");
}

fn an_address_opens_the_glossary_without_a_script(user: &User) {
    user.open_at("/page", &Page::baked().without_loader());
    user.site.put("/linked", Page::baked().without_loader().answer());
    user.browser.session.go(&user.site.url("/linked#context-cecot")).unwrap_or_else(|fault| panic!("{fault}"));
    user.until_holds("the entry is shown", ENTRY_IS_SHOWN);
}

fn a_script_an_address_and_a_list_fetch_the_card(user: &User) {
    open(user, &Page::baked());
    user.ask("host().open('court-order');");
    user.sees_card("The court order");
    open(user, &Page::baked());
    user.ask("location.hash = '#context=bitcoin-policy';");
    user.sees_card("The Bitcoin policy");
    open(user, &Page::baked());
    user.ask("host().openPanel();");
    user.until_holds("the list has the cards", "host().shadowRoot.querySelectorAll('[part~=list] li').length === 3");
    open(user, &Page::baked_with("list='#box'").after("<aside id='box'></aside>"));
    let listed = "document.querySelector('#box > *')?.shadowRoot.textContent.includes('The court order')";
    user.until_holds("a list stands in its place", listed);
    open(user, &Page::baked_with("load='eager'"));
    user.until("eager brings the card's program at once", || user.site.was_asked_for("/widget.js").then_some(()));
    assert!(!user.site.was_asked_for("/finder.js"));
}

/// Dates of sources stand in the page's linked data, those of timelines in its glossary.
fn no_date_of_its_sources_or_timelines_is_the_articles(user: &User) {
    let undated = crate::harness::baked();
    let dated = undated.replacen("<p>", "<p><time datetime=\"2026-03-01\">1 March</time></p><p>", 1);
    let earlier = dated.replacen("2026-03-01", "2026-02-01", 1);
    for (article, is_later) in [(undated, false), (dated, false), (earlier, true)] {
        open(user, &Page::sent(&article));
        user.hover(&term("cecot"));
        let said = user.sees_card("CECOT").text;
        assert_eq!(said.contains("since this article was published"), is_later, "{said}");
    }
}

fn marks_look_quiet_and_move_nothing(user: &User) {
    let css = "body { color: #eee; background: #111; } a { color: blue; font-weight: bold; letter-spacing: 1px; \
               border-bottom: 2px solid red; padding: 0 3px; background: yellow; text-decoration: none; }";
    user.open(&Page::baked().without_loader().css(css));
    let before = user.ask("return layout();");
    assert_eq!(user.load_widget(), (3, 3));
    assert_eq!(user.style(LINK, "color"), user.style("document.querySelector('article p')", "color"));
    assert_eq!(user.style(LINK, "background-color"), "rgba(0, 0, 0, 0)");
    assert_eq!(user.style(LINK, "text-decoration-line"), "underline");
    assert_eq!(user.style("document.querySelector('article p > a')", "background-color"), "rgb(255, 255, 0)");
    assert!(user.holds(&format!("contrast(getComputedStyle({LINK}).color, behind({LINK})) > 7")), "on a dark page");
    user.hover(&link());
    user.sees_card("CECOT");
    assert_ne!(user.style(LINK, "background-color"), "rgba(0, 0, 0, 0)", "the open one is seen");
    assert_eq!(user.ask_with("return changes(arguments[0]);", &[before]), json!([]));
    user.ask("host().remove();");
    assert_eq!(user.style(LINK, "background-color"), "rgb(255, 255, 0)", "then it is the site's link again");
}

fn paper_gets_the_glossary_of_the_page(user: &User) {
    let entry_is_printed = "document.querySelector('#context-cecot').checkVisibility()";
    for (options, is_printed) in [("print='glossary'", true), ("", false)] {
        open(user, &Page::baked_with(options));
        assert!(!user.holds(entry_is_printed), "on the screen it is folded");
        user.cdp("Emulation.setEmulatedMedia", &json!({"media": "print"}));
        assert_eq!(user.holds(entry_is_printed), is_printed, "with {options}");
        assert_eq!(user.style(LINK, "text-decoration-line"), "none");
        user.cdp("Emulation.setEmulatedMedia", &json!({"media": ""}));
        assert!(
            fetched(user).iter().all(|path| path == "/context-cards.js"),
            "it is there already: {:?}",
            fetched(user)
        );
    }
}

/// Chooses from the menu of the first card.
fn choose(user: &User, item: &str) {
    user.hover(&link());
    user.sees_card("CECOT");
    user.travel(&link(), &the_card(), 160);
    user.click(&control("More options"));
    user.click(&control(item));
}

fn context_turned_off_leaves_links(user: &User) {
    let page = Page::baked();
    open(user, &page);
    choose(user, "Turn context off");
    user.sees_no_card();
    let leads = |user: &User| {
        user.click(&link());
        user.until_holds("the link leads to the glossary", "location.hash === '#context-cecot'");
        user.stays_for(600.0, "no card opens", || user.card().is_none());
    };
    leads(user);
    open(user, &page);
    leads(user);
    assert!(
        !user
            .site
            .requests()
            .iter()
            .rev()
            .take_while(|(path, _)| path != "/page")
            .any(|(path, _)| path == "/widget.js")
    );
    let opener = Spot::Element("host().shadowRoot.querySelector('.opener')".into());
    user.until_holds("the way to turn it on is there", "host().shadowRoot.querySelector('.opener')");
    user.tab_to(&opener);
    user.key(ENTER);
    user.click(&Spot::Element("host().shadowRoot.querySelector('[part~=list] .on')".into()));
    user.until_holds("it is on again", "localStorage.length === 0");
    user.key(ESCAPE);
    user.hover(&element("article p:last-of-type"));
    user.hover(&link());
    user.sees_card("CECOT");
}
