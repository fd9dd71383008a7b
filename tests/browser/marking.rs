//! Which words become terms, and does the article stay what it was, while they are marked and after?

use crate::harness::sample::{deck_of, lone_card};
use crate::harness::{Page, User, element, stories, term};
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
    prose_comes_before_captions_and_lists_of_links,
    the_article_is_where_most_paragraphs_are,
    a_form_of_a_term_is_marked,
    the_element_may_move_and_return,
    what_a_framework_writes_anew_is_all_that_stands_there,
];

/// Marks the page that stands there, and compares what a reader sees of it before and after.
fn moves_nothing(user: &User, page: Page) {
    user.open(&page.without_loader());
    user.ask("window.before = layout();");
    let (_, terms) = user.load_widget();
    assert!(terms >= 3, "{terms} terms are marked");
    assert_eq!(user.ask("return changes(window.before);"), json!([]), "every box and every word is where it was");
    assert!(user.holds("term('cecot') !== undefined"), "and it was marked");
    assert_eq!(user.style("term('cecot')", "text-decoration-line"), "underline", "so that it is seen");
}

fn marking_the_demo_moves_nothing(user: &User) {
    moves_nothing(user, Page::demo());
}

fn marking_the_sample_moves_nothing(user: &User) {
    moves_nothing(user, Page::sample().css("article { text-align: justify; hyphens: auto; letter-spacing: .01em; }"));
}

fn removal_puts_the_article_back_to_the_byte(user: &User) {
    for page in [Page::sample(), Page::demo()] {
        user.open(&page.without_loader());
        user.ask("window.twin = document.querySelector('article').cloneNode(true);");
        user.load_widget();
        user.hover(&term("cecot"));
        user.sees_card("CECOT");
        user.move_away();
        user.sees_no_card();
        user.ask(
            "for (const root of [window.twin, document.querySelector('article')])
                 root.insertAdjacentHTML('beforeend', '<p id=\"later\">Later, a <b>federal</b> court order; &amp; CECOT\\u00ad again.</p>');",
        );
        user.ask("host().setAttribute('mark', 'all');");
        user.ask("return host().refresh();");
        user.ask("host().remove();");
        user.until_holds("the marks are gone", "document.querySelector('context-term') === null");
        assert!(
            user.holds("document.querySelector('article').innerHTML === window.twin.innerHTML"),
            "as it was, to the byte"
        );
        assert!(user.faults().is_empty(), "{:?}", user.faults());
    }
}

fn what_a_framework_writes_anew_is_all_that_stands_there(user: &User) {
    let page = Page::of("<p>CECOT was named, then a federal court order, and more.</p><p>Another line.</p>");
    user.open(&page.script("addEventListener('DOMContentLoaded', () => { window.kept = document.querySelector('article p').firstChild; });"));
    user.ready();
    assert_eq!(user.marks().len(), 2);
    user.ask("kept.nodeValue = 'Now it names the Bitcoin policy.';");
    user.until_holds(
        "the line is what was written",
        "squeeze(document.querySelector('article p').textContent) === 'Now it names the Bitcoin policy.'",
    );
    user.until_holds("and is marked", "document.querySelector('article p context-term[card=bitcoin-policy]')");
    user.ask("host().remove();");
    assert_eq!(
        user.ask("return document.querySelector('article').innerHTML.trim();"),
        "<p>Now it names the Bitcoin policy.</p><p>Another line.</p>"
    );
}

