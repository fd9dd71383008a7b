//! How does a Yew application show context cards? One component, beside the article it renders.

use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::deck::{Deck, Unknown};
use crate::mounted::Mounted;
use crate::options::Options;
use crate::page::unicode::BrowserUnicode;
use crate::page::value;
use crate::problem::Problem;
use crate::words::Words;
use std::rc::Rc;

/// What [`ContextCards`] takes.
#[derive(Clone, PartialEq, Properties)]
pub struct ContextCardsProps {
    /// The deck, as [`read_deck`] gives it.
    pub deck: Deck,
    /// CSS selector of the article; without one the first of `article`, `main` and `body`.
    #[prop_or_default]
    pub article: Option<AttrValue>,
    /// The site's choices.
    #[prop_or_default]
    pub options: Options,
    /// The widget's own words in the language of `options.lang`, where that is not English.
    #[prop_or_default]
    pub words: Words,
}

/// Reads a parsed deck, such as `js_sys::JSON::parse` gives, and collects every fault in it. `None`: the deck is refused whole.
#[must_use]
pub fn read_deck(value: &JsValue) -> (Option<Deck>, Vec<Problem>) {
    Deck::read(&value::read(value), Unknown::Ignore, BrowserUnicode::shared())
}

/// Marks a deck's terms in the article once it is rendered, and shows their cards. Renders an element that takes no room.
/// Where the article cannot be found, or stands in no document, nothing is marked.
#[component]
pub fn ContextCards(props: &ContextCardsProps) -> Html {
    let host = use_node_ref();
    let element = host.clone();
    use_effect_with(props.clone(), move |props| {
        let mounted = element.cast::<HtmlElement>().and_then(|host| {
            let article = find(&host, props.article.as_deref())?;
            let cards = Deck::merge(vec![props.deck.clone()]).into_iter().map(Rc::new).collect();
            Mounted::new(&host, vec![article], cards, props.options.clone(), props.words.clone(), || ()).ok()
        });
        move || drop(mounted)
    });
    html! { <div ref={host}></div> }
}

fn find(host: &HtmlElement, article: Option<&str>) -> Option<Element> {
    let document = host.owner_document()?;
    let first = |selector| document.query_selector(selector).ok().flatten();
    match article {
        Some(selector) => first(selector),
        None => ["article", "main", "body"].into_iter().find_map(first),
    }
}
