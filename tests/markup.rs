//! Tests the inline forms of a deck's texts, and the numbers of their citations.

use context_cards::deck::citations::Citations;
use context_cards::deck::markup::{MarkupFault, Span, parse, plain};

/// Spans in one line: `<e>`, `<s>`, `<a url>`, `<n>` for the n-th citation.
fn show(spans: &[Span]) -> String {
    let show_one = |span: &Span| match span {
        Span::Text(text) => text.clone(),
        Span::Emphasis(inner) => format!("<e>{}</e>", show(inner)),
        Span::Strong(inner) => format!("<s>{}</s>", show(inner)),
        Span::Link { label, url } => format!("<a {url}>{label}</a>"),
        Span::Cite(number) => format!("<{number}>"),
    };
    spans.iter().map(show_one).collect()
}

#[test]
fn text_becomes_spans() {
    // The last column: the faults' messages.
    let cases: &[(&str, &str, &str, &[&str])] = &[
        ("nothing", "", "", &[]),
        ("plain words", "A prison.", "A prison.", &[]),
        ("emphasis", "an *open* question", "an <e>open</e> question", &[]),
        ("strong", "**never** again", "<s>never</s> again", &[]),
        ("strong in emphasis", "*a **b** c*", "<e>a <s>b</s> c</e>", &[]),
        ("emphasis in strong", "**a *b***", "<s>a <e>b</e></s>", &[]),
        ("both at once", "***both***", "<s><e>both</e></s>", &[]),
        ("emphasis ends first", "***a* b**", "<s><e>a</e> b</s>", &[]),
        ("crossing forms", "*a **b* c**", "<e>a **b</e> c**", &[]),
        ("a product", "3 * 3 * 3", "3 * 3 * 3", &[]),
        ("a footnote star", "14,532* inmates", "14,532* inmates", &[]),
        ("a star that opens and never ends", "*not *this", "*not *this", &[]),
        ("unclosed strong around emphasis", "**a *b* c", "**a <e>b</e> c", &[]),
        ("an ornament", "a **** b ***** c", "a **** b ***** c", &[]),
        ("stars alone", "*** ** *", "*** ** *", &[]),
        ("markup is text", "<b>&amp;</b> _x_ `y` # z\n- w", "<b>&amp;</b> _x_ `y` # z\n- w", &[]),
        ("a link", "see [the law](https://a.example/x).", "see <a https://a.example/x>the law</a>.", &[]),
        ("capitals in the scheme", "[x](HTTP://a.example)", "<a HTTP://a.example>x</a>", &[]),
        ("parentheses in an address", "([x](https://a.example/B_(c)_d))", "(<a https://a.example/B_(c)_d>x</a>)", &[]),
        ("a link in emphasis", "*see [x](https://a.example/*)*", "<e>see <a https://a.example/*>x</a></e>", &[]),
        ("stars in a label are stars", "[a *b*](https://a.example)", "<a https://a.example>a *b*</a>", &[]),
        ("brackets", "he [the judge] said [sic", "he [the judge] said [sic", &[]),
        ("a bracket before a link", "[a [x](https://a.example)", "[a <a https://a.example>x</a>", &[]),
        ("an address that never ends", "[x](https://a.example", "[x](https://a.example", &[]),
        ("a label that never ends", "[a [b](https://a.example", "[a [b](https://a.example", &[]),
        ("a link after one that never ends", "[a](( [b](https://b.example)", "[a](( <a https://b.example>b</a>", &[]),
        ("a parenthesis behind a link", "[a](https://a.example) (b)", "<a https://a.example>a</a> (b)", &[]),
        ("a link between parentheses", "(a [b](https://b.example) c)", "(a <a https://b.example>b</a> c)", &[]),
        ("a bracket without words", "a [] [](b", "a [] [](b", &[]),
        ("citations", "Yes.[^ap][^fox][^ap]", "Yes.<0><1><0>", &[]),
        ("a citation in strong", "**Yes[^ap]**", "<s>Yes<0></s>", &[]),
        ("a citation that never ends", "Yes.[^ap", "Yes.[^ap", &[]),
        ("accents and emoji", "*Ñuñoa* 🏛 **é**", "<e>Ñuñoa</e> 🏛 <s>é</s>", &[]),
        ("an unknown source", "Yes.[^afp] No.", "Yes. No.", &["cites \"afp\", which is not the id of a source"]),
        (
            "a script",
            "[x](javascript:alert(1)) y",
            "x y",
            &["links to \"javascript:alert(1)\", which is not a web address (it must start with https:// or http://)"],
        ),
        (
            "a script behind a line break",
            "[x](java\nscript:alert)",
            "x",
            &["links to \"java script:alert\", which has a space or line break in it (write a space as %20)"],
        ),
        (
            "a name and password",
            "[x](https://user:pass@a.example/)",
            "x",
            &[
                "links to \"https://user:pass@a.example/\", which has a name or password in it; take out all between // and @",
            ],
        ),
        ("no site", "[x](https:///a)", "x", &["links to \"https:///a\", which names no site after https://"]),
        ("no label", "[ ](https://a.example)", "", &["links to \"https://a.example\" without any words to follow"]),
    ];
    for (name, text, expected, messages) in cases {
        let known = ["ap", "fox"];
        let (spans, faults) = parse(text, &mut |id| known.iter().position(|known| *known == id));
        assert_eq!(show(&spans), *expected, "{name}");
        let found: Vec<String> = faults.iter().map(MarkupFault::message).collect();
        assert_eq!(found, *messages, "{name}");
    }
}

#[test]
fn sources_are_numbered_as_they_are_first_cited() {
    /// Name, sources cited, their numbers, and the sources in the order of these.
    type Row<'a> = (&'a str, &'a [usize], &'a [usize], &'a [usize]);
    let cases: &[Row] = &[
        ("none", &[], &[], &[]),
        ("in the order of the list", &[0, 1], &[0, 1], &[0, 1]),
        ("in another order", &[7, 2, 7, 0, 2], &[0, 1, 0, 2, 1], &[7, 2, 0]),
    ];
    for (name, cited, numbers, sources) in cases {
        let mut citations = Citations::default();
        assert_eq!(cited.iter().map(|source| citations.cite(*source)).collect::<Vec<_>>(), *numbers, "{name}");
        assert_eq!(citations.sources(), *sources, "{name}");
    }
}

#[test]
fn plain_text_is_the_words_alone() {
    let (spans, _) = parse("A **very *old*** [law](https://a.example).[^ap]", &mut |_| Some(0));
    assert_eq!(plain(&spans), "A very old law.");
}

#[test]
fn neighbouring_text_is_one_span() {
    let (spans, _) = parse("a * b [c] **d", &mut |_| None);
    assert_eq!(spans, [Span::Text("a * b [c] **d".to_owned())]);
}

/// Made to cost much: read in time that grows with the text, or the test hangs. (Quadratic, one of these takes a minute.)
#[test]
fn hostile_text_is_read_in_linear_time() {
    let pieces =
        ["*a ", "**a *b ", "[", "]", "[]", "[a](", "[a](x)", "[^", "[^a]", "*", "a* **b", "(", "[a](()", "](", "a]("];
    for piece in pieces {
        for end in ["", "]", ")", "](x)", "*"] {
            let text = piece.repeat(50_000) + end;
            let (spans, faults) = parse(&text, &mut |_| Some(0));
            assert!(!spans.is_empty() || !faults.is_empty(), "{piece}…{end}");
        }
    }
}
