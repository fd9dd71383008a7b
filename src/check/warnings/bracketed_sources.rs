//! Warns of the id of a source in brackets, `[voz]`: most likely a citation, `[^voz]`, without its caret.

use std::collections::HashSet;

use crate::check::diagnostics::Diagnostics;
use crate::check::json::{Json, get, items};
use crate::check::json_path::{JsonPath, id_of};
use crate::check::texts::{for_each_span, for_each_text, is_inline, spans};
use crate::deck::markup::Span;
use crate::deck::quote::quote;

pub(super) fn warn(diagnostics: &mut Diagnostics, deck: &Json) {
    for_each(deck, &mut |place, id| {
        let [written, citation] = ["[", "[^"].map(|open| quote(&[open, id, "]"].concat()));
        let message =
            ["has ", &written, " in it, and readers would see that", "; to cite the source, write ", &citation];
        diagnostics.warn(place, &message);
    });
}

/// Calls `tell` with each text that has the id of a source in brackets, and that id; once where the text says it again.
pub(super) fn for_each(deck: &Json, tell: &mut dyn FnMut(JsonPath<'_>, &str)) {
    let sources: HashSet<&str> = items(deck, "sources").iter().filter_map(id_of).collect();
    let Some(cards) = get(deck, "cards") else { return };
    for_each_text(JsonPath::Root.key("cards"), cards, &mut |place, text| {
        if is_inline(place) {
            let mut told = HashSet::new();
            for_each_span(&spans(text), &mut |span| {
                let Span::Text(text) = span else { return };
                for words in bracketed(text) {
                    if let Some(id) = sources.get(words).filter(|id| told.insert(**id)) {
                        tell(place, id);
                    }
                }
            });
        }
    });
}

/// What stands in brackets that no parenthesis follows: with one, a link was meant.
fn bracketed(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split(']');
    let following = pieces.clone().skip(1);
    pieces.zip(following).filter(|(_, after)| !after.starts_with('(')).filter_map(|(piece, _)| {
        let (_, words) = piece.rsplit_once('[')?;
        Some(words)
    })
}

#[cfg(test)]
mod tests {
    use super::bracketed;

    #[test]
    fn words_in_brackets_are_told_from_links() {
        let cases: [(&str, &[&str]); 6] = [
            ("It opened.[voz]", &["voz"]),
            ("[a] and [b c][d]", &["a", "b c", "d"]),
            ("See [voz](https://gazette.example/", &[]),
            ("[[voz]]", &["voz"]),
            ("no ] bracket [ here", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(bracketed(text).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
