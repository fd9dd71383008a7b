//! Can a reader see all context at once, keep a card, share it, and say how to be served?

use crate::harness::{ENTER, ESCAPE, Page, Spot, User, at, control, stories, term, the_card};

stories![
    the_list_has_the_cards_in_order_and_leads_to_them,
    the_focus_that_a_list_gives_back_opens_no_card,
    a_list_that_is_asked_for_twice_gives_the_focus_back,
    a_card_takes_the_place_of_the_list,
    a_button_for_the_keyboard_opens_the_list,
    the_site_chooses_a_place_for_the_list,
    a_list_that_has_no_place_is_one_error,
    paper_gets_a_glossary,
    a_pinned_card_stays,
    a_link_is_said_to_be_copied_once_it_is,
    an_address_opens_a_card,
    an_address_that_names_no_card_does_nothing,
    only_when_tapped_is_remembered,
    turning_off_thousands_of_marks_leaves_the_page_its_turns,
    off_is_remembered_and_the_list_turns_it_on,
    blocked_storage_is_no_fault,
];

const LIST: &str = "host().shadowRoot.querySelector('[part~=list]')";
const TITLES: &str =
    "[...host().shadowRoot.querySelectorAll('[part~=list] li b')].map((title) => title.textContent).join()";

fn sample(user: &User, page: &Page) {
    user.open(page);
    user.ready();
}

/// Opens the first card with the mouse, and chooses from its menu.
fn choose(user: &User, item: &str) {
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.travel(&term("cecot"), &the_card(), 160);
    user.click(&control("More options"));
    user.click(&control(item));
}

fn in_list(title: &str) -> Spot {
    Spot::Element(format!(
        "[...host().shadowRoot.querySelectorAll('[part~=list] li button')].find((entry) => entry.textContent.startsWith('{title}'))"
    ))
}

fn the_list_has_the_cards_in_order_and_leads_to_them(user: &User) {
    sample(user, &Page::sample());
    choose(user, "All context in this article");
    user.until_holds("the list is open", &format!("{LIST}.matches(':popover-open')"));
    user.until_holds("in order of mention", &format!("{TITLES} === 'CECOT,The court order,The Bitcoin policy'"));
    user.click(&in_list("The Bitcoin policy"));
    user.sees_card("The Bitcoin policy");
    user.until_holds("the list is closed", &format!("!{LIST}.matches(':popover-open')"));
    user.until_holds("the focus is on the mention", "focused() === term('bitcoin-policy')");
    user.ask("host().openPanel();");
    user.until_holds("a script opens it too", &format!("{LIST}.matches(':popover-open')"));
    user.key(ESCAPE);
    user.until_holds("Escape closes it", &format!("!{LIST}.matches(':popover-open')"));
}

fn the_focus_that_a_list_gives_back_opens_no_card(user: &User) {
    sample(user, &Page::sample());
    choose(user, "All context in this article");
    user.until_holds("the list is open", &format!("{LIST}.matches(':popover-open')"));
    user.move_away();
    user.key(ESCAPE);
    user.until_holds("Escape closes it", &format!("!{LIST}.matches(':popover-open')"));
    user.stays_for(700.0, "no card comes", || user.card().is_none());
}

fn a_list_that_is_asked_for_twice_gives_the_focus_back(user: &User) {
    sample(user, &Page::sample());
    user.ask("document.querySelector('article a').focus(); host().openPanel();");
    user.until_holds("the list has the focus", &format!("{LIST}?.contains(focused())"));
    user.ask("host().openPanel();");
    user.key(ESCAPE);
    user.until_holds("the focus is where it was", "focused() === document.querySelector('article a')");
}

