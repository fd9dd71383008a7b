//! `bake --ndjson`: one article a line in, one a line out, in order.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::article_files::in_parallel;
use super::output::{Results, reason};
use super::record_fault::record_fault;
use super::{FINE, Stdio};
use crate::bake::{Baker, content_hash};

/// Bytes of lines that are worked on at once: enough for every processor, and little beside what a process takes by itself.
const BATCH: usize = 2 << 20;

/// A line that comes in.
#[derive(Deserialize)]
struct Article {
    #[serde(default)]
    id: Value,
    html: String,
}

/// A line that goes out.
#[derive(Serialize)]
struct Record<'a> {
    id: &'a Value,
    /// The baked article; missing where it could not be baked.
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<String>,
    /// Why it could not be.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// The line it came in, from 1, where it has no id.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    marks: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cards: Option<Vec<String>>,
    /// Names the decks, the options and the program.
    hash: &'a str,
    /// Names the article as it came.
    article: String,
}

/// What an earlier output has of an article.
#[derive(Deserialize)]
struct Done {
    id: Value,
    #[serde(default)]
    error: Option<serde::de::IgnoredAny>,
    hash: String,
    article: String,
}

/// Bakes the articles of files, or of standard input, line by line.
pub(crate) fn bake_records(
    baker: &Baker,
    inputs: &[OsString],
    out: Option<&Path>,
    (resume, jobs): (Option<&Path>, usize),
    stdio: &mut Stdio<'_>,
) -> Result<u8, String> {
    let (done, is_cut_off) = resume.map(|file| done_before(file, baker.hash())).transpose()?.unwrap_or_default();
    let mut work = Work { baker, done, jobs, results: Results::open(out)?, baked: 0, failed: 0, skipped: 0 };
    if is_cut_off && out.is_none() {
        // Results are appended to those, and half a line would take the next one with it.
        work.results.write(b"\n", stdio)?;
    }
    for input in inputs {
        if input == "-" {
            // Read through a buffer of its own, because results are written meanwhile.
            let mut lines = Lines::default();
            while lines.fill(stdio.input).map_err(|error| format!("standard input: {}", reason(&error)))? {
                work.bake(&lines, stdio)?;
            }
        } else {
            let failed = |error| format!("{}: {}", input.display(), reason(&error));
            let (mut file, mut lines) = (File::open(input).map_err(failed)?, Lines::default());
            while lines.fill(&mut file).map_err(failed)? {
                work.bake(&lines, stdio)?;
            }
        }
    }
    let Work { results, baked, failed, skipped, .. } = work;
    results.finish(stdio)?;
    let skipped = if skipped == 0 { String::new() } else { format!(", {skipped} done before") };
    let _ = writeln!(stdio.messages, "{baked} articles baked, {failed} failed{skipped}");
    Ok(FINE)
}

struct Work<'a> {
    baker: &'a Baker,
    done: HashSet<String>,
    jobs: usize,
    results: Results,
    baked: usize,
    failed: usize,
    skipped: usize,
}

/// What came of a line.
enum Outcome {
    Baked(String),
    Failed(String),
    Skipped,
}

