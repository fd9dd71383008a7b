//! Can any site embed it: from other origins, twice, in any layout, loaded when it likes, heard and steered from its scripts?

use crate::stage::{Answer, ENTER, Origin, Page, Reader, TAB, element, sample, stories, term};
use serde_json::json;

stories![
    three_origins_work_together,
    two_widgets_share_a_page,
    two_copies_of_the_loader_do_no_harm,
    earlier_decks_win,
    a_deck_that_is_switched_off_marks_nothing,
    it_takes_no_room_in_any_parent,
    idle_and_eager_load_by_themselves,
    intent_waits_for_the_reader,
    where_no_term_stands_no_widget_is_fetched,
    what_is_written_later_fetches_the_widget,
    a_script_that_asks_for_a_card_fetches_the_widget,
    no_spelling_of_a_term_is_overlooked,
    a_key_brings_the_widget_to_readers_without_a_pointer,
    another_article_in_the_place_of_the_first_is_marked,
    ready_follows_a_change_of_attributes,
    a_failure_of_the_sites_own_is_not_ours,
    events_tell_what_happened,
    scripts_open_close_and_refresh,
];

fn three_origins_work_together(reader: &Reader) {
    let (cdn, decks) = (Origin::with_the_release(), Origin::empty());
    cdn.always("Access-Control-Allow-Origin", "*");
    decks.put("/deck.json", Answer::json(sample::deck().to_string()).header("Access-Control-Allow-Origin", "*"));
    let element = format!(r#"<context-cards deck="{}" for="article"></context-cards>"#, decks.url("/deck.json"));
    reader.open(&Page::sample().loader(&cdn.url("/context-cards.js")).element(&element));
    assert_eq!(reader.ready(), (3, 3));
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    let asked: Vec<String> = reader.site.log().into_iter().map(|(path, _)| path).collect();
    assert!(cdn.was_asked_for("/widget_bg.wasm"), "the widget comes from where its loader does");
    assert!(!asked.iter().any(|path| path.contains("widget")), "and not from the page's origin: {asked:?}");
}

fn two_widgets_share_a_page(reader: &Reader) {
    let deck = sample::deck_of(&[sample::lone_card("cecot", "CECOT, told again", "CECOT")]);
    let second = format!(
        "<article id=\"second\" style=\"margin-top: 200px\"><p>Another article on CECOT.</p></article>\
         <script type=\"application/json\" id=\"other\">{deck}</script>"
    );
    let elements = "<context-cards deck=\"#deck\" for=\"article:not(#second)\"></context-cards>\
        <context-cards deck=\"#other\" for=\"#second\"></context-cards>";
    reader.open(&Page::sample().element(elements).after(&second));
    reader.ready();
    reader.until_holds(
        "both articles are marked",
        "document.querySelector('#second context-term') && term('court-order')",
    );
    reader.hover(&element("#second context-term"));
    reader.until("the second widget's card", || reader.card_of(1).filter(|card| card.title == "CECOT, told again"));
    assert!(reader.card().is_none(), "the first widget shows none");
    reader.hover(&element("article:not(#second) context-term[card=cecot]"));
    reader.sees_card("CECOT");
    reader.until("the second widget's card closes", || reader.card_of(1).is_none().then_some(()));
    reader.move_away();
    reader.sees_no_card();
    reader.ask("host(0).remove();");
    reader.until_holds("the first article is unmarked", "document.querySelectorAll('context-term').length === 1");
    reader.hover(&element("#second context-term"));
    reader.sees_card("CECOT, told again");
    assert!(reader.faults().is_empty(), "{:?}", reader.faults());
}

fn two_copies_of_the_loader_do_no_harm(reader: &Reader) {
    let cdn = Origin::with_the_release();
    cdn.always("Access-Control-Allow-Origin", "*");
    let twice = format!(
        "<script type=\"module\" src=\"/context-cards.js?again\"></script><script type=\"module\" src=\"{}\"></script>",
        cdn.url("/context-cards.js")
    );
    reader.open(&Page::sample().after(&twice));
    assert_eq!(reader.ready(), (3, 3));
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    assert_eq!(reader.heard("open").len(), 1);
    assert!(reader.faults().is_empty() && reader.heard("error").is_empty(), "{:?}", reader.faults());
}

fn earlier_decks_win(reader: &Reader) {
    let deck = |title: &str, others: &[serde_json::Value]| {
        let mut cards = vec![sample::lone_card("cecot", title, "CECOT")];
        cards.extend_from_slice(others);
        Answer::json(sample::deck_of(&cards).to_string())
    };
    reader.site.put("/first.json", deck("From the first", &[]));
    reader
        .site
        .put("/second.json", deck("From the second", &[sample::lone_card("court-order", "The order", "court order")]));
    // The first deck comes last over the network: the order on the page counts.
    reader.site.put("/first.json", deck("From the first", &[]).after(std::time::Duration::from_millis(300)));
    reader.open(
        &Page::sample()
            .element("<context-cards for=\"article\" deck=\" /first.json\n /second.json \"></context-cards>"),
    );
    assert_eq!(reader.ready(), (2, 2));
    reader.hover(&term("cecot"));
    reader.sees_card("From the first");
    reader.hover(&term("court-order"));
    reader.sees_card("The order");
}

fn a_deck_that_is_switched_off_marks_nothing(reader: &Reader) {
    let mut deck = sample::deck();
    deck["enabled"] = false.into();
    reader.open(&Page::sample().deck(&deck));
    assert_eq!(reader.ready(), (0, 0));
    assert!(reader.marks().is_empty() && reader.article_is_as_sent());
    assert!(reader.heard("error").is_empty(), "it was meant");
}

fn it_takes_no_room_in_any_parent(reader: &Reader) {
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
        reader.open(&page(""));
        let without = reader.ask("return layout();");
        reader.open(&page("<context-cards deck=\"#deck\" for=\"article\"></context-cards>"));
        reader.ready();
        assert_eq!(
            reader.ask_with("return changes(arguments[0]);", &[without]),
            json!([]),
            "in a parent with {parent}"
        );
    }
}

