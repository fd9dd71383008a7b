//! Does the article stay what the site means it to be, where a framework or a script changes the text under the marks?

use crate::harness::{Answer, Page, User, sample, stories, term};
use serde_json::json;
use std::path::Path;
use std::time::Duration;

stories![
    react_takes_a_text_away_and_brings_it_back,
    vue_reorders_bare_texts,
    texts_that_a_script_reorders_or_parts_stay_whole,
    scripts_that_work_on_the_nodes_they_see_lose_no_text,
    two_finders_on_one_text_lose_no_text,
    what_is_written_after_it_was_moved_is_all_that_is_meant,
    what_leaves_the_page_leaves_whole,
    a_mark_goes_with_its_word,
    an_article_that_is_rendered_late_is_marked,
    hidden_text_is_marked_when_it_is_revealed,
    a_text_rewritten_while_the_article_is_marked_gets_no_wrong_mark,
    a_ticker_keeps_no_paragraph_from_being_marked,
    a_later_paragraph_of_a_section_gets_no_second_mark,
    a_dom_that_throws_does_not_hang_the_page,
    a_deck_that_never_answers_keeps_no_other_waiting,
    what_is_asked_and_taken_back_does_not_open,
];

/// A page whose article a framework renders; `file`: its script below `node_modules/`.
fn rendered_by(files: &[&str]) -> Page {
    let read = |file: &&str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules").join(file);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; `npm ci` brings it", path.display()))
    };
    files.iter().map(read).fold(Page::of("<div id=\"root\"></div>"), |page, code| page.script(&code))
}

const ROOT: &str = "document.querySelector('#root')";

/// The root's text is this, and stays so.
fn says(user: &User, text: &str) {
    let holds = format!("{ROOT}.textContent === {}", json!(text));
    user.until_holds(&format!("the article says {text:?}"), &holds);
    user.stays_for(400.0, "and nothing else", || user.holds(&holds));
}

fn react_takes_a_text_away_and_brings_it_back(user: &User) {
    user.open(&rendered_by(&["react/umd/react.production.min.js", "react-dom/umd/react-dom.production.min.js"]));
    user.ask(&format!(
        "const root = ReactDOM.createRoot({ROOT});
         window.render = (text) => ReactDOM.flushSync(() => root.render(React.createElement('p', null, 'The ', text, ' in town.')));
         render('CECOT prison');"
    ));
    user.until_holds("it is marked", "term('cecot')");
    for _ in 0..2 {
        user.ask("render(null);");
        says(user, "The  in town.");
        user.ask("render('');");
        says(user, "The  in town.");
        user.ask("render('CECOT prison');");
        says(user, "The CECOT prison in town.");
        user.until_holds("it is marked again", "term('cecot')");
    }
    user.ask("render('big CECOT and nothing else');");
    says(user, "The big CECOT and nothing else in town.");
    user.ask("host().remove();");
    says(user, "The big CECOT and nothing else in town.");
    user.ask("render('end');");
    says(user, "The end in town.");
}

fn vue_reorders_bare_texts(user: &User) {
    user.open(&rendered_by(&["vue/dist/vue.global.prod.js"]));
    user.ask(&format!(
        "window.app = Vue.createApp({{
           data: () => ({{ texts: ['The CECOT prison. ', 'A dam. ', 'The Bitcoin policy. '] }}),
           render() {{ return Vue.h('p', this.texts.map((text) => Vue.h(Vue.Text, {{ key: text }}, text))); }},
         }}).mount({ROOT});"
    ));
    user.until_holds("two are marked", "term('cecot') && term('bitcoin-policy')");
    user.ask("app.texts.reverse();");
    says(user, "The Bitcoin policy. A dam. The CECOT prison. ");
    user.until_holds("two are marked", "term('cecot') && term('bitcoin-policy')");
    user.ask("app.texts.splice(1, 1, 'A road. ', 'A court. ');");
    says(user, "The Bitcoin policy. A road. A court. The CECOT prison. ");
    user.ask("app.texts.splice(0, 1);");
    says(user, "A road. A court. The CECOT prison. ");
    user.ask("app.texts = [];");
    says(user, "");
}

fn texts_that_a_script_reorders_or_parts_stay_whole(user: &User) {
    user.open(&Page::of("<div id=\"root\"></div>"));
    user.ask(&format!(
        "window.root = {ROOT};
         window.nodes = ['CECOT first. ', 'Then the Bitcoin policy. '].map((text) => document.createTextNode(text));
         root.append(...nodes);"
    ));
    user.until_holds("two are marked", "term('cecot') && term('bitcoin-policy')");
    user.ask("root.insertBefore(nodes[1], nodes[0]);");
    says(user, "Then the Bitcoin policy. CECOT first. ");
    user.until_holds("two are marked", "term('cecot') && term('bitcoin-policy')");
    // As a framework does that asks for the next sibling of a node it holds.
    user.ask("root.insertBefore(document.createTextNode('A road. '), nodes[1].nextSibling);");
    says(user, "Then the Bitcoin policy. A road. CECOT first. ");
    user.ask("nodes[0].data = 'CECOT last.';");
    says(user, "Then the Bitcoin policy. A road. CECOT last.");
    user.ask("host().remove();");
    user.until_holds("each text is one node again", "root.childNodes.length === 3");
}

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

