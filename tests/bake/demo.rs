//! The article of the demo as it is baked, byte for byte: `demo.baked`. `UPDATE_BAKED=1 cargo test --test bake` writes it anew.

use std::path::Path;
use std::{env, fs};

use context_cards::bake::{Baker, Options};

#[test]
fn the_article_of_the_demo() {
    let page = include_str!("../../index.html");
    let (start, end) = (page.find("<article").expect("an article"), page.find("</article>").expect("its end"));
    let article = &page[start..end + "</article>".len()];
    let deck = include_str!("../../www/decks/el-salvador.json");
    let baked = Baker::new(&[deck], Options::default()).expect("a baker").bake(article.as_bytes()).expect("baked").html;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bake/demo.baked");
    if env::var_os("UPDATE_BAKED").is_some() {
        fs::write(&file, &baked).expect("the file is written");
    }
    let expected = fs::read(&file).unwrap_or_default();
    let differs = baked.iter().zip(&expected).position(|(one, other)| one != other);
    let at = differs.unwrap_or(baked.len().min(expected.len()));
    let around = |bytes: &[u8]| {
        let part = &bytes[at.saturating_sub(60).min(bytes.len())..(at + 60).min(bytes.len())];
        String::from_utf8_lossy(part).into_owned()
    };
    assert!(
        baked == expected,
        "from byte {at} on the demo is baked otherwise than in tests/bake/demo.baked\nexpected: …{}…\nfound:    …{}…\n\
         if that is meant, write it anew and read the difference: UPDATE_BAKED=1 cargo test --locked --test bake",
        around(&expected),
        around(&baked)
    );
}
