//! Does it work in documents of other kinds: XHTML, with another base, in quirks mode?

use crate::harness::{Answer, Origin, Page, User, sample, stories, term};
use crate::note::Note;

stories![a_page_sent_as_xhtml, a_page_with_another_base, a_page_in_quirks_mode];

fn a_page_sent_as_xhtml(user: &User) {
    let mut note = Note::of("document-xhtml", "pages sent as XHTML", Some(user.browser.engine.name()));
    let deck = sample::deck().to_string().replace('&', "&amp;").replace('<', "&lt;");
    // Chromium runs no module script of an XML document that is not `async`, WebKit none at all; both import.
    let page = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>A page</title>\
         <script src=\"/log.js\"></script><script>import(\"/context-cards.js\");</script></head>\
         <body style=\"margin: 60px\"><article>{}</article><script type=\"application/json\" id=\"deck\">{deck}</script>\
         <context-cards deck=\"#deck\" for=\"article\"></context-cards></body></html>",
        sample::ARTICLE
    );
    user.site.put("/page.xhtml", Answer::of("application/xhtml+xml", page));
    user.open(&Page::sample());
    user.go(&user.site.url("/page.xhtml"));
    assert!(user.holds("document.contentType === 'application/xhtml+xml'"));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.expand();
    user.ask("host().openPanel();");
    user.until_holds("the list is open", "host().shadowRoot.querySelector('[part~=list]').matches(':popover-open')");
    user.hears_no_complaint("XHTML");
    user.ask("host().remove();");
    assert!(user.article_is_as_sent());
    note.count(1);
}

fn a_page_with_another_base(user: &User) {
    let mut note = Note::of("document-base", "pages with another base", Some(user.browser.engine.name()));
    let elsewhere = Origin::empty();
    elsewhere.put(
        "/site/deck.json",
        Answer::json(sample::full_deck().to_string()).header("Access-Control-Allow-Origin", "*"),
    );
    let base = format!("</script><base href=\"{}\"><script>", elsewhere.url("/site/index.html"));
    let page = Page::sample().script(&base).loader(&user.site.url("/context-cards.js"));
    // A deck's address is the page's, the files of the release are beside the loader.
    user.open(&page.element("<context-cards deck=\"deck.json\" for=\"article\"></context-cards>"));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.expand();
    user.until_holds("its chart is drawn", "card().querySelector('svg')");
    user.ask("location.hash = '#context=court-order';");
    user.sees_card("The court order");
    user.hears_no_complaint("base");
    note.count(1);
}

fn a_page_in_quirks_mode(user: &User) {
    let mut note = Note::of("document-quirks", "pages in quirks mode", Some(user.browser.engine.name()));
    // Quirks of old: tables take no font, and lengths need no unit.
    let page = format!(
        "<html lang=\"en\"><head><title>A page</title><script type=\"module\" src=\"/context-cards.js\"></script></head><body><h1>A title</h1>\
         <table><tr><td><article>{}</article></td></tr></table><script type=\"application/json\" id=\"deck\">{}</script>\
         <context-cards deck=\"#deck\" for=\"article\"></context-cards></body></html>",
        sample::ARTICLE,
        sample::deck()
    );
    user.open(&Page::verbatim(&page));
    assert!(user.holds("document.compatMode === 'BackCompat'"));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    let card = user.sees_card("CECOT").rect;
    assert!((280.0..=440.0).contains(&card.width) && card.height > 120.0, "a card's size: {card:?}");
    let term = user.find(&term("cecot"));
    assert!(
        card.y >= term.bottom() || card.bottom() <= term.y || card.x >= term.right() || card.right() <= term.x,
        "beside its term"
    );
    assert_eq!(user.ask("return unreadable();"), serde_json::json!([]));
    user.hears_no_complaint("quirks");
    note.count(1);
}
