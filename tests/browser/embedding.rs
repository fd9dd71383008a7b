//! Can any site embed it: from other origins, twice, in any layout, and let go of again?

use crate::harness::{Answer, ENTER, Origin, Page, User, element, sample, stories, term};
use serde_json::json;

stories![
    three_origins_work_together,
    two_widgets_share_a_page,
    two_copies_of_the_loader_do_no_harm,
    earlier_decks_win,
    a_deck_that_is_switched_off_marks_nothing,
    it_takes_no_room_in_any_parent,
    another_article_in_the_place_of_the_first_is_marked,
    ready_follows_a_change_of_attributes,
    a_failure_of_the_sites_own_is_not_ours,
    coming_and_going_leaves_nothing except [Firefox: NO_COUNTS, WebKit: NO_COUNTS],
    a_page_that_was_left_is_kept except [Firefox: NO_COLLECTION, WebKit: NO_COLLECTION],
    the_console_stays_empty,
];

/// Why a story that counts what a page holds is told in Chromium only.
const NO_COUNTS: &str = "its driver does not count nodes and listeners";
/// Why a story that waits for the garbage collector is told in Chromium only.
const NO_COLLECTION: &str = "its driver does not collect garbage on request";

fn three_origins_work_together(user: &User) {
    let (cdn, decks) = (Origin::with_the_release(), Origin::empty());
    cdn.always("Access-Control-Allow-Origin", "*");
    decks.put("/deck.json", Answer::json(sample::deck().to_string()).header("Access-Control-Allow-Origin", "*"));
    let element = format!(r#"<context-cards deck="{}" for="article"></context-cards>"#, decks.url("/deck.json"));
    user.open(&Page::sample().loader(&cdn.url("/context-cards.js")).element(&element));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    let asked: Vec<String> = user.site.requests().into_iter().map(|(path, _)| path).collect();
    assert!(cdn.was_asked_for("/widget_bg.wasm"), "the widget comes from where its loader does");
    assert!(!asked.iter().any(|path| path.contains("widget")), "and not from the page's origin: {asked:?}");
}

fn two_widgets_share_a_page(user: &User) {
    let deck = sample::deck_of(&[sample::lone_card("cecot", "CECOT, told again", "CECOT")]);
    let second = format!(
        "<article id=\"second\" style=\"margin-top: 200px\"><p>Another article on CECOT.</p></article>\
         <script type=\"application/json\" id=\"other\">{deck}</script>"
    );
    let elements = "<context-cards deck=\"#deck\" for=\"article:not(#second)\"></context-cards>\
        <context-cards deck=\"#other\" for=\"#second\"></context-cards>";
    user.open(&Page::sample().element(elements).after(&second));
    user.ready();
    user.until_holds(
        "both articles are marked",
        "document.querySelector('#second context-term') && term('court-order')",
    );
    user.hover(&element("#second context-term"));
    user.until("the second widget's card", || user.card_of(1).filter(|card| card.title == "CECOT, told again"));
    assert!(user.card().is_none(), "the first widget shows none");
    user.hover(&element("article:not(#second) context-term[card=cecot]"));
    user.sees_card("CECOT");
    user.until("the second widget's card closes", || user.card_of(1).is_none().then_some(()));
    user.move_away();
    user.sees_no_card();
    user.ask("host(0).remove();");
    user.until_holds("the first article is unmarked", "document.querySelectorAll('context-term').length === 1");
    user.hover(&element("#second context-term"));
    user.sees_card("CECOT, told again");
    assert!(user.faults().is_empty(), "{:?}", user.faults());
}

fn two_copies_of_the_loader_do_no_harm(user: &User) {
    let cdn = Origin::with_the_release();
    cdn.always("Access-Control-Allow-Origin", "*");
    let twice = format!(
        "<script type=\"module\" src=\"/context-cards.js?again\"></script><script type=\"module\" src=\"{}\"></script>",
        cdn.url("/context-cards.js")
    );
    user.open(&Page::sample().after(&twice));
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    assert_eq!(user.heard("open").len(), 1);
    assert!(user.faults().is_empty() && user.heard("error").is_empty(), "{:?}", user.faults());
}

fn earlier_decks_win(user: &User) {
    let deck = |title: &str, others: &[serde_json::Value]| {
        let mut cards = vec![sample::lone_card("cecot", title, "CECOT")];
        cards.extend_from_slice(others);
        Answer::json(sample::deck_of(&cards).to_string())
    };
    user.site.put("/first.json", deck("From the first", &[]));
    user.site
        .put("/second.json", deck("From the second", &[sample::lone_card("court-order", "The order", "court order")]));
    // The first deck comes last over the network: the order on the page counts.
    user.site.put("/first.json", deck("From the first", &[]).after(std::time::Duration::from_millis(300)));
    user.open(
        &Page::sample()
            .element("<context-cards for=\"article\" deck=\" /first.json\n /second.json \"></context-cards>"),
    );
    assert_eq!(user.ready(), (2, 2));
    user.hover(&term("cecot"));
    user.sees_card("From the first");
    user.hover(&term("court-order"));
    user.sees_card("The order");
}

fn a_deck_that_is_switched_off_marks_nothing(user: &User) {
    let mut deck = sample::deck();
    deck["enabled"] = false.into();
    user.open(&Page::sample().deck(&deck));
    assert_eq!(user.ready(), (0, 0));
    assert!(user.marks().is_empty() && user.article_is_as_sent());
    assert!(user.heard("error").is_empty(), "it was meant");
}

fn it_takes_no_room_in_any_parent(user: &User) {
    let rules = "body > * > * { padding: 20px; border: 1px solid; margin: 10px; min-height: 30px; display: block; flex: 1 1 50px; }\
        .stack > :last-child { margin-bottom: 99px; }";
    for parent in [
        "display: flex; gap: 30px; justify-content: space-between",
        "display: flex; flex-direction: column; gap: 12px",
        "display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px",
        "display: inline-grid; grid-auto-flow: column; gap: 20px",
        "columns: 2",
        "display: block; white-space: pre",
    ] {
        let page = |element: &str| {
            let stack =
                format!("<div class=\"stack\" style=\"{parent}\"><p>One</p>{element}<p>Two</p><p>Three</p></div>");
            Page::sample().css(rules).element(&stack)
        };
        user.open(&page(""));
        let without = user.ask("return layout();");
        user.open(&page("<context-cards deck=\"#deck\" for=\"article\"></context-cards>"));
        user.ready();
        assert_eq!(user.ask_with("return changes(arguments[0]);", &[without]), json!([]), "in a parent with {parent}");
    }
}

fn another_article_in_the_place_of_the_first_is_marked(user: &User) {
    user.open(&Page::sample());
    user.ready();
    user.ask(
        "const next = document.createElement('article');
         next.innerHTML = '<p>Elsewhere, CECOT again.</p>';
         document.querySelector('article').replaceWith(next);",
    );
    user.until_holds("it is marked", "document.querySelectorAll('article context-term').length === 1");
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
}

fn ready_follows_a_change_of_attributes(user: &User) {
    user.open(&Page::sample().options(r#"load="intent""#));
    user.until_holds("the element is there", "host()?.ready");
    user.ask("window.said = host().ready; host().setAttribute('load', 'eager');");
    assert_eq!(user.ask("return said;"), json!({"cards": 3, "terms": 3}));
}

fn a_failure_of_the_sites_own_is_not_ours(user: &User) {
    let fails = "for (const name of ['context-cards:open', 'focusin'])
        addEventListener(name, () => { throw new Error('the counter of the site'); });";
    user.open(&Page::sample().script(fails));
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.tab_to(&term("bitcoin-policy"));
    user.key(ENTER);
    user.sees_card("The Bitcoin policy");
    assert!(user.heard("error").is_empty(), "{:?}", user.heard("error"));
    assert_eq!(user.marks().len(), 3);
}

fn coming_and_going_leaves_nothing(user: &User) {
    user.open(&Page::sample().options(r#"load="eager""#));
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.move_away();
    let come_and_go = |times: u32| {
        user.ask(&format!(
            "let element = host();
             return (async () => {{
               for (let i = 0; i < {times}; i++) {{
                 element.remove();
                 if (i % 2) element = element.cloneNode();
                 document.body.append(element);
                 await element.ready;
                 element.open('cecot');
                 while (!card()?.matches(':popover-open')) await frames(1);
               }}
               element.remove();
               await frames(2);
             }})();"
        ));
        user.cdp("HeapProfiler.collectGarbage", &json!({}));
        let counts = user.cdp("Memory.getDOMCounters", &json!({}));
        let memory = user.ask("return import('/widget.js').then(({ initSync }) => initSync()).then((exports) => Object.values(exports).find((value) => value instanceof WebAssembly.Memory).buffer.byteLength);");
        user.ask("document.body.append(Object.assign(document.createElement('context-cards'), {})); host().setAttribute('deck', '#deck'); host().setAttribute('for', 'article'); host().setAttribute('load', 'eager');");
        (counts["nodes"].clone(), counts["jsEventListeners"].clone(), memory)
    };
    come_and_go(5);
    let before = come_and_go(5);
    assert_eq!(before, come_and_go(40), "nodes, listeners, bytes of memory");
}

/// A browser keeps the page that a reader leaves, for when the reader comes back, as long as none of its scripts runs meanwhile: what frees
/// the widget's memory once it is garbage would.
fn a_page_that_was_left_is_kept(user: &User) {
    user.site.put("/elsewhere", Answer::html("<!doctype html><title>Elsewhere</title><p>Another page.</p>"));
    let page =
        || Page::sample().script("addEventListener('pageshow', ({ persisted }) => (window.isKept = persisted));");
    for (what, widget, act) in [
        ("a page without the widget", false, ""),
        ("its element removed", true, "host().remove();"),
        ("its deck changed", true, "host().setAttribute('deck', '#other');"),
    ] {
        user.open(&if widget { page() } else { page().without_loader() });
        if widget {
            user.ready();
            user.hover(&term("cecot"));
            user.sees_card("CECOT");
            user.move_away();
            user.sees_no_card();
        }
        user.ask(act);
        user.go(&user.site.url("/elsewhere"));
        user.cdp("HeapProfiler.collectGarbage", &json!({}));
        // What is to run then is a task of the same thread.
        user.ask("return frames(3);");
        user.command("/back", &json!({}));
        user.until_holds("the page is back", "'isKept' in window");
        assert!(user.holds("isKept"), "{what}: the page is loaded anew");
    }
}

fn the_console_stays_empty(user: &User) {
    user.open(&Page::sample());
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.ask("host().openPanel(); host().close(); host().refresh(); host().remove();");
    user.stays_for(300.0, "nothing is written there", || user.console().is_empty());
}
