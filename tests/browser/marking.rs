//! Which words become terms, and does the article stay what it was, while they are marked and after?

use crate::stage::{Page, Reader, element, stories, term};
use serde_json::json;

stories![
    marking_the_demo_moves_nothing,
    marking_the_sample_moves_nothing,
    removal_puts_the_article_back_to_the_byte,
    later_content_is_marked_without_end,
    a_hand_placed_term_wins,
    skipped_parts_stay_as_they_are,
    the_articles_own_elements_and_selection_survive,
    a_term_across_elements_is_one_tab_stop,
    density_is_chosen,
    the_element_may_move_and_return,
    what_a_framework_writes_anew_is_all_that_stands_there,
];

/// Marks the page that stands there, and compares what a reader sees of it before and after.
fn moves_nothing(reader: &Reader, page: Page) {
    reader.open(&page.without_loader());
    reader.ask("window.before = layout();");
    let (_, terms) = reader.load_widget();
    assert!(terms >= 3, "{terms} terms are marked");
    assert_eq!(reader.ask("return changes(window.before);"), json!([]), "every box and every word is where it was");
    assert!(reader.holds("term('cecot') !== undefined"), "and it was marked");
}

fn marking_the_demo_moves_nothing(reader: &Reader) {
    moves_nothing(reader, Page::demo());
}

fn marking_the_sample_moves_nothing(reader: &Reader) {
    moves_nothing(reader, Page::sample().css("article { text-align: justify; hyphens: auto; letter-spacing: .01em; }"));
}

fn removal_puts_the_article_back_to_the_byte(reader: &Reader) {
    for page in [Page::sample(), Page::demo()] {
        reader.open(&page.without_loader());
        reader.ask("window.twin = document.querySelector('article').cloneNode(true);");
        reader.load_widget();
        reader.hover(&term("cecot"));
        reader.sees_card("CECOT");
        reader.move_away();
        reader.sees_no_card();
        reader.ask(
            "for (const root of [window.twin, document.querySelector('article')])
                 root.insertAdjacentHTML('beforeend', '<p id=\"later\">Later, a <b>federal</b> court order; &amp; CECOT\\u00ad again.</p>');",
        );
        reader.ask("host().setAttribute('mark', 'all');");
        reader.ask("return host().refresh();");
        reader.ask("host().remove();");
        reader.until_holds("the marks are gone", "document.querySelector('context-term') === null");
        assert!(
            reader.holds("document.querySelector('article').innerHTML === window.twin.innerHTML"),
            "as it was, to the byte"
        );
        assert!(reader.faults().is_empty(), "{:?}", reader.faults());
    }
}

fn what_a_framework_writes_anew_is_all_that_stands_there(reader: &Reader) {
    let page = Page::of("<p>CECOT was named, then a federal court order, and more.</p><p>Another line.</p>");
    reader.open(&page.script("addEventListener('DOMContentLoaded', () => { window.kept = document.querySelector('article p').firstChild; });"));
    reader.ready();
    assert_eq!(reader.marks().len(), 2);
    reader.ask("kept.nodeValue = 'Now it names the Bitcoin policy.';");
    reader.until_holds(
        "the line is what was written",
        "squeeze(document.querySelector('article p').textContent) === 'Now it names the Bitcoin policy.'",
    );
    reader.until_holds("and is marked", "document.querySelector('article p context-term[card=bitcoin-policy]')");
    reader.ask("host().remove();");
    assert_eq!(
        reader.ask("return document.querySelector('article').innerHTML.trim();"),
        "<p>Now it names the Bitcoin policy.</p><p>Another line.</p>"
    );
}

