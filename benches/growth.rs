//! Measures how the cost of a deck grows with its terms and with the article's words, as curves: only they show what fails for a
//! larger site: `cargo bench --bench growth`.
//!
//! Writes `docs/growth-native.json` and prints, for each curve, the exponent between neighbouring points: the slope of cost
//! over size where both are drawn as logarithms. 1 is linear, 2 quadratic, 0 does not grow.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use context_cards::check::{Unknown, read_deck};
use context_cards::matcher::Matcher;
use context_cards::matcher::unicode::NativeUnicode;
use peak_alloc::PeakAlloc;

mod fixture;

/// Counts what is allocated. It costs each allocation a few nanoseconds, in every row alike.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const TERMS: [usize; 5] = [10, 100, 1_000, 10_000, 100_000];
const WORDS: [usize; 4] = [500, 5_000, 20_000, 100_000];

/// How often a cost is measured; the median is kept, which the machine's other work does not move.
const SAMPLES: usize = 9;
/// A sample lasts this many milliseconds at least: a clock tells nothing about microseconds.
const SAMPLE: f64 = 4.0;

/// One point of a curve.
struct Row {
    what: &'static str,
    terms: usize,
    /// None where the article has no part in it.
    words: Option<usize>,
    unit: &'static str,
    cost: f64,
}

fn main() {
    let mut rows = Vec::new();
    for terms in TERMS {
        measure(terms, &mut rows);
    }
    for (what, words) in curves(&rows) {
        print_curve(what, words, &rows);
    }
    for terms in TERMS {
        print_finding(terms, &rows);
    }
    let lines: Vec<String> = rows.iter().map(Row::as_json).collect();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/growth-native.json");
    fs::write(&file, format!("[\n  {}\n]\n", lines.join(",\n  "))).expect("docs/ can be written");
}

/// Every cost of one deck: bytes of its text (`deck`), text to tree (`parse`), tree to deck (`read`; `read-faulty` where no
/// citation leads to a source), bytes its cards hold (`cards`), deck to matcher (`build`), bytes that holds (`matcher`), and
/// articles read by it (`find`).
fn measure(terms: usize, rows: &mut Vec<Row>) {
    let mut add = |what, words, unit, cost| rows.push(Row { what, terms, words, unit, cost });
    let text = fixture::deck_text(terms);
    #[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
    add("deck", None, "bytes", text.len() as f64);
    add("parse", None, "ms", milliseconds(|| drop(black_box(fixture::parse(&text)))));
    let json = fixture::parse(&text);
    add("read", None, "ms", milliseconds(|| drop(black_box(fixture::read(&json)))));
    let faulty = fixture::parse(&text.replace("\"id\": \"source-", "\"id\": \"piece-"));
    let read_faulty = || drop(black_box(read_deck(&faulty, Unknown::Ignore, &NativeUnicode)));
    add("read-faulty", None, "ms", milliseconds(read_faulty));
    let (deck, bytes) = kept(|| fixture::read(&json));
    add("cards", None, "bytes", bytes);
    let build = || Matcher::new(fixture::terms(&deck), &NativeUnicode);
    add("build", None, "ms", milliseconds(|| drop(black_box(build()))));
    let (matcher, bytes) = kept(build);
    add("matcher", None, "bytes", bytes);
    for words in WORDS {
        let article = fixture::article(&deck, words);
        let find = || {
            for block in &article {
                black_box(matcher.find(block, &NativeUnicode));
            }
        };
        add("find", Some(words), "ms", milliseconds(find));
    }
}

/// The median of several samples, each of as many runs as make it long enough.
fn milliseconds(mut run: impl FnMut()) -> f64 {
    let mut sample = |runs: u32| {
        let start = Instant::now();
        for _ in 0..runs {
            run();
        }
        start.elapsed().as_secs_f64() * 1_000.0
    };
    let mut runs = 1;
    while sample(runs) < SAMPLE {
        runs *= 2;
    }
    let mut samples: Vec<f64> = (0..SAMPLES).map(|_| sample(runs) / f64::from(runs)).collect();
    samples.sort_by(f64::total_cmp);
    samples[SAMPLES / 2]
}

/// A value, and the bytes it holds.
#[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
fn kept<T>(make: impl FnOnce() -> T) -> (T, f64) {
    let before = MEMORY.current_usage();
    let value = make();
    (value, (MEMORY.current_usage() - before) as f64)
}

/// The curves over the terms: what was measured, with which article.
fn curves(rows: &[Row]) -> Vec<(&'static str, Option<usize>)> {
    rows.iter().filter(|row| row.terms == TERMS[0]).map(|row| (row.what, row.words)).collect()
}

fn print_curve(what: &str, words: Option<usize>, rows: &[Row]) {
    let curve: Vec<&Row> = rows.iter().filter(|row| row.what == what && row.words == words).collect();
    let points: Vec<(usize, f64)> = curve.iter().map(|row| (row.terms, row.cost)).collect();
    let article = words.map(|words| format!(" in {words} words")).unwrap_or_default();
    print_points(&format!("{what}{article}, {} by terms", curve[0].unit), &points);
}

fn print_finding(terms: usize, rows: &[Row]) {
    let curve = rows.iter().filter(|row| row.terms == terms);
    let points: Vec<(usize, f64)> = curve.filter_map(|row| Some((row.words?, row.cost))).collect();
    print_points(&format!("find {terms} terms, ms by words"), &points);
}

#[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
fn print_points(title: &str, points: &[(usize, f64)]) {
    println!("\n{title}");
    let mut before: Option<(usize, f64)> = None;
    for &(size, cost) in points {
        let exponent = before.map(|(less, cheaper)| (cost / cheaper).ln() / (size as f64 / less as f64).ln());
        let exponent = exponent.map(|exponent| format!("  ^{exponent:.2}")).unwrap_or_default();
        println!("{size:>9} {cost:>16.4}{exponent}");
        before = Some((size, cost));
    }
}

impl Row {
    fn as_json(&self) -> String {
        let words = self.words.map(|words| format!("\"words\": {words}, ")).unwrap_or_default();
        let cost = if self.unit == "bytes" { format!("{}", self.cost) } else { format!("{:.4}", self.cost) };
        format!(r#"{{ "what": "{}", "terms": {}, {words}"{}": {cost} }}"#, self.what, self.terms, self.unit)
    }
}
