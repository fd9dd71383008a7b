//! What in articles could get a card and has none: names, abbreviations, phrases that recur. By rules alone, without a model: the
//! same articles always give the same suggestions.

mod abbreviations;
mod corpus;
mod expansion;
mod known_terms;
mod mention;
mod names;
mod phrases;
mod sentences;
mod suggest;
mod tokens;
mod variants;

pub use self::corpus::Article;
pub use self::known_terms::KnownTerms;
pub use self::suggest::{Suggester, Suggestion, SuggestionKind};
