//! Any article is baked: what is taken out again is the article, to the byte, and baking again changes nothing.

use std::sync::LazyLock;

use context_cards::bake::{Baker, Options, unbake};

const DECK: &[u8] = include_bytes!("../bake/deck.json");
static BAKER: LazyLock<Baker> = LazyLock::new(|| Baker::new(&[DECK], Options::default()).expect("a good deck"));

/// Pieces of HTML, sane and not.
#[allow(dead_code, reason = "the search of fuzz/ makes its own")]
pub const PIECES: &[&str] = &[
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

/// What must hold for the article.
#[allow(dead_code, reason = "tests of other articles bring their own decks")]
pub fn property(article: &str) {
    comes_back(&BAKER, article.as_bytes(), "");
}

/// The same of an article's bytes and of other decks. `name`: of the article, for a failure.
pub fn comes_back(baker: &Baker, original: &[u8], name: &str) {
    let Ok(done) = baker.bake(original) else { return };
    let (unbaked, text) = (unbake(&done.html), |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned());
    assert!(unbaked == original, "{name} {:?} is {:?} when taken out again", text(original), text(&unbaked));
    let again = baker.bake(&done.html).expect("what was baked can be baked");
    assert!(again == done, "{name} {:?} baked again is another", text(original));
}
