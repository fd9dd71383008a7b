//! Which texts are equal.

use super::check;

#[test]
fn white_space() {
    check(&[
        (
            "line break and indent",
            &["federal court order"],
            "federal\n\t  court\r\norder",
            &[(0, "federal\n\t  court\r\norder")],
        ),
        ("no-break space", &["El Salvador"], "El\u{A0}Salvador", &[(0, "El\u{A0}Salvador")]),
        ("narrow no-break space", &["10 000"], "10\u{202F}000", &[(0, "10\u{202F}000")]),
        ("no-break space in the term", &["El\u{A0}Salvador"], "El Salvador", &[(0, "El Salvador")]),
        ("wide and thin spaces", &["a b c"], "a\u{3000}b\u{2009}c", &[(0, "a\u{3000}b\u{2009}c")]),
        ("line separator", &["a b"], "a\u{2028}b", &[(0, "a\u{2028}b")]),
        ("spaces with a soft hyphen between", &["a b"], "a \u{AD} b", &[(0, "a \u{AD} b")]),
        ("no space", &["El Salvador"], "ElSalvador", &[]),
        ("a space too many", &["website"], "web site", &[]),
        ("around and inside the term", &["  El \n Salvador "], "in El Salvador now", &[(0, "El Salvador")]),
        ("a hyphen is no space", &["El Salvador"], "El-Salvador", &[]),
    ]);
}

#[test]
fn invisible_characters() {
    check(&[
        ("soft hyphens inside", &["Bukele"], "Bu\u{AD}ke\u{AD}le", &[(0, "Bu\u{AD}ke\u{AD}le")]),
        ("soft hyphens at the edges", &["Bukele"], "\u{AD}Bukele\u{AD}", &[(0, "Bukele")]),
        ("a word goes on after a soft hyphen", &["Bukele"], "Bukele\u{AD}s", &[]),
        ("a word began before a joiner", &["Bukele"], "x\u{200D}Bukele", &[]),
        (
            "joiner, non-joiner, word joiner",
            &["abcd"],
            "a\u{200D}b\u{200C}c\u{2060}d",
            &[(0, "a\u{200D}b\u{200C}c\u{2060}d")],
        ),
        ("zero-width space, byte order mark", &["abc"], "\u{FEFF}a\u{200B}b\u{FEFF}c", &[(0, "a\u{200B}b\u{FEFF}c")]),
        ("direction marks", &["abc"], "\u{2067}a\u{200F}bc\u{2069}", &[(0, "a\u{200F}bc")]),
        ("in the term", &["Bu\u{AD}kele"], "Bukele", &[(0, "Bukele")]),
        ("between a letter and its mark", &["café"], "cafe\u{AD}\u{301}", &[(0, "cafe\u{AD}\u{301}")]),
        (
            "a variation selector stays with its letter",
            &["葛城"],
            "葛\u{E0100}城\u{E0101}市",
            &[(0, "葛\u{E0100}城\u{E0101}")],
        ),
    ]);
}

#[test]
fn quotes_and_hyphens() {
    check(&[
        ("apostrophe in the text", &["Côte d'Ivoire"], "Côte d’Ivoire", &[(0, "Côte d’Ivoire")]),
        ("apostrophe in the term", &["Côte d’Ivoire"], "Côte d'Ivoire", &[(0, "Côte d'Ivoire")]),
        ("the wrong way round", &["O'Brien"], "O‘Brien", &[(0, "O‘Brien")]),
        ("low and angled quotes", &["\"Fico\""], "„Fico“ «Fico»", &[(0, "„Fico“"), (0, "«Fico»")]),
        ("single is not double", &["'Fico'"], "\"Fico\"", &[]),
        (
            "hyphen, no-break hyphen",
            &["anti-gang"],
            "anti‐gang anti\u{2011}gang",
            &[(0, "anti‐gang"), (0, "anti\u{2011}gang")],
        ),
        ("en dash, minus", &["2019-2020", "UTC−6"], "2019–2020, UTC-6", &[(0, "2019–2020"), (1, "UTC-6")]),
        ("an em dash is none", &["anti-gang"], "anti—gang", &[]),
        ("a soft hyphen is none", &["anti-gang"], "anti\u{AD}gang", &[]),
    ]);
}

