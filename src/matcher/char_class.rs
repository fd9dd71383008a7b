//! Classifies and folds single characters: which others one equals, and whether words hold together at it.

use crate::matcher::unicode::Unicode;

/// Separates text that may be marked from text that may not (a link, code…) in a block: the object replacement character. No
/// match crosses it and a word ends at it, but `near` sees the text on both sides.
pub const BARRIER: char = '\u{FFFC}';

/// The part a character plays in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CharClass {
    /// Not there for comparison: soft hyphen, zero-width and direction characters.
    Ignored,
    /// Variation selector: chooses the glyph of the character before it and belongs to that one's span.
    Selector,
    /// White space of any width.
    Space,
    /// [`BARRIER`].
    Barrier,
    /// Punctuation, symbols.
    Other,
    /// Letters of scripts that set spaces between words, and connector punctuation.
    Letter,
    /// Digits and other numbers.
    Digit,
    /// A combining mark; in folded text it takes the class of the character it stands on.
    Mark,
    /// Letters of scripts that set no spaces: Han, Hiragana, Thai, Lao, Khmer, Myanmar.
    Unspaced,
    /// Katakana: a run of it is a word, among scripts without spaces.
    Katakana,
    /// Hangul: words with spaces between them, and particles attached to their ends.
    Hangul,
}

/// A character, reduced to what is compared.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    /// In lower case, for terms that match in any case.
    pub folded: char,
    /// In the case it was written, for terms that match only as written.
    pub original: char,
    /// Its part in the text.
    pub class: CharClass,
    /// Never parted from what stands before it.
    pub binds_left: bool,
    /// Never parted from what stands after it.
    pub binds_right: bool,
}

impl Form {
    /// The form of an ASCII character.
    pub(crate) fn of_ascii(c: char) -> Self {
        let class = match c {
            '\t'..='\r' | ' ' => return Self::new(' ', CharClass::Space),
            '0'..='9' => CharClass::Digit,
            'A'..='Z' | 'a'..='z' | '_' => CharClass::Letter,
            _ => CharClass::Other,
        };
        Self::new(c, class)
    }

    /// The form of a character whose meaning needs no tables, so that most of an article asks for none: white space,
    /// typography and the great East Asian blocks, in which nothing decomposes.
    pub(crate) fn of_known(c: char) -> Option<Self> {
        let (c, class) = match c {
            BARRIER => (c, CharClass::Barrier),
            '\u{AD}'                        // soft hyphen
            | '\u{34F}'                     // combining grapheme joiner
            | '\u{61C}'                     // Arabic letter mark
            | '\u{200B}'..='\u{200F}'       // zero-width space, (non-)joiner, direction marks
            | '\u{202A}'..='\u{202E}'       // embeddings
            | '\u{2060}'..='\u{206F}'       // word joiner, invisible operators, isolates
            | '\u{FEFF}' => (c, CharClass::Ignored),
            '\u{180B}'..='\u{180D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => (c, CharClass::Selector),
            // The modifier letter apostrophe is a letter by its category, but where it stands in news it was typed for ’.
            '‘' | '’' | '‚' | '‛' | '‹' | '›' | 'ʼ' => ('\'', CharClass::Other),
            // The ʻokina is typed as any apostrophe, but is a consonant: `Hawai` is no word in `Hawaiʻi`.
            'ʻ' => ('\'', CharClass::Letter),
            '“' | '”' | '„' | '‟' | '«' | '»' => ('"', CharClass::Other),
            // Hyphen, no-break hyphen, figure dash, en dash, minus: one key on most keyboards, and an en dash is the
            // careful typesetter's hyphen (`2019–2020`, `Obama–Biden`). The em dash parts clauses and equals nothing.
            '\u{2010}'..='\u{2013}' | '\u{2212}' => ('-', CharClass::Other),
            '\u{3400}'..='\u{9FFF}' => (c, CharClass::Unspaced),
            '\u{AC00}'..='\u{D7A3}' => (c, CharClass::Hangul),
            _ if c.is_whitespace() => (' ', CharClass::Space),
            _ => return None,
        };
        Some(Self::new(c, class))
    }

    /// The form of any other character that does not decompose.
    pub(crate) fn of_other(c: char, unicode: &dyn Unicode) -> Self {
        let is_mark = unicode.is_mark(c);
        Self {
            // A sigma that ends its word is a sigma: `ΟΔΟΣ` in lower case is `οδος`.
            folded: if c == 'ς' { 'σ' } else { unicode.lower_case(c) },
            original: c,
            class: if is_mark { CharClass::Mark } else { class(c, unicode) },
            binds_left: is_mark || binds_left(c),
            binds_right: binds_right(c),
        }
    }

    fn new(c: char, class: CharClass) -> Self {
        Self { folded: c.to_ascii_lowercase(), original: c, class, binds_left: false, binds_right: false }
    }

    /// Whether a term that contains it matches only as written, by the rule of [`Case::Smart`](crate::deck::term::Case::Smart).
    pub(crate) fn is_capital(&self) -> bool {
        self.folded != self.original && self.original != 'ς'
    }
}

fn class(c: char, unicode: &dyn Unicode) -> CharClass {
    match c {
        // Raised digits are note numbers more often than part of a word; a lowered one (`CO₂`) is part of it.
        '²' | '³' | '¹' | '⁰'..='⁹' => CharClass::Other,
        '\u{203F}' | '\u{2040}' | '\u{2054}' | '\u{FE33}' | '\u{FE34}' | '\u{FE4D}'..='\u{FE4F}' | '\u{FF3F}' => CharClass::Letter,
        // A Han zero, though it is a number by its category.
        '〇' => CharClass::Unspaced,
        _ if unicode.is_numeric(c) => CharClass::Digit,
        _ if !unicode.is_alphabetic(c) => CharClass::Other,
        '\u{E00}'..='\u{EFF}'                                                   // Thai, Lao
        | '\u{1000}'..='\u{109F}' | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}' // Myanmar
        | '\u{1780}'..='\u{17FF}'                                               // Khmer
        | '\u{3005}' | '\u{3006}' | '\u{3041}'..='\u{309F}'                     // Hiragana
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => CharClass::Unspaced, // Han beyond the main block
        '\u{30A0}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}' => CharClass::Katakana,
        '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' | '\u{A960}'..='\u{A97F}' | '\u{D7B0}'..='\u{D7FF}' => {
            CharClass::Hangul
        }
        _ => CharClass::Letter,
    }
}

/// Letters that continue the one before, like a mark: Thai and Lao vowels after their consonant and the repetition sign,
/// the Japanese long-vowel sign and the Han repetition sign.
fn binds_left(c: char) -> bool {
    matches!(
        c,
        '\u{E30}' | '\u{E32}' | '\u{E33}' | '\u{E45}' | '\u{E46}' // Thai
            | '\u{EB0}' | '\u{EB2}' | '\u{EB3}' | '\u{EC6}'       // Lao
            | 'ー' | '\u{FF70}' | '々'
    )
}

/// Characters that begin what comes after: Thai and Lao vowels written before their consonant, and the signs that put the
/// next consonant under this one in Khmer and Myanmar.
fn binds_right(c: char) -> bool {
    matches!(c, '\u{E40}'..='\u{E44}' | '\u{EC0}'..='\u{EC4}' | '\u{17D2}' | '\u{1039}')
}
