//! Any article is baked: what is taken out again is the article, to the byte, and baking again changes nothing.

use context_cards::bake::{Baker, Options, unbake};
use std::sync::LazyLock;

const DECK: &[u8] = include_bytes!("../bake/deck.json");
static BAKER: LazyLock<Baker> = LazyLock::new(|| Baker::new(&[DECK], Options::default()).expect("a good deck"));

/// What must hold for the article.
pub fn property(article: &str) {
    let Ok(baked) = BAKER.bake(article.as_bytes()) else { return };
    let unbaked = unbake(&baked.html);
    assert!(
        unbaked == article.as_bytes(),
        "{article:?} is {:?} when taken out again",
        String::from_utf8_lossy(&unbaked)
    );
    let again = BAKER.bake(&baked.html).expect("what was baked can be baked");
    assert!(again == baked, "{article:?} baked again is another");
}
