//! Finds the known name that a misspelt one was probably meant to be.

use crate::deck::quote::quote;

/// The known word that is equal but for case and separators, or at most two edits (Levenshtein) away.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = letters(word);
    let known = known.into_iter().map(|known| (letters(known), known));
    // Words whose lengths differ by more are further apart; to find out how far takes the product of their lengths.
    let known = known.filter(|(letters, _)| letters.len().abs_diff(word.len()) <= 2);
    let distances = known.map(|(letters, known)| (strsim::levenshtein(&word, &letters), known));
    let (distance, nearest) = distances.min_by_key(|(distance, _)| *distance)?;
    // Of a short word, two wrong letters leave too little: `url` is not `who`.
    let allowed = if word.len() < 4 { 1 } else { 2 };
    (distance <= allowed && distance < nearest.len()).then_some(nearest)
}

/// The end of a message about an unknown name; empty where no known one is near.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(word, known).map(|meant| ["; did you mean ", &quote(meant), "?"].concat()).unwrap_or_default()
}

pub(crate) fn letters(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}
