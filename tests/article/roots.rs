//! Which elements of a page are its article.

use context_cards::article::{Article, ArticleError, Options};

use super::{notation, read};

#[test]
fn article_of_a_page() {
    let cases: [(&str, &str, &str, &[&str]); 12] = [
        ("a fragment", "<p>a</p>", "<p>a</p>", &["a"]),
        ("body", "<body class=x><p>a</p></body>", "<p>a</p>", &["a"]),
        ("article", "<body>a<article><p>b</article>c", "<p>b", &["b"]),
        ("main", "<body>a<main><p>b</main>c", "<p>b", &["b"]),
        ("the longest", "<article><p>a</article><article><p>bcd</article>", "<p>bcd", &["bcd"]),
        ("the first of equals", "<article><p>a</article><article><p>b</article>", "<p>a", &["a"]),
        (
            "teasers in main",
            "<main><p>abcdefgh</p><article><p>i</article></main>",
            "<p>abcdefgh</p><article><p>i</article>",
            &["abcdefgh", "i"],
        ),
        ("article in main", "<main><p>a</p><article><p>bcdefgh</article></main>", "<p>bcdefgh", &["bcdefgh"]),
        ("in an aside", "<aside><article><p>a</article></aside>", "<p>a", &["a"]),
        ("hidden", "<p>a<div hidden><article><p>b <a>c</a></article></div>", "<p>b <a>c</a>", &["b [¦c¦]"]),
        (
            "not in a template",
            "<p>a<template><article><p>bcd</article></template>",
            "<p>a<template><article><p>bcd</article></template>",
            &["a¦"],
        ),
        ("end tag left out", "<body><main><p>a</body></html>\n", "<p>a", &["a"]),
    ];
    for (name, html, content, blocks) in cases {
        let article = read(html);
        assert_eq!(&html[article.roots[0].content.clone()], content, "{name}");
        assert_eq!(notation(&article), blocks, "{name}");
    }
}

#[test]
fn article_by_a_selector() {
    let cases: [(&str, &str, &[&str]); 5] = [
        (".story", "<div class=story><p>a</div><p>b<div class=story>c</div>", &["a", "c"]),
        (".story", "<div class=story>a<div class=story>b</div>c</div>", &["a", "b", "c"]),
        ("span", "<p>a <span>b</span> c", &["b"]),
        ("body", "<body><p>a", &["a"]),
        ("[hidden]", "<p>a<div hidden>b</div>c", &["b"]),
    ];
    for (selector, html, expected) in cases {
        let options = Options { root: Some(selector), ..Options::default() };
        let article = Article::read(html.as_bytes(), &options).expect("an article");
        assert_eq!(notation(&article), expected, "{selector} in {html}");
    }
}

#[test]
fn parts_that_are_skipped() {
    let options = Options { skip: Some(".ad, q"), ..Options::default() };
    let html = "<p>a <q>b</q> c</p><div class='ad x'><p>d</div>e";
    let article = Article::read(html.as_bytes(), &options).expect("an article");
    assert_eq!(notation(&article), ["a ¦ c", "¦e"]);
}

#[test]
fn what_is_wrong_is_told() {
    let read = |html: &[u8], root| Article::read(html, &Options { root, ..Options::default() }).map(|_| ());
    assert_eq!(read(b"<p>a", Some("main")), Err(ArticleError::NoArticle("main".to_owned())));
    assert!(matches!(read(b"<p>a", Some("p + p")), Err(ArticleError::Selector { option: "for", .. })));
    assert!(matches!(read(b"\xFF\xFE<\0p\0", None), Err(ArticleError::Encoding(_))));
    assert_eq!(read("<div>".repeat(100_000).as_bytes(), None), Err(ArticleError::TooDeep));
    assert_eq!(read("<div>".repeat(1_000).as_bytes(), None), Ok(()));
}

#[test]
fn language_of_an_article() {
    let html = "<html lang=en><body lang=de><main lang='es-SV'><article><p lang=fr>a</article></main>";
    assert_eq!(read(html).roots[0].lang, "es-SV");
}

#[test]
fn marks_that_stand_already() {
    let html = "<p>a <context-term card='b &amp; c'>d</context-term></p><h2><context-term card=x>e</context-term></h2>\
        <section><a><context-term card=f auto>g</context-term></a></section>";
    let article = read(html);
    let terms: Vec<_> =
        article.roots[0].terms.iter().map(|term| (term.card.as_str(), term.is_auto, term.section)).collect();
    assert_eq!(terms, [("b & c", false, 0), ("f", true, 2)]);
}
