//! Tests which blocks of text are read from the HTML of an article.
//!
//! A block is written as its text, with a bar `¦` for each barrier and `[…]` around what may not be marked; before it `#` for a
//! heading and `~` for what is beside the prose, and `/` between sections.

use context_cards::article::{Article, Block, Options};

mod blocks;
mod bytes;
mod roots;

fn read(html: &str) -> Article {
    Article::read(html.as_bytes(), &Options::default()).expect("an article")
}

/// The blocks of the article's elements in the notation above.
fn notation(article: &Article) -> Vec<String> {
    let mut section = None;
    let mut lines = Vec::new();
    for block in article.roots.iter().flat_map(|root| &root.blocks) {
        let is_new = section.is_some_and(|section| section != block.section);
        section = Some(block.section);
        let signs = [(is_new, "/"), (block.is_heading, "#"), (block.is_aside, "~")];
        let signs: String = signs.iter().filter(|(is, _)| *is).map(|(_, sign)| *sign).collect();
        lines.push(signs + &text(block));
    }
    lines
}

fn text(block: &Block) -> String {
    let mut line = String::new();
    let mut at = 0;
    let unmarkable = |line: &mut String, text: &str| {
        let text = text.replace('\u{FFFC}', "¦");
        let words: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().all(|c| c == '¦') {
            line.push_str(&text);
        } else {
            line.push_str(&["[", &text, "]"].concat());
        }
    };
    for run in &block.runs {
        unmarkable(&mut line, &block.text[at..run.text.start]);
        line.push_str(&block.text[run.text.clone()]);
        at = run.text.end;
    }
    unmarkable(&mut line, &block.text[at..]);
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name, HTML, and the blocks in it.
type Row<'a> = (&'a str, &'a str, &'a [&'a str]);

fn check(cases: &[Row]) {
    let mut failures = Vec::new();
    for (name, html, expected) in cases {
        let article = read(html);
        let found = notation(&article);
        if found != *expected {
            failures.push(format!("{name}: {html}\n    {found:?}, not {expected:?}"));
        }
        for block in article.roots.iter().flat_map(|root| &root.blocks) {
            for run in &block.runs {
                let same =
                    !run.is_verbatim || html.as_bytes()[run.bytes.clone()] == *block.text[run.text.clone()].as_bytes();
                assert!(same, "{name}: {run:?} of {block:?}");
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
