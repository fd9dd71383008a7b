//! Runs the commands of the README and the guides, and compares what they print with what stands there. In a line of theirs `…` stands
//! for anything.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::ffi::OsString;
use std::path::Path;
use std::{fs, io};

use context_cards::cli::{Stdio, Terminal, run};
use context_cards::deck::date::Date;

const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };

/// What the command prints, results before messages.
fn printed(command: &str) -> String {
    let (mut output, mut messages) = (Vec::new(), Vec::new());
    let mut stdio =
        Stdio { input: &mut io::empty(), output: &mut output, messages: &mut messages, terminal: Terminal::default() };
    let arguments = command.split_whitespace().map(|word| OsString::from(word.trim_matches(['\'', '"'])));
    run(arguments, TODAY, &mut stdio);
    String::from_utf8([output, messages].concat()).unwrap()
}

/// Whether the line is printed as it is written.
fn is_written(written: &str, printed: &str) -> bool {
    let mut rest = printed;
    for (place, part) in written.split('…').enumerate() {
        match rest.find(part) {
            Some(at) if place > 0 || at == 0 => rest = &rest[at + part.len()..],
            _ => return false,
        }
    }
    rest.is_empty() || written.ends_with('…')
}

#[test]
fn the_commands_of_the_readme_and_the_guides_print_what_they_say() {
    for (page, fewest) in [("README.md", 8), ("docs/for-editors.md", 3), ("docs/for-publishing-systems.md", 1)] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
        let blocks = text.split("```console\n").skip(1).map(|block| block.split("```").next().unwrap());
        let mut commands = 0;
        for session in blocks.flat_map(|block| block.split("$ ").skip(1)) {
            let (line, expected) = session.split_once('\n').unwrap();
            let Some(command) = line.strip_prefix("context-cards ").or_else(|| line.strip_prefix("cargo run -q -- "))
            else {
                assert!(line.starts_with("npm install "), "a command that is not ours: {line}");
                continue;
            };
            commands += 1;
            let printed = printed(command);
            let mut lines = printed.lines();
            for expected in expected.lines() {
                let found = lines.next().unwrap_or_default();
                assert!(is_written(expected, found), "{page}: {line}\nexpected: {expected}\nprinted:\n{printed}");
            }
        }
        assert!(commands >= fewest, "{page} has {commands} commands");
    }
}
