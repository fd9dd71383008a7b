//! Shows the line of a finding, with a pointer under what is at fault.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::check::check_file::Located;
use crate::check::diagnostics::Severity;

/// So much of a line is shown before the fault and from its beginning on, in bytes: with the number of the line about as much as
/// fits into a terminal. A deck that a program wrote may be one line of a million.
const BEFORE: usize = 100;
const BEHIND: usize = 120;

/// More columns than such a line has, tabs included, so that nothing else is cut.
const WIDTH: usize = 1_000;

/// The line in `file` at which the finding stands, numbered, and a pointer below it; with a line break at its end. Empty for what
/// is said of the file as a whole. What is not UTF-8 is shown as `�`.
#[must_use]
pub fn excerpt(file: &[u8], finding: &Located, has_colour: bool) -> String {
    if finding.span == (0..0) {
        return String::new();
    }
    let (line, pointer) = cut(file, &finding.span);
    let level = if finding.diagnostic.severity == Severity::Warning { Level::WARNING } else { Level::ERROR };
    let snippet =
        Snippet::source(line).line_start(finding.line).fold(false).annotation(AnnotationKind::Primary.span(pointer));
    let renderer = if has_colour { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(WIDTH).render(&[Group::with_level(level).element(snippet)]) + "\n"
}

/// The part of the line around a place, and the place in it: as much of it as stands on its first line.
fn cut(file: &[u8], span: &Range<usize>) -> (String, Range<usize>) {
    let is_inside = |byte: &u8| byte & 0b1100_0000 == 0b1000_0000;
    let (before, behind) = file.split_at(span.start.min(file.len()));
    let line = before.len() - before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let mut shown = before.len() - line.min(BEFORE);
    while shown < before.len() && is_inside(&file[shown]) {
        shown += 1;
    }
    let line_end = behind.iter().take(BEHIND + 1).position(|byte| matches!(byte, b'\n' | b'\r'));
    let mut end = line_end.unwrap_or(BEHIND.min(behind.len()));
    while end > 0 && behind.get(end).is_some_and(is_inside) {
        end -= 1;
    }
    let (fault, rest) = behind[..end].split_at(span.len().min(end));
    let is_cut = |is_cut: bool| if is_cut { "…" } else { "" };
    let [head, fault, rest] = [&before[shown..], fault, rest].map(String::from_utf8_lossy);
    let before = [is_cut(line > BEFORE), head.trim_start_matches('\u{feff}')].concat();
    let pointer = before.len()..before.len() + fault.len();
    let line = before + &fault + &rest + is_cut(line_end.is_none() && end < behind.len());
    (line, pointer)
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_line_is_cut_around_its_fault() {
        let long = "ä".repeat(200);
        let cases = [
            // (name, file, what is at fault, what is shown, what of it is pointed at)
            ("a line", "{\n  \"a\": 1,\r\n}", "1", "  \"a\": 1,", "1"),
            ("a value of several lines", "{\n  \"a\": [\n 1 ]\n}", "[\n 1 ]", "  \"a\": [", "["),
            ("the last line", "{\n\"b\"", "\"b\"", "\"b\"", "\"b\""),
            ("behind a byte order mark", "\u{feff}{ 1 }", "1", "{ 1 }", "1"),
            ("a long line", &format!("{long}x{long}"), "x", &format!("…{}x{}…", "ä".repeat(50), "ä".repeat(59)), "x"),
            ("a long fault", &long, &long, &format!("{}…", "ä".repeat(60)), &"ä".repeat(60)),
        ];
        for (name, file, fault, shown, pointed) in cases {
            let start = file.find(fault).unwrap_or_default();
            let (line, pointer) = cut(file.as_bytes(), &(start..start + fault.len()));
            assert_eq!((line.as_str(), &line[pointer]), (shown, pointed), "{name}");
        }
    }
}
