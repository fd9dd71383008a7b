//! Does the article stay what the site means it to be, where a framework or a script changes the text under the marks?

use crate::harness::{Answer, Page, REACT, User, sample, stories, term};
use crate::hosts::with_library;
use serde_json::json;
use std::time::Duration;

stories![
    react_takes_a_text_away_and_brings_it_back,
    vue_reorders_bare_texts,
    texts_that_a_script_reorders_or_parts_stay_whole,
    an_article_that_is_rendered_late_is_marked,
    hidden_text_is_marked_when_it_is_revealed,
    a_text_rewritten_while_the_article_is_marked_gets_no_wrong_mark,
    a_ticker_keeps_no_paragraph_from_being_marked,
    a_later_paragraph_of_a_section_gets_no_second_mark,
    a_dom_that_throws_does_not_hang_the_page,
    a_deck_that_never_answers_keeps_no_other_waiting,
    what_is_asked_and_taken_back_does_not_open,
];

pub const ROOT: &str = "document.querySelector('#root')";

/// The root's text is this, and stays so.
pub fn says(user: &User, text: &str) {
    let holds = format!("{ROOT}.textContent === {}", json!(text));
    user.until_holds(&format!("the article says {text:?}"), &holds);
    user.stays_for(400.0, "and nothing else", || user.holds(&holds));
}

fn react_takes_a_text_away_and_brings_it_back(user: &User) {
    user.open(&Page::of("<div id=\"root\"></div>").script(&REACT));
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
    user.open(&with_library(user, "vue/dist/vue.global.prod.js", "<div id=\"root\"></div>"));
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
