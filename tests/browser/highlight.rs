//! Does `mode="highlight"` mark without changing the article, and are the painted words as good as marks?

use crate::harness::{ENTER, ESCAPE, Page, Spot, User, at, sample, stories};
use crate::hosts::{self, FIRST, SITES};
use crate::note::Note;
use crate::rewriting::{ROOT, says};
use context_cards::placement::geometry::Rect;
use serde_json::{Value, json};

stories![
    painting_changes_nothing_and_leaves_nothing,
    the_card_stands_by_the_line_under_the_pointer,
    a_tap_on_painted_words_opens except [WebKit: crate::harness::NO_TOUCH],
    keys_open_cards_from_the_list,
    what_covers_painted_words_opens_nothing,
    a_term_across_elements_and_one_placed_by_hand,
    a_card_stays_while_its_paragraph_is_written_anew,
    a_hundred_renderings_lose_nothing,
    a_server_rendered_article_hydrates_under_painted_words,
    a_browser_that_cannot_paint_has_the_list,
];

/// The sample article, painted.
fn painted_page(article: &str) -> Page {
    Page::of(article).options("mode=\"highlight\"")
}

/// The words that are painted under a name, in the order of the page.
fn painted(user: &User, name: &str) -> Value {
    user.ask_with("return [...(CSS.highlights.get(arguments[0]) ?? [])].map(String).sort();", &[name.into()])
}

/// The lines of painted words, scrolled into view.
fn lines(user: &User, words: &str) -> Vec<Rect> {
    let found = user.ask_with(
        "const ranges = ['context-term', 'context-term-open'].flatMap((name) => [...(CSS.highlights.get(name) ?? [])]);
         const range = ranges.find((range) => squeeze(String(range)) === arguments[0]);
         range?.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
         return [...(range?.getClientRects() ?? [])].map(plain);",
        &[words.into()],
    );
    let side = |line: &Value, name: &str| line[name].as_f64().unwrap_or(f64::NAN);
    let rect = |line: &Value| Rect {
        x: side(line, "x"),
        y: side(line, "y"),
        width: side(line, "width"),
        height: side(line, "height"),
    };
    found.as_array().into_iter().flatten().map(rect).collect()
}

fn middle(line: Rect) -> Spot {
    at(line.x + line.width / 2.0, line.y + line.height / 2.0)
}

/// The first line of painted words.
fn words(user: &User, words: &str) -> Spot {
    middle(user.until(&format!("{words} is painted"), || lines(user, words).first().copied()))
}

const WATCH: &str = "window.watch = new MutationObserver(() => {});
    watch.observe(document.querySelector('article'), { subtree: true, childList: true, characterData: true, attributes: true });";

fn painting_changes_nothing_and_leaves_nothing(user: &User) {
    user.open(&painted_page(sample::ARTICLE).without_loader());
    user.ask(&format!("{WATCH} window.sheets = document.adoptedStyleSheets.length;"));
    assert_eq!(user.load_widget(), (3, 3));
    assert_eq!(painted(user, "context-term"), json!(["Bitcoin policy", "CECOT", "federal court order"]));
    user.hover(&words(user, "CECOT"));
    user.sees_card("CECOT");
    assert_eq!(painted(user, "context-term-open"), json!(["CECOT"]), "its words look open");
    assert_eq!(user.hears("open").detail, json!({"card": "cecot", "term": "CECOT", "trigger": "pointer"}));
    user.move_away();
    user.sees_no_card();
    user.ask("host().open('court-order');");
    user.sees_card("The court order");
    user.ask("host().remove();");
    assert!(
        user.holds("CSS.highlights.size === 0 && document.adoptedStyleSheets.length === sheets"),
        "nothing is left"
    );
    assert!(user.holds("watch.takeRecords().length === 0") && user.article_is_as_sent(), "nothing was changed");
    user.hears_no_complaint("painted");
}

