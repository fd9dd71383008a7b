//! The cards as a reader without script reads them: a list of terms, in plain HTML.

use super::cards::{Cards, Needed};
use super::glossary_entry::{Entry, lang_attribute};
use super::marks::text;
use super::plan::PREFIX;
use super::words::Phrases;
use crate::locale::messages::Word;

/// What stands in the `<details>`. `lang`: the language of the article around it.
pub(super) fn glossary(cards: &Cards, needed: &Needed<'_>, phrases: &Phrases, lang: &str, prefix: &str) -> String {
    let own = if phrases.lang == lang { String::new() } else { lang_attribute(&phrases.lang) };
    let mut html = format!("<summary{own}>{}</summary><dl>", text(phrases.say(Word::Context)));
    // Entries of feeds have ids of their own.
    let entries = (prefix == PREFIX).then(|| cards.entries(lang));
    for (number, card) in needed.numbers.iter().zip(&needed.cards) {
        let entry = Entry { card, phrases, own: &own };
        match &entries {
            Some(entries) => html.push_str(entries[*number].get_or_init(|| entry.html(lang, prefix))),
            None => html.push_str(&entry.html(lang, prefix)),
        }
    }
    html.push_str("</dl>");
    html
}
