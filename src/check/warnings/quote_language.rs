//! Warns of a source that is quoted in another language than its deck's and does not say in which.
//!
//! Told only by common words, and so only where that can be honest: the deck's language is one of the five there are words of, the
//! quote holds several common words of another one, and hardly any of the deck's.

use std::collections::HashSet;

use crate::check::common_words::{CommonWords, LANGUAGES};
use crate::check::diagnostics::Diagnostics;
use crate::check::json::{Json, get, items};
use crate::check::json_path::JsonPath;

/// So many different common words of a language a quote must hold to count as words of it: a name or two (`El Salvador`, `Los
/// Angeles`) brings fewer.
const FEWEST_WORDS: usize = 4;

/// A quote's own language has at least so many times the common words of another, related one.
const FACTOR: usize = 3;

pub(super) fn warn(diagnostics: &mut Diagnostics, deck: &Json) {
    let Some(Json::String(lang)) = get(deck, "lang") else { return };
    let Some(own) = CommonWords::of(lang) else { return };
    let root = JsonPath::Root;
    let list = root.key("sources");
    for (index, source) in items(deck, "sources").iter().enumerate() {
        if let (Some(Json::String(quote)), None) = (get(source, "quote"), get(source, "lang"))
            && let Some(other) = other_language(quote, own)
        {
            let message = [
                "reads like ",
                other.name,
                " in a deck in ",
                own.name,
                "; name its language: \"lang\": \"",
                other.tag,
                "\"",
            ];
            diagnostics.warn(list.index(index).key("quote"), &message);
        }
    }
}

/// The language of a quote that is certainly not the deck's.
fn other_language(quote: &str, own: &CommonWords) -> Option<&'static CommonWords> {
    let quote = quote.to_lowercase();
    let words: HashSet<&str> = quote.split(|c: char| !c.is_alphabetic()).collect();
    let count = |language: &CommonWords| words.iter().filter(|word| language.contains(word)).count();
    let best = LANGUAGES.iter().filter(|language| language.tag != own.tag).max_by_key(|language| count(language))?;
    (count(best) >= FEWEST_WORDS && count(best) >= FACTOR * count(own)).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::other_language;
    use crate::check::common_words::CommonWords;

    #[test]
    fn the_language_of_a_quote_is_told_only_where_it_is_certain() {
        let cases = [
            ("El puerto tiene una profundidad de 18 metros.", "en", Some("es")),
            ("Der Hafen ist für große Schiffe nicht tief genug.", "en", Some("de")),
            ("Le port n’est pas assez profond pour les grands navires.", "en", Some("fr")),
            ("O porto não é fundo o bastante para os navios da frota.", "en", Some("pt")),
            ("The harbour is not deep enough for the ships of the fleet.", "es", Some("en")),
            ("The harbour is not deep enough for the ships of the fleet.", "en", None),
            ("Los Angeles, El Salvador, La Paz", "en", None),
            ("18 metros", "en", None),
            ("He said “el puerto no es para todos” and left it at that.", "en", None),
            ("O porto não é fundo o bastante para os navios da frota.", "es", Some("pt")),
            ("No es para todos.", "pt", None),
        ];
        for (quote, lang, expected) in cases {
            let own = CommonWords::of(lang).expect("a language with common words");
            assert_eq!(other_language(quote, own).map(|language| language.tag), expected, "{quote}");
        }
    }
}
