//! Language tags as `Intl` and the `lang` attribute accept them.

/// Whether the text has the form of a BCP 47 tag: a language of two or three letters, and subtags behind hyphens.
#[must_use]
pub fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    parts.next().is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
