//! Marks the widget's own words with their language where it is not the deck's: a screen reader must not read the
//! English "Key facts" with a Spanish voice, nor a line mix two directions.

use yew::Html;

use super::CardProps;
use crate::card::element::{element, text};
use crate::locale::messages::Word;

/// The language of the widget's own words, where it is not the deck's: for the element they stand in or name.
pub fn lang(props: &CardProps) -> Option<&str> {
    let own = &props.locale.lang;
    let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let same = language(own) == language(&props.card.lang);
    (!same && !own.is_empty() && !props.card.lang.is_empty()).then_some(own)
}

/// A phrase.
pub fn say(props: &CardProps, word: Word) -> Html {
    words(props, props.locale.words.say(word))
}

/// Words of our own, filled already.
pub fn words(props: &CardProps, words: &str) -> Html {
    match lang(props) {
        Some(lang) => element("bdi").attr("lang", lang).text(words).html(),
        None => text(words),
    }
}