impl Work<'_> {
    /// Bakes a batch of lines and writes what came of them.
    fn bake(&mut self, lines: &Lines, stdio: &mut Stdio<'_>) -> Result<(), String> {
        if self.results.is_closed() {
            return Ok(());
        }
        let batch: Vec<(usize, &[u8])> = lines.iter().filter(|(_, line)| !line.trim_ascii().is_empty()).collect();
        for outcome in in_parallel(&batch, self.jobs, |(number, line)| self.bake_line(*number, line)) {
            let (count, record) = match outcome {
                Outcome::Baked(record) => (&mut self.baked, record),
                Outcome::Failed(record) => (&mut self.failed, record),
                Outcome::Skipped => (&mut self.skipped, String::new()),
            };
            *count += 1;
            self.results.write(record.as_bytes(), stdio)?;
        }
        Ok(())
    }

    fn bake_line(&self, number: usize, line: &[u8]) -> Outcome {
        let mut record = Record {
            id: &Value::Null,
            html: None,
            error: None,
            line: None,
            marks: None,
            cards: None,
            hash: self.baker.hash(),
            article: content_hash(line),
        };
        let Ok(article) = serde_json::from_slice::<Article>(line) else {
            // Its id may be readable all the same.
            let id = serde_json::from_slice::<Value>(line).ok().map(|value| value["id"].clone()).unwrap_or_default();
            let why = record_fault(line);
            record.error = Some(format!("this line is no article, {{\"id\": …, \"html\": \"…\"}}: {why}"));
            (record.id, record.line) = (&id, id.is_null().then_some(number));
            return Outcome::Failed(written(&record));
        };
        let Article { id, html } = article;
        record.article = content_hash(html.as_bytes());
        if !self.done.is_empty() && self.done.contains(&name(&id, &record.article)) {
            return Outcome::Skipped;
        }
        (record.id, record.line) = (&id, id.is_null().then_some(number));
        let baked = self.baker.bake(html.as_bytes());
        drop(html);
        match baked {
            Ok(baked) => {
                // What came as text is text still.
                record.html = String::from_utf8(baked.html).ok();
                (record.marks, record.cards) = (Some(baked.marks), Some(baked.cards));
                Outcome::Baked(written(&record))
            }
            Err(error) => {
                record.error = Some(error.to_string());
                Outcome::Failed(written(&record))
            }
        }
    }
}

fn written(record: &Record<'_>) -> String {
    // A record has nothing that is no JSON.
    serde_json::to_string(record).unwrap_or_default() + "\n"
}

fn name(id: &Value, article: &str) -> String {
    content_hash([id.to_string().as_bytes(), article.as_bytes()].concat().as_slice())
}

/// The articles that an earlier output has, baked alike, and whether its last line is cut off.
fn done_before(file: &Path, hash: &str) -> Result<(HashSet<String>, bool), String> {
    let failed = |error| format!("{}: {}", file.display(), reason(&error));
    let (mut done, mut line) = (HashSet::new(), Vec::new());
    let mut lines = BufReader::new(File::open(file).map_err(failed)?);
    let mut is_cut_off = false;
    while lines.read_until(b'\n', &mut line).map_err(failed)? > 0 {
        is_cut_off = line.last() != Some(&b'\n');
        let record = serde_json::from_slice::<Done>(&line);
        line.clear();
        let Ok(record) = record else { continue };
        if record.hash == hash && record.error.is_none() {
            done.insert(name(&record.id, &record.article));
        }
    }
    Ok((done, is_cut_off))
}

/// Whole lines of an input, a batch at a time.
#[derive(Default)]
struct Lines {
    bytes: Vec<u8>,
    /// How many of the bytes are whole lines.
    whole: usize,
    /// How many lines came before.
    before: usize,
    has_ended: bool,
}

impl Lines {
    /// Reads the next batch; `false` where there is none.
    fn fill(&mut self, input: &mut (impl Read + ?Sized)) -> std::io::Result<bool> {
        self.before += self.iter().count();
        self.bytes.drain(..self.whole);
        self.whole = 0;
        let mut searched = 0;
        loop {
            if let Some(end) = memchr::memrchr(b'\n', &self.bytes[searched..]) {
                self.whole = searched + end + 1;
            }
            searched = self.bytes.len();
            if self.has_ended {
                self.whole = self.bytes.len();
                return Ok(self.whole > 0);
            }
            if self.whole > 0 && self.bytes.len() >= BATCH {
                return Ok(true);
            }
            let length = (&mut *input).take(BATCH as u64 / 4).read_to_end(&mut self.bytes)?;
            self.has_ended = length == 0;
        }
    }

    /// The lines, each with its number from 1.
    fn iter(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let whole = &self.bytes[..self.whole];
        let lines = whole.strip_suffix(b"\n").unwrap_or(whole).split(|byte| *byte == b'\n');
        let count = if whole.is_empty() { 0 } else { usize::MAX };
        lines.take(count).enumerate().map(|(index, line)| (self.before + index + 1, line))
    }
}
