//! What came of each story in each engine? Kept in `target/browser/results.json`, from which `scripts/matrix.mjs` writes the
//! table of the README.

use crate::harness::{Engine, Story};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Results by story and engine: `ok`, `failed`, or why it is not told.
#[derive(Default)]
pub struct Record(Mutex<BTreeMap<(String, &'static str), Value>>);

impl Record {
    /// Writes down one result and its particulars: `seconds` of a story that was told, `why` of one that is not.
    pub fn keep(&self, story: &Story, engine: Engine, result: &str, particulars: &[(&str, Value)]) {
        let name = story.name.trim_start_matches("browser::").to_owned();
        let mut kept = json!({"story": name, "engine": engine.name(), "result": result});
        for (key, value) in particulars {
            kept[*key] = value.clone();
        }
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert((name, engine.name()), kept);
    }

    /// Adds these results to those of earlier runs; of stories that are no longer told, nothing is kept.
    pub fn write(&self, stories: &[&Story]) -> std::io::Result<()> {
        let mut results = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser");
        let file = folder.join("results.json");
        let earlier: Value =
            std::fs::read(&file).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
        for result in earlier.as_array().into_iter().flatten() {
            let name = result["story"].as_str().unwrap_or_default();
            let engine = Engine::ALL.into_iter().find(|engine| result["engine"] == engine.name());
            let still_told = stories.iter().any(|story| story.name.trim_start_matches("browser::") == name);
            if let (Some(engine), true) = (engine, still_told) {
                results.entry((name.to_owned(), engine.name())).or_insert_with(|| result.clone());
            }
        }
        std::fs::create_dir_all(&folder)?;
        let lines: Vec<String> = results.into_values().map(|result| result.to_string()).collect();
        std::fs::write(file, format!("[\n{}\n]\n", lines.join(",\n")))
    }
}
