//! Parts text into words, by the same classes of characters by which the matcher finds where a term may begin and end.

use crate::matcher::char_class::{CharClass, Form};
use crate::matcher::unicode::NativeUnicode;

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Where it ends, in bytes.
    pub(super) end: usize,
    pub(super) shape: Shape,
}

/// What a word looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Begins with a small letter, or is of a script that has no capitals.
    Small,
    /// Begins with a capital.
    Capital,
    /// Two capitals or more, and no small letter: an abbreviation, or a word of a headline.
    Upper,
    /// Begins with a digit.
    Number,
    /// One letter of a script without spaces between words.
    Unspaced,
    /// A run of Katakana.
    Katakana,
}

impl Shape {
    pub(super) fn is_capital(self) -> bool {
        matches!(self, Self::Capital | Self::Upper)
    }
}

/// What French and Italian put before a vowel, in lower case, and is no part of the word behind it.
const ELIDED: [&str; 14] = ["l", "d", "j", "n", "m", "t", "s", "c", "qu", "dell", "all", "nell", "dall", "sull"];

/// The words of a text, in order. A hyphen joins, a point does between letters and digits (`U.S.`, `1.5`); a possessive
/// (`’s`) is no part of its word.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = 0;
    while let Some(c) = text[start..].chars().next() {
        let end = match class(c) {
            CharClass::Unspaced => start + c.len_utf8() + marks(&text[start + c.len_utf8()..]),
            CharClass::Letter | CharClass::Digit | CharClass::Katakana | CharClass::Hangul => {
                start + word(&text[start..])
            }
            _ => {
                start += c.len_utf8();
                continue;
            }
        };
        push(text, start, end, &mut tokens);
        start = end;
    }
    tokens
}

fn class(c: char) -> CharClass {
    if c.is_ascii() {
        return Form::of_ascii(c).class;
    }
    Form::of_known(c).unwrap_or_else(|| Form::of_other(c, &NativeUnicode)).class
}

/// How many bytes of marks a text begins with.
fn marks(text: &str) -> usize {
    text.find(|c: char| !matches!(class(c), CharClass::Mark | CharClass::Selector)).unwrap_or(text.len())
}

/// How many bytes the word is long that a text begins with.
fn word(text: &str) -> usize {
    let is_inside = |c: char| {
        matches!(
            class(c),
            CharClass::Letter
                | CharClass::Digit
                | CharClass::Mark
                | CharClass::Selector
                | CharClass::Ignored
                | CharClass::Hangul
        )
    };
    let first = text.chars().next().map(class);
    let is_part = |c: char| match first {
        Some(CharClass::Katakana) => c == 'ー' || matches!(class(c), CharClass::Katakana | CharClass::Mark),
        _ => is_inside(c),
    };
    let mut chars = text.char_indices().peekable();
    let mut end = text.len();
    while let Some((at, c)) = chars.next() {
        let joins = is_joint(c) && chars.peek().is_some_and(|(_, next)| is_part(*next)) && at > 0;
        if !(is_part(c) || joins) {
            end = at;
            break;
        }
    }
    // `U.S.` ends in its point; `U.S` and then a sentence's end does as well, and the point does no harm.
    let word = &text[..end];
    let is_dotted = word.split('.').all(|part| (1..=2).contains(&part.chars().count())) && word.contains('.');
    end + usize::from(is_dotted && text[end..].starts_with('.') && word.starts_with(char::is_alphabetic))
}

/// What may stand inside a word.
fn is_joint(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '.' | '\'' | '’')
}

/// Adds a word without its possessive, and what is elided before it as a word of its own.
fn push(text: &str, mut start: usize, mut end: usize, tokens: &mut Vec<Token>) {
    let is_apostrophe = |c: char| matches!(c, '\'' | '’');
    if let Some((before, after)) = text[start..end].split_once(is_apostrophe) {
        let apostrophe = start + before.len();
        if ELIDED.contains(&before.to_lowercase().as_str()) && !after.is_empty() {
            tokens.push(Token { start, end: apostrophe, shape: Shape::Small });
            start = end - after.len();
        } else if after == "s" || after == "S" {
            end = apostrophe;
        }
    }
    tokens.push(Token { start, end, shape: shape(&text[start..end]) });
}

fn shape(word: &str) -> Shape {
    let Some(first) = word.chars().next() else { return Shape::Small };
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    match class(first) {
        CharClass::Unspaced => Shape::Unspaced,
        CharClass::Katakana => Shape::Katakana,
        CharClass::Digit => Shape::Number,
        _ if capitals > 1 && !word.chars().any(char::is_lowercase) => Shape::Upper,
        _ if first.is_uppercase() => Shape::Capital,
        _ => Shape::Small,
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, tokens};

    #[test]
    fn words_are_parted_as_terms_are() {
        use Shape::{Capital, Katakana, Number, Small, Unspaced, Upper};
        let cases: &[(&str, &[(&str, Shape)])] = &[
            ("the CECOT’s mega-prison", &[("the", Small), ("CECOT", Upper), ("mega-prison", Small)]),
            ("U.S. aid, 1.5 of it", &[("U.S.", Upper), ("aid", Small), ("1.5", Number), ("of", Small), ("it", Small)]),
            ("It ended. Then", &[("It", Capital), ("ended", Small), ("Then", Capital)]),
            ("l’Assemblée d’Ivoire", &[("l", Small), ("Assemblée", Capital), ("d", Small), ("Ivoire", Capital)]),
            ("O’Brien don’t", &[("O’Brien", Capital), ("don’t", Small)]),
            ("COVID-19 (AP)", &[("COVID-19", Upper), ("AP", Upper)]),
            ("最高法院", &[("最", Unspaced), ("高", Unspaced), ("法", Unspaced), ("院", Unspaced)]),
            (
                "ナジブ・ブケレ大統領",
                &[("ナジブ", Katakana), ("ブケレ", Katakana), ("大", Unspaced), ("統", Unspaced), ("領", Unspaced)],
            ),
            ("суд Бразилии", &[("суд", Small), ("Бразилии", Capital)]),
            ("\u{FFFC}a\u{FFFC}1", &[("a", Small), ("1", Number)]),
        ];
        for (text, expected) in cases {
            let found: Vec<(&str, Shape)> =
                tokens(text).into_iter().map(|token| (&text[token.start..token.end], token.shape)).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }
}