fn the_card_stands_by_the_line_under_the_pointer(user: &User) {
    // Set so that the term breaks into two lines.
    let article =
        "<p style=\"width: 18ch; margin: 200px 0\">In the valley a federal court order came to be spoken of.</p>";
    user.open(&painted_page(article).css("body { background: #111; color: #eee; }"));
    assert_eq!(user.ready(), (3, 1));
    let broken = lines(user, "federal court order");
    assert!(broken.len() > 1, "the term wraps: {broken:?}");
    for line in [broken[0], broken[broken.len() - 1]] {
        user.hover(&middle(line));
        let card = user.sees_card("The court order").rect;
        let gap = if card.y > line.y { card.y - line.bottom() } else { line.y - card.bottom() };
        let is_above_or_below = (0.0..=24.0).contains(&gap) && card.x < line.right() && line.x < card.right();
        let is_beside = card.x >= line.right() || card.right() <= line.x;
        assert!(is_above_or_below || is_beside, "{card:?} stands by {line:?}");
        assert!(user.holds("card().dataset.theme === 'dark'"), "as its article is");
        user.move_away();
        user.sees_no_card();
    }
}

fn a_tap_on_painted_words_opens(user: &User) {
    user.open(&painted_page(sample::ARTICLE));
    user.ready();
    user.tap(&words(user, "CECOT"));
    user.sees_card("CECOT");
    assert_eq!(user.hears("open").detail["trigger"], "touch");
    user.tap(&at(1200.0, 20.0));
    user.sees_no_card();
}

fn keys_open_cards_from_the_list(user: &User) {
    user.open(&painted_page(sample::ARTICLE));
    user.ready();
    let opener = "host().shadowRoot.querySelector('.opener')";
    user.until_holds("the way to the list is there", opener);
    user.tab_to(&Spot::Element(opener.into()));
    user.key(ENTER);
    let choice = "[...host().shadowRoot.querySelectorAll('[part~=list] button')].find((button) => squeeze(button.textContent).includes('The court order'))";
    user.until_holds("the list is open", choice);
    user.tab_to(&Spot::Element(choice.into()));
    user.key(ENTER);
    user.sees_card("The court order");
    user.until_holds("the focus is in the card", "card().contains(focused())");
    user.key(ESCAPE);
    user.sees_no_card();
    user.until_holds("the focus is where the reader came from", &format!("focused() === {opener}"));
}

fn what_covers_painted_words_opens_nothing(user: &User) {
    user.open(&painted_page(sample::ARTICLE));
    user.ready();
    let there = words(user, "CECOT");
    // Firefox sends a pointer to what is laid out by then.
    user.ask("document.body.insertAdjacentHTML('beforeend', '<div id=\"cover\" style=\"position: fixed; inset: 0\"></div>'); return frames(2);");
    user.hover(&there);
    user.sees_nothing_open();
    user.ask("document.querySelector('#cover').remove(); return frames(2);");
    user.move_away();
    user.hover(&there);
    user.sees_card("CECOT");
}

fn a_term_across_elements_and_one_placed_by_hand(user: &User) {
    let by_hand = "<context-term card=\"cecot\">the <b>mega</b>-prison</context-term>";
    let article = format!("<p>A federal <em>court</em> order on {by_hand}, and CECOT again.</p>");
    user.open(&painted_page(&article));
    assert_eq!(user.ready(), (3, 2), "a writer's own mark is the card's one mark");
    user.hover(&words(user, "court"));
    user.sees_card("The court order");
    assert_eq!(user.hears("open").detail["term"], "federal court order");
    user.hover(&words(user, "mega"));
    user.sees_card("CECOT");
    assert!(user.article_is_as_sent(), "also a writer's mark stays as it is");
}