fn a_card_takes_the_place_of_the_list(user: &User) {
    sample(user, &Page::sample());
    let open = "return host().shadowRoot.querySelectorAll(':popover-open').length;";
    // From a link, and from a term, whose own card must not come for the focus it gets back.
    for from in ["document.querySelector('article a')", "term('cecot')"] {
        user.ask(&format!("{from}.focus(); host().openPanel();"));
        user.until_holds("the list has the focus", &format!("{LIST}?.contains(focused())"));
        user.ask("host().open('court-order');");
        user.sees_card("The court order");
        user.until_holds("the focus is where it was", &format!("focused() === {from}"));
        user.stays_for(500.0, "the card alone is open", || user.ask(open) == 1 && user.card().is_some());
        user.key(ESCAPE);
        user.sees_no_card();
    }
}

fn a_button_for_the_keyboard_opens_the_list(user: &User) {
    sample(user, &Page::sample());
    let opener = Spot::Element("host().shadowRoot.querySelector('.opener')".into());
    let size = |user: &User| {
        user.ask("const box = host().shadowRoot.querySelector('.opener').getBoundingClientRect(); return box.width * box.height;")
    };
    user.until_holds("it is there", "host().shadowRoot.querySelector('.opener')");
    assert!(size(user).as_f64().is_some_and(|size| size < 10.0), "it takes no room until it has the focus");
    user.tab_to(&opener);
    assert!(size(user).as_f64().is_some_and(|size| size > 1000.0), "with the focus it shows itself");
    user.key(ENTER);
    user.until_holds("the list is open", &format!("{LIST}.matches(':popover-open')"));
    user.until_holds("the focus is in it", &format!("{LIST}?.contains(focused())"));
    user.key(ESCAPE);
    user.until_holds("the focus is on the button again", "focused() === host().shadowRoot.querySelector('.opener')");
}

fn the_site_chooses_a_place_for_the_list(user: &User) {
    sample(user, &Page::sample().after("<aside id=\"box\"></aside>").options("list='#box'"));
    let words = "document.querySelector('#box > *')?.shadowRoot.textContent.includes('The court order')";
    user.until_holds("the list stands in its place", words);
    let entry = Spot::Element("document.querySelector('#box > *').shadowRoot.querySelectorAll('li button')[1]".into());
    user.click(&entry);
    user.sees_card("The court order");
    user.ask("host().remove();");
    user.until_holds("the place is empty again", "document.querySelector('#box').innerHTML === ''");
    assert!(user.article_is_as_sent());
}

fn a_list_that_has_no_place_is_one_error(user: &User) {
    for place in ["#nowhere", "##"] {
        sample(user, &Page::sample().options(&format!("list='{place}'")));
        assert_eq!(user.hears("error").detail["code"], "bad-option");
        assert_eq!(user.heard("error").len(), 1);
        assert_eq!(user.marks().len(), 3, "the rest works");
    }
}

fn paper_gets_a_glossary(user: &User) {
    sample(user, &Page::sample().options("print='glossary'"));
    user.until_holds(
        "it stands after the article",
        "document.querySelector('article').nextElementSibling?.shadowRoot?.textContent.includes('What CECOT is')",
    );
    assert!(user.holds("!document.querySelector('.context-glossary').checkVisibility()"), "but not on the screen");
    user.ask("host().remove();");
    user.until_holds("it goes with the element", "!document.querySelector('.context-glossary')");
}

fn a_pinned_card_stays(user: &User) {
    sample(user, &Page::sample());
    choose(user, "Keep this card open");
    user.move_away();
    user.keeps_seeing("CECOT");
    user.click(&at(600.0, 560.0));
    user.keeps_seeing("CECOT");
    user.key(ESCAPE);
    user.sees_no_card();
}

/// A page whose clipboard answers with this promise.
fn with_clipboard(promise: &str) -> Page {
    let clipboard =
        format!("{{ value: {{ writeText: (text) => (window.written = text, {promise}) }}, configurable: true }}");
    Page::sample().script(&format!("Object.defineProperty(navigator, 'clipboard', {clipboard});"))
}

