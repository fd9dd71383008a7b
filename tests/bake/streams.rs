//! Articles that come in chunks.

use context_cards::bake::{BakeError, Options, Splicer, Unbaker};

use super::baker;

const PAGE: &str = "<!doctype html><html><head><title>CECOT</title></head><body><nav>CECOT</nav><article><p>CECOT and Bukele</article><p>x</body></html>";

#[test]
fn a_stream_gives_what_the_whole_gives() {
    let baker = baker(Options::default());
    let whole = baker.bake(PAGE.as_bytes()).expect("baked").html;
    for (name, page) in [("new", PAGE.as_bytes()), ("baked before", &whole)] {
        for length in [1, 7, 1000, 100_000] {
            let mut stream = baker.stream(1 << 20);
            let mut baked = Vec::new();
            page.chunks(length).for_each(|chunk| stream.write(chunk, &mut baked));
            stream.end(&mut baked).expect("baked");
            assert_eq!(
                String::from_utf8_lossy(&baked),
                String::from_utf8_lossy(&whole),
                "{name}, in chunks of {length}"
            );
        }
    }
}

#[test]
fn the_head_goes_on_at_once() {
    let baker = baker(Options::default());
    let (mut stream, mut sent) = (baker.stream(1 << 20), Vec::new());
    let head = PAGE.split_once("<article>").expect("an article").0;
    // The encoding is known after 1,024 bytes.
    let padding = "x".repeat(1024);
    stream.write(padding.as_bytes(), &mut sent);
    stream.write(PAGE.as_bytes(), &mut sent);
    assert_eq!(String::from_utf8(sent).expect("UTF-8"), [&padding, head].concat());
}

#[test]
fn what_is_too_long_goes_on_as_it_came() {
    let baker = baker(Options::default());
    let (mut stream, mut sent) = (baker.stream(64), Vec::new());
    PAGE.as_bytes().chunks(10).for_each(|chunk| stream.write(chunk, &mut sent));
    assert_eq!(stream.end(&mut sent), Err(BakeError::TooLong(64)));
    assert_eq!(sent, PAGE.as_bytes());
}

/// As a file is baked: read twice, in chunks.
#[test]
fn plan_and_copy() {
    let baker = baker(Options::default());
    let whole = baker.bake(PAGE.as_bytes()).expect("baked").html;
    for length in [1, 7, 1000] {
        let mut planner = baker.planner();
        let original = |each: &mut dyn FnMut(&[u8])| {
            let (mut unbaker, mut own) = (Unbaker::new(), Vec::new());
            for chunk in whole.chunks(length) {
                unbaker.write(chunk, &mut own);
                each(&own);
                own.clear();
            }
            unbaker.end(&mut own);
            each(&own);
        };
        original(&mut |own| planner.write(own).expect("read"));
        let plan = planner.end().expect("read").expect("a plan");
        let (mut splicer, mut baked) = (Splicer::new(&plan), Vec::new());
        original(&mut |own| splicer.write(own, &mut baked).expect("written"));
        splicer.end(&mut baked).expect("written");
        assert!(baked == whole, "in chunks of {length}");
    }
}
