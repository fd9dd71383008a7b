//! What is taken out again is the article, to the byte; baking again changes nothing.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use context_cards::bake::{Baker, Options, unbake};
use encoding_rs::Encoding;
use proptest::prelude::*;

use super::{DECK, baker};

/// Pieces of HTML, sane and not.
const PIECES: &[&str] = &[
    "CECOT",
    "federal ",
    "court",
    " order",
    "Smith &amp; Co",
    "Ñuñoa",
    "Bukele",
    " ",
    "\n",
    "a",
    "&",
    "&lt;",
    "<",
    ">",
    "\"",
    "'",
    "\u{0}",
    "<p>",
    "</p>",
    "<p hidden>",
    "<div>",
    "</div>",
    "<em>",
    "</em>",
    "<a href='x'>",
    "</a>",
    "<h2>",
    "</h2>",
    "<br>",
    "<article>",
    "</article>",
    "<main>",
    "</main>",
    "<body>",
    "</body>",
    "</html>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<svg>",
    "</svg>",
    "<math><mi>",
    "</math>",
    "<title>",
    "</title>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<template>",
    "</template>",
    "<select>",
    "</select>",
    "<textarea>",
    "</textarea>",
    "<context-term card=cecot>",
    "</context-term>",
    "<context-term card=\"cecot\" auto>",
    "<details>",
    "</details>",
    "<p class=\"",
    "</",
    "<!",
    "<?",
    "<plaintext>",
    "<noscript>",
    "</noscript>",
];

static BAKER: LazyLock<Baker> = LazyLock::new(|| baker(Options::default()));

fn html() -> impl Strategy<Value = Vec<u8>> {
    let pieces =
        prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat().into_bytes());
    let bytes = prop::collection::vec(any::<u8>(), 0..200);
    prop_oneof![8 => pieces, 1 => bytes]
}

fn check(baker: &Baker, original: &[u8], name: &str) {
    let Ok(baked) = baker.bake(original) else { return };
    let unbaked = unbake(&baked.html);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(unbaked == original, "{name}: {:?} is {:?} when taken out again", text(original), text(&unbaked));
    let again = baker.bake(&baked.html).expect("baked again");
    assert!(again == baked, "{name}: {:?} baked again", text(original));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn of_any_html(original in html()) {
        check(&BAKER, &original, "generated");
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
        check(&BAKER, &page, "damaged");
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
                check(&baker, &fs::read(&path).expect("a page"), &path.display().to_string());
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
        check(&baker, &original, label);
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
