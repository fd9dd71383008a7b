//! What does the card look like? Pictures of its main states from the demo, told only by `make screenshots`, which names the
//! folder they go to in `SCREENSHOTS`.

use crate::stage::{Page, Reader, control, sample, stories, term};
use serde_json::json;
use std::path::Path;

stories![facts, timeline, views_in_the_dark, figure, sources, phone, menu, list, right_to_left];

/// The demo at this size, its widget ready.
fn demo(reader: &Reader, width: f64, height: f64, scheme: &str) {
    reader.resize(width, height);
    let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
    reader
        .command("/goog/cdp/execute", &json!({"cmd": "Emulation.setEmulatedMedia", "params": {"features": features}}));
    reader.open(&Page::demo());
    reader.ready();
}

/// A card of the demo, opened by a mouse that rests on its term, with one of its tabs chosen.
fn opened(reader: &Reader, card: &str, tab: Option<&str>) {
    reader.ask(&format!(
        "document.querySelector('context-term[card={card}]').scrollIntoView({{block: 'center', behavior: 'instant'}});"
    ));
    // The scroll is told a frame later, and would disarm a pointer that has come by then.
    reader.ask("scrollBy({top: innerHeight * 0.34, behavior: 'instant'}); return frames(2);");
    reader.hover(&term(card));
    reader.until_holds("the card is open", "seen()?.visible");
    if let Some(tab) = tab {
        reader.click(&control(tab));
    }
    // The card has come to rest, and shows no focus ring of a click.
    reader.until_holds("nothing moves", "host().shadowRoot.getAnimations().length === 0");
}

fn keep(reader: &Reader, name: &str) {
    let folder = std::env::var("SCREENSHOTS").unwrap_or_else(|_| panic!("SCREENSHOTS names the folder"));
    let picture = reader.browser.session.picture().unwrap_or_else(|fault| panic!("{fault}"));
    let place = Path::new(&folder).join(name).with_extension("png");
    std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&place, picture)).unwrap_or_else(|e| panic!("{e}"));
}

fn facts(reader: &Reader) {
    demo(reader, 860.0, 620.0, "light");
    opened(reader, "cecot", None);
    keep(reader, "facts");
}

fn timeline(reader: &Reader) {
    demo(reader, 860.0, 720.0, "light");
    opened(reader, "court-order", Some("Timeline"));
    keep(reader, "timeline");
}

fn views_in_the_dark(reader: &Reader) {
    demo(reader, 860.0, 720.0, "dark");
    opened(reader, "bitcoin-policy", Some("Views"));
    keep(reader, "views-dark");
}

fn figure(reader: &Reader) {
    demo(reader, 860.0, 620.0, "light");
    opened(reader, "state-of-exception", Some("Figure"));
    keep(reader, "figure");
}

fn sources(reader: &Reader) {
    demo(reader, 860.0, 720.0, "light");
    opened(reader, "bitcoin-policy", Some("Sources"));
    keep(reader, "sources");
}

fn phone(reader: &Reader) {
    demo(reader, 390.0, 780.0, "light");
    reader.ask(
        "document.querySelector('context-term[card=cecot]').scrollIntoView({block: 'center', behavior: 'instant'});",
    );
    reader.tap(&term("cecot"));
    reader.until_holds("the sheet is open", "seen()?.visible");
    reader.until_holds("nothing moves", "host().shadowRoot.getAnimations().length === 0");
    keep(reader, "phone");
}

fn menu(reader: &Reader) {
    demo(reader, 860.0, 620.0, "light");
    opened(reader, "cecot", Some("More options"));
    keep(reader, "menu");
}

fn list(reader: &Reader) {
    demo(reader, 860.0, 720.0, "light");
    reader.ask("host().openPanel();");
    reader.until_holds("the list is open", "host().shadowRoot.querySelector('[part~=list] li button')");
    reader.until_holds("nothing moves", "host().shadowRoot.getAnimations().length === 0");
    keep(reader, "list");
}

fn right_to_left(reader: &Reader) {
    reader.resize(390.0, 780.0);
    let mut deck = sample::full_deck();
    deck["lang"] = "ar".into();
    let card = &mut deck["cards"][0];
    card["title"] = "سيكوت".into();
    card["subtitle"] = "سجن في تيكولوكا، السلفادور".into();
    card["terms"] = serde_json::json!(["السجن"]);
    card["summary"] = "سجن شديد الحراسة افتُتح في يناير 2023، ووصفه *تقرير* بأنه الأكبر في المنطقة.[^report]".into();
    card["facts"] = serde_json::json!([
        {"label": "الافتتاح", "value": "31 يناير 2023", "sources": ["report"]},
        {"label": "السعة", "value": "40,000 شخص", "asOf": "2023-02", "sources": ["report", "ruling"]},
    ]);
    let article =
        "<h1>السجن والمحكمة</h1><p>قالت المحكمة إن السجن الواقع في الوادي يضم مئات الأشخاص، ولم تذكر عددهم.</p>";
    reader.open(
        &Page::of(article)
            .deck(&deck)
            .options("published='2025-12-23'")
            .before("<div dir=rtl lang=ar>")
            .after("</div>"),
    );
    reader.ready();
    reader.tap(&term("cecot"));
    reader.until_holds("the sheet is open", "seen()?.visible");
    reader.until_holds("nothing moves", "host().shadowRoot.getAnimations().length === 0");
    keep(reader, "right-to-left");
}
