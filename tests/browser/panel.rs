//! Can a reader see all context at once, in a list and on paper?

use crate::harness::{ENTER, ESCAPE, Page, Spot, User, stories};
use crate::menu::{choose, sample};

stories![
    the_list_has_the_cards_in_order_and_leads_to_them,
    the_focus_that_a_list_gives_back_opens_no_card,
    a_list_that_is_asked_for_twice_gives_the_focus_back,
    a_card_takes_the_place_of_the_list,
    a_button_for_the_keyboard_opens_the_list,
    the_site_chooses_a_place_for_the_list,
    a_list_that_has_no_place_is_one_error,
    paper_gets_a_glossary,
];

const LIST: &str = "host().shadowRoot.querySelector('[part~=list]')";
const TITLES: &str =
    "[...host().shadowRoot.querySelectorAll('[part~=list] li b')].map((title) => title.textContent).join()";

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
