//! The sample as a site publishes it with its marks: their words are links into the glossary at the article's end.

use super::page::Page;
use super::sample;
use serde_json::Value;

/// Three paragraphs with a mark for each card; the second mention stands in three pieces.
const MARKED: &str = "<h1>A prison, a court, a coin: CECOT</h1>\n\
    <p>The prison known as <context-term card=\"cecot\" auto><a href=\"#context-cecot\">CECOT</a></context-term> stands in a valley. \
    A <context-term card=\"court-order\" auto><a href=\"#context-court-order\" aria-label=\"federal court order\">federal </a></context-term>\
    <em><context-term card=\"court-order\" auto aria-hidden=\"true\"><a href=\"#context-court-order\" tabindex=\"-1\">court</a></context-term></em>\
    <context-term card=\"court-order\" auto aria-hidden=\"true\"><a href=\"#context-court-order\" tabindex=\"-1\"> order</a></context-term> \
    spoke of the people held in it, while the <context-term card=\"bitcoin-policy\" auto><a href=\"#context-bitcoin-policy\">Bitcoin policy</a></context-term> was cut back.</p>\n\
    <p>Long before, <em>CECOT</em> had been praised, and <a href=\"#elsewhere\">CECOT in a link</a> led elsewhere.</p>\n\
    <p>The last paragraph names nothing at all, and is only there to be swept across on the way to the end of the page.</p>";

const ELEMENT: &str = "<context-cards deck=\"#context-cards-deck\"></context-cards>";

/// The end of a published article: its glossary, and its deck.
fn glossary(deck: &Value) -> String {
    let entry = |card: &Value| {
        let text = |name: &str| card[name].as_str().unwrap_or_default().to_owned();
        let (id, title) = (text("id"), text("title"));
        format!(
            "<section id=\"context-{id}\"><h3>{title}</h3><p>What {title} is, in one <em>plain</em> sentence.</p></section>"
        )
    };
    let entries: String = deck["cards"].as_array().into_iter().flatten().map(entry).collect();
    let json = deck.to_string().replace('<', "\\u003c");
    format!(
        "<details class=\"context-cards-glossary\" data-context-cards=\"off\"><summary>Context</summary>{entries}</details>\
         <script type=\"application/json\" id=\"context-cards-deck\" data-hash=\"0\">{json}</script>"
    )
}

impl Page {
    /// The sample, published with its marks.
    pub fn baked() -> Self {
        Self::baked_with(&sample::deck(), "")
    }

    /// The same with another deck inside, and attributes of the element.
    pub fn baked_with(deck: &Value, options: &str) -> Self {
        Self::of(&article(deck, options)).element("").without_deck()
    }

    /// What stands in the article of [`Self::baked`].
    pub fn baked_article() -> String {
        article(&sample::deck(), "")
    }
}

fn article(deck: &Value, options: &str) -> String {
    let element = ELEMENT.replacen(" deck", &format!(" {options} deck"), 1);
    [MARKED, &glossary(deck), &element].concat()
}
