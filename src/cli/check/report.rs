//! Writes a finding for people, with an excerpt, or for programs.

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use crate::check::{DeckFile, Located, Severity, excerpt};
use crate::cli::output::json_line;

/// `file:line:column: place: message; help`, and below it the line with a pointer under the fault.
pub(super) fn human(file: &DeckFile<'_>, finding: &Located, has_colour: bool) -> String {
    let style = |style: Style| if has_colour { style } else { Style::new() };
    let (bold, yellow) = (style(Style::new().bold()), style(AnsiColor::Yellow.on_default().bold()));
    let place = format!("{bold}{}:{}:{}:{bold:#}", file.name, finding.line, finding.column);
    let warning = match finding.diagnostic.severity {
        Severity::Warning => format!(" {yellow}warning:{yellow:#}"),
        _ => String::new(),
    };
    format!("{place}{warning} {}\n{}", finding.sentence(), excerpt(file.bytes, finding, has_colour))
}

/// A finding as programs read it. The README says what its fields are.
#[derive(Serialize)]
struct JsonFinding<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    bytes: Bytes,
    path: String,
    place: &'a str,
    severity: &'static str,
    kind: &'static str,
    message: &'a str,
    help: Option<&'a str>,
}

#[derive(Serialize)]
struct Bytes {
    start: usize,
    end: usize,
}

/// The finding as one line of JSON. `strict`: warnings are faults.
pub(super) fn json(file: &DeckFile<'_>, finding: &Located, strict: bool) -> Result<String, String> {
    let diagnostic = &finding.diagnostic;
    let kind = match diagnostic.severity {
        Severity::Malformed => "malformed",
        Severity::Unsourced => "unsourced",
        Severity::Unfinished => "unfinished",
        Severity::Ignored => "ignored",
        Severity::Warning => "doubtful",
    };
    json_line(&JsonFinding {
        file: file.name,
        line: finding.line,
        column: finding.column,
        bytes: Bytes { start: finding.span.start, end: finding.span.end },
        path: diagnostic.path.to_string(),
        place: &finding.place,
        severity: if diagnostic.severity == Severity::Warning && !strict { "warning" } else { "error" },
        kind,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
    })
}