fn later_content_is_marked_without_end(reader: &Reader) {
    reader.open(&Page::sample().options(r#"mark="all""#));
    reader.ready();
    let before = reader.marks().len();
    reader.ask("document.querySelector('article').insertAdjacentHTML('beforeend', '<p id=later>More of CECOT.</p>');");
    reader.until_holds("the new paragraph is marked", "document.querySelector('#later context-term[card=cecot]')");
    assert_eq!(reader.marks().len(), before + 1);
    // A single-page app shows its next article in the same place.
    reader.ask(
        "document.querySelector('article').innerHTML = '<p id=next>The next article, on the Bitcoin policy.</p>';",
    );
    reader
        .until_holds("the next article is marked", "document.querySelector('#next context-term[card=bitcoin-policy]')");
    assert_eq!(reader.marks(), ["Bitcoin policy>bitcoin-policy"]);
    reader.hover(&term("bitcoin-policy"));
    reader.sees_card("The Bitcoin policy");
    // Its own marks are no news to it: once all is marked, the article is left alone.
    reader.move_away();
    reader.sees_no_card();
    reader.ask(
        "window.changed = 0; new MutationObserver((list) => { window.changed += list.length; })
             .observe(document.querySelector('article'), { subtree: true, childList: true, characterData: true });",
    );
    reader.stays_for(700.0, "nothing changes in the article", || reader.holds("window.changed === 0"));
}

fn a_hand_placed_term_wins(reader: &Reader) {
    let article = "<p>CECOT comes first. Later it is <context-term card=\"cecot\">that <i>place</i></context-term>, then CECOT.</p>";
    reader.open(&Page::of(article));
    reader.ready();
    assert_eq!(reader.marks(), ["that place>cecot"]);
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    reader.move_away();
    reader.sees_no_card();
    reader.ask("host().remove();");
    reader.until("the article is as it was sent", || reader.article_is_as_sent().then_some(()));

    reader.open(&Page::of(article).options(r#"mark="all""#));
    reader.ready();
    assert_eq!(reader.marks(), ["CECOT>cecot", "that place>cecot", "CECOT>cecot"]);
}

fn skipped_parts_stay_as_they_are(reader: &Reader) {
    let parts = [
        "<h2>CECOT</h2>",
        "<p><a href=\"#a\">to CECOT</a></p>",
        "<p><button>CECOT</button> <label>CECOT <input value=\"CECOT\"></label> <textarea>CECOT</textarea></p>",
        "<p><select><option>CECOT</option></select></p>",
        "<p><code>CECOT</code> <kbd>CECOT</kbd> <samp>CECOT</samp></p><pre>CECOT</pre>",
        "<script type=\"text/plain\">CECOT</script><style>/* CECOT */</style>",
        "<svg width=\"80\" height=\"20\"><text y=\"15\">CECOT</text></svg><math><mtext>CECOT</mtext></math>",
        "<p contenteditable=\"true\">CECOT</p>",
        "<p hidden>CECOT</p><p aria-hidden=\"true\">CECOT</p>",
        "<p data-context-cards=\"off\">CECOT</p><p class=\"quiet\">CECOT</p>",
    ];
    let article = format!("{}<p id=\"plain\">CECOT’s gate, not CECOTs.</p>", parts.concat());
    reader.open(&Page::of(&article).options(r#"mark="all" skip=".quiet""#));
    reader.ready();
    let marked =
        reader.ask("return [...document.querySelectorAll('context-term')].map((t) => t.parentElement.outerHTML);");
    assert_eq!(reader.marks(), ["CECOT>cecot"], "marked in {marked}");
    assert!(reader.holds("term('cecot').parentElement.id === 'plain'"));
}

fn the_articles_own_elements_and_selection_survive(reader: &Reader) {
    reader.open(&Page::sample().options(r#"mark="all""#).without_loader());
    reader.ask(
        "window.own = [...document.querySelectorAll('article *')];
         window.clicks = 0;
         document.querySelector('article em').addEventListener('click', () => { window.clicks += 1; });
         const [first, second] = document.querySelectorAll('article p');
         getSelection().setBaseAndExtent(first.firstChild, 10, second.lastChild, 20);
         window.selected = getSelection().toString();",
    );
    reader.load_widget();
    assert!(reader.marks().len() >= 4, "{:?}", reader.marks());
    assert!(reader.holds("window.own.every((element) => element.isConnected)"), "every element is the one it was");
    assert!(
        reader.holds("getSelection().toString() === window.selected && window.selected.length > 50"),
        "what was selected still is"
    );
    reader.click(&element("article em"));
    reader.until_holds("the site hears a click on its own element", "window.clicks === 1");
    reader.click(&element("article a"));
    reader.until_holds("a link in the article still leads on", "location.hash === '#elsewhere'");
}

fn a_term_across_elements_is_one_tab_stop(reader: &Reader) {
    reader.open(&Page::of("<p>A federal <em>court</em>\n order came.</p>"));
    assert_eq!(reader.ready(), (3, 1), "cards and terms");
    let pieces =
        reader.ask("return [...document.querySelectorAll('context-term')].map((t) => t.textContent).join('|');");
    assert_eq!(pieces, "federal |court|\n order");
    assert!(reader.holds("document.querySelector('em > context-term') !== null"), "the emphasis stays where it was");
    let stops =
        reader.ask("return [...document.querySelectorAll('context-term')].filter((t) => t.tabIndex >= 0).length;");
    assert_eq!(stops, 1);
    reader.hover(&element("em > context-term"));
    reader.sees_card("The court order");
}

fn density_is_chosen(reader: &Reader) {
    let article = "<p>CECOT, and CECOT.</p><h2>A section</h2><p>CECOT and CECOT.</p><h2>Another</h2><p>CECOT.</p>";
    for (options, expected) in
        [("", 1), (r#"mark="first""#, 1), (r#"mark="section""#, 3), (r#"mark="all""#, 5), (r#"mark="ALL""#, 1)]
    {
        reader.open(&Page::of(article).options(options));
        reader.ready();
        assert_eq!(reader.marks().len(), expected, "marks with {options}");
    }
}

fn the_element_may_move_and_return(reader: &Reader) {
    reader.open(&Page::sample());
    reader.ready();
    let marks = reader.marks();
    reader.ask("document.body.prepend(host());");
    reader.until("the terms are marked after a move", || (reader.marks() == marks).then_some(()));
    reader.hover(&term("cecot"));
    reader.sees_card("CECOT");
    reader.ask("window.kept = host(); window.kept.remove();");
    reader.until("the article is as it was sent", || reader.article_is_as_sent().then_some(()));
    reader.stays_for(400.0, "and stays so", || reader.article_is_as_sent() && reader.card().is_none());
    reader.move_away();
    reader.ask("document.body.append(window.kept);");
    reader.until("the terms are marked on return", || (reader.marks() == marks).then_some(()));
    reader.hover(&term("court-order"));
    reader.sees_card("The court order");
    assert!(reader.faults().is_empty(), "{:?}", reader.faults());
}
