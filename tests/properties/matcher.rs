//! Any terms are found in any article as a naive matcher finds them.

use crate::naive;
use context_cards::deck::{Case, Term};
use context_cards::matcher::unicode::NativeUnicode;
use context_cards::matcher::{BARRIER, Matcher};

/// Small alphabets, so that terms and articles meet: letters and spaces, case and quotes, accents, what is not seen, what needs two units.
const ALPHABETS: &[&[char]] = &[
    &['a', 'b', ' '],
    &['a', 'A', ' ', '\'', '’', '-'],
    &['a', 'é', 'e', '\u{301}', ' ', 'É'],
    &['a', '国', ' ', '\u{AD}', '\u{A0}', '\n'],
    &['a', '😀', '𐐀', '𐐨', BARRIER, ' '],
];

/// What must hold for the input: its first line is the article, each other a term, `text|form|form@near@near`. Its length chooses the
/// alphabet, to which every other character is mapped.
pub fn property(input: &str) {
    let alphabet = ALPHABETS[input.chars().count() % ALPHABETS.len()];
    let mut lines = input.split('\n').take(9);
    let text = mapped(lines.next().unwrap_or_default(), alphabet);
    let terms: Vec<Term> = lines.map(|line| term(line, alphabet)).collect();
    let expected = naive::find(&terms, &text);
    let found = Matcher::new(terms.iter().enumerate(), &NativeUnicode).find(&text, &NativeUnicode);
    assert_eq!(found, expected, "{terms:?} in {text:?}");
}

fn mapped(words: &str, alphabet: &[char]) -> String {
    words
        .chars()
        .take(40)
        .map(|c| if alphabet.contains(&c) { c } else { alphabet[c as usize % alphabet.len()] })
        .collect()
}

fn term(line: &str, alphabet: &[char]) -> Term {
    let case = [Case::Smart, Case::Sensitive, Case::Insensitive][line.len() % 3];
    let mut near = line.split('@');
    let mut forms = near.next().unwrap_or_default().split('|').map(|words| {
        // A mark that begins a term has nothing to stand on, which the naive matcher does not know.
        let words: String = mapped(words, alphabet).chars().take(6).filter(|c| *c != '\u{AD}').collect();
        words.trim_start_matches(['\u{301}', ' ', '\n', '\u{A0}']).to_owned()
    });
    let text = forms.next().unwrap_or_default();
    let near =
        near.take(2).map(|words| format!("a{}", mapped(words, &alphabet[..2]).chars().take(1).collect::<String>()));
    Term { text, forms: forms.take(3).collect(), case, near: near.collect() }
}
