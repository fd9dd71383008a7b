//! The sample as a site publishes it with its marks, which `bake` has made: their words are links into the glossary at the article's end.

use super::page::Page;
use super::sample;
use context_cards::bake::{Baker, Options};

impl Page {
    /// The sample, published with its marks, the mention of the court order in three pieces.
    pub fn baked() -> Self {
        Self::baked_with("")
    }

    /// The same with attributes of the element.
    pub fn baked_with(options: &str) -> Self {
        Self::sent(&baked().replacen("<context-cards ", &format!("<context-cards {options} "), 1))
    }

    /// A page whose article brings all that it needs.
    pub fn sent(article: &str) -> Self {
        Self::of(article).element("").without_deck()
    }
}

/// What stands in the article of [`Page::baked`].
pub fn baked() -> String {
    let article = sample::ARTICLE.replacen("federal court order", "federal <em>court</em> order", 1);
    let options = Options { embed: Some("/context-cards.js".to_owned()), ..Options::default() };
    let baked = Baker::new(&[sample::deck().to_string()], options).and_then(|baker| baker.bake(article.as_bytes()));
    let baked = baked.unwrap_or_else(|fault| panic!("{fault}"));
    String::from_utf8(baked.html).unwrap_or_else(|fault| panic!("{fault}"))
}
