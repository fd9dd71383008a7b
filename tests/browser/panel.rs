//! Can a reader see all context at once, keep a card, share it, and say how to be served?

use crate::stage::{ENTER, ESCAPE, Page, Reader, Spot, at, control, stories, term, the_card};

stories![
    the_list_has_the_cards_in_order_and_leads_to_them,
    a_button_for_the_keyboard_opens_the_list,
    the_site_chooses_a_place_for_the_list,
    a_list_that_has_no_place_is_one_error,
    paper_gets_a_glossary,
    a_pinned_card_stays,
    an_address_opens_a_card,
    an_address_that_names_no_card_does_nothing,
    only_when_tapped_is_remembered,
    off_is_remembered_and_the_list_turns_it_on,
    blocked_storage_is_no_fault,
];

const LIST: &str = "host().shadowRoot.querySelector('[part~=list]')";
const TITLES: &str =
    "[...host().shadowRoot.querySelectorAll('[part~=list] li b')].map((title) => title.textContent).join()";

fn sample(reader: &Reader, page: &Page) {
    reader.open(page);
    reader.ready();
}

/// Opens the first card with the mouse, and chooses from its menu.
fn choose(reader: &Reader, item: &str) {
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    reader.travel(&term("cecot"), &the_card(), 160);
    reader.click(&control("More options"));
    reader.click(&control(item));
}

fn in_list(title: &str) -> Spot {
    Spot::Element(format!(
        "[...host().shadowRoot.querySelectorAll('[part~=list] li button')].find((entry) => entry.textContent.startsWith('{title}'))"
    ))
}

fn the_list_has_the_cards_in_order_and_leads_to_them(reader: &Reader) {
    sample(reader, &Page::sample());
    choose(reader, "All context in this article");
    reader.until_holds("the list is open", &format!("{LIST}.matches(':popover-open')"));
    reader.until_holds("in order of mention", &format!("{TITLES} === 'CECOT,The court order,The Bitcoin policy'"));
    reader.click(&in_list("The Bitcoin policy"));
    reader.sees_card("The Bitcoin policy");
    reader.until_holds("the list is closed", &format!("!{LIST}.matches(':popover-open')"));
    reader.until_holds("the focus is on the mention", "focused() === term('bitcoin-policy')");
    reader.ask("host().openPanel();");
    reader.until_holds("a script opens it too", &format!("{LIST}.matches(':popover-open')"));
    reader.key(ESCAPE);
    reader.until_holds("Escape closes it", &format!("!{LIST}.matches(':popover-open')"));
}

fn a_button_for_the_keyboard_opens_the_list(reader: &Reader) {
    sample(reader, &Page::sample());
    let opener = Spot::Element("host().shadowRoot.querySelector('.opener')".into());
    let size = |reader: &Reader| {
        reader.ask("const box = host().shadowRoot.querySelector('.opener').getBoundingClientRect(); return box.width * box.height;")
    };
    assert!(size(reader).as_f64().is_some_and(|size| size < 10.0), "it takes no room until it has the focus");
    reader.tab_to(&opener);
    assert!(size(reader).as_f64().is_some_and(|size| size > 1000.0), "with the focus it shows itself");
    reader.key(ENTER);
    reader.until_holds("the list is open", &format!("{LIST}.matches(':popover-open')"));
    reader.until_holds("the focus is in it", &format!("{LIST}.contains(focused())"));
    reader.key(ESCAPE);
    reader.until_holds("the focus is on the button again", "focused() === host().shadowRoot.querySelector('.opener')");
}

fn the_site_chooses_a_place_for_the_list(reader: &Reader) {
    sample(reader, &Page::sample().after("<aside id=\"box\"></aside>").options("list='#box'"));
    let words = "document.querySelector('#box > *')?.shadowRoot.textContent.includes('The court order')";
    reader.until_holds("the list stands in its place", words);
    let entry = Spot::Element("document.querySelector('#box > *').shadowRoot.querySelectorAll('li button')[1]".into());
    reader.click(&entry);
    reader.sees_card("The court order");
    reader.ask("host().remove();");
    reader.until_holds("the place is empty again", "document.querySelector('#box').innerHTML === ''");
    assert!(reader.article_is_as_sent());
}

