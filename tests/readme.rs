//! Runs the commands of the README and the guides. What a `console` block prints is compared with what stands there: in a line of theirs
//! `…` stands for anything. A `sh` block is run by a shell, in a folder with the files it names.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;
use std::{env, fs, io};

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

/// The files that the blocks name, in a folder of their own.
#[cfg(unix)]
fn desk() -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    let copy = |from: &str, to: &str| {
        let to = desk.path().join(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(from), to).unwrap();
    };
    for name in ["article.html", "site/index.html"] {
        copy("index.html", name);
    }
    for name in ["deck.json", "prisons.json", "decks/el-salvador.json"] {
        copy("www/decks/el-salvador.json", name);
    }
    let archive = "{\"id\":1,\"html\":\"<p>CECOT\"}\n{\"id\":2,\"html\":\"<p>Bukele\"}\n";
    for (name, text) in [("articles.ndjson", archive), ("archive.ndjson", archive), ("done.ndjson", "")] {
        fs::write(desk.path().join(name), text).unwrap();
    }
    desk
}

#[cfg(unix)]
#[test]
fn the_shell_commands_of_the_guides_run() {
    let desk = desk();
    let program = Path::new(env!("CARGO_BIN_EXE_context-cards")).parent().unwrap();
    let paths = env::join_paths(
        [program.to_owned()].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())),
    );
    let paths = paths.unwrap();
    let pages = [("docs/for-editors.md", 1), ("docs/for-publishing-systems.md", 3), ("examples/archive/README.md", 1)];
    for (page, expected) in pages {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
        let mut commands = 0;
        for block in text.split("```sh\n").skip(1).map(|block| block.split("```").next().unwrap()) {
            // `make archive` runs Spark. `serve` runs until it is ended: the stories of tests/browser/serve.rs use it; here it
            // only finds its files.
            if block.starts_with("spark-submit") {
                continue;
            }
            let script = block.replace("context-cards serve", "ls").replace("--deck prisons", "prisons");
            commands +=
                script.lines().filter(|line| line.contains("context-cards ") || line.starts_with("ls ")).count();
            let run = Command::new("bash")
                .args(["-eu", "-o", "pipefail", "-c", &script])
                .current_dir(desk.path())
                .env("PATH", &paths)
                .output();
            let run = run.unwrap();
            assert!(run.status.success(), "{page}: {script}\n{}", String::from_utf8_lossy(&run.stderr));
        }
        assert!(commands >= expected, "{page}: {commands} commands");
    }
    let written = |name: &str| fs::read_to_string(desk.path().join(name)).unwrap();
    assert!(written("baked/index.html").contains("<context-term"));
    assert!(written("done.ndjson").lines().count() == 2);
    assert!(written("baked-part-aa.ndjson").contains("<context-term"));
}
