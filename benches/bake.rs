//! Measures what baking costs, in bytes of HTML a second: whole pages with decks of different sizes, beside `lol_html` copying the same
//! bytes, which is the limit of any program on top of it, and with handlers for all it can tell of: `cargo bench --profile native
//! --bench bake`.

use context_cards::article::{Article, Options as ArticleOptions};
use context_cards::bake::{Baker, Options, unbake};
use context_cards::deck::Deck;
use criterion::{BenchmarkId, Criterion, Throughput};
use lol_html::html_content::{Element, TextChunk};
use lol_html::{DocumentContentHandlers, HtmlRewriter, Settings, element};

mod fixture;

const TERMS: [usize; 3] = [100, 1_000, 10_000];

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let decks = TERMS.map(|terms| (terms, fixture::deck_text(terms)));
    let deck = fixture::read(&fixture::parse(&decks[2].1));
    // A news page has some 800 words in a hundred kilobytes; a chronicle has many, and hardly anything else.
    for (name, html) in [("page", page(&deck, 800, 300)), ("chronicle", page(&deck, 20_000, 1))] {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(html.len() as u64));
        group.bench_function("lol_html copies", |bench| bench.iter(|| copy(&html, Settings::new())));
        group.bench_function("lol_html tells of tags and text", |bench| bench.iter(|| copy(&html, everything())));
        group.bench_function("read blocks", |bench| {
            bench.iter(|| Article::read(&html, &ArticleOptions::default()).expect("an article").roots.len());
        });
        for (terms, deck) in &decks {
            let baker = Baker::new(&[deck], Options::default()).expect("a baker");
            group.bench_function(BenchmarkId::new("bake", terms), |bench| bench.iter(|| baker.bake(&html)));
            if *terms == 10_000 {
                let done = baker.bake(&html).expect("baked").html;
                group.bench_function("bake again", |bench| bench.iter(|| baker.bake(&done)));
                group.bench_function("unbake", |bench| bench.iter(|| unbake(&done)));
            }
        }
        group.finish();
    }
    criterion.final_summary();
}

/// A page around an article of so many words, with so many teasers: head, navigation, paragraphs with links and emphasis, scripts.
fn page(deck: &Deck, words: usize, teasers: usize) -> Vec<u8> {
    let mut html = String::from("<!doctype html><html lang=en><head><meta charset=utf-8><title>News</title>");
    html += &"<link rel=preload href=\"/assets/font.woff2\" as=font crossorigin>".repeat(10);
    html.extend(["<script>", &"window.data = { a: 1 < 2 };".repeat(4 * teasers), "</script></head><body><nav><ul>"]);
    html += &"<li class=\"nav-item\"><a href=\"/section/politics\">Politics</a></li>".repeat(teasers / 4);
    html += "</ul></nav><main><article class=\"story\"><h1>Title</h1>";
    for paragraph in fixture::article(deck, words) {
        let words: Vec<&str> = paragraph.split(' ').collect();
        let third = words.len() / 3;
        let [start, link, end] =
            [&words[..third], &words[third..third + 2], &words[third + 2..]].map(|part| part.join(" "));
        html.extend([
            "<p class=\"story-body__paragraph\" data-component=\"text\">",
            &start,
            " <a href=\"https://example.org/story\">",
        ]);
        html.extend([link.as_str(), "</a> ", &end, " <em>said</em>.</p>\n"]);
    }
    html += "</article></main><aside>";
    html += &"<div class=\"teaser\"><a href=\"/a\"><img src=\"a.jpg\" alt=\"\"><h3>Another story of the day</h3></a><p>In a few words.</p></div>"
        .repeat(teasers);
    html += "</aside></body></html>";
    html.into_bytes()
}

fn everything() -> Settings<'static, 'static> {
    let mut settings = Settings::new();
    settings.element_content_handlers.push(element!("*", |element: &mut Element<'_, '_>| {
        if let Some(handlers) = element.end_tag_handlers() {
            handlers.push(Box::new(|_| Ok(())));
        }
        Ok(())
    }));
    settings.document_content_handlers.push(DocumentContentHandlers::default().text(|_: &mut TextChunk<'_>| Ok(())));
    settings
}

fn copy(html: &[u8], mut settings: Settings<'_, '_>) -> usize {
    let mut length = 0;
    settings.strict = false;
    let mut rewriter = HtmlRewriter::new(settings, |bytes: &[u8]| length += bytes.len());
    html.chunks(1 << 16).for_each(|chunk| rewriter.write(chunk).expect("copied"));
    rewriter.end().expect("copied");
    length
}
