//! Compares the matcher of threads and archives with the other one: it finds the same, alone and in the middle of long texts.

use context_cards::deck::Term;
use context_cards::matcher::unicode::NativeUnicode;
use context_cards::matcher::{Match, Matcher, Scratch, SharedMatcher};
use proptest::prelude::*;

use super::term;

/// Whether both find the same in the text, and in the text between others.
pub fn compare(terms: &[Term], text: &str) {
    let matcher = || Matcher::new(terms.iter().enumerate(), &NativeUnicode);
    let (one, other) = (matcher(), SharedMatcher::new(matcher()));
    let filler = "In the meantime, nothing of this kind was said anywhere else by others. ".repeat(4);
    let texts = [text.to_owned(), [&filler, text, " ", &filler].concat(), [&filler, text, &filler].concat()];
    let mut scratch = Scratch::default();
    for text in texts {
        let mut places: Vec<usize> = Vec::new();
        for (at, c) in text.char_indices() {
            places.extend(std::iter::repeat_n(at, c.len_utf16()));
        }
        places.push(text.len());
        let found = one.find(&text, &NativeUnicode).into_iter();
        let expected: Vec<_> = found.map(|Match { card, start, end }| (card, places[start]..places[end])).collect();
        assert_eq!(other.find(&text, &mut scratch), expected, "{terms:?} in {text:?}");
    }
}

const WORDS: &[&str] = &[
    "a",
    "b",
    "ab",
    "A",
    "Ab",
    "national",
    "National",
    "National ",
    "Bank",
    "bank of",
    "of ",
    "é",
    "e\u{301}",
    "ñ",
    "-",
    "’",
    "'",
    "“",
    "”",
    " ",
    "  ",
    "\n",
    "\u{A0}",
    "\u{AD}",
    "\u{200B}",
    "\u{FFFC}",
    "1",
    "1.4",
    "4",
    ".",
    ",",
    "_",
    "C++",
    ".NET",
    "東京",
    "서울",
    "은",
    "Σ",
    "ς",
    "\u{301}",
    "—",
    "the order",
    "order",
    "judge",
    "😀",
    "İ",
    "ß",
    "\u{FE0F}",
    "\t",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn finds_the_same(
        words in prop::collection::vec(prop::collection::vec(prop::sample::select(WORDS), 1..4), 1..6),
        near in prop::option::of(prop::sample::select(WORDS)),
        text in prop::collection::vec(prop::sample::select(WORDS), 0..30),
    ) {
        let mut terms: Vec<Term> = words.iter().map(|words| term(&words.concat())).collect();
        if let Some(near) = near {
            terms[0].near = vec![near.to_owned()];
        }
        compare(&terms, &text.concat());
    }
}
