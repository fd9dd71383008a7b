//! In which language does the card speak for itself? Its deck's, or marked as another: a screen reader must not read the
//! English "Key facts" with a Spanish voice, nor a line mix two directions.

use yew::prelude::*;

use super::CardProps;
use crate::words::Word;

/// The language of the widget's own words, where it is not the deck's: for the element they stand in or name.
pub fn lang(props: &CardProps) -> Option<String> {
    let own = &props.locale.lang;
    let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let same = language(own) == language(&props.card.lang);
    (!same && !own.is_empty() && !props.card.lang.is_empty()).then(|| own.clone())
}

/// A phrase.
pub fn say(props: &CardProps, word: Word) -> Html {
    words(props, props.locale.words.say(word).to_owned())
}

/// Words of our own, filled already.
pub fn words(props: &CardProps, text: String) -> Html {
    match lang(props) {
        Some(lang) => html! { <bdi {lang}>{ text }</bdi> },
        None => html! { text },
    }
}
