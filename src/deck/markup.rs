//! Parses the inline forms of a deck's texts: `*emphasis*`, `**strong**`, `[label](https://…)`, `[^source-id]`; all else is text.

use crate::deck::brackets::Brackets;
use crate::deck::quote::quote;
use crate::deck::url;

/// A piece of text, as it is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Words as they are; never markup.
    Text(String),
    /// `*…*`
    Emphasis(Vec<Span>),
    /// `**…**`
    Strong(Vec<Span>),
    /// `[label](url)`
    Link {
        /// The words to follow, as plain text.
        label: String,
        /// http or https.
        url: String,
    },
    /// `[^source-id]`: a place in the card's sources, from 0.
    Cite(usize),
}

/// Why an inline form cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkupFault {
    /// `[^id]` names no source.
    UnknownSource(String),
    /// `[label](url)` leads nowhere a reader may go: the address, and why.
    BadUrl(String, &'static str),
    /// `[](url)` has no words to follow.
    NoLabel(String),
}

impl MarkupFault {
    /// The fault in a sentence for the editor.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::UnknownSource(id) => ["cites ", &quote(id), ", which is not the id of a source"].concat(),
            Self::BadUrl(url, why) => ["links to ", &quote(url), ", which ", why].concat(),
            Self::NoLabel(url) => ["links to ", &quote(url), " without any words to follow"].concat(),
        }
    }
}

/// Parses the four inline forms. `cite` returns for a source's id its number on the card, `None` where it is unknown. What
/// cannot be shown becomes a fault; an asterisk or bracket that is part of no form is text. Takes time in proportion to the text.
pub fn parse(text: &str, cite: &mut dyn FnMut(&str) -> Option<usize>) -> (Vec<Span>, Vec<MarkupFault>) {
    let mut open = vec![OpenForm { stars: 0, spans: Vec::new() }];
    let mut faults = Vec::new();
    let mut brackets = Brackets::of(text);
    let mut at = 0;
    while let Some(length) = text[at..].find(['*', '[']) {
        push_text(&mut open, &text[at..at + length]);
        at += length;
        let rest = &text[at..];
        at = if rest.starts_with('*') {
            let (stars, rest) = rest.split_at(rest.len() - rest.trim_start_matches('*').len());
            let after_word = text[..at].chars().next_back().is_some_and(|c| !c.is_whitespace());
            let before_word = rest.chars().next().is_some_and(|c| !c.is_whitespace());
            emphasis(&mut open, stars, after_word, before_word);
            at + stars.len()
        } else {
            bracket(&mut open, &mut brackets, at, cite, &mut faults)
        };
    }
    push_text(&mut open, &text[at..]);
    while open.len() > 1 {
        give_up(&mut open);
    }
    (open.pop().map(|text| text.spans).unwrap_or_default(), faults)
}

/// The words alone, without forms and citations: for a label, a list, or assistive technology.
#[must_use]
pub fn plain(spans: &[Span]) -> String {
    let mut words = String::new();
    for span in spans {
        match span {
            Span::Text(text) => words.push_str(text),
            Span::Emphasis(inner) | Span::Strong(inner) => words.push_str(&plain(inner)),
            Span::Link { label, .. } => words.push_str(label),
            Span::Cite(_) => {}
        }
    }
    words
}

/// A form that has begun and may end; the first is the whole text, with no stars. A stack rather than recursion with
/// backtracking, which unclosed asterisks in a row would make exponential.
struct OpenForm {
    stars: usize,
    spans: Vec<Span>,
}

/// Reads a run of asterisks: it ends an open form, begins one, or is text.
fn emphasis(open: &mut Vec<OpenForm>, mut run: &str, after_word: bool, before_word: bool) {
    // More than both forms together need is an ornament.
    if run.len() > 3 {
        push_text(open, run);
        return;
    }
    while !run.is_empty() {
        let innermost = open.last().map_or(0, |form| form.stars);
        let wanted = if run.len() == 3 { innermost } else { run.len() };
        let is_open = wanted > 0 && open.iter().any(|form| form.stars == wanted);
        if is_open && after_word {
            close(open, wanted);
            run = &run[wanted..];
            continue;
        }
        let begins = run.len().min(2);
        if before_word && !open.iter().any(|form| form.stars == begins) {
            open.push(OpenForm { stars: begins, spans: Vec::new() });
        } else {
            push_text(open, &run[..begins]);
        }
        run = &run[begins..];
    }
}

/// Ends the open form with that many stars; what began inside it and did not end was no form.
fn close(open: &mut Vec<OpenForm>, stars: usize) {
    while open.last().is_some_and(|form| form.stars != stars) {
        give_up(open);
    }
    if let Some(form) = open.pop() {
        push(open, if stars == 1 { Span::Emphasis(form.spans) } else { Span::Strong(form.spans) });
    }
}

/// The innermost open form never ends: its asterisks are text.
fn give_up(open: &mut Vec<OpenForm>) {
    if let Some(form) = open.pop() {
        push_text(open, &"**"[..form.stars]);
        for span in form.spans {
            match span {
                Span::Text(text) => push_text(open, &text),
                span => push(open, span),
            }
        }
    }
}

/// Reads what begins with the bracket at `start`: a citation, a link, or text. Returns where it ends.
fn bracket(
    open: &mut [OpenForm],
    brackets: &mut Brackets<'_>,
    start: usize,
    cite: &mut dyn FnMut(&str) -> Option<usize>,
    faults: &mut Vec<MarkupFault>,
) -> usize {
    let text = brackets.text;
    let end = brackets.next_close(start);
    if let Some(end) = end
        && let Some(id) = text[start..end].strip_prefix("[^")
    {
        match cite(id) {
            Some(number) => push(open, Span::Cite(number)),
            None => faults.push(MarkupFault::UnknownSource(id.to_owned())),
        }
        return end + 1;
    }
    // A bracket inside the label: the form, if it is one, begins there.
    let inner = brackets.next_open(start + 1);
    let target = end.filter(|end| inner.is_none_or(|inner| inner > *end)).and_then(|end| {
        let url = end + 2;
        text[end + 1..]
            .starts_with('(')
            .then(|| brackets.closing_parenthesis(end + 1))
            .flatten()
            .map(|close| (end, url..close))
    });
    let Some((end, url)) = target else {
        push_text(open, "[");
        return start + 1;
    };
    let (label, after, url) = (&text[start + 1..end], url.end + 1, &text[url]);
    if label.trim().is_empty() {
        faults.push(MarkupFault::NoLabel(url.to_owned()));
    } else if let Some(why) = url::fault(url) {
        faults.push(MarkupFault::BadUrl(url.to_owned(), why));
        push_text(open, label);
    } else {
        push(open, Span::Link { label: label.to_owned(), url: url.to_owned() });
    }
    after
}

fn push(open: &mut [OpenForm], span: Span) {
    if let Some(form) = open.last_mut() {
        form.spans.push(span);
    }
}

fn push_text(open: &mut [OpenForm], text: &str) {
    let Some(form) = open.last_mut() else { return };
    if let Some(Span::Text(before)) = form.spans.last_mut() {
        before.push_str(text);
    } else if !text.is_empty() {
        form.spans.push(Span::Text(text.to_owned()));
    }
}
