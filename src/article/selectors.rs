//! The CSS selectors by which a site says what the article is, and what of it is never marked.

use lol_html::Selector;

use super::ArticleError;

/// Selectors, ready to be used for any number of articles.
#[derive(Debug)]
pub struct Selectors {
    /// The article's elements, as the attribute `for` has them.
    pub(super) root: Option<Selector>,
    /// Parts never marked, as the attribute `skip` has them.
    pub(super) skip: Option<Selector>,
    pub(super) any: Selector,
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
        let any = parse("*", Some("*"))?;
        let (root, skip) = (parse("for", root)?, parse("skip", skip)?);
        any.map(|any| Self { root, skip, any }).ok_or(ArticleError::Unfinished)
    }
}