fn a_link_is_said_to_be_copied_once_it_is(user: &User) {
    let says = |words: &str| format!("card().innerText.includes('{words}')");
    sample(user, &with_clipboard("new Promise((done) => { window.done = done; })"));
    choose(user, "Copy link");
    user.until_holds("the clipboard is asked", "window.written?.endsWith('#context=cecot')");
    user.stays_for(300.0, "nothing is claimed while it is not there", || !user.holds(&says("Link copied")));
    user.ask("window.done();");
    user.until_holds("it says so", &says("Link copied"));
    for clipboard in ["Promise.reject(new Error('refused'))", "undefined"] {
        sample(user, &with_clipboard(clipboard));
        choose(user, "Copy link");
        user.until_holds("the address bar has the link", "location.hash === '#context=cecot'");
        user.stays_for(300.0, "and nothing else is claimed", || !user.holds(&says("Link copied")));
    }
}

/// The page is opened by an address that ends so.
fn linked(user: &User, hash: &str) {
    user.open(&Page::sample());
    user.ask(&format!("location.hash = '{hash}'; location.reload();"));
    user.until_holds("the page is there again", "window.log && location.hash && host()?.ready");
    user.ready();
}

fn an_address_opens_a_card(user: &User) {
    linked(user, "#context=court-order");
    user.sees_card("The court order");
    assert_eq!(user.hears("open").detail["trigger"], "api");
    user.ask("location.hash = '#context=cecot';");
    user.sees_card("CECOT");
}

fn an_address_that_names_no_card_does_nothing(user: &User) {
    linked(user, "#context=%E0%A4%A");
    user.sees_nothing_open();
    user.ask("location.hash = '#context=nobody';");
    user.sees_nothing_open();
    assert!(user.faults().is_empty(), "{:?}", user.faults());
}

fn only_when_tapped_is_remembered(user: &User) {
    sample(user, &Page::sample());
    choose(user, "Only when I tap or click");
    user.key(ESCAPE);
    user.sees_no_card();
    sample(user, &Page::sample());
    user.hover(&term("cecot"));
    user.sees_nothing_open();
    user.click(&term("cecot"));
    user.sees_card("CECOT");
    user.ask("localStorage.clear();");
}

fn turning_off_thousands_of_marks_leaves_the_page_its_turns(user: &User) {
    let article =
        [crate::harness::sample::ARTICLE, &"<p>Of CECOT, and of CECOT again, nothing but CECOT.</p>".repeat(2500)]
            .concat();
    sample(user, &Page::of(&article).options("mark=\"all\""));
    user.until_holds("all is marked", "document.querySelectorAll('context-term').length > 7000");
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.travel(&term("cecot"), &the_card(), 160);
    user.click(&control("More options"));
    let left = user.ask(
        "[...card().querySelectorAll('.menu button')].find((item) => item.textContent === 'Turn context off').click();
         return new Promise((done) => setTimeout(() => done(document.querySelectorAll('context-term').length)));",
    );
    assert!(left.as_u64() > Some(0), "a timer of the page rings before the last mark is gone");
    user.until("the article is bare", || user.article_is_as_sent().then_some(()));
    user.ask("localStorage.clear();");
}

fn off_is_remembered_and_the_list_turns_it_on(user: &User) {
    sample(user, &Page::sample());
    choose(user, "Turn context off");
    user.sees_no_card();
    user.until_holds("the article is bare", "!document.querySelector('context-term')");
    assert!(user.article_is_as_sent());
    sample(user, &Page::sample());
    assert_eq!(user.marks().len(), 0, "it stays off");
    user.ask("host().openPanel();");
    user.click(&Spot::Element("host().shadowRoot.querySelector('[part~=list] .on')".into()));
    user.until_holds("the marks are back", "document.querySelectorAll('context-term').length === 3");
    user.until_holds("and remembered", "localStorage.length === 0");
}

fn blocked_storage_is_no_fault(user: &User) {
    let blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });";
    sample(user, &Page::sample().script(blocked));
    choose(user, "Turn context off");
    user.until_holds("it is off for this page", "!document.querySelector('context-term')");
    assert!(user.faults().is_empty(), "{:?}", user.faults());
}
