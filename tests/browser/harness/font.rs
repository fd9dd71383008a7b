//! With which letters are pages set? With those of a font from npm, whatever the machine has.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::LazyLock;

/// Where `npm ci` puts the font.
const FOLDER: &str = "node_modules/@fontsource-variable/rubik";
/// The scripts that stories are told in and the font has. Of two that have a letter, the latter draws it.
const SUBSETS: &[&str] = &["arabic", "hebrew", "latin"];

/// The script that gives a page the font.
pub static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let read = |name: &str| {
        let place = folder.join(name);
        std::fs::read(&place).unwrap_or_else(|fault| panic!("{}: {fault}; `npm ci` brings it", place.display()))
    };
    let ranges: Value = serde_json::from_slice(&read("unicode.json")).expect("the font says which letters it has");
    let file = |subset: &&str| {
        let data = BASE64_STANDARD.encode(read(&format!("files/rubik-{subset}-wght-normal.woff2")));
        json!({"range": ranges[*subset], "data": data})
    };
    let files: Vec<Value> = SUBSETS.iter().map(file).collect();
    include_str!("font.js").replacen("{\n", &format!("{{\n  const FILES = {};\n", json!(files)), 1)
});
