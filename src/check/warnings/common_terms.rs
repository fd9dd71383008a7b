//! Warns of terms that are very common words: nearly every article would be marked for them.

use crate::check::common_words::CommonWords;
use crate::check::diagnostics::Diagnostics;
use crate::check::json::{Json, get, items};
use crate::check::json_path::JsonPath;
use crate::deck::quote::quote;

/// Says nothing of languages without a list of common words, and of terms that ask for words nearby.
pub(super) fn warn(diagnostics: &mut Diagnostics, deck: &Json) {
    let Some(Json::String(lang)) = get(deck, "lang") else { return };
    let Some(common) = CommonWords::of(lang) else { return };
    let root = JsonPath::Root;
    let list = root.key("cards");
    for (index, card) in items(deck, "cards").iter().enumerate() {
        let card_place = list.index(index);
        let terms = card_place.key("terms");
        for (index, term) in items(card, "terms").iter().enumerate() {
            let place = terms.index(index);
            if let Json::String(text) = term {
                warn_of(diagnostics, place, text, false, common);
            }
            if !items(term, "near").is_empty() {
                continue;
            }
            let any_case = matches!(get(term, "case"), Some(Json::String(case)) if case == "insensitive");
            if let Some(Json::String(text)) = get(term, "text") {
                warn_of(diagnostics, place.key("text"), text, any_case, common);
            }
            let forms = place.key("forms");
            for (index, form) in items(term, "forms").iter().enumerate() {
                if let Json::String(text) = form {
                    warn_of(diagnostics, forms.index(index), text, any_case, common);
                }
            }
        }
    }
}

fn warn_of(diagnostics: &mut Diagnostics, place: JsonPath<'_>, term: &str, any_case: bool, common: &CommonWords) {
    if is_common(term, any_case, common) {
        let message = [
            " is one of the commonest words of ",
            common.name,
            "; say with \"near\" what it must stand by, or write more words",
        ];
        diagnostics.warn(place, &[&quote(term), message[0], message[1], message[2]]);
    }
}

/// Whether the term would match a common word as sentences have it: in lower case, or with a capital at their beginning. `US`
/// matches only as written, and no sentence writes `us` like that.
fn is_common(term: &str, any_case: bool, common: &CommonWords) -> bool {
    let term = term.trim();
    let lower = term.to_lowercase();
    let is_written_so = || term.chars().skip(1).eq(lower.chars().skip(1));
    (any_case || is_written_so()) && common.contains(&lower)
}

#[cfg(test)]
mod tests {
    use super::is_common;
    use crate::check::common_words::CommonWords;

    #[test]
    fn a_term_is_common_as_sentences_write_it() {
        let cases = [
            ("will", false, "en", true),
            ("Will", false, "en", true),
            (" Will ", false, "en-GB", true),
            ("US", false, "en", false),
            ("US", true, "en", true),
            ("the order", false, "en", false),
            ("order", false, "en", false),
            ("Él", false, "es", true),
            ("el", false, "en", false),
            ("WILL", true, "en", true),
        ];
        for (term, any_case, lang, expected) in cases {
            let common = CommonWords::of(lang).expect("a language with common words");
            assert_eq!(is_common(term, any_case, common), expected, "{term}");
        }
    }
}
