//! What the matcher asks of Unicode: a trait, so that no tables are shipped to a browser, which has them all.
//!
//! These tables are larger than the matcher itself, so whoever runs it answers: in the page
//! `String.normalize`, `String.toLowerCase` and `\p{…}`, natively the crate `unicode-normalization` and the standard
//! library. No ASCII character is asked about, and no other one more than once.

use std::ops::Range;

/// Tells the word of a text that the character at a UTF-16 offset belongs to, as UTF-16 offsets.
pub type WordAt = Box<dyn Fn(usize) -> Range<usize>>;

/// Answers about single characters, and about the words of scripts that set no spaces between them.
pub trait Unicode {
    /// Appends the full canonical decomposition (NFD) of a character; one that has none is appended itself.
    fn decompose(&self, c: char, out: &mut Vec<char>);

    /// Whether the character is a combining mark: `\p{M}`.
    fn is_mark(&self, c: char) -> bool;

    /// Whether the character is a letter: `\p{Alphabetic}`.
    fn is_alphabetic(&self, c: char) -> bool;

    /// Whether the character is a number of any kind: `\p{N}`.
    fn is_numeric(&self, c: char) -> bool;

    /// The words of a text, where there is a dictionary that knows them: Han, Hiragana, Thai, Lao, Khmer and Myanmar letters
    /// show them by nothing else. Without one every place between two such letters may be an edge.
    fn words(&self, _text: &str) -> Option<WordAt> {
        None
    }

    /// The character in lower case, or itself. Never asked about a character that decomposes, so that one always gives one.
    fn lower_case(&self, c: char) -> char;
}

/// The answers outside a browser: for the command line and the tests.
#[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
#[derive(Clone, Copy, Debug, Default)]
pub struct NativeUnicode;

#[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
impl Unicode for NativeUnicode {
    fn decompose(&self, c: char, out: &mut Vec<char>) {
        unicode_normalization::char::decompose_canonical(c, |part| out.push(part));
    }

    fn is_mark(&self, c: char) -> bool {
        unicode_normalization::char::is_combining_mark(c)
    }

    fn is_alphabetic(&self, c: char) -> bool {
        c.is_alphabetic()
    }

    fn is_numeric(&self, c: char) -> bool {
        c.is_numeric()
    }

    fn lower_case(&self, c: char) -> char {
        c.to_lowercase().next().unwrap_or(c)
    }
}
