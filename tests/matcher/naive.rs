//! Compares the matcher with a naive one, which follows the rules directly for small alphabets.

use context_cards::deck::{Case, Term};
use context_cards::matcher::unicode::NativeUnicode;
use context_cards::matcher::{BARRIER, Match, Matcher};

mod naive {
    use super::{BARRIER, Case, Match, Term};
    use unicode_normalization::UnicodeNormalization;

    /// What is compared, and the UTF-16 range it stands for.
    type Piece = (String, usize, usize);

    fn pieces(text: &str) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut at = 0;
        for c in text.chars() {
            let (start, end) = (at, at + c.len_utf16());
            at = end;
            match c {
                '\u{AD}' => {}
                '\u{301}' => match pieces.last_mut() {
                    Some(last) => {
                        last.0.push(c);
                        last.2 = end;
                    }
                    None => pieces.push((c.to_string(), start, end)),
                },
                _ if c.is_whitespace() => match pieces.last_mut() {
                    Some(last) if last.0 == " " => last.2 = end,
                    _ => pieces.push((" ".into(), start, end)),
                },
                '’' => pieces.push(("'".into(), start, end)),
                _ => pieces.push((c.to_string(), start, end)),
            }
        }
        for piece in &mut pieces {
            piece.0 = piece.0.nfd().collect();
        }
        pieces
    }

    fn is_word(piece: &str) -> bool {
        piece.starts_with(|c: char| c.is_alphanumeric() && c != '国')
    }

    /// A term that can be found, and what it is compared by.
    struct Own<'a> {
        card: usize,
        term: &'a Term,
        pieces: Vec<Piece>,
        exact: bool,
    }

    fn own(card: usize, term: &Term) -> Option<Own<'_>> {
        let usable = term.text.chars().any(char::is_alphanumeric) && !term.text.contains(BARRIER);
        let exact = match term.case {
            Case::Sensitive => true,
            Case::Insensitive => false,
            Case::Smart => term.text.chars().any(char::is_uppercase),
        };
        usable.then(|| Own { card, term, pieces: pieces(term.text.trim()), exact })
    }

    fn found_at(own: &Own, words: &[Piece], at: usize) -> Option<usize> {
        let end = at + own.pieces.len();
        let stands = words.get(at..end)?.iter().zip(&own.pieces).all(|(word, own_word)| {
            word.0 == own_word.0 || !own.exact && word.0.to_lowercase() == own_word.0.to_lowercase()
        });
        let parts = |at: usize| at == 0 || at == words.len() || !(is_word(&words[at - 1].0) && is_word(&words[at].0));
        (stands && parts(at) && parts(end)).then_some(end)
    }

    pub fn find(terms: &[Term], text: &str) -> Vec<Match> {
        let words = pieces(text);
        let stands = |word: &String| {
            let term = Term { text: word.clone(), forms: Vec::new(), case: Case::Smart, near: Vec::new() };
            own(0, &term).is_some_and(|own| (0..words.len()).any(|at| found_at(&own, &words, at).is_some()))
        };
        let terms: Vec<Own> = terms
            .iter()
            .enumerate()
            .filter_map(|(card, term)| own(card, term))
            .filter(|own| own.term.near.is_empty() || own.term.near.iter().any(stands))
            .collect();
        let mut matches = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let best = terms
                .iter()
                .filter_map(|own| Some((found_at(own, &words, at)?, own.exact, usize::MAX - own.card)))
                .max();
            if let Some((end, _, card)) = best {
                matches.push(Match { card: usize::MAX - card, start: words[at].1, end: words[end - 1].2 });
                at = end;
            } else {
                at += 1;
            }
        }
        matches
    }
}

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
