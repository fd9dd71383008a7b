//! Where a word begins and ends.

use super::{check, find};

#[test]
fn whole_words() {
    check(&[
        ("alone", &["CECOT"], "CECOT", &[(0, "CECOT")]),
        ("in a sentence", &["CECOT"], "Sent to CECOT, a prison.", &[(0, "CECOT")]),
        ("every mention", &["CECOT"], "CECOT (CECOT) “CECOT”", &[(0, "CECOT"), (0, "CECOT"), (0, "CECOT")]),
        ("possessive, straight", &["CECOT"], "CECOT's walls", &[(0, "CECOT")]),
        ("possessive, typographic", &["CECOT"], "CECOT’s walls", &[(0, "CECOT")]),
        ("possessive, modifier letter apostrophe", &["CECOT"], "CECOTʼs walls", &[(0, "CECOT")]),
        ("possessive of a plural", &["the states"], "the states’ rights", &[(0, "the states")]),
        ("plural", &["CECOT"], "many CECOTs", &[]),
        ("a letter before", &["CECOT"], "XCECOT", &[]),
        ("a digit after", &["CECOT"], "CECOT2", &[]),
        ("a digit before", &["CECOT"], "2CECOT", &[]),
        ("an Arabic digit after", &["CECOT"], "CECOT٢", &[]),
        ("an underscore", &["CECOT"], "CECOT_a a_CECOT", &[]),
        ("another connector", &["CECOT"], "CECOT‿a", &[]),
        ("a note number raised", &["CECOT"], "CECOT¹ and CECOT²³", &[(0, "CECOT"), (0, "CECOT")]),
        ("a number lowered", &["CO"], "CO₂", &[]),
        ("part of a compound with a hyphen", &["Trump"], "anti-Trump, Trump-era", &[(0, "Trump"), (0, "Trump")]),
        ("elision", &["Ukraine"], "l’Ukraine", &[(0, "Ukraine")]),
        ("dashes without spaces", &["CECOT"], "prison—CECOT—opened", &[(0, "CECOT")]),
        ("an ellipsis", &["CECOT"], "…CECOT…", &[(0, "CECOT")]),
        ("Ñuñoa from inside", &["uñoa", "oa", "Ñu"], "Ñuñoa", &[]),
        ("Ñuñoa", &["Ñuñoa"], "de Ñuñoa.", &[(0, "Ñuñoa")]),
        ("an accented letter after", &["caf"], "café", &[]),
        ("a Cyrillic letter after", &["Киев"], "Киева Киев", &[(0, "Киев")]),
        ("a mark after the last letter", &["Peru"], "Peru\u{301} Peru", &[(0, "Peru")]),
        ("a mark on a letter before", &["eru"], "P\u{301}eru", &[]),
        ("an enclosing mark after", &["A1"], "A1\u{20DD}", &[]),
        ("an astral letter after", &["CECOT"], "CECOT𝒜 𐐀CECOT", &[]),
        ("an emoji beside", &["CECOT"], "😀CECOT😀", &[(0, "CECOT")]),
        ("okina", &["Hawai", "Hawai'i"], "Hawaiʻi, Hawai‘i", &[(1, "Hawaiʻi"), (1, "Hawai‘i")]),
        ("one letter", &["X"], "X, formerly; AXA X-ray", &[(0, "X"), (0, "X")]),
        ("Arabic", &["القاهرة"], "في القاهرة، بالقاهرة", &[(0, "القاهرة")]),
        ("Hindi marks", &["दिल्ल", "दिल्ली"], "नई दिल्ली में", &[(1, "दिल्ली")]),
    ]);
}

#[test]
fn other_forms() {
    let orders: &[&str] = &["order≈orders|order's"];
    check(&[
        ("text and forms", orders, "an order, two orders", &[(0, "order"), (0, "orders")]),
        ("a possessive marked whole", orders, "the order’s end, the orders’ end", &[(0, "order’s"), (0, "orders")]),
        ("no form", orders, "ordered, orderly", &[]),
        ("in any case, as the text", orders, "Orders", &[(0, "Orders")]),
        (
            "its own capitals, where it has some",
            &["order≈Orders"],
            "Orders, orders, Order",
            &[(0, "Orders"), (0, "Order")],
        ),
        ("the case of the term", &["exact:order≈orders"], "Orders, orders", &[(0, "orders")]),
        ("any case by the term", &["any:Order≈ORDERS"], "orders", &[(0, "orders")]),
        ("near what the term asks for", &["order≈orders@judge"], "A judge, and orders", &[(0, "orders")]),
        ("and not without", &["order≈orders@judge"], "A court, and orders", &[]),
        ("of several words", &["court order≈court orders"], "court\norders", &[(0, "court\norders")]),
        ("inflected", &["суд≈суда|суду"], "в суде, у суда, к суду", &[(0, "суда"), (0, "суду")]),
        ("a form without letters is passed over", &["order≈—|orders"], "— orders", &[(0, "orders")]),
        ("an earlier term before a later form", &["orders", "order≈orders"], "orders", &[(0, "orders")]),
        ("an earlier form before a later term", &["order≈orders", "orders"], "orders", &[(0, "orders")]),
    ]);
}

