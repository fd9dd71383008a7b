//! Compares the matcher with a naive one, which follows the rules directly for small alphabets.

use context_cards::deck::{Case, Term};
use context_cards::matcher::unicode::NativeUnicode;
use context_cards::matcher::{BARRIER, Matcher};

#[path = "../properties/naive.rs"]
mod naive;

/// A small generator of random numbers (xorshift): the same ones in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("fewer than sides")
    }

    fn text(&mut self, alphabet: &[char], longest: usize) -> String {
        (0..self.roll(longest + 1)).map(|_| alphabet[self.roll(alphabet.len())]).collect()
    }
}

#[test]
fn random_texts_against_the_naive_matcher() {
    let alphabets: &[&[char]] = &[
        &['a', 'b', ' '],
        &['a', 'A', ' ', '\'', '’', '-'],
        &['a', 'é', 'e', '\u{301}', ' ', 'É'],
        &['a', '国', ' ', '\u{AD}', '\u{A0}', '\n'],
        &['a', '😀', '𐐀', '𐐨', BARRIER, ' '],
    ];
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let mut found = 0;
    for round in 0..4_000 {
        let alphabet = alphabets[round % alphabets.len()];
        let terms: Vec<Term> = (0..dice.roll(8))
            .map(|_| Term {
                // A mark that begins a term has nothing to stand on, which the naive matcher does not know.
                text: dice
                    .text(alphabet, 5)
                    .trim_start_matches(['\u{301}', '\u{AD}', ' ', '\n', '\u{A0}'])
                    .replace('\u{AD}', ""),
                forms: Vec::new(),
                case: [Case::Smart, Case::Smart, Case::Sensitive, Case::Insensitive][dice.roll(4)],
                near: (0..[0, 0, 0, 1, 2][dice.roll(5)])
                    .map(|_| format!("a{}", dice.text(&alphabet[..2], 1)))
                    .collect(),
            })
            .collect();
        let text = dice.text(alphabet, 30);
        let expected = naive::find(&terms, &text);
        let matcher = Matcher::new(terms.iter().enumerate(), &NativeUnicode);
        assert_eq!(matcher.find(&text, &NativeUnicode), expected, "round {round}: {terms:?} in {text:?}");
        found += expected.len();
    }
    assert!(found > 2_000, "the cases find something: {found}");
}
