//! Says of most places in a text, by its bytes alone, that no term begins there: natively, where an archive is read, folding every
//! character of it would take most of the time.

use super::fold::FoldedChar;

/// So many characters of a term are looked at. What begins with the same ones is most likely that term.
const LENGTH: usize = 12;
/// Bits of a table, as a power of two: several for each beginning of 10,000 terms.
const BITS: u32 = 19;

/// The beginnings of terms, as hashes. It may be wrong only in saying that a term may begin somewhere.
pub(super) struct Prefixes {
    /// The first 1 to [`LENGTH`] characters of each term.
    beginnings: Bits,
    /// All characters of the terms that have no more.
    whole: Bits,
    /// Whether a term begins with something other than a letter or digit.
    begin_oddly: bool,
}

struct Bits(Vec<u64>);

impl Bits {
    fn new() -> Self {
        Self(vec![0; 1 << (BITS - 6)])
    }

    #[allow(clippy::cast_possible_truncation, reason = "as many bits as there are")]
    fn place(hash: u64) -> (usize, u64) {
        let bit = hash >> (64 - BITS);
        ((bit >> 6) as usize, 1 << (bit & 63))
    }

    fn add(&mut self, hash: u64) {
        let (word, bit) = Self::place(hash);
        self.0[word] |= bit;
    }

    fn has(&self, hash: u64) -> bool {
        let (word, bit) = Self::place(hash);
        self.0[word] & bit != 0
    }
}

/// A hash of one character more; its upper bits are the good ones.
fn next(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c)).wrapping_add(1))
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(23)
        .wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

impl Prefixes {
    /// None yet.
    pub(super) fn new() -> Self {
        Self { beginnings: Bits::new(), whole: Bits::new(), begin_oddly: false }
    }

    /// Adds a term by its folded characters.
    pub(super) fn add(&mut self, key: impl Iterator<Item = char>) {
        let (mut hash, mut length) = (0, 0);
        for c in key {
            if length == 0 {
                self.begin_oddly |= !c.is_alphanumeric();
            }
            length += 1;
            if length > LENGTH {
                return;
            }
            hash = next(hash, c);
            self.beginnings.add(hash);
        }
        self.whole.add(hash);
    }

    /// The next place, from the byte `at` on, where a term may begin: the first byte of a character.
    pub(super) fn find(&self, text: &[u8], mut at: usize) -> Option<usize> {
        while let Some(&byte) = text.get(at) {
            let may_begin = match byte {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                    !is_word(text, at.wrapping_sub(1)) && self.may_begin(&text[at..])
                }
                // White space, and what is not the first byte of a character.
                b'\t'..=b'\r' | b' ' | 0x80..=0xBF => false,
                0..=0x7F => self.begin_oddly,
                // No-break space; typographic marks and spaces; the barrier.
                0xC2 if text.get(at + 1) == Some(&0xA0) => false,
                0xE2 if matches!(text.get(at + 1), Some(0x80)) => self.begin_oddly,
                0xEF if text.get(at + 1..at + 3) == Some(b"\xBF\xBC") => false,
                _ => true,
            };
            if may_begin {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Whether a term may begin at the beginning of the text, which is a letter or digit.
    fn may_begin(&self, text: &[u8]) -> bool {
        let mut hash = 0;
        for length in 0..LENGTH {
            let c = match text.get(length) {
                // What is not ASCII folds in ways of its own, and so does a run of white space.
                Some(byte) if byte.is_ascii_whitespace() || *byte == 0x0B => {
                    if text
                        .get(length + 1)
                        .is_some_and(|next| next.is_ascii_whitespace() || *next == 0x0B || !next.is_ascii())
                    {
                        return true;
                    }
                    ' '
                }
                Some(byte) if byte.is_ascii() => char::from(byte.to_ascii_lowercase()),
                _ => return true,
            };
            hash = next(hash, c);
            if !self.beginnings.has(hash) {
                return false;
            }
            // A term that ends in a sign ends wherever it stands.
            if self.whole.has(hash) && !(is_word(text, length) && is_word(text, length + 1)) {
                return true;
            }
        }
        true
    }
}

/// Whether the byte is an ASCII letter or digit, between which no word begins or ends.
fn is_word(text: &[u8], at: usize) -> bool {
    text.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
}

/// The byte before which the folding of a text may begin for what stands at the byte `at`: that of an ASCII space, where characters do
/// not depend on those before. `None` where there is none near.
pub(super) fn window_start(text: &[u8], at: usize) -> Option<usize> {
    const NEAR: usize = 128;
    let from = at.saturating_sub(NEAR);
    match text[from..at].iter().rposition(|byte| *byte == b' ') {
        Some(space) => Some(from + space),
        None => (from == 0).then_some(0),
    }
}

/// A byte before which the folding may end, so that at least `length` bytes from `at` on are folded: that behind an ASCII space, beyond
/// which nothing changes what stands before it.
pub(super) fn window_end(text: &[u8], at: usize, length: usize) -> usize {
    let from = at.saturating_add(length).min(text.len());
    memchr::memchr(b' ', &text[from..]).map_or(text.len(), |space| from + space + 1)
}

/// Turns the UTF-16 offset of a folded character into bytes of the text it was folded from.
pub(super) fn byte_of(text: &str, chars: &[FoldedChar], index: usize, is_end: bool) -> usize {
    let letter = &chars[index];
    let offset = if is_end { letter.end } else { letter.start } as usize;
    if text.is_ascii() {
        return offset;
    }
    let mut units = 0;
    let found = text.char_indices().find(|(_, c)| {
        let is_there = units >= offset;
        units += c.len_utf16();
        is_there
    });
    found.map_or(text.len(), |(at, _)| at)
}
