//! Finds the known name that a misspelt one was probably meant to be.

use crate::deck::quote::quote;

/// The known word that is equal but for case and separators, or at most two edits (Levenshtein) away.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = letters(word);
    let distances = known.into_iter().map(|known| (strsim::levenshtein(&word, &letters(known)), known));
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
