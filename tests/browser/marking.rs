//! Which words become terms, where, and how many of them?

use crate::harness::sample::{deck_of, lone_card};
use crate::harness::{Page, User, element, stories, term};
use serde_json::json;

stories![
    a_hand_placed_term_wins,
    skipped_parts_stay_as_they_are,
    a_term_across_elements_is_one_tab_stop,
    density_is_chosen,
    prose_comes_before_captions_and_lists_of_links,
    the_article_is_where_most_paragraphs_are,
    a_form_of_a_term_is_marked,
];

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