fn a_card_stays_while_its_paragraph_is_written_anew(user: &User) {
    user.open(&painted_page("<p style=\"margin-top: 200px\">The CECOT stands.</p>"));
    user.ready();
    user.ask("host().open('cecot');");
    user.sees_card("CECOT");
    user.ask("document.querySelector('article p').textContent = 'By the river the CECOT stands.';");
    user.keeps_seeing("CECOT");
    assert_eq!(painted(user, "context-term-open"), json!(["CECOT"]));
    user.ask("document.querySelector('article p').textContent = 'By the river a tower stands.';");
    user.sees_no_card();
    assert!(user.holds("CSS.highlights.size === 0"), "nothing is painted on other words");
}

fn a_hundred_renderings_lose_nothing(user: &User) {
    let mut note = Note::of(
        "painted-renderings",
        "renderings by React, Vue and Svelte of a painted article",
        Some(user.browser.engine.name()),
    );
    for name in SITES {
        user.open(&hosts::site(user, name).options("mode=\"highlight\""));
        user.ask(&format!("site.mount({ROOT}); {WATCH}"));
        user.until("all are painted", || {
            painted(user, "context-term").as_array().is_some_and(|all| all.len() == 3).then_some(())
        });
        // What the framework itself does is seen at once; whatever comes between two of its renderings would be ours.
        let others = user.ask_with(
            "return (async ([first, ...rest]) => {
               watch.takeRecords();
               let others = 0;
               for (let round = 1; round <= 100; round++) {
                 const stories = [...rest, first].sort((one, other) => (one.id * round) % 7 - (other.id * round) % 7);
                 await site.set(stories.map((story) => (round % 3 && story.id === 1 ? { ...story, text: `${round} by CECOT.` } : story)));
                 watch.takeRecords();
                 await frames(1);
                 others += watch.takeRecords().length;
               }
               await site.set([first, ...rest]);
               watch.takeRecords();
               await new Promise((done) => setTimeout(done, 400));
               return others + watch.takeRecords().length;
             })(arguments[0]);",
            &[FIRST.iter().map(|(id, text)| json!({"id": id, "text": text})).collect()],
        );
        assert_eq!(others, 0, "{name}: changes of the article that are not the framework's");
        says(user, &hosts::text(&FIRST));
        assert_eq!(painted(user, "context-term"), json!(["Bitcoin policy", "CECOT", "federal court order"]), "{name}");
        user.hover(&words(user, "federal court order"));
        user.sees_card("The court order");
        user.ask("host().remove(); site.leave();");
        says(user, "");
        user.hears_no_complaint(name);
        note.count(100);
    }
}

fn a_server_rendered_article_hydrates_under_painted_words(user: &User) {
    let mut note =
        Note::of("painted-hydrated", "frameworks that hydrate a painted article", Some(user.browser.engine.name()));
    for name in SITES {
        user.open(&hosts::server_rendered(user, name).options("mode=\"highlight\""));
        assert_eq!(user.ready(), (3, 3), "{name}");
        hosts::hydrate(user);
        hosts::keeps_what_was_sent(user, name);
        user.hover(&words(user, "CECOT"));
        user.sees_card("CECOT");
        hosts::render(user, &FIRST[1..]);
        user.sees_no_card();
        user.hears_no_complaint(name);
        note.count(1);
    }
}

fn a_browser_that_cannot_paint_has_the_list(user: &User) {
    let list = "<div id=\"all\"></div>";
    let page = Page::sample().options("mode=\"highlight\" list=\"#all\"").after(list);
    user.open(&page.script("Object.defineProperty(CSS, 'highlights', { value: undefined });"));
    assert_eq!(user.ready(), (3, 3));
    assert_eq!(user.hears("error").detail["code"], "bad-option");
    user.until_holds(
        "the list has all",
        "document.querySelector('#all').firstChild?.shadowRoot.textContent.includes('Bitcoin')",
    );
    user.ask("host().open('cecot');");
    user.sees_card("CECOT");
    assert_eq!(user.heard("error").len(), 1, "it is told once");
    assert!(user.article_is_as_sent() && user.marks().is_empty(), "the article is not marked instead");
    user.until("one warning says it", || (user.console().len() == 1).then_some(()));
}
