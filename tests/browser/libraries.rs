//! Does marked text stay whole where a library swaps it, a page is restored, or the browser translates it?

use crate::harness::{Answer, Page, User, stories, term};
use crate::hosts::{ALL_MARKED, CECOT, COIN, ORDER, SITES, site, text, with_library};
use crate::note::Note;
use crate::rewriting::{ROOT, says};
use serde_json::{Value, json};

stories![
    htmx_swaps_and_morphs_marked_text,
    turbo_visits_and_restores_a_marked_page,
    a_translation_and_its_undoing_lose_no_text,
    a_framework_renders_a_translated_article_anew,
];

/// As Chromium's translation does it: each text gives way to two elements with other words.
const TRANSLATE: &str = "const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT), all = [];
    while (walker.nextNode()) all.push(walker.currentNode);
    const font = () => Object.assign(document.createElement('font'), { style: 'vertical-align: inherit' });
    window.undo = all.filter(({ data }) => data.trim()).map((text) => {
        const [outer, inner] = [font(), font()];
        inner.textContent = text.data.replace('CECOT', 'la cárcel').replace('prison', 'cárcel').replace('Bitcoin', 'moneda');
        outer.append(inner);
        text.replaceWith(outer);
        return () => outer.replaceWith(text);
    });";

fn a_translation_and_its_undoing_lose_no_text(user: &User) {
    let mut note =
        Note::of("hosts-translated", "articles that are translated and back, twice", Some(user.browser.engine.name()));
    let said = "The prison known as CECOT stands. A federal court order came, and the Bitcoin policy went.";
    let translated = said.replace("prison", "cárcel").replace("CECOT", "la cárcel").replace("Bitcoin", "moneda");
    user.open(&Page::of(&format!("<div id=\"root\"><p>{said}</p></div>")));
    user.until_holds("all are marked", ALL_MARKED);
    for _ in 0..2 {
        user.ask(TRANSLATE);
        says(user, &translated);
        assert!(!user.holds("term('cecot') || term('bitcoin-policy')"), "no mark stands on other words");
        user.ask("undo.forEach((back) => back());");
        says(user, said);
        user.until_holds("all are marked again", ALL_MARKED);
    }
    user.ask("host().remove();");
    says(user, said);
    user.hears_no_complaint("translated");
    note.count(1);
}

fn a_framework_renders_a_translated_article_anew(user: &User) {
    let mut note = Note::of(
        "hosts-translated-frameworks",
        "frameworks that render a translated article anew",
        Some(user.browser.engine.name()),
    );
    for name in SITES {
        user.open(&site(user, name));
        user.ask(&format!("site.mount({ROOT});"));
        user.until_holds("all are marked", ALL_MARKED);
        user.ask(TRANSLATE);
        // Whole paragraphs move and go; the words in them are the translation's, as they are without marks.
        for order in [[COIN, ORDER, CECOT], [ORDER, CECOT, COIN]] {
            let stories: Vec<Value> = order.iter().map(|(id, text)| json!({"id": id, "text": text})).collect();
            user.ask_with("return site.set(arguments[0]);", &[stories.into()]);
            let moved =
                text(&order).replace("CECOT", "la cárcel").replace("prison", "cárcel").replace("Bitcoin", "moneda");
            says(user, &moved);
        }
        user.ask("return site.set([]);");
        says(user, "");
        user.ask("site.leave();");
        user.hears_no_complaint(name);
        note.count(1);
    }
}

fn htmx_swaps_and_morphs_marked_text(user: &User) {
    let mut note = Note::of("hosts-htmx", "swaps and morphs of htmx", Some(user.browser.engine.name()));
    let said = "<p>The CECOT stands.</p><p>A federal court order came.</p>";
    for (swap, part, text) in [
        ("innerHTML", "<p>Now the Bitcoin policy.</p>", "Now the Bitcoin policy."),
        (
            "innerMorph",
            "<p>The Bitcoin policy went.</p><p>A federal court order, again.</p>",
            "The Bitcoin policy went.A federal court order, again.",
        ),
        (
            "innerMorph",
            "<p>The CECOT stands no more.</p><p>The Bitcoin policy came.</p>",
            "The CECOT stands no more.The Bitcoin policy came.",
        ),
        ("outerHTML", "<div id=\"root\"><p>The Bitcoin policy.</p></div>", "The Bitcoin policy."),
        (
            "beforeend",
            "<p>And the Bitcoin policy.</p>",
            "The CECOT stands.A federal court order came.And the Bitcoin policy.",
        ),
    ] {
        user.site.put("/part", Answer::html(part));
        let button = format!("<button hx-get=\"/part\" hx-target=\"#root\" hx-swap=\"{swap}\">More</button>");
        user.open(
            &with_library(user, "htmx.org/dist/htmx.min.js", &format!("<div id=\"root\">{said}</div>")).before(&button),
        );
        user.until_holds("two are marked", "term('cecot') && term('court-order')");
        user.ask("document.querySelector('button').click();");
        says(user, text);
        user.until_holds("what came is marked", "term('bitcoin-policy')");
        user.ask("host().remove();");
        says(user, text);
        assert!(user.marks().is_empty());
        user.hears_no_complaint(swap);
        note.count(1);
    }
}

fn turbo_visits_and_restores_a_marked_page(user: &User) {
    let mut note = Note::of("hosts-turbo", "pages that Turbo visits and restores", Some(user.browser.engine.name()));
    let library = "@hotwired/turbo/dist/turbo.es2017-umd.js";
    let page = |said: &str| with_library(user, library, &format!("<div id=\"root\"><p>{said}</p></div>"));
    let (first, second) = ("The CECOT stands, says the federal court order.", "Now the Bitcoin policy.");
    user.site.put("/second", page(second).answer());
    user.open(&page(first));
    user.until_holds("two are marked", "term('cecot') && term('court-order')");
    user.ask("Turbo.visit('/second');");
    says(user, second);
    user.until_holds("the second page is marked", "term('bitcoin-policy')");
    user.hover(&term("bitcoin-policy"));
    user.sees_card("The Bitcoin policy");
    user.ask("history.back();");
    says(user, first);
    user.until_holds(
        "the first page is marked, once",
        "document.querySelectorAll('context-term').length === 2 && host()?.cards.length",
    );
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.ask("host().remove();");
    says(user, first);
    assert!(user.marks().is_empty());
    user.hears_no_complaint("turbo");
    note.count(1);
}
