//! Does a marked text stay whole where scripts work on the nodes they see, move it, or take it out of the page?

use crate::harness::{Page, User, sample, stories};
use crate::rewriting::{ROOT, says};

stories![
    scripts_that_work_on_the_nodes_they_see_lose_no_text,
    two_finders_on_one_text_lose_no_text,
    what_is_written_after_it_was_moved_is_all_that_is_meant,
    what_leaves_the_page_leaves_whole,
    a_mark_goes_with_its_word,
];

const SENTENCE: &str = "In the valley the CECOT prison stands, says the Bitcoin policy today.";

/// The sentence stands in a paragraph, marked twice; `p` and `n` are the paragraph and its text node.
fn marked_sentence(user: &User) {
    user.open(&Page::of(&format!("<div id=\"root\"><p>{SENTENCE}</p></div>")));
    user.ask("window.p = document.querySelector('#root p'); window.n = p.firstChild;");
    user.until_holds("two are marked", "term('cecot') && term('bitcoin-policy')");
}

fn scripts_that_work_on_the_nodes_they_see_lose_no_text(user: &User) {
    let around = "const range = document.createRange(); range.setStart(n, 3); range.setEnd(n, 10);
        range.surroundContents(document.createElement('mark'));";
    let note = "const range = document.createRange(); range.setStart(n, 6); range.collapse(true);
        range.insertNode(Object.assign(document.createElement('sup'), { textContent: '' }));";
    let walker = "const nodes = document.createTreeWalker(document.querySelector('article'), 4);
        while (nodes.nextNode()) nodes.currentNode.data = nodes.currentNode.data.replace('valley', 'valley').replace(/,/g, ',');";
    let fonts = "const nodes = document.createTreeWalker(document.querySelector('#root'), 4), all = [];
        while (nodes.nextNode()) all.push(nodes.currentNode);
        for (const text of all) { const font = document.createElement('font'); font.textContent = text.data; text.replaceWith(font); }";
    let fragment = "const parts = new DocumentFragment(); parts.append('In the ', Object.assign(document.createElement('b'), { textContent: 'valley' }), ' the ');
        n.replaceWith(parts);";
    let tail = "p.lastChild.splitText(3);";
    let between = "term('cecot').nextSibling.splitText(7).before(document.createElement('i'));";
    for code in ["n.splitText(3);", around, note, walker, fonts, fragment, tail, between] {
        marked_sentence(user);
        user.ask(code);
        says(user, SENTENCE);
        user.until_holds("and is marked", "term('cecot') && term('bitcoin-policy')");
        user.ask("host().remove();");
        says(user, SENTENCE);
        user.until_holds("no mark is left", "!document.querySelector('context-term')");
    }
    // Two texts that the page makes one.
    user.open(&Page::of("<div id=\"root\"></div>"));
    user.ask(&format!("{ROOT}.append('A CECOT stands, ', 'then the Bitcoin policy came.');"));
    user.until_holds("both are marked", "term('cecot') && term('bitcoin-policy')");
    user.ask(&format!("{ROOT}.normalize();"));
    says(user, "A CECOT stands, then the Bitcoin policy came.");
    // A translation that exchanges the words of a mark.
    marked_sentence(user);
    user.ask(
        "const nodes = document.createTreeWalker(document.querySelector('#root'), 4), all = [];
         while (nodes.nextNode()) all.push(nodes.currentNode);
         for (const text of all) {
           const font = document.createElement('font');
           font.textContent = text.data.replace('CECOT', 'carcel').replace('Bitcoin', 'Moneda');
           text.replaceWith(font);
         }",
    );
    user.until_holds("no mark stands on other words", "!document.querySelector('context-term')");
    says(user, "In the valley the carcel prison stands, says the Moneda policy today.");
}

fn two_finders_on_one_text_lose_no_text(user: &User) {
    for words in ["valley", "prison", "today"] {
        let deck = sample::deck_of(&[sample::lone_card("other", "Another", words)]);
        marked_sentence(user);
        user.ask(&format!(
            "const element = Object.assign(document.createElement('context-cards'), {{ decks: {deck}, roots: document.querySelector('article') }});
             element.id = 'other';
             document.body.append(element);"
        ));
        user.until_holds(&format!("{words} is marked too"), "term('other') && term('cecot') && term('bitcoin-policy')");
        says(user, SENTENCE);
        user.ask("host().remove();");
        says(user, SENTENCE);
        user.ask("document.querySelector('#other').remove();");
        says(user, SENTENCE);
        assert!(user.article_is_as_sent(), "{words}");
    }
}

fn what_is_written_after_it_was_moved_is_all_that_is_meant(user: &User) {
    let moves = [
        "p.append(n);",
        "n.remove(); p.prepend(n);",
        "p.insertBefore(document.createElement('b'), n.nextSibling);",
        "p.insertBefore(document.createElement('b'), n);",
    ];
    for code in moves {
        marked_sentence(user);
        user.ask(&format!("{code} n.data = 'New.';"));
        says(user, "New.");
    }
}

fn what_leaves_the_page_leaves_whole(user: &User) {
    marked_sentence(user);
    user.ask("p.remove();");
    user.until_holds("it is bare", "p.childNodes.length === 1");
    user.ask("n.data = 'Only the CECOT.'; document.querySelector('#root').append(p);");
    says(user, "Only the CECOT.");
    user.until_holds("it is marked again", "term('cecot')");
    user.ask("p.remove();");
    user.stays_for(400.0, "a scan finds nothing", || user.holds("!document.querySelector('context-term')"));
    user.ask("host().remove(); document.querySelector('#root').append(p);");
    says(user, "Only the CECOT.");
    user.until_holds("and no mark is left", "!document.querySelector('context-term')");
}

fn a_mark_goes_with_its_word(user: &User) {
    // Of a term in several pieces one is written anew.
    user.open(&Page::of("<div id=\"root\"><p>A federal <em>court</em> order came.</p></div>"));
    user.until_holds("it is marked", "document.querySelectorAll('context-term').length === 3");
    user.ask("document.querySelector('em').textContent = 'county';");
    user.until_holds("nothing of the mark is left", "!document.querySelector('context-term')");
    says(user, "A federal county order came.");
    // Words inside a mark, and letters beside one.
    for code in ["term('cecot').firstChild.data = 'tower';", "term('cecot').nextSibling.insertData(0, 's');"] {
        marked_sentence(user);
        user.ask(code);
        user.until_holds("the mark is gone", "!term('cecot')");
    }
    // Where the reader may write, or nobody reads, nothing is marked.
    for code in ["p.contentEditable = true;", "p.hidden = true;"] {
        marked_sentence(user);
        user.ask(code);
        user.until_holds("the marks are gone", "!document.querySelector('context-term')");
    }
    // What a writer says of a term stays.
    let own = "<context-term card=\"cecot\" role=\"link\" tabindex=\"3\">CECOT</context-term>";
    user.open(&Page::of(&format!("<p>The {own}.</p>")));
    user.ready();
    user.ask("host().remove();");
    user.until("it is as it was", || user.article_is_as_sent().then_some(()));
}
