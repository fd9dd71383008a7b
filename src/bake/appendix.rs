//! The part at the end of a baked article: glossary, deck, linked data, and the script tag where it is wanted.

use sha2::{Digest, Sha256};

use super::cards::{Cards, Needed};
use super::deck_json::ascii_json;
use super::glossary::glossary;
use super::linked_data::linked_data;
use super::marks::{Found, attribute};
use super::options::{Format, Options};
use super::words::Phrases;

/// What it begins with.
pub(super) const BEGINNING: &str = "<details class=\"context-cards-glossary\" data-context-cards=\"off\">";
const GLOSSARY_END: &str = "</details>";
const DECK: &str = "<script type=\"application/json\" id=\"context-cards-deck\" data-hash=\"";
const LINKED_DATA: &str =
    "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"DefinedTermSet\"";
const SCRIPT_END: &str = "</script>";
const EMBED: &str = "<script type=\"module\" src=\"";
const EMBED_END: &str = "\"></script><context-cards deck=\"#context-cards-deck\"></context-cards>";

/// The part for these cards. `prefix`: what the ids of their entries begin with. `is_ascii`: JSON in it has no other characters, because
/// the article's encoding may not have them.
pub(super) fn appendix(
    cards: &Cards,
    needed: &Needed<'_>,
    (lang, prefix): (&str, &str),
    (format, options): (Format, &Options),
    is_ascii: bool,
) -> String {
    let mut html = [BEGINNING, &glossary(cards, needed, &Phrases::of(lang), lang, prefix), GLOSSARY_END].concat();
    if format == Format::Rss {
        return html;
    }
    let encoded = |json: String| if is_ascii { ascii_json(&json) } else { json };
    if format == Format::Html {
        let deck = encoded(cards.deck_json(needed));
        html.extend([DECK, &hash(deck.as_bytes()), "\">", &deck, SCRIPT_END]);
    }
    html.extend(["<script type=\"application/ld+json\">", &encoded(linked_data(cards, needed, prefix)), SCRIPT_END]);
    if let Some(address) = options.embed.as_ref().filter(|_| format == Format::Html) {
        html.extend([EMBED, &attribute(address), EMBED_END]);
    }
    html
}

/// A name for bytes that changes with them: the first 16 hexadecimal digits of their SHA-256.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let digits = digest.iter().take(8).flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

/// Such a part at the beginning of the bytes. `is_whole`: nothing follows them.
pub(super) fn read(bytes: &[u8], is_whole: bool) -> Found {
    parse(bytes, is_whole)
        .map_or(Found::Open, |length| if length > 0 { Found::Mark([length, 0, 0]) } else { Found::No })
}

/// Its length, 0 where there is none; `None` where the bytes end before it is known.
fn parse(bytes: &[u8], is_whole: bool) -> Option<usize> {
    let until =
        |start: usize, end: &str| Some(start + memchr::memmem::find(bytes.get(start..)?, end.as_bytes())? + end.len());
    let mut at = until(BEGINNING.len(), GLOSSARY_END)?;
    for part in [DECK, LINKED_DATA] {
        if has(&bytes[at..], part, is_whole)? {
            at = until(at, SCRIPT_END)?;
        }
    }
    if has(&bytes[at..], EMBED, is_whole)? {
        let Some(value) = memchr::memchr(b'"', &bytes[at + EMBED.len()..]) else { return is_whole.then_some(at) };
        let end = at + EMBED.len() + value;
        if has(&bytes[end..], EMBED_END, is_whole)? {
            at = end + EMBED_END.len();
        }
    }
    Some(at)
}

fn has(bytes: &[u8], words: &str, is_whole: bool) -> Option<bool> {
    if bytes.len() < words.len() && words.as_bytes().starts_with(bytes) {
        return is_whole.then_some(false);
    }
    Some(bytes.starts_with(words.as_bytes()))
}
