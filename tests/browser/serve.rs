//! Does an editor see the cards on the article while writing? `context-cards serve`, with files that change on disk.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::harness::{ENTER, User, release, sample, stories, term};

stories![
    a_saved_deck_changes_the_card,
    a_fault_stands_beside_the_article_until_it_is_mended,
    a_saved_article_changes_the_page,
    the_panel_leaves_the_article_as_it_is,
    a_selector_that_fits_nothing_stands_in_the_panel,
];

/// The article and the deck of an editor, on disk, and the program that serves them.
pub struct Desk {
    folder: PathBuf,
    program: Child,
    url: String,
}

const ARTICLE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>News</title>\
    <link rel=\"stylesheet\" href=\"site.css\"></head><body><main><article><h1>Men flown out</h1>\
    <p>The men were flown to CECOT by night.</p></article></main></body></html>";

impl Desk {
    fn open(user: &User, name: &str) -> Self {
        let desk = Self::with(user, name, ARTICLE, &deck("CECOT", "A prison.").to_string());
        user.until_holds("the term is marked", "term('cecot')");
        user.ask("window.isTheSamePage = true;");
        desk
    }

    /// Serves an article with a deck. `name`: of a folder that no other story has.
    pub fn with(user: &User, name: &str, article: &str, deck: &str) -> Self {
        Self::with_options(user, name, article, deck, &[])
    }

