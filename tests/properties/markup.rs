//! Any text is read for inline forms: nothing is invented, and no link leads where none may.

use context_cards::deck::markup::{Span, parse, plain};
use context_cards::deck::url;

/// What must hold for the text.
pub fn property(text: &str) {
    let mut asked = Vec::new();
    let (spans, _) = parse(text, &mut |id| {
        asked.push(id.to_owned());
        (id.len() % 2 == 0).then_some(asked.len())
    });
    assert!(asked.iter().all(|id| text.contains(&format!("[^{id}]"))), "only what is cited is asked for");
    let words = plain(&spans);
    assert!(is_within(&words, text), "no word is invented, none changes its place: {words:?} of {text:?}");
    check(&spans, text, asked.len());
}

fn check(spans: &[Span], text: &str, asked: usize) {
    let mut after_text = false;
    for span in spans {
        let is_text = matches!(span, Span::Text(_));
        assert!(!(is_text && after_text), "neighbouring texts are one");
        after_text = is_text;
        match span {
            Span::Text(words) => assert!(!words.is_empty(), "a text has words"),
            Span::Emphasis(inner) | Span::Strong(inner) => check(inner, text, asked),
            Span::Link { label, url } => {
                assert!(!label.trim().is_empty() && text.contains(label.as_str()));
                assert_eq!(url::fault(url), None, "a link leads where it may: {url}");
            }
            Span::Cite(number) => assert!((1..=asked).contains(number)),
        }
    }
}

/// Whether the characters stand in the text, in this order.
fn is_within(words: &str, text: &str) -> bool {
    let mut rest = text.chars();
    words.chars().all(|c| rest.any(|other| other == c))
}
