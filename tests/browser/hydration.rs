//! What becomes of published marks where a framework takes over the page it is sent? React keeps those in the HTML that it was given as a
//! string, and renders anew what it finds marked and made itself.

use crate::harness::{Answer, Page, REACT, User, baked, element, sample, stories, term};
use crate::hosts::with_library;
use serde_json::json;

stories![
    marks_in_a_string_that_react_owns_stay,
    marks_added_on_the_way_to_react_stay_in_its_strings,
    an_article_that_react_shows_later_brings_its_cards,
    marks_in_what_react_made_itself_are_rendered_anew,
    marks_in_a_string_that_vue_owns_stay,
];

/// `App` shows an article's HTML beside something that changes; `hydrate(html)` takes the page over as if it had been rendered with this HTML.
const APP: &str = "
    const { createElement, useState } = React;
    const App = ({ html }) => {
        const [[likes, article], set] = useState([0, html]);
        window.like = () => ReactDOM.flushSync(() => set([likes + 1, article]));
        window.show = (other) => ReactDOM.flushSync(() => set([likes, other]));
        return [
            createElement('button', { key: 'likes', id: 'likes' }, `${likes} likes`),
            createElement('section', { key: article, dangerouslySetInnerHTML: { __html: article } }),
        ];
    };
    window.faults = [];
    const onRecoverableError = (fault) => window.faults.push(fault.message);
    window.hydrate = (html) => ReactDOM.flushSync(() =>
        ReactDOM.hydrateRoot(document.querySelector('#root'), createElement(App, { html }), { onRecoverableError }));";

const ROOT: &str = "document.querySelector('#root')";

/// A page that React is to take over, with this article in it.
fn sent_with(user: &User, article: &str) -> Page {
    user.site.put("/react.js", Answer::of("text/javascript", format!("{{{}\n{APP}}}", REACT.as_str())));
    let root = format!("<div id=\"root\"><button id=\"likes\">0 likes</button><section>{article}</section></div>");
    Page::sent(&root).head("<script src=\"/react.js\"></script>")
}

fn hydrate(user: &User, html: &str) {
    user.ask_with("window.hydrate(arguments[0]);", &[json!(html)]);
    user.ask("window.like();");
    user.until_holds("React has taken over", &format!("{ROOT}.querySelector('#likes').textContent === '1 likes'"));
}

fn card_opens(user: &User) {
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    user.ask("window.like();");
    user.keeps_seeing("CECOT");
}

fn marks_in_a_string_that_react_owns_stay(user: &User) {
    let html = baked();
    user.open(&sent_with(user, &html));
    assert_eq!(user.ready(), (3, 3));
    hydrate(user, &html);
    assert_eq!(user.ask("return window.faults;"), json!([]));
    card_opens(user);
    user.ask("host().remove();");
    user.until_holds("the links stay", "document.querySelectorAll('context-term > a').length === 5");
}

fn marks_added_on_the_way_to_react_stay_in_its_strings(user: &User) {
    // As a worker at the edge does that knows nothing of React.
    user.open(&sent_with(user, &baked()));
    assert_eq!(user.ready(), (3, 3));
    hydrate(user, sample::ARTICLE);
    assert_eq!(user.ask("return window.faults;"), json!([]));
    card_opens(user);
}

fn an_article_that_react_shows_later_brings_its_cards(user: &User) {
    let first = "<p>The harvest was good.</p>";
    user.open(&sent_with(user, first));
    hydrate(user, first);
    user.ask_with("window.show(arguments[0]);", &[json!(baked())]);
    assert_eq!(user.ready(), (3, 3));
    card_opens(user);
    user.ask_with("window.show(arguments[0]);", &[json!(first)]);
    user.until_holds("card and marks go with their article", "!host() && !term('cecot')");
    assert!(user.faults().is_empty() && user.heard("error").is_empty());
}

fn marks_in_what_react_made_itself_are_rendered_anew(user: &User) {
    let app = "
        const paragraph = React.createElement('p', null, 'The prison known as CECOT ', React.createElement('em', null, 'stands'), ' in a valley.');
        window.hydrate = () => ReactDOM.flushSync(() =>
            ReactDOM.hydrateRoot(document.querySelector('#root'), paragraph, { onRecoverableError: ({ message }) => window.faults.push(message) }));";
    let marked = "<div id=\"root\"><p>The prison known as <context-term card=\"cecot\" auto><a href=\"#context-cecot\">CECOT</a></context-term> \
                  <em>stands</em> in a valley.</p></div>";
    user.site.put("/react.js", Answer::of("text/javascript", format!("{{{}\n{APP}{app}}}", REACT.as_str())));
    user.open(&Page::of(marked).head("<script src=\"/react.js\"></script>"));
    assert_eq!(user.ready(), (1, 1));
    user.ask("window.hydrate();");
    user.until_holds("React tells of it", "window.faults.length > 0");
    user.until_holds(
        "the words are whole",
        &format!("{ROOT}.textContent === 'The prison known as CECOT stands in a valley.'"),
    );
    assert!(user.holds("!term('cecot')"), "the marks are gone");
    user.hover(&element("#root p"));
    user.stays_for(400.0, "nothing opens, nothing breaks", || user.card().is_none() && user.faults().is_empty());
}

fn marks_in_a_string_that_vue_owns_stay(user: &User) {
    let html = baked();
    let sent =
        format!("<div id=\"root\"><div><button id=\"likes\">0 likes</button><section>{html}</section></div></div>");
    user.open(&with_library(user, "vue/dist/vue.global.prod.js", &sent).element("").without_deck());
    assert_eq!(user.ready(), (3, 3));
    user.ask_with(
        "window.sent = [...document.querySelectorAll('context-term > a')];
         const [html] = arguments;
         const app = Vue.createSSRApp({
           data: () => ({ likes: 0 }),
           render() {
             return Vue.h('div', [Vue.h('button', { id: 'likes' }, `${this.likes} likes`), Vue.h('section', { innerHTML: html })]);
           },
         }).mount(document.querySelector('#root'));
         window.like = () => { app.likes += 1; };
         like();",
        &[json!(html)],
    );
    user.until_holds("Vue has taken over", &format!("{ROOT}.querySelector('#likes').textContent === '1 likes'"));
    assert!(user.holds("sent.length === 5 && sent.every((link) => link.isConnected)"), "as the server sent them");
    card_opens(user);
    user.hears_no_complaint("Vue");
}
