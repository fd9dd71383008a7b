//! Are the marks of a published page its own links, which lead to its own glossary: without a script, on paper, with context turned off?

use crate::baked::{LINK, fetched, link, open};
use crate::harness::{ENTER, ESCAPE, NO_MEDIA, Page, Spot, User, control, element, stories, the_card};
use serde_json::json;

stories![
    a_modified_click_is_the_readers_own,
    the_link_is_the_only_stop,
    links_lead_to_the_glossary_without_a_script,
    an_address_opens_the_glossary_without_a_script,
    marks_look_quiet_and_move_nothing,
    paper_gets_the_glossary_of_the_page except [Firefox: NO_MEDIA, WebKit: NO_MEDIA],
    context_turned_off_leaves_links,
];

const ENTRY_IS_SHOWN: &str = "((entry) => entry.checkVisibility() && entry.getBoundingClientRect().top < innerHeight)(document.querySelector('#context-cecot'))";

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
    user.go(&user.site.url("/linked#context-cecot"));
    user.until_holds("the entry is shown", ENTRY_IS_SHOWN);
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
