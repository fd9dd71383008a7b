//! Judges the selectors of the embed without a browser, as far as that can be done.

use lol_html::Selector;
use lol_html::errors::SelectorError;

use crate::article::{Article, ArticleError, Options};

/// What is wrong with the attributes `for` and `skip` on a page, each in a sentence that begins with the option. Nothing is said of a
/// selector that only a browser knows, such as `main > p + p`.
pub(super) fn selector_faults(page: &[u8], attributes: &[(&'static str, String)]) -> Vec<String> {
    let selectors =
        attributes.iter().filter(|(name, value)| matches!(*name, "for" | "skip") && !value.trim().is_empty());
    selectors.filter_map(|(name, value)| Some(["--", name, ": ", &fault(page, name, value)?].concat())).collect()
}

fn fault(page: &[u8], name: &str, value: &str) -> Option<String> {
    match value.parse::<Selector>() {
        Ok(_) if name == "for" => match Article::read(page, &Options { root: Some(value), ..Options::default() }) {
            Err(why @ ArticleError::NoArticle(_)) => Some(why.to_string()),
            _ => None,
        },
        Ok(_)
        | Err(
            SelectorError::UnsupportedPseudoClassOrElement
            | SelectorError::UnsupportedCombinator(_)
            | SelectorError::UnsupportedSyntax
            | SelectorError::NestedNegation
            | SelectorError::NamespacedSelector,
        ) => None,
        Err(why) => Some(format!("\"{value}\" cannot be used: {why}")),
    }
}
