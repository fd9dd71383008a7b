//! Which of several terms is meant, and when none is.

use context_cards::matcher::Matcher;
use context_cards::matcher::unicode::NativeUnicode;

use super::{Term, check, term};

#[test]
fn which_of_several() {
    check(&[
        (
            "the longest",
            &["court", "court order", "federal court order"],
            "a federal court order, court order, court",
            &[(2, "federal court order"), (1, "court order"), (0, "court")],
        ),
        (
            "the longest, whatever the order",
            &["a b c", "a", "a b"],
            "a b c a b a",
            &[(0, "a b c"), (2, "a b"), (1, "a")],
        ),
        ("the leftmost, though shorter", &["b c d", "a b"], "a b c d", &[(1, "a b")]),
        ("after it the text goes on", &["a b", "c d", "b c"], "a b c d", &[(0, "a b"), (1, "c d")]),
        ("the longer breaks off", &["a", "a b c"], "a b d", &[(0, "a")]),
        ("the longer ends inside a word", &["court", "court or"], "court order", &[(0, "court")]),
        ("the same term twice", &["CECOT", "CECOT"], "CECOT", &[(0, "CECOT")]),
        ("the same but for its accents' form", &["Peru\u{301}", "Perú"], "Perú", &[(0, "Perú")]),
        (
            "many on one stem",
            &["El Salvador", "El Paso", "El", "El Nino"],
            "El Paso, El Salva, El Nino",
            &[(1, "El Paso"), (2, "El"), (3, "El Nino")],
        ),
    ]);
}

#[test]
fn near() {
    check(&[
        ("met", &["the order@judge|court"], "The judge read the order.", &[(0, "the order")]),
        ("met later in the block", &["the order@judge|court"], "the order of the court", &[(0, "the order")]),
        ("not met", &["the order@judge|court"], "Call the order line.", &[]),
        ("not by part of a word", &["the order@court"], "the order of the courtyard", &[]),
        ("by a possessive", &["the order@court"], "the court’s view of the order", &[(0, "the order")]),
        ("a lower-case word in any case", &["the order@court"], "COURT: the order", &[(0, "the order")]),
        ("a capital only as written", &["raids@ICE"], "raids on ice", &[]),
        ("several words", &["the order@supreme  court"], "the Supreme\nCourt and the order", &[(0, "the order")]),
        ("several words, one missing", &["the order@supreme court"], "the court and the order", &[]),
        ("folded like terms", &["la orden@Bogota\u{301}"], "la orden de Bogotá", &[(0, "la orden")]),
        ("beyond a barrier", &["the order@judge"], "The ¦judge¦ read the order.", &[(0, "the order")]),
        ("across a barrier", &["the order@federal judge"], "federal ¦judge, the order", &[]),
        (
            "every mention in the block",
            &["the order@judge"],
            "the order, the order: judge",
            &[(0, "the order"), (0, "the order")],
        ),
        (
            "two cards, the first that is satisfied",
            &["the order@judge", "the order@army"],
            "the army got the order",
            &[(1, "the order")],
        ),
        (
            "two cards, both satisfied",
            &["the order@judge", "the order@army"],
            "army, judge: the order",
            &[(0, "the order")],
        ),
        ("two cards, none satisfied", &["the order@judge", "the order@army"], "the order", &[]),
        ("one that asks for nothing behind it", &["the order@judge", "the order"], "the order", &[(1, "the order")]),
        (
            "one that asks for nothing before it",
            &["the order", "the order@judge"],
            "judge, the order",
            &[(0, "the order")],
        ),
        (
            "a word that several ask for",
            &["the order@judge|court", "the law@court|—", "the ban@judge"],
            "In court: the order, the law, the ban",
            &[(0, "the order"), (1, "the law")],
        ),
        (
            "a word that several ask for in different writing",
            &["the order@Bogota\u{301}", "the law@Bogotá"],
            "Bogotá: the order, the law",
            &[(0, "the order"), (1, "the law")],
        ),
        (
            "a word that cannot be found, asked for twice",
            &["the order@—", "the law@—|judge"],
            "—: the order, the law",
            &[],
        ),
        ("a longer one falls back", &["court", "court order@judge"], "a court order", &[(0, "court")]),
        ("a longer one satisfied", &["court", "court order@judge"], "the judge's court order", &[(1, "court order")]),
        ("a longer one does not hide what it overlaps", &["a b@x", "b c"], "a b c", &[(1, "b c")]),
        ("no word that could stand anywhere", &["the order@ |—"], "the order —", &[]),
        ("an empty word beside a good one", &["the order@|judge"], "judge, the order", &[(0, "the order")]),
    ]);
}

#[test]
fn nothing_to_find() {
    let long = "x".repeat(1000);
    check(&[
        ("an empty text", &["CECOT"], "", &[]),
        ("no terms", &[], "CECOT", &[]),
        ("an empty term", &[""], "a  b", &[]),
        ("a term of spaces", &[" \n\u{A0}"], "a   b", &[]),
        ("terms of punctuation", &["—", "...", "'", "++"], "a — b ... 'c' ++", &[]),
        ("a term of invisible characters", &["\u{AD}\u{200B}"], "a\u{AD}b", &[]),
        ("a term of a mark", &["\u{301}"], "e\u{301}", &[]),
        ("a term longer than the text", &["CECOT", long.as_str()], "xxx", &[]),
        ("the text breaks off in the term", &["CECOT prison", "CECOT camp"], "CECOT pri", &[]),
        ("a text of spaces", &["a"], "  \n ", &[]),
        ("a text of marks", &["a"], "\u{301}\u{302}\u{301}", &[]),
        ("a text of invisible characters", &["a"], "\u{FE0F}\u{200B}", &[]),
    ]);
    for (terms, empty) in [(vec![], true), (vec!["", "—"], true), (vec!["a@ "], true), (vec!["", "a"], false)] {
        let terms: Vec<Term> = terms.into_iter().map(term).collect();
        assert_eq!(Matcher::new(terms.iter().enumerate(), &NativeUnicode).is_empty(), empty, "{terms:?}");
    }
}
