//! What does the card look like? Pictures of its main states from the demo, told only by `make screenshots`, which names the
//! folder they go to in `SCREENSHOTS`.

use crate::stage::{Page, Reader, control, stories, term};
use serde_json::json;
use std::path::Path;

stories![facts, timeline, views_in_the_dark, figure, sources, phone];

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
    reader.ask("scrollBy({top: innerHeight * 0.34, behavior: 'instant'});");
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
