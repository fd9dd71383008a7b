//! Does docs/reliability.md name suites that there are? Each notes its numbers under its name (`note.rs`), and `make reliability`
//! writes the page from these: a suite that is renamed or gone would leave its old numbers standing.

use std::fs;
use std::path::Path;

/// The first cells of the page's tables.
fn named(page: &str) -> Vec<&str> {
    page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |").map(|(name, _)| name)).collect()
}

/// All text of the sources in a folder, and in the folders in it.
fn sources(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_source = path.extension().is_some_and(|kind| ["rs", "mjs", "sh"].iter().any(|known| kind == *known));
        if path.is_dir() && !path.ends_with("target") {
            sources(&path, into);
        } else if is_source {
            into.push_str(&fs::read_to_string(&path).unwrap_or_default());
        }
    }
}

/// Is the suite noted? Those of `make fuzz` are by `scripts/fuzz.sh`, under the names of its targets; others write their name out.
fn is_noted(name: &str, root: &Path, text: &str) -> bool {
    let fuzzed = name.strip_prefix("fuzz-search-").map(|target| root.join(format!("fuzz/fuzz_targets/{target}.rs")));
    fuzzed.is_some_and(|target| target.exists()) || text.contains(&format!("\"{name}\""))
}

#[test]
fn the_page_names_only_suites_that_there_are() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/reliability.md")).unwrap_or_default();
    let mut text = String::new();
    for folder in ["tests", "fuzz", "scripts"] {
        sources(&root.join(folder), &mut text);
    }
    let gone: Vec<_> = named(&page).into_iter().filter(|name| !is_noted(name, root, &text)).collect();
    assert!(
        gone.is_empty(),
        "docs/reliability.md names {gone:?}, which no test notes: run `make reliability` after `make test`"
    );
}

#[test]
fn rows_are_read_by_their_first_cell() {
    let page = "# Reliability\n| suite | what |\n|---|---|\n| `one` | steps | 7 |\n| `two-long` | events | 9 |\n";
    assert_eq!(named(page), ["one", "two-long"]);
}