#[test]
fn accents() {
    check(&[
        ("composed term, decomposed text", &["Perú"], "Peru\u{301}!", &[(0, "Peru\u{301}")]),
        ("decomposed term, composed text", &["Peru\u{301}"], "Perú!", &[(0, "Perú")]),
        ("without the accent", &["Peru"], "Perú", &[]),
        ("with an accent too many", &["Perú"], "Peru", &[]),
        ("inside the word", &["Bogotá"], "Bogota\u{301} BOGOTÁ Bogota", &[(0, "Bogota\u{301}")]),
        (
            "two marks, several ways",
            &["Việt"],
            "Vi\u{1EC7}t Vi\u{EA}\u{323}t Vie\u{302}\u{323}t Vie\u{323}\u{302}t",
            &[(0, "Vi\u{1EC7}t"), (0, "Vi\u{EA}\u{323}t"), (0, "Vie\u{302}\u{323}t"), (0, "Vie\u{323}\u{302}t")],
        ),
        ("one of two marks", &["Viêt"], "Vi\u{1EC7}t", &[]),
        ("the Ångström sign", &["Å"], "\u{212B} A\u{30A}", &[(0, "\u{212B}"), (0, "A\u{30A}")]),
        ("й is a letter of its own", &["Краи"], "Край", &[]),
        ("й decomposed", &["Край"], "Краи\u{306}", &[(0, "Краи\u{306}")]),
        (
            "Hangul decomposed",
            &["한국"],
            "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}의",
            &[(0, "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}")],
        ),
        ("Hangul decomposed, half a syllable", &["하"], "\u{1112}\u{1161}\u{11AB}", &[]),
        ("kana decomposed", &["がん"], "か\u{3099}ん か\u{3099}", &[(0, "か\u{3099}ん")]),
        ("kana without its mark", &["か"], "が か\u{3099}", &[]),
    ]);
}

#[test]
fn case() {
    check(&[
        ("a capital only as written", &["ICE"], "ICE, ice, Ice", &[(0, "ICE")]),
        (
            "lower case in any case",
            &["court order"],
            "Court order, COURT ORDER, court order",
            &[(0, "Court order"), (0, "COURT ORDER"), (0, "court order")],
        ),
        ("a capital inside", &["iPhone"], "iPhone IPHONE iphone", &[(0, "iPhone")]),
        ("sensitive in lower case", &["exact:polish"], "Polish polish", &[(0, "polish")]),
        ("insensitive with capitals", &["any:ICE"], "ICE ice Ice", &[(0, "ICE"), (0, "ice"), (0, "Ice")]),
        (
            "accented capitals",
            &["any:éire", "Éire"],
            "ÉIRE E\u{301}ire éire",
            &[(0, "ÉIRE"), (1, "E\u{301}ire"), (0, "éire")],
        ),
        ("Cyrillic", &["суд"], "СУД Суд", &[(0, "СУД"), (0, "Суд")]),
        (
            "Greek, with the sigma that ends a word",
            &["οδος"],
            "ΟΔΟΣ οδος οδοσ",
            &[(0, "ΟΔΟΣ"), (0, "οδος"), (0, "οδοσ")],
        ),
        ("sharp s", &["any:Straße"], "STRAẞE straße", &[(0, "STRAẞE"), (0, "straße")]),
        (
            "dotted capital I",
            &["İstanbul"],
            "İstanbul I\u{307}stanbul Istanbul",
            &[(0, "İstanbul"), (0, "I\u{307}stanbul")],
        ),
        ("astral capitals", &["𐐨"], "𐐀", &[(0, "𐐀")]),
        (
            "as written wins over any case",
            &["polish", "Polish"],
            "Polish polish POLISH",
            &[(1, "Polish"), (0, "polish"), (0, "POLISH")],
        ),
        ("any case where as written fails", &["US", "any:us"], "US us Us", &[(0, "US"), (1, "us"), (1, "Us")]),
    ]);
}
