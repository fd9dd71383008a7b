//! Tests what is baked into articles, and that it comes out again.

#![allow(clippy::similar_names, reason = "a baker and what it baked")]

use context_cards::bake::{Baker, Options};

mod bytes;
mod demo;
mod feeds;
mod large;
mod marks;
#[path = "../properties/bake.rs"]
mod property;
mod streams;

/// A deck of four cards with sources.
const DECK: &str = include_str!("deck.json");

fn baker(options: Options) -> Baker {
    Baker::new(&[DECK], options).expect("a baker")
}

fn bake(html: &str) -> String {
    bake_with(html, Options::default())
}

fn bake_with(html: &str, options: Options) -> String {
    String::from_utf8(baker(options).bake(html.as_bytes()).expect("baked").html).expect("UTF-8")
}

/// The article without what stands at its end, and with short marks: `{cecot|CECOT}`, and `{+cecot|…}` for a further piece.
fn short(html: &str) -> String {
    let (before, after) = html.split_once("<details class=\"context-cards-glossary\"").unwrap_or((html, ""));
    let after = after.rsplit_once("</script>").map_or(after, |(_, after)| after);
    let mut short = String::new();
    let mut rest = before;
    while let Some((text, mark)) = rest.split_once("<context-term card=\"") {
        let (card, mark) = mark.split_once("\" auto").expect("a mark");
        let further = if mark.starts_with(" aria-hidden") { "+" } else { "" };
        let (_, mark) = mark.split_once("<a ").expect("a link").1.split_once('>').expect("its words");
        let (words, mark) = mark.split_once("</a></context-term>").expect("its end");
        short.extend([text, "{", further, card, "|", words, "}"]);
        rest = mark;
    }
    [&short, rest, after].concat()
}
