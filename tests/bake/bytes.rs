//! What is taken out again is the article, to the byte; baking again changes nothing. Pieces of HTML in any order are tried beside the
//! other properties, `tests/properties`.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use context_cards::bake::{Baker, Options};
use encoding_rs::Encoding;
use proptest::prelude::*;

use super::property::{PIECES, comes_back};
use super::{DECK, baker};

static BAKER: LazyLock<Baker> = LazyLock::new(|| baker(Options::default()));

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn of_any_bytes(original in prop::collection::vec(any::<u8>(), 0..200)) {
        comes_back(&BAKER, &original, "generated");
    }
}

proptest! {
    // A page takes a hundred times as long as what is generated.
    #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, max_shrink_iters: 50, ..ProptestConfig::default() })]

    /// Where a page of the repository is damaged.
    #[test]
    fn of_damaged_pages(at in 0_usize..40_000, length in 0_usize..200, piece in prop::sample::select(PIECES)) {
        let mut page = include_bytes!("../../index.html").to_vec();
        let start = at.min(page.len());
        let end = (start + length).min(page.len());
        page.splice(start..end, piece.bytes());
        comes_back(&BAKER, &page, "damaged");
    }
}

/// Every HTML file of the repository, with its own decks.
#[test]
fn of_every_page_of_the_repository() {
    let deck = include_str!("../../www/decks/el-salvador.json");
    let baker = Baker::new(&[deck, DECK], Options::default()).expect("a baker");
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()];
    let mut pages = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if path.is_dir() && !["target", "node_modules", ".git"].contains(&name) {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "html") {
                comes_back(&baker, &fs::read(&path).expect("a page"), &path.display().to_string());
                pages += 1;
            }
        }
    }
    assert!(pages > 0);
}

#[test]
fn of_other_encodings() {
    for label in ["windows-1252", "koi8-r", "Shift_JIS", "gb18030"] {
        let encoding = Encoding::for_label(label.as_bytes()).expect("an encoding");
        let page = format!("<meta charset={label}><p>CECOT; a judge gave the order");
        let (original, ..) = encoding.encode(&page);
        let baker = baker(Options::default());
        comes_back(&baker, &original, label);
        let baked = baker.bake(&original).expect("baked").html;
        let (text, _, has_faults) = encoding.decode(&baked);
        assert!(!has_faults && text.contains("CECOT</a>"), "{label}");
    }
    // What the encoding does not have is written by its number.
    let original = b"<meta charset=koi8-r><p>\xD1 CECOT, &Ntilde;u&ntilde;oa";
    let baker = baker(Options::default());
    let baked = String::from_utf8_lossy(&baker.bake(original).expect("baked").html).into_owned();
    assert!(baked.contains("card=\"&#241;u&#241;oa\""), "{baked}");
    assert!(baked.contains("\"id\":\"\\u00f1u\\u00f1oa\""), "{baked}");
}

#[test]
fn with_a_newer_deck() {
    let article = b"<p>CECOT and Bukele</p>";
    let old = baker(Options::default()).bake(article).expect("baked");
    let newer =
        DECK.replace("A *prison*", "A large prison").replace("\"terms\": [\"Bukele\"]", "\"terms\": [\"nobody\"]");
    let newer = Baker::new(&[newer], Options::default()).expect("a baker");
    let again = newer.bake(&old.html).expect("baked");
    assert_eq!(again, newer.bake(article).expect("baked"));
    assert_eq!(again.cards, ["cecot"]);
    assert!(String::from_utf8_lossy(&again.html).contains("A large prison"));
}
