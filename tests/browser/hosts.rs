//! Do article and framework both stay whole where a framework owns the text? Real ones, from npm, on the client and hydrated.

use crate::harness::{Answer, Page, User, element, stories, term};
use crate::note::Note;
use crate::rewriting::{ROOT, says};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

stories![
    a_framework_renders_a_marked_article_anew,
    a_framework_that_hydrates_first_keeps_its_server_rendering,
    a_framework_that_hydrates_marked_text_loses_none,
];

/// The frameworks: `hosts/bundle.mjs` makes a script and a server's rendering of each.
pub const SITES: [&str; 3] = ["react", "vue", "svelte"];

static BUILT: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let done = Command::new("node").arg(root.join("tests/browser/hosts/bundle.mjs")).current_dir(root).status();
    assert!(done.is_ok_and(|status| status.success()), "the sites could not be built: `make node_modules/.tests`");
    root.join("target/hosts")
});

fn read(place: &Path) -> String {
    std::fs::read_to_string(place).unwrap_or_else(|fault| panic!("{}: {fault}; `npm ci` brings it", place.display()))
}

/// A site's page with an empty article, which `site` is there to fill.
pub fn site(user: &User, name: &str) -> Page {
    site_with(user, name, "")
}

fn site_with(user: &User, name: &str, html: &str) -> Page {
    user.site.put("/site.js", Answer::of("text/javascript", read(&BUILT.join(name).with_extension("js"))));
    Page::of(&format!("<div id=\"root\">{html}</div>")).head("<script src=\"/site.js\"></script>")
}

/// A page with a library, whose file lies below `node_modules/`.
pub fn with_library(user: &User, file: &str, article: &str) -> Page {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules").join(file);
    user.site.put("/library.js", Answer::of("text/javascript", read(&place)));
    Page::of(article).head("<script src=\"/library.js\"></script>")
}

/// A site's page as its server renders it; nothing has hydrated it yet.
pub fn server_rendered(user: &User, name: &str) -> Page {
    site_with(user, name, &read(&BUILT.join(name).with_extension("html")))
}

pub const CECOT: (u32, &str) = (1, "The prison known as CECOT stands in a valley.");
pub const ORDER: (u32, &str) = (2, "A federal court order spoke of the people in it.");
pub const COIN: (u32, &str) = (3, "Nobody asked what the Bitcoin policy had cost.");
/// What each site tells at first.
pub const FIRST: [(u32, &str); 3] = [CECOT, ORDER, COIN];
/// All three cards have a mark.
pub const ALL_MARKED: &str = "term('cecot') && term('court-order') && term('bitcoin-policy')";

/// The site renders these paragraphs, and nothing else.
pub fn render(user: &User, paragraphs: &[(u32, &str)]) {
    let stories: Vec<Value> = paragraphs.iter().map(|(id, text)| json!({"id": id, "text": text})).collect();
    user.ask_with("return site.set(arguments[0]);", &[stories.into()]);
    says(user, &text(paragraphs));
}

/// The article's text when a site tells these paragraphs.
pub fn text(paragraphs: &[(u32, &str)]) -> String {
    paragraphs.iter().map(|(id, text)| format!("No. {id}: {text}")).collect::<Vec<_>>().concat()
}

/// The site reorders, rewrites, removes and adds marked paragraphs.
fn renders_anew(user: &User) {
    user.until_holds("all are marked", ALL_MARKED);
    render(user, &[COIN, CECOT, ORDER]);
    user.until_holds("all are marked in the new order", ALL_MARKED);
    render(user, &[COIN, (1, "The tower stands in a valley."), ORDER]);
    assert!(!user.holds("term('cecot')"), "no mark stands on words that are gone");
    render(user, &[CECOT, (4, "Another federal court order.")]);
    user.until_holds("what is new is marked", "term('cecot') && term('court-order') && !term('bitcoin-policy')");
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    render(user, &[]);
    user.sees_no_card();
    render(user, &FIRST);
    user.until_holds("all are marked again", ALL_MARKED);
}

/// The element is taken away, and then the site itself.
fn is_taken_away(user: &User) {
    user.ask("host().remove();");
    says(user, &text(&FIRST));
    assert!(user.marks().is_empty());
    user.ask("site.leave();");
    says(user, "");
}

fn a_framework_renders_a_marked_article_anew(user: &User) {
    let mut note = Note::of(
        "hosts-client",
        "frameworks that render a marked article anew, six times each",
        Some(user.browser.engine.name()),
    );
    for name in SITES {
        user.open(&site(user, name));
        user.ask(&format!("site.mount({ROOT});"));
        says(user, &text(&FIRST));
        renders_anew(user);
        is_taken_away(user);
        user.hears_no_complaint(name);
        note.count(1);
    }
}

/// Hydrates the page, and remembers the paragraphs that the server sent.
pub fn hydrate(user: &User) {
    hydrate_with(user, &Value::Null);
}

/// The same, with attributes of the element that the article brings once it is mounted.
fn hydrate_with(user: &User, attributes: &Value) {
    let script =
        format!("window.sent = [...{ROOT}.querySelectorAll('p')]; site.hydrate({ROOT}, arguments[0] ?? undefined);");
    user.ask_with(&script, std::slice::from_ref(attributes));
}

/// The site has taken over the paragraphs that its server sent.
pub fn keeps_what_was_sent(user: &User, site: &str) {
    assert!(user.holds("sent.length === 3 && sent.every((paragraph) => paragraph.isConnected)"), "{site}");
}

fn a_framework_that_hydrates_first_keeps_its_server_rendering(user: &User) {
    let mut note = Note::of(
        "hosts-hydrated",
        "frameworks whose article brings the element once it is hydrated, by two ways of loading",
        Some(user.browser.engine.name()),
    );
    for name in SITES {
        for load in ["idle", "intent"] {
            user.open(&server_rendered(user, name).element(""));
            hydrate_with(user, &json!({"deck": "#deck", "for": "article", "load": load}));
            user.until_holds("the article has brought its element", "host()");
            // Who waits for the reader is woken by the pointer.
            user.hover(&element("#root p"));
            assert_eq!(user.ready(), (3, 3), "{name}, {load}");
            keeps_what_was_sent(user, name);
            user.move_away();
            renders_anew(user);
            user.ask("site.leave();");
            says(user, "");
            assert!(user.marks().is_empty() && !user.holds("host()"), "{name}: the element goes with its article");
            user.hears_no_complaint(name);
            note.count(1);
        }
    }
}

fn a_framework_that_hydrates_marked_text_loses_none(user: &User) {
    let mut note =
        Note::of("hosts-marked-first", "frameworks that hydrate a marked article", Some(user.browser.engine.name()));
    for name in SITES {
        user.open(&server_rendered(user, name));
        assert_eq!(user.ready(), (3, 3), "{name}");
        // The framework says that it renders the article anew: that is its own affair, and why README wants it hydrated first.
        hydrate(user);
        says(user, &text(&FIRST));
        renders_anew(user);
        is_taken_away(user);
        assert!(user.heard("error").is_empty(), "{name}: {}", user.log());
        note.count(1);
    }
}