fn a_list_that_has_no_place_is_one_error(reader: &Reader) {
    for place in ["#nowhere", "##"] {
        sample(reader, &Page::sample().options(&format!("list='{place}'")));
        assert_eq!(reader.hears("error").detail["code"], "bad-option");
        assert_eq!(reader.heard("error").len(), 1);
        assert_eq!(reader.marks().len(), 3, "the rest works");
    }
}

fn paper_gets_a_glossary(reader: &Reader) {
    sample(reader, &Page::sample().options("print='glossary'"));
    reader.until_holds(
        "it stands after the article",
        "document.querySelector('article').nextElementSibling?.shadowRoot.textContent.includes('What CECOT is')",
    );
    assert!(reader.holds("!document.querySelector('.context-glossary').checkVisibility()"), "but not on the screen");
    reader.ask("host().remove();");
    reader.until_holds("it goes with the element", "!document.querySelector('.context-glossary')");
}

fn a_pinned_card_stays(reader: &Reader) {
    sample(reader, &Page::sample());
    choose(reader, "Keep this card open");
    reader.move_away();
    reader.keeps_seeing("CECOT");
    reader.click(&at(600.0, 560.0));
    reader.keeps_seeing("CECOT");
    reader.key(ESCAPE);
    reader.sees_no_card();
}

/// The page is opened by an address that ends so.
fn linked(reader: &Reader, hash: &str) {
    reader.open(&Page::sample());
    reader.ask(&format!("location.hash = '{hash}'; location.reload();"));
    reader.until_holds("the page is there again", "window.diary && location.hash && host()?.ready");
    reader.ready();
}

fn an_address_opens_a_card(reader: &Reader) {
    linked(reader, "#context=court-order");
    reader.sees_card("The court order");
    assert_eq!(reader.hears("open").detail["trigger"], "api");
    reader.ask("location.hash = '#context=cecot';");
    reader.sees_card("CECOT");
}

fn an_address_that_names_no_card_does_nothing(reader: &Reader) {
    linked(reader, "#context=%E0%A4%A");
    reader.sees_nothing_open();
    reader.ask("location.hash = '#context=nobody';");
    reader.sees_nothing_open();
    assert!(reader.faults().is_empty(), "{:?}", reader.faults());
}

fn only_when_tapped_is_remembered(reader: &Reader) {
    sample(reader, &Page::sample());
    choose(reader, "Only when I tap or click");
    reader.key(ESCAPE);
    reader.sees_no_card();
    sample(reader, &Page::sample());
    reader.hover(&term("cecot"));
    reader.sees_nothing_open();
    reader.click(&term("cecot"));
    reader.sees_card("CECOT");
    reader.ask("localStorage.clear();");
}

fn off_is_remembered_and_the_list_turns_it_on(reader: &Reader) {
    sample(reader, &Page::sample());
    choose(reader, "Turn context off");
    reader.sees_no_card();
    reader.until_holds("the article is bare", "!document.querySelector('context-term')");
    assert!(reader.article_is_as_sent());
    sample(reader, &Page::sample());
    assert_eq!(reader.marks().len(), 0, "it stays off");
    reader.ask("host().openPanel();");
    reader.click(&Spot::Element("host().shadowRoot.querySelector('[part~=list] .on')".into()));
    reader.until_holds("the marks are back", "document.querySelectorAll('context-term').length === 3");
    reader.until_holds("and remembered", "localStorage.length === 0");
}

fn blocked_storage_is_no_fault(reader: &Reader) {
    let blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });";
    sample(reader, &Page::sample().script(blocked));
    choose(reader, "Turn context off");
    reader.until_holds("it is off for this page", "!document.querySelector('context-term')");
    assert!(reader.faults().is_empty(), "{:?}", reader.faults());
}