fn later_content_is_marked_without_end(user: &User) {
    user.open(&Page::sample().options(r#"mark="all""#));
    user.ready();
    let before = user.marks().len();
    user.ask("document.querySelector('article').insertAdjacentHTML('beforeend', '<p id=later>More of CECOT.</p>');");
    user.until_holds("the new paragraph is marked", "document.querySelector('#later context-term[card=cecot]')");
    assert_eq!(user.marks().len(), before + 1);
    // A single-page app shows its next article in the same place.
    user.ask(
        "document.querySelector('article').innerHTML = '<p id=next>The next article, on the Bitcoin policy.</p>';",
    );
    user.until_holds("the next article is marked", "document.querySelector('#next context-term[card=bitcoin-policy]')");
    assert_eq!(user.marks(), ["Bitcoin policy>bitcoin-policy"]);
    user.hover(&term("bitcoin-policy"));
    user.sees_card("The Bitcoin policy");
    // Its own marks are no news to it: once all is marked, the article is left alone.
    user.move_away();
    user.sees_no_card();
    user.ask(
        "window.changed = 0; new MutationObserver((list) => { window.changed += list.length; })
             .observe(document.querySelector('article'), { subtree: true, childList: true, characterData: true });",
    );
    user.stays_for(700.0, "nothing changes in the article", || user.holds("window.changed === 0"));
}

fn a_hand_placed_term_wins(user: &User) {
    let article = "<p>CECOT comes first. Later it is <context-term card=\"cecot\">that <i>place</i></context-term>, then CECOT.</p>";
    user.open(&Page::of(article));
    user.ready();
    assert_eq!(user.marks(), ["that place>cecot"]);
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.move_away();
    user.sees_no_card();
    user.ask("host().remove();");
    user.until("the article is as it was sent", || user.article_is_as_sent().then_some(()));

    user.open(&Page::of(article).options(r#"mark="all""#));
    user.ready();
    assert_eq!(user.marks(), ["CECOT>cecot", "that place>cecot", "CECOT>cecot"]);
}

fn skipped_parts_stay_as_they_are(user: &User) {
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
    user.open(&Page::of(&article).options(r#"mark="all" skip=".quiet""#));
    user.ready();
    let marked =
        user.ask("return [...document.querySelectorAll('context-term')].map((t) => t.parentElement.outerHTML);");
    assert_eq!(user.marks(), ["CECOT>cecot"], "marked in {marked}");
    assert!(user.holds("term('cecot').parentElement.id === 'plain'"));
}

fn the_articles_own_elements_and_selection_survive(user: &User) {
    user.open(&Page::sample().options(r#"mark="all""#).without_loader());
    user.ask(
        "window.own = [...document.querySelectorAll('article *')];
         window.clicks = 0;
         document.querySelector('article em').addEventListener('click', () => { window.clicks += 1; });
         const [first, second] = document.querySelectorAll('article p');
         getSelection().setBaseAndExtent(first.firstChild, 10, second.lastChild, 20);
         window.selected = getSelection().toString();",
    );
    user.load_widget();
    assert!(user.marks().len() >= 4, "{:?}", user.marks());
    assert!(user.holds("window.own.every((element) => element.isConnected)"), "every element is the one it was");
    assert!(
        user.holds("getSelection().toString() === window.selected && window.selected.length > 50"),
        "what was selected still is"
    );
    user.click(&element("article em"));
    user.until_holds("the site hears a click on its own element", "window.clicks === 1");
    user.click(&element("article a"));
    user.until_holds("a link in the article still leads on", "location.hash === '#elsewhere'");
}

fn a_term_across_elements_is_one_tab_stop(user: &User) {
    user.open(&Page::of("<p>A federal <em>court</em>\n order came.</p>"));
    assert_eq!(user.ready(), (3, 1), "cards and terms");
    let pieces = user.ask("return [...document.querySelectorAll('context-term')].map((t) => t.textContent).join('|');");
    assert_eq!(pieces, "federal |court|\n order");
    assert!(user.holds("document.querySelector('em > context-term') !== null"), "the emphasis stays where it was");
    let stops =
        user.ask("return [...document.querySelectorAll('context-term')].filter((t) => t.tabIndex >= 0).length;");
    assert_eq!(stops, 1);
    user.hover(&element("em > context-term"));
    user.sees_card("The court order");
}

fn density_is_chosen(user: &User) {
    let article = "<p>CECOT, and CECOT.</p><h2>A section</h2><p>CECOT and CECOT.</p><h2>Another</h2><p>CECOT.</p>";
    for (options, expected) in
        [("", 1), (r#"mark="first""#, 1), (r#"mark="section""#, 3), (r#"mark="all""#, 5), (r#"mark="ALL""#, 1)]
    {
        user.open(&Page::of(article).options(options));
        user.ready();
        assert_eq!(user.marks().len(), expected, "marks with {options}");
    }
}

fn the_element_may_move_and_return(user: &User) {
    user.open(&Page::sample());
    user.ready();
    let marks = user.marks();
    user.ask("document.body.prepend(host());");
    user.until("the terms are marked after a move", || (user.marks() == marks).then_some(()));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.ask("window.kept = host(); window.kept.remove();");
    user.until("the article is as it was sent", || user.article_is_as_sent().then_some(()));
    user.stays_for(400.0, "and stays so", || user.article_is_as_sent() && user.card().is_none());
    user.move_away();
    user.ask("document.body.append(window.kept);");
    user.until("the terms are marked on return", || (user.marks() == marks).then_some(()));
    user.hover(&term("court-order"));
    user.sees_card("The court order");
    assert!(user.faults().is_empty(), "{:?}", user.faults());
}

fn prose_comes_before_captions_and_lists_of_links(user: &User) {
    let beside = [
        "<figure><img alt=\"\"><figcaption>The CECOT from above.</figcaption></figure>",
        "<aside><p>The CECOT in short.</p></aside>",
        "<ul><li><a href=\"#a\">What we know so far</a> of the CECOT</li></ul>",
    ];
    for aside in beside {
        user.open(&Page::of(&format!("{aside}<p id=\"prose\">It is called CECOT by all.</p>")));
        assert_eq!(user.ready(), (3, 1), "{aside}");
        assert!(user.holds("term('cecot').closest('#prose')"), "{aside}");
        // Where no prose names it, better there than nowhere.
        user.open(&Page::of(&format!("{aside}<p>No prose names it.</p>")));
        assert_eq!(user.ready(), (3, 1), "{aside}");
    }
}

fn the_article_is_where_most_paragraphs_are(user: &User) {
    let prose = format!("<p>{}</p><p>About the CECOT.</p>", "Word. ".repeat(80));
    let teaser = "<article><h2>Other news</h2><p>The CECOT elsewhere.</p></article>";
    let pages = [
        format!("<main>{teaser}{teaser}<article id=\"it\">{prose}</article>{teaser}</main>"),
        format!("<article><img alt=\"\"></article><main id=\"it\">{prose}{teaser}</main>"),
        format!("<div id=\"it\"><main>{prose}</main></div>"),
    ];
    for page in pages {
        user.open(&Page::of("").before(&page).element("<context-cards deck=\"#deck\"></context-cards>"));
        user.ready();
        assert!(user.holds("term('cecot').closest('#it') && !term('cecot').closest('article:not(#it)')"), "{page}");
    }
}

fn a_form_of_a_term_is_marked(user: &User) {
    // The text itself stands nowhere: neither the loader nor the finder may look for that alone.
    let mut card = lone_card("mouse", "The mouse", "");
    card["terms"] = json!([{ "text": "the mouse", "forms": ["the mice"], "near": ["cat"] }]);
    user.open(&Page::of("<p>The mice were away.</p><p>Then the cat saw the mice.</p>").deck(&deck_of(&[card])));
    user.ready();
    assert_eq!(user.marks(), ["the mice>mouse"]);
}