fn idle_and_eager_load_by_themselves(reader: &Reader) {
    for load in ["idle", "eager"] {
        reader.open(&Page::sample().options(&format!("load=\"{load}\"")));
        assert_eq!(reader.ready(), (3, 3), "with load={load}");
    }
}

fn intent_waits_for_the_reader(reader: &Reader) {
    reader.open(&Page::sample().options(r#"load="intent""#));
    reader.stays_for(700.0, "only the loader is fetched", || !reader.site.was_asked_for("/widget_bg.wasm"));
    assert!(reader.site.was_asked_for("/context-cards.js") && reader.article_is_as_sent());
    reader.hover(&element("article p"));
    reader.until_holds("the terms are marked", "term('cecot')");
    assert!(reader.site.was_asked_for("/widget_bg.wasm"));
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
}

/// A page on something else, and the cards of the sample.
fn elsewhere(reader: &Reader) {
    reader.open(&Page::of("<p>The harvest was good, and the river rose.</p>").deck(&sample::deck()));
    assert_eq!(reader.ready(), (3, 0));
    reader.stays_for(500.0, "no widget is fetched", || !reader.site.was_asked_for("/widget_bg.wasm"));
    assert_eq!(
        reader.ask("return host().cards.map(({id, mentions}) => id + mentions).join();"),
        "cecot0,court-order0,bitcoin-policy0"
    );
}

fn where_no_term_stands_no_widget_is_fetched(reader: &Reader) {
    elsewhere(reader);
    assert!(reader.article_is_as_sent() && reader.faults().is_empty());
    assert!(!reader.site.was_asked_for("/widget.js"));
}

fn what_is_written_later_fetches_the_widget(reader: &Reader) {
    elsewhere(reader);
    reader.ask("document.querySelector('article').insertAdjacentHTML('beforeend', '<p>They spoke of the CECOT.</p>');");
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    assert_eq!(reader.heard("ready").len(), 1);
}

fn a_script_that_asks_for_a_card_fetches_the_widget(reader: &Reader) {
    elsewhere(reader);
    assert_eq!(reader.ask("return host().open('court-order');"), true);
    reader.sees_card("The court order");
}

fn no_spelling_of_a_term_is_overlooked(reader: &Reader) {
    let rows = [
        ("Bogotá", "In Bogota\u{301}, nothing."),
        ("Bogota\u{301}", "In BOGOTÁ, nothing."),
        ("Nuñoa", "Nuñ\u{AD}oa, with a soft hyphen."),
        ("court order", "A <em>court</em>\u{A0}<strong>or</strong>der."),
        ("year-end", "The year\u{2011}end."),
        ("O'Brien", "Of O’Brien."),
        ("Hawai'i", "On Hawai\u{2BB}i."),
        ("οδος", "Η ΟΔΟΣ εδώ."),
        ("서울", "\u{1109}\u{1165}\u{110B}\u{116E}\u{11AF}에서"),
        ("C++", "Written in C++."),
        ("№ 5", "That was № 5."),
        ("Ⅳ", "Part Ⅳ."),
        ("2030", "By 2030, perhaps."),
    ];
    for (words, text) in rows {
        let mut card = sample::lone_card("card", "It", words);
        card["terms"] = json!([{"text": words, "case": "insensitive"}]);
        reader.open(&Page::of(&format!("<p>{text}</p>")).deck(&sample::deck_of(&[card])));
        assert_eq!(reader.ready(), (1, 1), "{words} in {text}");
    }
}

fn a_key_brings_the_widget_to_readers_without_a_pointer(reader: &Reader) {
    reader.open(&Page::sample().options(r#"load="intent""#));
    reader.key(TAB);
    reader.until_holds("the terms are marked", "term('cecot')");
}

fn another_article_in_the_place_of_the_first_is_marked(reader: &Reader) {
    reader.open(&Page::sample());
    reader.ready();
    reader.ask(
        "const next = document.createElement('article');
         next.innerHTML = '<p>Elsewhere, CECOT again.</p>';
         document.querySelector('article').replaceWith(next);",
    );
    reader.until_holds("it is marked", "document.querySelectorAll('article context-term').length === 1");
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
}

fn ready_follows_a_change_of_attributes(reader: &Reader) {
    reader.open(&Page::sample().options(r#"load="intent""#));
    reader.until_holds("the element is there", "host()?.ready");
    reader.ask("window.said = host().ready; host().setAttribute('load', 'eager');");
    assert_eq!(reader.ask("return said;"), json!({"cards": 3, "terms": 3}));
}

fn a_failure_of_the_sites_own_is_not_ours(reader: &Reader) {
    let fails = "for (const name of ['context-cards:open', 'focusin'])
        addEventListener(name, () => { throw new Error('the counter of the site'); });";
    reader.open(&Page::sample().script(fails));
    reader.ready();
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    reader.tab_to(&term("bitcoin-policy"));
    reader.key(ENTER);
    reader.sees_card("The Bitcoin policy");
    assert!(reader.heard("error").is_empty(), "{:?}", reader.heard("error"));
    assert_eq!(reader.marks().len(), 3);
}

fn events_tell_what_happened(reader: &Reader) {
    reader.open(&Page::sample());
    reader.ready();
    let ready = reader.hears("ready");
    assert_eq!(ready.detail, json!({"cards": 3, "terms": 3}));
    reader.hover(&term("court-order"));
    let opened = reader.hears("open");
    assert_eq!(opened.detail, json!({"card": "court-order", "term": "federal court order", "trigger": "pointer"}));
    reader.move_away();
    let closed = reader.hears("close");
    assert_eq!((&closed.detail["card"], &closed.detail["reason"]), (&"court-order".into(), &"left".into()));
    assert!(closed.detail["openFor"].as_f64() > Some(0.0), "{:?}", closed.detail);
    for event in [ready, opened, closed] {
        assert!(event.travels && event.from == "context-cards", "{} bubbles, composed, from the element", event.name);
    }
    assert_eq!(reader.heard("ready").len(), 1);
}

fn scripts_open_close_and_refresh(reader: &Reader) {
    reader.open(&Page::sample());
    reader.ready();
    assert!(reader.holds("host().cards.length === 3"), "the cards can be read");
    reader.ask("host().open('court-order');");
    reader.sees_card("The court order");
    assert_eq!(reader.hears("open").detail["trigger"], "api");
    reader.keeps_seeing("The court order");
    reader.ask("host().close();");
    reader.sees_no_card();
    assert_eq!(reader.hears("close").detail["reason"], "api");
    reader.ask("host().open('nobody knows'); host().close();");
    assert!(reader.card().is_none());
    reader.ask(
        "document.querySelector('article p').firstChild.data = 'Now nothing but CECOT and '; return host().refresh();",
    );
    reader.until_holds("the term is marked again", "term('cecot')");
    assert!(reader.faults().is_empty(), "{:?}", reader.faults());
}