    fn with_options(user: &User, name: &str, article: &str, deck: &str, options: &[&str]) -> Self {
        let folder =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("serve-{name}-{}", user.browser.engine.name()));
        fs::create_dir_all(&folder).expect("a folder for the files");
        fs::write(folder.join("article.html"), article).expect("the article is written");
        fs::write(folder.join("site.css"), "article { margin-left: 123px }").expect("the style is written");
        fs::write(folder.join("deck.json"), deck).expect("the deck is written");
        let mut program = Command::new(env!("CARGO_BIN_EXE_context-cards"))
            .current_dir(&folder)
            .args(["serve", "article.html", "--deck", "deck.json", "--port", "0", "--programs"])
            .arg(release())
            .args(options)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut url = String::new();
        let output = program.stdout.take().expect("its output is ours");
        BufReader::new(output).read_line(&mut url).expect("it says where the page is");
        let served = Self { folder, program, url: url.trim().to_owned() };
        user.go(&served.url);
        served
    }

    /// Saves a file as many programs do: written beside, then put in its place.
    fn save(&self, name: &str, text: &str) {
        let beside = self.folder.join("saving");
        fs::write(&beside, text).and_then(|()| fs::rename(&beside, self.folder.join(name))).expect("the file is saved");
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn deck(title: &str, summary: &str) -> Value {
    let mut card = sample::lone_card("cecot", title, "CECOT");
    card["summary"] = json!(summary);
    card["sourced"] = json!("common knowledge");
    sample::deck_of(&[card])
}

/// The panel's text, as far as it is shown.
const PANEL: &str = "document.querySelector('aside[data-context-cards]').shadowRoot";

fn panel_says(user: &User, what: &str, words: &str) {
    user.until_holds(what, &format!("squeeze({PANEL}.querySelector('details').innerText).includes({})", json!(words)));
}

fn a_saved_deck_changes_the_card(user: &User) {
    let desk = Desk::open(user, "deck");
    panel_says(user, "all is well", "No faults");
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    desk.save("deck.json", &deck("CECOT, told again", "A prison in Tecoluca.").to_string());
    let card = user.sees_card("CECOT, told again");
    assert!(card.text.contains("A prison in Tecoluca."), "the open card is the new one: {}", card.text);
    assert!(user.holds("window.isTheSamePage"), "without a reload");
}

fn a_fault_stands_beside_the_article_until_it_is_mended(user: &User) {
    let desk = Desk::open(user, "fault");
    let good = deck("CECOT", "A prison.");
    let mut bad = good.clone();
    bad["cards"][0]["updated"] = json!("yesterday");
    desk.save("deck.json", &serde_json::to_string_pretty(&bad).expect("JSON"));
    panel_says(user, "how many there are", "1 fault");
    panel_says(user, "where it is", "card \"cecot\", updated");
    panel_says(user, "the line", "\"updated\": \"yesterday\"");
    panel_says(user, "what to do", "2025-03-15");
    assert_eq!(user.violations(), Vec::<String>::new(), "axe");
    // A long line whose text has carets before its pointer's column is reached.
    bad["cards"][0]["updated"] = good["cards"][0]["updated"].clone();
    bad["cards"][0]["sumary"] = json!(format!("{} An institute says so.[^report]", "What it is. ".repeat(30)));
    desk.save("deck.json", &serde_json::to_string_pretty(&bad).expect("JSON"));
    panel_says(user, "which field it is", "sumary");
    assert!(user.holds(&format!("{PANEL}.querySelector('pre').scrollLeft === 0")), "the field's name is in sight");
    desk.save("deck.json", &good.to_string()[..40]);
    panel_says(user, "what is no JSON", "this is not JSON");
    desk.save("deck.json", &good.to_string());
    panel_says(user, "it is mended", "No faults");
    user.until_holds("the fault is gone", &format!("!{PANEL}.querySelector('li.fault')"));
    user.until_holds("the card is back", "term('cecot')");
    assert!(user.holds("window.isTheSamePage"), "without a reload");
}

fn a_selector_that_fits_nothing_stands_in_the_panel(user: &User) {
    let words = deck("CECOT", "A prison.").to_string();
    let cases = [
        ("selector-none", "section", "for: \"section\" matches nothing on this page"),
        ("selector-bad", "p{", "for: \"p{\" is not a CSS selector"),
    ];
    for (name, selector, message) in cases {
        let desk = Desk::with_options(user, name, ARTICLE, &words, &["--for", selector]);
        panel_says(user, "how many faults there are", "1 fault");
        panel_says(user, "what is wrong", message);
        panel_says(user, "what to do", "Start serve with another selector, such as --for article");
        desk.save("deck.json", &deck("CECOT, told again", "A prison.").to_string());
        user.until_holds(
            "the cards are new",
            "document.querySelector('context-cards').getAttribute('deck').includes('?')",
        );
        panel_says(user, "it is told once still", "1 fault");
    }
}

fn a_saved_article_changes_the_page(user: &User) {
    let desk = Desk::open(user, "article");
    desk.save("article.html", &ARTICLE.replace("by night", "at noon"));
    user.until_holds("the new words are there", "document.querySelector('p')?.textContent.includes('at noon')");
    user.until_holds("and marked", "term('cecot')");
    // As programs save that delete the old file first.
    fs::rename(desk.folder.join("article.html"), desk.folder.join("away.html")).expect("it is taken away");
    user.until_holds("that it is gone is told", "document.body.innerText.includes('article.html')");
    fs::rename(desk.folder.join("away.html"), desk.folder.join("article.html")).expect("it is put back");
    user.until_holds("it is shown again", "document.querySelector('p')?.textContent.includes('at noon')");
    let file = fs::read_to_string(desk.folder.join("article.html")).expect("the article is there");
    assert!(!file.contains("context-"), "nothing was written into it");
}

fn the_panel_leaves_the_article_as_it_is(user: &User) {
    let _desk = Desk::open(user, "panel");
    assert!(user.holds("getComputedStyle(document.querySelector('article')).marginLeft === '123px'"), "its own style");
    assert!(user.holds("document.querySelector('article').getBoundingClientRect().right <= innerWidth"));
    assert!(user.holds("document.documentElement.scrollWidth === innerWidth"), "the panel takes no room");
    user.until_holds("the panel is there", &format!("{PANEL}.querySelector('[role=status]').textContent"));
    user.ask(&format!("{PANEL}.querySelector('summary').focus();"));
    user.key(ENTER);
    user.until_holds("a key opens it", &format!("{PANEL}.querySelector('details').open"));
    user.key(ENTER);
    user.until_holds("and closes it", &format!("!{PANEL}.querySelector('details').open"));
    assert!(user.holds(
        "document.querySelector('aside[data-context-cards]').getAttribute('aria-label') === 'Faults in the decks'"
    ));
}
