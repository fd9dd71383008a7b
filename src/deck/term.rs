//! Terms of a card: the words to find in an article, and the conditions under which they count.

/// Words that stand for a card in an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// As an editor would write it; at least one letter or digit.
    pub text: String,
    /// Other ways it is written, such as its plural; each is looked for like `text`, by the same `case` and `near`.
    pub forms: Vec<String>,
    /// Whether capitals count.
    pub case: Case,
    /// Where this is not empty, one of these words must stand in the same block.
    pub near: Vec<String>,
}

/// Whether capitals count when a term is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum Case {
    /// Only as written.
    Sensitive,
    /// In any case.
    Insensitive,
    /// Only as written where the term has a capital letter, else in any case.
    Smart,
}
