//! What does the card look like? Pictures of its main states from the demo, told only by `make screenshots`, which names the
//! folder they go to in `SCREENSHOTS`.

use crate::harness::{Page, User, control, sample, stories, term};
use serde_json::{Value, json};
use std::path::Path;

use crate::serve::Desk;

stories![facts, timeline, views_in_the_dark, figure, sources, phone, menu, list, right_to_left, serve];

/// The demo at this size, its widget ready.
fn demo(user: &User, width: f64, height: f64, scheme: &str) {
    user.resize(width, height);
    let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
    user.command("/goog/cdp/execute", &json!({"cmd": "Emulation.setEmulatedMedia", "params": {"features": features}}));
    user.open(&Page::demo().in_its_own_font());
    user.ready();
}

/// A card of the demo, opened by a mouse that rests on its term, with one of its tabs chosen.
fn opened(user: &User, card: &str, tab: Option<&str>) {
    user.ask(&format!(
        "document.querySelector('context-term[card={card}]').scrollIntoView({{block: 'center', behavior: 'instant'}});"
    ));
    // The scroll is told a frame later, and would disarm a pointer that has come by then.
    user.ask("scrollBy({top: innerHeight * 0.34, behavior: 'instant'}); return frames(2);");
    user.hover(&term(card));
    user.until_holds("the card is open", "seen()?.visible");
    if let Some(tab) = tab {
        if tab != "More options" {
            user.expand();
        }
        user.click(&control(tab));
    }
    // The card has come to rest, and shows no focus ring of a click.
    user.until_holds("nothing moves", "host().shadowRoot.getAnimations().length === 0");
}

fn keep(user: &User, name: &str) {
    let folder = std::env::var("SCREENSHOTS").unwrap_or_else(|_| panic!("SCREENSHOTS names the folder"));
    let picture = user.browser.session.picture().unwrap_or_else(|fault| panic!("{fault}"));
    let place = Path::new(&folder).join(name).with_extension("png");
    std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&place, picture)).unwrap_or_else(|e| panic!("{e}"));
}

fn facts(user: &User) {
    demo(user, 860.0, 620.0, "light");
    opened(user, "cecot", None);
    keep(user, "facts");
}

fn timeline(user: &User) {
    demo(user, 860.0, 720.0, "light");
    opened(user, "court-order", Some("Timeline"));
    keep(user, "timeline");
}

fn views_in_the_dark(user: &User) {
    demo(user, 860.0, 720.0, "dark");
    opened(user, "bitcoin-policy", Some("Views"));
    keep(user, "views-dark");
}

fn figure(user: &User) {
    demo(user, 860.0, 620.0, "light");
    opened(user, "state-of-exception", Some("Figure"));
    keep(user, "figure");
}

fn sources(user: &User) {
    demo(user, 860.0, 720.0, "light");
    opened(user, "bitcoin-policy", Some("Sources"));
    keep(user, "sources");
}

fn phone(user: &User) {
    demo(user, 390.0, 780.0, "light");
    user.ask(
        "document.querySelector('context-term[card=cecot]').scrollIntoView({block: 'center', behavior: 'instant'});",
    );
    user.tap(&term("cecot"));
    user.until_holds("the sheet is open", "seen()?.visible");
    user.until_holds("nothing moves", "host().shadowRoot.getAnimations().length === 0");
    keep(user, "phone");
}

fn menu(user: &User) {
    demo(user, 860.0, 620.0, "light");
    opened(user, "cecot", Some("More options"));
    keep(user, "menu");
}

fn list(user: &User) {
    demo(user, 860.0, 720.0, "light");
    user.ask("host().openPanel();");
    user.until_holds("the list is open", "host().shadowRoot.querySelector('[part~=list] li button')");
    user.until_holds("nothing moves", "host().shadowRoot.getAnimations().length === 0");
    keep(user, "list");
}

fn right_to_left(user: &User) {
    user.resize(390.0, 780.0);
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
    user.open(
        &Page::of(article)
            .in_its_own_font()
            .deck(&deck)
            .options("published='2025-12-23'")
            .before("<div dir=rtl lang=ar>")
            .after("</div>"),
    );
    user.ready();
    user.tap(&term("cecot"));
    user.until_holds("the sheet is open", "seen()?.visible");
    user.until_holds("nothing moves", "host().shadowRoot.getAnimations().length === 0");
    keep(user, "right-to-left");
}

/// What an editor sees while writing: the card on the article, and beside it a fault of the deck.
fn serve(user: &User) {
    user.resize(1080.0, 640.0);
    let page = crate::harness::release().join("index.html");
    let article = std::fs::read_to_string(&page).unwrap_or_else(|fault| panic!("{}: {fault}", page.display()));
    // An article under way does not embed anything yet.
    let article =
        article.replace("<context-cards deck=\"decks/el-salvador.json\" for=\"article\"></context-cards>", "");
    let mut deck: Value =
        serde_json::from_str(include_str!("../../www/decks/el-salvador.json")).expect("the demo's deck");
    deck["cards"][0]["updated"] = json!("12 February 2026");
    let deck = serde_json::to_string_pretty(&deck).expect("JSON");
    let _served = Desk::with(user, "prisons", &article, &deck);
    user.until_holds("a term is marked", "term('court-order')");
    opened(user, "court-order", None);
    keep(user, "serve");
}
