//! Writes what was found in an article: for people card by card, for programs on one line.

use std::collections::HashSet;
use std::fmt::Write;
use std::ops::Range;

use anstyle::Style;
use indexmap::IndexMap;
use serde::Serialize;

use crate::article::Block;
use crate::cli::output::json_line;
use crate::matcher::BARRIER;
use crate::scan::{Finding, Outcome};

/// So much of a block is shown on each side of a mention, in characters: a line of a terminal holds both.
const AROUND: usize = 40;

/// Of no more cards than these it is said one by one that the article does not mention them.
const MOST_UNMENTIONED: usize = 20;

/// What was found in an article.
pub(super) struct Scanned<'a> {
    pub(super) name: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) encoding: &'a str,
    pub(super) blocks: Vec<&'a Block>,
    pub(super) found: &'a [Finding<'a>],
}

/// An article as programs read it. The README says what its fields are.
#[derive(Serialize)]
struct JsonArticle<'a> {
    article: &'a str,
    encoding: &'a str,
    mentions: Vec<JsonMention<'a>>,
}

#[derive(Serialize)]
struct JsonMention<'a> {
    card: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    term: &'a str,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    near: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    block: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chars: Option<JsonRange>,
    bytes: Vec<JsonRange>,
}

#[derive(Serialize)]
struct JsonRange {
    start: usize,
    end: usize,
}

impl Scanned<'_> {
    /// One line of JSON.
    pub(super) fn json(&self) -> Result<String, String> {
        let mentions = self.found.iter().map(|finding| {
            let text = self.text(finding);
            let chars = |text: &str| text.chars().count();
            let range = |text: &str| {
                let start = chars(&text[..finding.text.start]);
                JsonRange { start, end: start + chars(&text[finding.text.clone()]) }
            };
            JsonMention {
                card: finding.card,
                term: finding.term,
                outcome: name(&finding.outcome),
                near: if let Outcome::NearNotMet(near) = finding.outcome { Some(near) } else { None },
                by: if let Outcome::Covered(by) = finding.outcome { Some(by) } else { None },
                text: &finding.words,
                block: finding.block,
                chars: text.map(range),
                bytes: finding.bytes.iter().map(|bytes| JsonRange { start: bytes.start, end: bytes.end }).collect(),
            }
        });
        json_line(&JsonArticle { article: self.name, encoding: self.encoding, mentions: mentions.collect() })
    }

    /// Card by card what is marked, and what nearly was; of what happens more than once, the first place and how many more there are.
    pub(super) fn human<'c>(&self, cards: impl Iterator<Item = &'c str>, has_colour: bool) -> String {
        let bold = if has_colour { Style::new().bold() } else { Style::new() };
        let mut by_card: IndexMap<&str, IndexMap<String, Vec<&Finding<'_>>>> = IndexMap::new();
        for finding in self.found {
            by_card.entry(finding.card).or_default().entry(sentence(&finding.outcome)).or_default().push(finding);
        }
        let mut text = format!("{bold}{}{bold:#}\n", self.name);
        let mut lines = Lines::new(self.bytes);
        for (card, outcomes) in &by_card {
            let _ = writeln!(text, "  {bold}{card}{bold:#}");
            for (sentence, findings) in outcomes {
                let first = findings[0];
                let more =
                    if findings.len() > 1 { format!(" (and {} more)", findings.len() - 1) } else { String::new() };
                let _ = writeln!(text, "    {sentence}{more}");
                let place = first.bytes.first().map_or(String::new(), |bytes| lines.place(bytes.start));
                let excerpt = self.excerpt(first, bold);
                if !(place.is_empty() && excerpt.is_empty()) {
                    let _ = writeln!(text, "      {}", [place, excerpt].join(" ").trim());
                }
            }
        }
        let mentioned: HashSet<&str> = by_card.keys().copied().collect();
        let rest: Vec<&str> = cards.filter(|card| !mentioned.contains(card)).collect();
        match rest.len() {
            0 => {}
            1..=MOST_UNMENTIONED => {
                let _ = writeln!(text, "  not mentioned: {}", rest.join(", "));
            }
            count => {
                let _ = writeln!(text, "  not mentioned: {count} cards");
            }
        }
        text
    }

    /// The text of the finding's block.
    fn text(&self, finding: &Finding<'_>) -> Option<&str> {
        let number = finding.block?;
        self.blocks.get(number).map(|block| block.text.as_str())
    }

    /// The words around a mention, which stands in brackets, or bold.
    fn excerpt(&self, finding: &Finding<'_>, bold: Style) -> String {
        let Some(text) = self.text(finding) else { return finding.words.clone() };
        let Range { start, end } = finding.text;
        let from = text[..start].char_indices().rev().take(AROUND).last().map_or(start, |(at, _)| at);
        let to = text[end..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| end + at);
        let (open, close) = if bold == Style::new() { ("[", "]") } else { ("", "") };
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        let plain = |text: &str| text.replace(BARRIER, "").split_whitespace().collect::<Vec<_>>().join(" ");
        let (before, words, behind) = (&text[from..start], plain(&text[start..end]), &text[end..to]);
        let space = |is_there: bool| if is_there { " " } else { "" };
        format!(
            "{}{}{}{open}{bold}{words}{bold:#}{close}{}{}{}",
            cut(from > 0),
            plain(before),
            space(before.ends_with(char::is_whitespace)),
            space(behind.starts_with(char::is_whitespace)),
            plain(behind),
            cut(to < text.len()),
        )
    }
}

/// Lines and columns of bytes, asked for in any order: findings of a card are not in the order of the file.
struct Lines<'a> {
    bytes: &'a [u8],
    ends: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, ends: memchr::memchr_iter(b'\n', bytes).collect() }
    }

    /// `line:column:`, both from 1, columns in characters of UTF-8.
    fn place(&mut self, byte: usize) -> String {
        let line = self.ends.partition_point(|end| *end < byte);
        let start = line.checked_sub(1).map_or(0, |before| self.ends[before] + 1);
        let before = self.bytes.get(start..byte).unwrap_or_default();
        format!("{}:{}:", line + 1, String::from_utf8_lossy(before).chars().count() + 1)
    }
}

/// The outcome as programs read it.
fn name(outcome: &Outcome<'_>) -> &'static str {
    match outcome {
        Outcome::Marked => "marked",
        Outcome::PlacedByHand => "placed",
        Outcome::Later => "later",
        Outcome::Heading => "heading",
        Outcome::Unmarkable => "unmarkable",
        Outcome::Skipped => "skipped",
        Outcome::NearNotMet(_) => "near",
        Outcome::Covered(_) => "covered",
        Outcome::Refused => "refused",
    }
}

fn sentence(outcome: &Outcome<'_>) -> String {
    let reason = match outcome {
        Outcome::Marked => return "marked".to_owned(),
        Outcome::PlacedByHand => return "marked by hand".to_owned(),
        Outcome::Later => "a later mention; --mark all marks it",
        Outcome::Heading => "in a heading",
        Outcome::Unmarkable => "in a link, a button, code or the like",
        Outcome::Skipped => "in a part that --skip names",
        Outcome::NearNotMet(near) => {
            return format!("not marked: none of its words \"near\" stands in the paragraph: {}", near.join(", "));
        }
        Outcome::Covered(by) => return format!("not marked: part of a term of card \"{by}\""),
        Outcome::Refused => "the card is left out for a fault",
    };
    ["not marked: ", reason].concat()
}
