//! Measures each step of a deck's walk, from the file's text to the card beside its term, for a deck and an article of common
//! size and for large ones: `cargo bench --bench steps`. How the costs grow: `growth`.

use std::hint::black_box;

use context_cards::intent::{Delays, Event, Intent, Target};
use context_cards::matcher::Matcher;
use context_cards::matcher::unicode::NativeUnicode;
use context_cards::placement::geometry::{Point, Rect, Size};
use context_cards::placement::{self, Request};
use criterion::{BenchmarkId, Criterion, Throughput};

mod fixture;

/// A deck about one subject, and the largest that `check` lets pass without a warning.
const TERMS: [usize; 3] = [100, 1_000, 10_000];
/// A news article, and a year's chronicle.
const WORDS: [usize; 2] = [800, 20_000];

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    reading(&mut criterion);
    finding(&mut criterion);
    placing(&mut criterion);
    intending(&mut criterion);
    criterion.final_summary();
}

/// Text → tree → deck.
fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("deck");
    for terms in TERMS {
        let text = fixture::deck_text(terms);
        let json = fixture::parse(&text);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("parse", terms), |bench| bench.iter(|| fixture::parse(&text)));
        group.bench_function(BenchmarkId::new("read", terms), |bench| bench.iter(|| fixture::read(&json)));
        group.bench_function(BenchmarkId::new("both", terms), |bench| {
            bench.iter(|| fixture::read(&fixture::parse(&text)));
        });
    }
    group.finish();
}

/// Deck → matcher → places in the text.
fn finding(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("matcher");
    for terms in TERMS {
        let deck = fixture::read(&fixture::parse(&fixture::deck_text(terms)));
        let build = || Matcher::new(fixture::terms(&deck), &NativeUnicode);
        group.throughput(Throughput::Elements(terms as u64));
        group.bench_function(BenchmarkId::new("build", terms), |bench| bench.iter(build));
        let matcher = build();
        for words in WORDS {
            let article = fixture::article(&deck, words);
            group.throughput(Throughput::Elements(words as u64));
            group.bench_function(BenchmarkId::new(format!("find in {words} words"), terms), |bench| {
                bench.iter(|| article.iter().map(|block| matcher.find(block, &NativeUnicode).len()).sum::<usize>());
            });
        }
    }
    group.finish();
}

/// Rectangles → position, for terms all over a view.
fn placing(criterion: &mut Criterion) {
    let view = Rect { x: 0.0, y: 0.0, width: 1280.0, height: 720.0 };
    let requests: Vec<Request> = (0..1_000_u32)
        .map(|spot| Request {
            anchor: Rect { x: f64::from(spot * 37 % 1280), y: f64::from(spot * 91 % 720), width: 80.0, height: 20.0 },
            column: None,
            card: Size { width: 384.0, height: f64::from(200 + spot % 300) },
            view,
            rtl: spot % 2 == 0,
            touch: spot % 3 == 0,
            expanded: false,
            side: None,
        })
        .collect();
    // A term that wraps over five lines, with the pointer on the fourth.
    let lines: Vec<Rect> =
        (0..5_u32).map(|line| Rect { x: 20.0, y: f64::from(line * 24), width: 300.0, height: 20.0 }).collect();
    let mut group = criterion.benchmark_group("placement");
    group.throughput(Throughput::Elements(requests.len() as u64));
    group.bench_function("place", |bench| {
        bench.iter(|| {
            for request in &requests {
                black_box(placement::place(black_box(request)));
            }
        });
    });
    group.throughput(Throughput::Elements(1));
    let at = Some(Point { x: 100.0, y: 80.0 });
    group.bench_function("anchor", |bench| bench.iter(|| placement::anchor(black_box(&lines), at, false)));
    group.finish();
}

/// A mouse goes over an article with a term in each line: it sweeps, rests until a card opens, goes onto the card and away. Each
/// step is a move, 16 milliseconds after the one before; the timer rings when it is due, as in the page.
fn intending(criterion: &mut Criterion) {
    const STEPS: u32 = 10_000;
    let moves: Vec<(f64, Target, Point)> = (0..STEPS)
        .map(|step| {
            let (line, part) = (step / 100, step % 100);
            let x = if part < 40 { 10 * part } else { 400 };
            let over = match part {
                0..30 | 90.. => Target::Outside,
                30..70 => Target::Mention(line as usize),
                70..90 => Target::Card,
            };
            (f64::from(step) * 16.0, over, Point { x: f64::from(x), y: f64::from(line * 24 + part / 10) })
        })
        .collect();
    let mut group = criterion.benchmark_group("intent");
    group.throughput(Throughput::Elements(u64::from(STEPS)));
    group.bench_function("moves", |bench| bench.iter(|| cards_opened(&moves)));
    assert_eq!(cards_opened(&moves), 100, "a card for each line");
    group.finish();
}

/// Plays the moves, and counts the cards the reader gets to see.
fn cards_opened(moves: &[(f64, Target, Point)]) -> usize {
    let mut intent = Intent::new(Delays::default());
    let (mut opened, mut shown) = (0, None);
    for &(now, over, at) in moves {
        while let Some(due) = intent.deadline().filter(|due| *due <= now) {
            intent.on(due, Event::Tick);
        }
        intent.on(now, Event::Move { over, at });
        let since = intent.shown().map(|shown| shown.since);
        if since != shown {
            shown = since;
            opened += usize::from(since.is_some());
            let anchor = Rect { x: at.x - 40.0, y: at.y - 10.0, width: 80.0, height: 20.0 };
            intent.on(
                now,
                Event::Positioned { card: Rect { y: at.y + 18.0, width: 384.0, height: 240.0, ..anchor }, anchor },
            );
        }
    }
    opened
}
