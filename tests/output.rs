//! Tests where the results of a command go, and what is left where they cannot go there; completions and the manual.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

use context_cards::cli::{Stdio, Terminal, run};
use context_cards::deck::date::Date;

const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };

const DECK: &str = "tests/decks/broken/language.json";

/// An empty folder of this name.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Returns the exit code, what was printed and what was said.
fn command(arguments: &[&str], terminal: Terminal) -> (u8, String, String) {
    let (mut output, mut messages) = (Vec::new(), Vec::new());
    let mut stdio = Stdio { input: &mut io::empty(), output: &mut output, messages: &mut messages, terminal };
    let code = run(arguments.iter().map(OsString::from), TODAY, &mut stdio);
    let [output, messages] = [output, messages].map(|bytes| String::from_utf8(bytes).unwrap());
    (code, output, messages)
}

/// Runs `check` on a deck with a fault.
fn check_to(out: &Path) -> (u8, String) {
    let (code, output, messages) = command(&["check", DECK, "--out", out.to_str().unwrap()], Terminal::default());
    assert_eq!(output, "");
    (code, messages)
}

#[test]
fn a_file_of_results_is_there_whole_and_alone() {
    let folder = folder("whole");
    let out = folder.join("faults.txt");
    for before in [None, Some("an earlier report")] {
        if let Some(before) = before {
            fs::write(&out, before).unwrap();
        }
        assert_eq!(check_to(&out).0, 1);
        assert!(fs::read_to_string(&out).unwrap().starts_with(&format!("{DECK}:3:11: lang: ")));
        assert_eq!(names(&folder), ["faults.txt"]);
    }
}

#[test]
fn a_file_that_cannot_be_written_is_told_and_nothing_is_left() {
    let folder = folder("unwritable");
    let out = folder.join("missing/faults.txt");
    assert_eq!(
        check_to(&out),
        (2, format!("context-cards: {}: there is no such folder to write it to\n", out.display()))
    );
    assert_eq!(
        check_to(&folder),
        (2, format!("context-cards: {}: this is a folder; name a file in it\n", folder.display()))
    );
    assert!(names(&folder).is_empty());
}

#[cfg(unix)]
#[test]
fn a_file_of_results_keeps_its_permissions_and_its_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder("links");
    let (out, link) = (folder.join("faults.txt"), folder.join("latest.txt"));
    let mode = |file: &Path| fs::metadata(file).unwrap().permissions().mode() & 0o777;
    check_to(&out);
    fs::write(folder.join("usual.txt"), "").unwrap();
    assert_eq!(mode(&out), mode(&folder.join("usual.txt")), "a new file is as readable as any other");
    fs::set_permissions(&out, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("faults.txt", &link).unwrap();
    check_to(&link);
    assert_eq!((mode(&out), fs::read_link(&link).unwrap()), (0o640, PathBuf::from("faults.txt")));
    fs::set_permissions(&out, fs::Permissions::from_mode(0o440)).unwrap();
    assert_eq!(check_to(&out).0, 2, "what is read-only stays as it is");
    assert_eq!(check_to(Path::new("/dev/null")).0, 1, "a device is written to, and not replaced");
    assert_eq!(names(&folder), ["faults.txt", "latest.txt", "usual.txt"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_and_a_folder_that_takes_nothing_are_told() {
    // In /sys nobody makes a file, whoever runs the tests.
    for (file, why) in [("/dev/full", "the disk is full"), ("/sys/faults.txt", "permission denied")] {
        let (code, messages) = check_to(Path::new(file));
        assert_eq!(code, 2, "{messages}");
        assert!(messages.starts_with(&format!("context-cards: {file}: ")) && messages.contains(why), "{messages}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_interrupted_leaves_no_half_written_file() {
    use std::process::{Command, Stdio};
    const DECK: &str = "tests/bake/deck.json";
    let folder = folder("interrupted");
    // `unbake` is not among them: it begins its file when it has read all.
    let commands: [&[&str]; 3] =
        [&["check", "-"], &["bake", "-", "--deck", DECK], &["bake", "--ndjson", "-", "--deck", DECK]];
    for (command, signal) in commands.iter().flat_map(|command| ["-INT", "-TERM"].map(|signal| (command, signal))) {
        // Waits for the rest of its input, with the file of results already begun.
        let mut child = Command::new(env!("CARGO_BIN_EXE_context-cards"))
            .args(*command)
            .arg("--out")
            .arg(folder.join("results"))
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Kept open: what waits for a child closes its input.
        let mut input = child.stdin.take().unwrap();
        input.write_all(b"{\"id\":1,\"html\":\"<p>CECOT\"}\n").unwrap();
        while names(&folder).is_empty() && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        assert_eq!(child.wait().unwrap().code(), Some(130), "{command:?} {signal}");
        assert!(names(&folder).is_empty(), "{command:?} {signal}");
    }
}

#[test]
fn colours_are_for_terminals() {
    let terminal = |output, messages, colour| Terminal { output, messages, colour };
    let cases = [
        // (what is run, the terminal, whether results and messages are coloured)
        (vec!["--help"], terminal(true, true, true), (true, false)),
        (vec!["--help"], terminal(true, true, false), (false, false)),
        (vec!["--help"], terminal(false, true, true), (false, false)),
        (vec!["chek"], terminal(false, true, true), (false, true)),
        (vec!["chek"], terminal(true, false, true), (false, false)),
    ];
    for (arguments, terminal, expected) in cases {
        let (_, output, messages) = command(&arguments, terminal);
        assert_eq!((output.contains('\x1b'), messages.contains('\x1b')), expected, "{arguments:?} {terminal:?}");
    }
}

#[test]
fn shells_complete_every_command_and_option() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (code, script, messages) = command(&["completions", shell], Terminal::default());
        assert_eq!((code, messages.as_str()), (0, ""), "{shell}");
        assert!(["check", "locate", "completions", "strict"].iter().all(|word| script.contains(word)), "{shell}");
    }
    assert_eq!(command(&["completions", "tcsh"], Terminal::default()).0, 2);
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let folder = folder("man").join("new");
    let (code, output, messages) = command(&["man", folder.to_str().unwrap()], Terminal::default());
    assert_eq!((code, output.as_str()), (0, ""), "{messages}");
    let pages = names(&folder);
    for page in ["context-cards.1", "context-cards-check.1", "context-cards-locate.1"] {
        assert!(pages.iter().any(|name| name == page), "{page} in {pages:?}");
    }
    let check = fs::read_to_string(folder.join("context-cards-check.1")).unwrap();
    assert!(check.contains("context\\-cards check \\-\\-strict decks/*.json"), "its examples: {check}");
}
