//! What a suite has shown, noted in `target/reliability/` for `docs/reliability.md`, which `make reliability` writes.

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Two engines may finish the same suite at once.
static WRITING: Mutex<()> = Mutex::new(());

/// A suite under way. Dropped, it is written down: without a failure, or with one where it ends in a panic.
pub struct Note {
    name: &'static str,
    what: &'static str,
    engine: Option<&'static str>,
    cases: u64,
}

impl Note {
    /// `name`: of the file; `what`: what is counted, in words of the page; `engine`: of a browser, where it is told in one.
    pub fn of(name: &'static str, what: &'static str, engine: Option<&'static str>) -> Self {
        Self { name, what, engine, cases: 0 }
    }

    /// So many cases more have held.
    pub fn count(&mut self, cases: usize) {
        self.cases += cases as u64;
    }

    fn file(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("target/reliability").join(self.name).with_extension("json")
    }

    /// With the engines of earlier runs, of which one that fails now is none.
    fn value(&self, earlier: &Value) -> Value {
        let is_failed = std::thread::panicking();
        let mut engines: Vec<&str> =
            earlier["engines"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        engines.retain(|engine| Some(*engine) != self.engine);
        engines.extend(self.engine.filter(|_| !is_failed));
        engines.sort_unstable();
        json!({"what": self.what, "cases": self.cases, "failures": u8::from(is_failed), "engines": engines})
    }
}

impl Drop for Note {
    fn drop(&mut self) {
        let _one_at_a_time = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let file = self.file();
        let earlier = fs::read(&file).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        if let Err(fault) = folder.and_then(|()| fs::write(&file, format!("{}\n", self.value(&earlier)))) {
            eprintln!("{}: {fault}", file.display());
        }
    }
}
