//! The CSS selectors by which a site says what the article is, and what of it is never marked.

use lol_html::Selector;

use super::ArticleError;
use super::element::{LISTS, Traits};

/// Selectors, ready to be used for any number of articles.
#[derive(Debug)]
pub struct Selectors {
    /// The article's elements, as the attribute `for` has them.
    pub(super) root: Option<Selector>,
    /// Parts never marked, as the attribute `skip` has them.
    pub(super) skip: Option<Selector>,
    /// Elements that hold nothing but text.
    pub(super) raw: Selector,
}

impl Selectors {
    /// Parses the values of the attributes `for` and `skip`. Not every selector can be told while a document streams by: names,
    /// classes, ids, attributes, `:nth-child`, `:not`, descendants and children can; siblings cannot.
    ///
    /// # Errors
    ///
    /// A selector that is none, or none of these.
    pub fn parse(root: Option<&str>, skip: Option<&str>) -> Result<Self, ArticleError> {
        let parse = |option: &'static str, selector: Option<&str>| {
            let parsed = selector.map(|selector| {
                selector.parse().map_err(|error: lol_html::errors::SelectorError| ArticleError::Selector {
                    option,
                    selector: selector.to_owned(),
                    why: error.to_string(),
                })
            });
            parsed.transpose()
        };
        let names = LISTS.iter().filter(|(traits, _)| *traits == Traits::RAW).flat_map(|(_, names)| names.split(' '));
        let raw = parse("raw", Some(&names.collect::<Vec<_>>().join(",")))?;
        let (root, skip) = (parse("for", root)?, parse("skip", skip)?);
        raw.map(|raw| Self { root, skip, raw }).ok_or(ArticleError::Unfinished)
    }
}
