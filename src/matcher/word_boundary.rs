//! Where a match may begin and end: at the edges of words, as each script writes them.
//!
//! - Letters, digits, marks and connector punctuation hold together; an apostrophe or a hyphen parts, so that a possessive
//!   and a compound show the word inside. An edge of a term that is itself punctuation (`C++`, `.NET`) needs nothing beside it.
//! - A point, comma or apostrophe between two digits parts nothing: `4 billion` is not in `1.4 billion`.
//! - Han, Hiragana, Thai, Lao, Khmer and Myanmar set no spaces, and telling their words apart takes a dictionary: a mention may
//!   begin and end anywhere, but never between a letter and what belongs to it. Whether it cuts a longer word is asked of
//!   whoever has that dictionary, in [`segment`](crate::matcher::word_segmenter).
//! - Katakana and Hangul are parted from other scripts but not from themselves. Korean attaches particles to nouns, so whole
//!   runs alone would find hardly a mention, while any beginning of a run would find Seoul in the Seoul National University:
//!   a Hangul term may be followed by one of [`PARTICLES`] and then the end of the run.
//! - A barrier parts: what stands behind it is a note number or a link, not the rest of a word.

use crate::matcher::char_class::CharClass;
use crate::matcher::fold::FoldedChar;

/// Korean particles, plurals and the commonest forms of the copula. Left out are those that are also common ends of other
/// words (`인` person, `고` school, `나`, `라`).
const PARTICLES: &str = "은 는 이 가 을 를 의 에 에서 에게 에게서 께 께서 한테 로 으로 로서 으로서 로써 으로써 로부터 으로부터 부터 까지 \
    와 과 하고 랑 이랑 도 만 마저 조차 밖에 보다 처럼 마다 이나 이며 이고 이다 라고 이라고 라는 이라는 라며 이라며 이란 입니다 \
    에는 에도 에만 에서는 에서도 에서의 에게는 에게도 께서는 로는 으로는 로도 으로도 로의 으로의 와는 과는 와도 과도 와의 과의 에의 \
    부터는 부터의 까지는 까지도 까지의 만은 만이 만을 만의 보다는 보다도 처럼은 마저도 조차도 에서만 \
    들 들은 들이 들을 들의 들에 들에게 들도 들과 들로 들만 들에게는";

/// The longest of [`PARTICLES`], in syllables.
const LONGEST_PARTICLE: usize = 4;

/// Whether a match may begin with this character.
pub(crate) fn may_begin(chars: &[FoldedChar], at: usize) -> bool {
    chars.get(at).is_some_and(|letter| !matches!(letter.form.class, CharClass::Space | CharClass::Barrier))
        && is_boundary(chars, at)
}

/// Whether a match may end before this character.
pub(crate) fn may_end(chars: &[FoldedChar], at: usize) -> bool {
    is_boundary(chars, at) || at > 0 && chars[at - 1].form.class == CharClass::Hangul && is_particle(&chars[at..])
}

/// Whether only a dictionary can tell if a word ends before this character.
pub(crate) fn needs_segmenter(chars: &[FoldedChar], at: usize) -> bool {
    let is_unspaced = |at: usize| chars.get(at).is_some_and(|letter| letter.form.class == CharClass::Unspaced);
    at > 0 && is_unspaced(at - 1) && is_unspaced(at)
}

/// Whether there is a word boundary before this character.
fn is_boundary(chars: &[FoldedChar], at: usize) -> bool {
    let (Some(before), Some(after)) = (at.checked_sub(1).and_then(|at| chars.get(at)), chars.get(at)) else {
        return true;
    };
    if after.form.binds_left || before.form.binds_right {
        return false;
    }
    match (before.form.class, after.form.class) {
        (CharClass::Letter | CharClass::Digit, CharClass::Letter | CharClass::Digit)
        | (CharClass::Katakana, CharClass::Katakana)
        | (CharClass::Hangul, CharClass::Hangul) => false,
        (CharClass::Digit, CharClass::Other) => !(is_in_number(after) && is_digit(chars.get(at + 1))),
        (CharClass::Other, CharClass::Digit) => {
            !(is_in_number(before) && is_digit(at.checked_sub(2).and_then(|at| chars.get(at))))
        }
        _ => true,
    }
}

fn is_in_number(letter: &FoldedChar) -> bool {
    matches!(letter.form.folded, '.' | ',' | '\'')
}

fn is_digit(letter: Option<&FoldedChar>) -> bool {
    letter.is_some_and(|letter| letter.form.class == CharClass::Digit)
}

/// Whether the Hangul at the beginning of `rest` is one particle and nothing more.
fn is_particle(rest: &[FoldedChar]) -> bool {
    let run = rest.iter().take(LONGEST_PARTICLE + 1).take_while(|letter| letter.form.class == CharClass::Hangul);
    PARTICLES.split_ascii_whitespace().any(|particle| particle.chars().eq(run.clone().map(|letter| letter.form.folded)))
}
