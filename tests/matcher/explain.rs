//! Why a term that stands in a text is no match.

use context_cards::deck::Term;
use context_cards::matcher::unicode::NativeUnicode;
use context_cards::matcher::{Match, Matcher, Outcome, Sighting};

use super::term;

/// The matches among the sightings.
pub fn matches(matcher: &Matcher, text: &str) -> Vec<Match> {
    let sightings = matcher.explain(text, &NativeUnicode).into_iter();
    let of_cards = sightings.filter(|sighting| sighting.outcome == Outcome::Match);
    of_cards.map(|Sighting { card, start, end, .. }| Match { card, start, end }).collect()
}

/// A name, the terms, a text, and what stands in it: card, words and what came of them.
type Row<'a> = (&'a str, &'a [&'a str], &'a str, &'a [(usize, &'a str, Outcome)]);

#[test]
fn what_came_of_each_term() {
    use Outcome::{Covered, Match as Matched, NearNotMet};
    let cases: &[Row] = &[
        ("a match", &["court"], "the court", &[(0, "court", Matched)]),
        (
            "a longer term of another card",
            &["court", "court order"],
            "a court order",
            &[(1, "court order", Matched), (0, "court", Covered { by: 1 })],
        ),
        ("a longer term of the same card", &["court order≈court"], "a court order", &[(0, "court order", Matched)]),
        (
            "a term that begins earlier",
            &["b c d", "a b"],
            "a b c d",
            &[(1, "a b", Matched), (0, "b c d", Covered { by: 1 })],
        ),
        (
            "the same words for an earlier card",
            &["CECOT", "CECOT"],
            "CECOT",
            &[(0, "CECOT", Matched), (1, "CECOT", Covered { by: 0 })],
        ),
        ("no word nearby", &["the order@judge"], "the order", &[(0, "the order", NearNotMet)]),
        (
            "no word nearby, for a longer term",
            &["the order@judge", "the"],
            "the order",
            &[(0, "the order", NearNotMet), (1, "the", Matched)],
        ),
        ("no word nearby, but covered", &["order@judge", "the order"], "the order", &[(1, "the order", Matched)]),
        ("within a word", &["court"], "courts", &[]),
    ];
    for (name, terms, text, expected) in cases {
        let terms: Vec<Term> = terms.iter().map(|notation| term(notation)).collect();
        let sightings = Matcher::new(terms.iter().enumerate(), &NativeUnicode).explain(text, &NativeUnicode);
        let found: Vec<(usize, &str, Outcome)> = sightings
            .iter()
            .map(|sighting| (sighting.card, &text[sighting.start..sighting.end], sighting.outcome))
            .collect();
        assert_eq!(found, *expected, "{name}");
    }
}

#[test]
fn it_says_which_form_stands_there() {
    let terms = [term("order≈orders"), term("court≈courts")];
    let matcher = Matcher::new(terms.iter().enumerate(), &NativeUnicode);
    let found: Vec<usize> = matcher.explain("orders courts order", &NativeUnicode).iter().map(|one| one.term).collect();
    assert_eq!(found, [1, 3, 0]);
}