#[test]
fn numbers() {
    check(&[
        ("with a currency sign", &["$1.4 billion"], "a $1.4 billion loan", &[(0, "$1.4 billion")]),
        ("the sign needs nothing before it", &["$1.4 billion"], "US$1.4 billion", &[(0, "$1.4 billion")]),
        ("the end needs a boundary", &["$1.4 billion"], "$1.4 billions", &[]),
        ("the end of a decimal", &["4 billion"], "1.4 billion, 4 billion", &[(0, "4 billion")]),
        ("the end of a grouped number", &["400 people"], "1,400 people, 1’400 people", &[]),
        ("the beginning of a decimal", &["$1", "Section 3"], "$1.4, Section 3.5", &[]),
        (
            "a sentence ends after a number",
            &["Section 3"],
            "Section 3. Section 3, Section 3",
            &[(0, "Section 3"), (0, "Section 3"), (0, "Section 3")],
        ),
        ("a list of numbers", &["2019"], "2018, 2019, 2020", &[(0, "2019")]),
        ("a decade", &["1990"], "1990's", &[(0, "1990")]),
        ("a letter and a point before a number", &["5"], "No.5", &[(0, "5")]),
        ("a fraction beside", &["5 miles", "5"], "5½ miles", &[]),
    ]);
}

#[test]
fn terms_with_punctuation_at_their_edges() {
    check(&[
        ("C++", &["C++"], "in C++, C++ and (C++).", &[(0, "C++"), (0, "C++"), (0, "C++")]),
        ("C++ before a letter or digit", &["C++"], "C++17 C++s", &[(0, "C++"), (0, "C++")]),
        ("C++ after a letter", &["C++"], "XC++", &[]),
        ("C++ before a mark", &["C++"], "C++\u{338}", &[]),
        (".NET", &[".NET"], ".NET, ASP.NET, .NETs", &[(0, ".NET"), (0, ".NET")]),
        ("AT&T", &["AT&T"], "AT&T's, AT&TX, XAT&T, at&t", &[(0, "AT&T")]),
        ("a full stop inside and last", &["U.S."], "the U.S. court, U.S.", &[(0, "U.S."), (0, "U.S.")]),
        ("an exclamation mark", &["Yahoo!"], "Yahoo! Yahoo?", &[(0, "Yahoo!")]),
        ("in quotation marks", &["\"Little Marco\""], "so “Little Marco” said", &[(0, "“Little Marco”")]),
        ("one shorter than the punctuation", &["C", "C++"], "C C++ C#", &[(0, "C"), (1, "C++"), (0, "C")]),
    ]);
}

#[test]
fn barriers() {
    check(&[
        ("none crosses one", &["federal court"], "federal ¦court, federal¦ court, fed¦eral court", &[]),
        ("a word ends at one", &["CECOT"], "CECOT¦1¦ and ¦CECOT¦", &[(0, "CECOT"), (0, "CECOT")]),
        ("in a term", &["a¦b", "¦"], "a¦b", &[]),
    ]);
}

#[test]
fn offsets_are_utf16() {
    type Case<'a> = (&'a str, &'a str, &'a str, &'a [(usize, usize)]);
    let cases: &[Case] = &[
        ("ASCII", "CECOT", "at CECOT.", &[(3, 8)]),
        ("two-byte letters before", "CECOT", "ñé CECOT", &[(3, 8)]),
        ("three-byte signs before", "CECOT", "“—” CECOT", &[(4, 9)]),
        ("an astral character before", "CECOT", "😀 CECOT 𝒜 CECOT", &[(3, 8), (12, 17)]),
        ("an astral character inside", "a 😀 b", "x a 😀 b", &[(2, 8)]),
        ("an astral letter at both ends", "𐐀b𐐀", "😀𐐀b𐐀😀", &[(2, 7)]),
        ("a decomposed letter at the end", "Perú", "Peru\u{301}, Perú", &[(0, 5), (7, 11)]),
        ("invisible characters around and inside", "ab", "\u{AD}a\u{AD}b\u{AD}", &[(1, 4)]),
        ("a run of spaces before", "a b", "  \n a  b", &[(4, 8)]),
        ("an astral barrier's neighbour", "b", "😀¦b¦", &[(3, 4)]),
    ];
    for (name, term, text, expected) in cases {
        let found: Vec<(usize, usize)> = find(&[*term], text).0.iter().map(|found| (found.start, found.end)).collect();
        assert_eq!(found, *expected, "{name}");
    }
}
