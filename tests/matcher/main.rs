//! Tests which words of an article are found as terms.
//!
//! Terms are written `text`, `any:text` (insensitive), `exact:text` (sensitive), each with `≈form|form` behind it for `forms`
//! and `@word|word` for `near`.
//! A term's card is its place in the list. A bar `¦` in a text is a [`BARRIER`].

use context_cards::deck::{Case, Term};
use context_cards::matcher::unicode::{NativeUnicode, Unicode};
use context_cards::matcher::{BARRIER, Match, Matcher};

mod choice;
mod conflicts;
mod cost;
mod explain;
mod folding;
mod naive;
mod scripts;
mod shared;
mod words;

fn term(notation: &str) -> Term {
    let (text, near) = notation.split_once('@').unwrap_or((notation, ""));
    let near = if notation.contains('@') { near.split('|').map(String::from).collect() } else { Vec::new() };
    let (text, forms) = text.split_once('≈').unwrap_or((text, ""));
    let forms = forms.split_terminator('|').map(String::from).collect();
    let (case, text) = match text.split_once(':') {
        Some(("any", text)) => (Case::Insensitive, text),
        Some(("exact", text)) => (Case::Sensitive, text),
        _ => (Case::Smart, text),
    };
    Term { text: text.to_string(), forms, case, near }
}

fn find(terms: &[&str], text: &str) -> (Vec<Match>, Vec<u16>) {
    let terms: Vec<Term> = terms.iter().map(|notation| term(notation)).collect();
    let text = text.replace('¦', &BARRIER.to_string());
    let matcher = Matcher::new(terms.iter().enumerate(), &NativeUnicode);
    let found = matcher.find(&text, &NativeUnicode);
    shared::compare(&terms, &text);
    assert_eq!(explain::matches(&matcher, &text), found, "what is explained is what is found in {text:?}");
    (found, text.encode_utf16().collect())
}

/// The words found with these answers about Unicode.
fn find_with(terms: &[&str], text: &str, unicode: &dyn Unicode) -> Vec<String> {
    let terms: Vec<Term> = terms.iter().map(|notation| term(notation)).collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    let matches = Matcher::new(terms.iter().enumerate(), unicode).find(text, unicode);
    matches.iter().map(|found| String::from_utf16_lossy(&units[found.start..found.end])).collect()
}

/// A name, the terms, a text, and what is found in it: card and words.
type Row<'a> = (&'a str, &'a [&'a str], &'a str, &'a [(usize, &'a str)]);

fn check(cases: &[Row]) {
    for (name, terms, text, expected) in cases {
        let (matches, units) = find(terms, text);
        let found: Vec<(usize, String)> = matches
            .iter()
            .map(|found| (found.card, String::from_utf16(&units[found.start..found.end]).expect("whole characters")))
            .collect();
        let expected: Vec<(usize, String)> =
            expected.iter().map(|(card, words)| (*card, (*words).to_string())).collect();
        assert_eq!(found, expected, "{name}: {terms:?} in {text:?}");
        assert!(matches.windows(2).all(|pair| pair[0].end <= pair[1].start), "{name}: in order, without overlap");
    }
}
