//! Parts a block of text into sentences.

use std::ops::Range;

use crate::check::common_words::LANGUAGES;

/// Abbreviations before names, in lower case: the point behind one ends no sentence.
const BEFORE_NAMES: &str = "mr mrs ms dr prof gen gov sen rep st ste lt col sgt capt cmdr rev hon v vs sr sra srta dra ing lic hr fr mm mme \
    mlle av ave";

/// Those before numbers.
const BEFORE_NUMBERS: &str = "no nos nr art op p pp vol";

/// The places of a text's sentences, in order, without the white space around them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_end(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, closing)) = chars.next_if(|(_, c)| is_end(*c) || is_closing(*c)) {
            end = next + closing.len_utf8();
        }
        let rest = &text[end..];
        if is_fullwidth(c)
            || rest.starts_with(char::is_whitespace) && !(c == '.' && end == at + 1 && goes_on(&text[start..at], rest))
        {
            push(text, start..end, &mut sentences);
            start = end;
        }
    }
    push(text, start..text.len(), &mut sentences);
    sentences
}

fn push(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let sentence = &text[range.clone()];
    let start = range.start + (sentence.len() - sentence.trim_start().len());
    let sentence = sentence.trim();
    if !sentence.is_empty() {
        sentences.push(start..start + sentence.len());
    }
}

/// Whether a sentence goes on behind a point: before it stands an abbreviation or an initial, or behind it a small letter.
fn goes_on(before: &str, rest: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '.';
    let next: String = rest.trim_start().chars().take_while(|c| c.is_alphanumeric()).collect();
    if next.starts_with(char::is_lowercase) {
        return true;
    }
    let word = &before[before.trim_end_matches(is_part).len()..];
    let lower = word.to_lowercase();
    if word.contains('.') {
        // `U.S.` may stand at the end; what follows tells where it is one of the words that sentences begin with.
        return !LANGUAGES.iter().any(|language| language.contains(&next.to_lowercase()));
    }
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    let is_in = |words: &str| words.split_ascii_whitespace().any(|known| known == lower);
    is_initial || is_in(BEFORE_NAMES) || is_in(BEFORE_NUMBERS) && next.starts_with(char::is_numeric)
}

fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '।' | '。' | '！' | '？' | '｡')
}

/// Ends a sentence with no space behind it.
fn is_fullwidth(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '）')
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_end_where_a_reader_pauses() {
        let cases: &[(&str, &[&str])] = &[
            ("One. Two!  Three?", &["One.", "Two!", "Three?"]),
            ("He said: “No.” Then he left.", &["He said: “No.”", "Then he left."]),
            ("Mr. Smith met Sen. Chris Van Hollen.", &["Mr. Smith met Sen. Chris Van Hollen."]),
            ("In J.G.G. v. Trump it won. See No. 5.", &["In J.G.G. v. Trump it won.", "See No. 5."]),
            ("Donald J. Trump spoke. He left.", &["Donald J. Trump spoke.", "He left."]),
            ("Flights from the U.S. The men sat.", &["Flights from the U.S.", "The men sat."]),
            ("The U.S. Supreme Court ruled.", &["The U.S. Supreme Court ruled."]),
            ("It cost 1.5 million, e.g. in bitcoin.", &["It cost 1.5 million, e.g. in bitcoin."]),
            ("El Sr. Bukele habló. Nadie respondió.", &["El Sr. Bukele habló.", "Nadie respondió."]),
            ("他去了萨尔瓦多。法院说不。", &["他去了萨尔瓦多。", "法院说不。"]),
            ("", &[]),
            (" no end", &["no end"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, *expected);
        }
    }
}
