//! Can a reader keep a card, share it, and say how to be served?

use crate::harness::{ESCAPE, Page, Spot, User, at, control, stories, term, the_card};

stories![
    a_pinned_card_stays,
    a_link_is_said_to_be_copied_once_it_is,
    an_address_opens_a_card,
    an_address_that_names_no_card_does_nothing,
    only_when_tapped_is_remembered,
    turning_off_thousands_of_marks_leaves_the_page_its_turns,
    off_is_remembered_and_the_list_turns_it_on,
    blocked_storage_is_no_fault,
];

pub fn sample(user: &User, page: &Page) {
    user.open(page);
    user.ready();
}

/// Opens the first card with the mouse, and chooses from its menu.
pub fn choose(user: &User, item: &str) {
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.travel(&term("cecot"), &the_card(), 160);
    user.click(&control("More options"));
    user.click(&control(item));
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
