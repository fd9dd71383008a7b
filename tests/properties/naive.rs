//! A matcher that follows the rules one by one, for small alphabets: slow, and obviously right.

use context_cards::deck::{Case, Term};
use context_cards::matcher::{BARRIER, Match};
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

/// A text or form that can be found, and what it is compared by.
struct Own<'a> {
    card: usize,
    term: &'a Term,
    pieces: Vec<Piece>,
    exact: bool,
}

/// The text and the forms of a term, each as it is looked for; none where the text cannot be.
fn own(card: usize, term: &Term) -> Vec<Own<'_>> {
    let is_usable = |words: &str| words.chars().any(char::is_alphanumeric) && !words.contains(BARRIER);
    if !is_usable(&term.text) {
        return Vec::new();
    }
    let words = [&term.text].into_iter().chain(&term.forms);
    let own = words.filter(|words| is_usable(words)).map(|words| {
        let exact = match term.case {
            Case::Sensitive => true,
            Case::Insensitive => false,
            Case::Smart => words.chars().any(char::is_uppercase),
        };
        Own { card, term, pieces: pieces(words.trim()), exact }
    });
    own.collect()
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
        own(0, &term).iter().any(|own| (0..words.len()).any(|at| found_at(own, &words, at).is_some()))
    };
    let terms: Vec<Own> = terms
        .iter()
        .enumerate()
        .flat_map(|(card, term)| own(card, term))
        .filter(|own| own.term.near.is_empty() || own.term.near.iter().any(stands))
        .collect();
    let mut matches = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let best =
            terms.iter().filter_map(|own| Some((found_at(own, &words, at)?, own.exact, usize::MAX - own.card))).max();
        if let Some((end, _, card)) = best {
            matches.push(Match { card: usize::MAX - card, start: words[at].1, end: words[end - 1].2 });
            at = end;
        } else {
            at += 1;
        }
    }
    matches
}