fn an_article_that_is_rendered_late_is_marked(user: &User) {
    let start = crate::harness::release().join("finder.js");
    let finder = std::fs::read(&start).unwrap_or_else(|error| panic!("{}: {error}", start.display()));
    user.site.put("/finder.js", Answer::of("text/javascript", finder).after(Duration::from_millis(300)));
    user.open(&Page::of("<p>Nothing yet.</p>"));
    assert_eq!(user.ready(), (3, 0));
    user.ask("setTimeout(() => document.querySelector('article p').textContent = 'All about the CECOT.', 100);");
    user.until_holds("it is marked", "term('cecot')");
}

fn hidden_text_is_marked_when_it_is_revealed(user: &User) {
    user.open(&Page::of("<p>One.</p><p hidden>The CECOT.</p>"));
    user.ask("return host().ready.then(() => 0);");
    user.ask("document.querySelector('article [hidden]').hidden = false;");
    user.until_holds("it is marked", "term('cecot')");
}

fn a_text_rewritten_while_the_article_is_marked_gets_no_wrong_mark(user: &User) {
    // While the first paragraph is marked, the second gets other words of the same length.
    let code = "const own = Text.prototype.splitText; let isFirst = true;
        Text.prototype.splitText = function (at) {
            const second = document.querySelector('#second')?.firstChild;
            if (isFirst) second.data = 'Sand. '.repeat(9).slice(0, second.length);
            isFirst = false;
            return own.call(this, at);
        };";
    user.open(&Page::of("<p>The CECOT.</p><p id=\"second\">Once the Bitcoin policy was new.</p>").script(code));
    user.until_holds("the first is marked", "term('cecot')");
    user.stays_for(400.0, "only words of a card are", || user.marks() == ["CECOT>cecot"]);
    user.ask("document.querySelector('#second').textContent = 'And the Bitcoin policy.';");
    user.until_holds("the second when it names one", "term('bitcoin-policy')");
}

fn a_ticker_keeps_no_paragraph_from_being_marked(user: &User) {
    user.open(&Page::of("<p id=\"ticker\">0</p><p>The federal court order stands.</p>"));
    user.until_holds("the first is marked", "term('court-order')");
    user.ask(
        "const ticker = document.querySelector('#ticker');
         window.ticking = setInterval(() => ticker.textContent = Math.random(), 50);
         document.querySelector('article').insertAdjacentHTML('beforeend', '<p>And the CECOT.</p>');",
    );
    user.until_holds("a later one is marked while it ticks", "term('cecot')");
    user.ask("clearInterval(window.ticking);");
}

fn a_later_paragraph_of_a_section_gets_no_second_mark(user: &User) {
    let article = "<h2>One</h2><p>The CECOT.</p><h2>Two</h2><p>The CECOT again.</p>";
    user.open(&Page::of(article).options("mark=\"section\""));
    user.until_holds("one a section", "document.querySelectorAll('context-term').length === 2");
    user.ask(
        "document.querySelector('article').insertAdjacentHTML('beforeend', '<p>The CECOT once more, and the federal court order.</p>');",
    );
    user.until_holds("the new term is marked", "term('court-order')");
    assert_eq!(user.marks().len(), 3, "and none a second time");
}

fn a_dom_that_throws_does_not_hang_the_page(user: &User) {
    user.open(&Page::sample());
    user.ready();
    user.ask(
        "for (const name of ['insertBefore', 'appendChild']) Node.prototype[name] = () => { throw new Error('broken by the page'); };
         host().remove();",
    );
    user.until_holds(
        "the page still answers, and its text is whole",
        "document.querySelector('article').textContent.includes('CECOT')",
    );
}

fn a_deck_that_never_answers_keeps_no_other_waiting(user: &User) {
    user.site.put("/never.json", Answer::json("{}").after(Duration::from_mins(1)));
    user.site.put("/deck.json", Answer::json(sample::deck().to_string()));
    user.open(
        &Page::sample().element("<context-cards deck=\"/never.json /deck.json\" for=\"article\"></context-cards>"),
    );
    assert_eq!(user.ready(), (3, 3));
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
}

fn what_is_asked_and_taken_back_does_not_open(user: &User) {
    user.open(&Page::sample());
    user.ready();
    user.ask("host().open('cecot'); host().close();");
    user.stays_for(800.0, "no card opens", || user.card().is_none());
}
