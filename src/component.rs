//! The Yew component of an application that shows context cards: `<context-cards>`, with the application's deck.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::prelude::*;

/// What [`ContextCards`] takes.
#[derive(Clone, PartialEq, Properties)]
pub struct ContextCardsProps {
    /// A parsed deck, such as `js_sys::JSON::parse` gives.
    pub deck: JsValue,
    /// URL of the loader, `context-cards.js`; fetched once. Empty: the page has it already.
    #[prop_or_default]
    pub loader: AttrValue,
    /// CSS selector of the article; without one the first of `article`, `main` and `body`.
    #[prop_or_default]
    pub article: Option<AttrValue>,
    /// Which mentions are marked: `first`, `section` or `all`.
    #[prop_or_default]
    pub mark: Option<AttrValue>,
    /// BCP 47 tag of the widget's own words; without one the nearest `lang` on the page.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// The article's ISO date.
    #[prop_or_default]
    pub published: Option<AttrValue>,
}

/// Marks a deck's terms in the article and shows their cards. Renders an element that takes no room; its events bubble to whatever
/// is around it.
#[component]
pub fn ContextCards(props: &ContextCardsProps) -> Html {
    let node = use_node_ref();
    let element = node.clone();
    use_effect_with(props.deck.clone(), move |deck| {
        if let Some(element) = element.cast::<Element>() {
            // A property: a deck is no string. Set before the element is defined, it is read then.
            let _ = js_sys::Reflect::set(element.unchecked_ref(), &"decks".into(), deck);
        }
    });
    let ContextCardsProps { loader, article, mark, lang, published, .. } = props.clone();
    html! {
        <>
            if !loader.is_empty() {
                <script type="module" src={loader} />
            }
            <context-cards ref={node} for={article} mark={mark} lang={lang} published={published} />
        </>
    }
}
