//! Why an article cannot be baked.

use std::fmt;

use crate::article::ArticleError;
use crate::deck::quote::quote;

/// Why an article cannot be baked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BakeError {
    /// A deck cannot be used: its number among those given, from 0, and why.
    Deck(usize, String),
    /// [`Options::embed`](super::Options::embed) is no address of a script: what it is, and why.
    Embed(String, &'static str),
    /// The article cannot be read.
    Article(ArticleError),
    /// It is longer than what may be held back, in bytes.
    TooLong(usize),
    /// It is no HTML: the sentence says why.
    NotHtml(&'static str),
}

impl fmt::Display for BakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Deck(_, why) => f.write_str(why),
            Self::Embed(address, why) => write!(f, "embed: {} {why}", quote(address)),
            Self::Article(why) => why.fmt(f),
            Self::TooLong(limit) => write!(f, "the article is longer than {limit} bytes, and goes on as it is"),
            Self::NotHtml(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for BakeError {}

impl From<ArticleError> for BakeError {
    fn from(error: ArticleError) -> Self {
        Self::Article(error)
    }
}
