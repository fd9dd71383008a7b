//! Folds text for comparison: texts are equal if they fold to the same characters. Each keeps its place in the text.
//!
//! Characters are decomposed, so that composed and decomposed accents are equal; Hangul, which would become many more
//! characters, is composed instead.

use crate::deck::term::Case;
use crate::matcher::char_class::{CharClass, Form};
use crate::matcher::unicode::Unicode;

/// One folded character of a text.
#[derive(Clone, Copy)]
pub(crate) struct FoldedChar {
    /// What is compared.
    pub form: Form,
    /// Where it begins in the text, as a UTF-16 offset.
    pub start: u32,
    /// Where it ends in the text, as a UTF-16 offset.
    pub end: u32,
}

impl FoldedChar {
    /// Whether a term can be found by it: a letter or a digit.
    pub(crate) fn is_word(&self) -> bool {
        !matches!(self.form.class, CharClass::Space | CharClass::Other | CharClass::Barrier)
    }
}

/// Whether a term of these characters matches only as written.
pub(crate) fn is_exact(chars: &[FoldedChar], case: Case) -> bool {
    match case {
        Case::Sensitive => true,
        Case::Insensitive => false,
        Case::Smart => chars.iter().any(|letter| letter.form.is_capital()),
    }
}

/// Whether words could be found in a text by these characters: they have a letter or digit, and no barrier.
pub(crate) fn is_findable(chars: &[FoldedChar]) -> bool {
    chars.iter().any(FoldedChar::is_word) && !chars.iter().any(|letter| letter.form.class == CharClass::Barrier)
}

/// Marks that are put in order after one letter. Unicode's stream-safe format has the same limit; without one, a text of
/// marks alone would cost the square of its length.
const MARKS_IN_ORDER: usize = 30;

/// The folded forms of every character met so far. In the page each question to [`Unicode`] is a call out of WebAssembly
/// (about a microsecond), so it is asked once for each distinct character, not for each occurrence.
pub(crate) struct FoldCache {
    /// Folded forms, one or more in sequence for a character; those of ASCII stand at their own code.
    forms: Vec<(Form, Last)>,
    /// By the code's upper bits, then its lower eight: where a character's forms begin in `forms`; 0 is unknown (that
    /// place belongs to an ASCII character, which is never looked up here).
    pages: Vec<Vec<u32>>,
    decomposed: Vec<char>,
}

/// Whether a form is the last one of its character.
type Last = bool;

impl Default for FoldCache {
    fn default() -> Self {
        Self::new()
    }
}

impl FoldCache {
    pub(crate) fn new() -> Self {
        let forms = ('\0'..='\x7F').map(|c| (Form::of_ascii(c), true)).collect();
        Self { forms, pages: Vec::new(), decomposed: Vec::new() }
    }

    /// Replaces `chars` by the folded characters of the text.
    pub(crate) fn fold(&mut self, text: &str, unicode: &dyn Unicode, chars: &mut Vec<FoldedChar>) {
        chars.clear();
        chars.reserve(text.len());
        let mut end = 0;
        for (byte_at, byte) in text.bytes().enumerate() {
            let start = end;
            let mut at = byte as usize;
            if byte.is_ascii() {
                end += 1;
            } else {
                // Decoded from its first byte; the others are no boundary.
                let Some(c) = text.get(byte_at..).and_then(|rest| rest.chars().next()) else { continue };
                end += if c > '\u{FFFF}' { 2 } else { 1 };
                at = self.look_up(c, unicode);
            }
            while let Some(&(form, last)) = self.forms.get(at) {
                append(chars, FoldedChar { form, start, end });
                if last {
                    break;
                }
                at += 1;
            }
        }
    }

    /// Where the forms of a character begin.
    fn look_up(&mut self, c: char, unicode: &dyn Unicode) -> usize {
        let (page, place) = (c as usize >> 8, c as usize & 0xFF);
        if self.pages.len() <= page {
            self.pages.resize(page + 1, Vec::new());
        }
        if self.pages[page].is_empty() {
            self.pages[page].resize(256, 0);
        }
        if self.pages[page][place] == 0 {
            #[allow(clippy::cast_possible_truncation, reason = "Unicode has far fewer characters")]
            let new = self.forms.len() as u32;
            self.learn(c, unicode);
            self.pages[page][place] = new;
        }
        self.pages[page][place] as usize
    }

    fn learn(&mut self, c: char, unicode: &dyn Unicode) {
        if let Some(form) = Form::of_known(c) {
            self.forms.push((form, true));
            return;
        }
        self.decomposed.clear();
        unicode.decompose(c, &mut self.decomposed);
        if self.decomposed.is_empty() {
            self.decomposed.push(c);
        }
        for (index, &part) in self.decomposed.iter().enumerate() {
            let form = if part.is_ascii() {
                Form::of_ascii(part)
            } else {
                Form::of_known(part).unwrap_or_else(|| Form::of_other(part, unicode))
            };
            self.forms.push((form, index + 1 == self.decomposed.len()));
        }
    }
}

fn append(chars: &mut Vec<FoldedChar>, mut letter: FoldedChar) {
    let is_mark = letter.form.class == CharClass::Mark;
    match (letter.form.class, chars.last_mut()) {
        (CharClass::Ignored, _) | (CharClass::Selector, None) => return,
        (CharClass::Selector, Some(last)) => return last.end = letter.end,
        (CharClass::Space, Some(last)) if last.form.class == CharClass::Space => return last.end = letter.end,
        (CharClass::Mark, Some(last)) if !matches!(last.form.class, CharClass::Space | CharClass::Barrier) => {
            letter.form.class = last.form.class;
        }
        (CharClass::Mark, _) => letter.form.class = CharClass::Other,
        (CharClass::Hangul, Some(last)) => {
            if let Some(whole) = compose_hangul(last.form.folded, letter.form.folded) {
                (last.form.folded, last.form.original, last.end) = (whole, whole, letter.end);
                return;
            }
        }
        _ => {}
    }
    chars.push(letter);
    if is_mark {
        put_in_order(chars);
    }
}

/// Marks on one letter may be typed in several orders that mean the same (`ệ` from `ê` or from `ẹ`). Unicode's order needs
/// a table of classes; any fixed order serves to compare. Only the characters move: spans stay in the order of the text,
/// and no match ends between them.
fn put_in_order(chars: &mut [FoldedChar]) {
    for at in (1..chars.len()).rev().take(MARKS_IN_ORDER) {
        let (before, after) = (chars[at - 1].form, chars[at].form);
        if !(before.binds_left && before.folded > after.folded) {
            return;
        }
        chars[at - 1].form = after;
        chars[at].form = before;
    }
}

/// Puts a conjoining vowel or final consonant onto what stands before it, by the arithmetic of the Hangul block:
/// 21 vowels × 28 finals (none included) for each initial.
fn compose_hangul(before: char, after: char) -> Option<char> {
    let (first, second) = (before as u32, after as u32);
    match after {
        '\u{1161}'..='\u{1175}' if matches!(before, '\u{1100}'..='\u{1112}') => {
            char::from_u32(0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28)
        }
        '\u{11A8}'..='\u{11C2}' if matches!(before, '\u{AC00}'..='\u{D7A3}') && (first - 0xAC00).is_multiple_of(28) => {
            char::from_u32(first + second - 0x11A7)
        }
        _ => None,
    }
}
