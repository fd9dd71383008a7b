//! Where the characters of a block stand in the document, whatever its encoding and however it comes.

use context_cards::article::{Article, Block, Options, Place, PlacedTerm, Selectors, Sink, Stream};
use encoding_rs::Encoding;

/// The bytes of a part of the first block that has it.
fn pieces<'a>(html: &'a [u8], part: &str) -> Vec<&'a [u8]> {
    let article = Article::read(html, &Options::default()).expect("an article");
    let mut blocks = article.roots.iter().flat_map(|root| &root.blocks);
    let found = blocks.find_map(|block| Some((block, block.text.find(part)?)));
    let (block, start) = found.unwrap_or_else(|| panic!("{part:?} in {article:?}"));
    block.bytes(&(start..start + part.len())).into_iter().map(|bytes| &html[bytes]).collect()
}

#[test]
fn pieces_of_a_mention() {
    let cases: [(&str, &str, &str, &[&str]); 9] = [
        ("a word", "<p>the CECOT here", "CECOT", &["CECOT"]),
        (
            "across elements",
            "<p>a federal <em>court</em> order",
            "federal court order",
            &["federal ", "court", " order"],
        ),
        ("with a reference", "<p>of Smith &amp; Co today", "Smith & Co", &["Smith &amp; Co"]),
        ("that begins with one", "<p>&Ntilde;u&ntilde;oa", "Ñuñoa", &["&Ntilde;u&ntilde;oa"]),
        ("around a comment", "<p>CE<!-- x -->COT", "CECOT", &["CE", "COT"]),
        ("not ASCII", "<p>señor Ñuñoa €", "Ñuñoa", &["Ñuñoa"]),
        ("with a line break in the source", "<p>federal\r\n   court", "federal\r\n   court", &["federal\r\n   court"]),
        ("partly in a link", "<p>federal <a>court</a> order", "court\u{FFFC} order", &[" order"]),
        ("in a link", "<p>federal <a>court</a> order", "court", &[]),
    ];
    for (name, html, part, expected) in cases {
        let found = pieces(html.as_bytes(), part);
        assert_eq!(found, expected.iter().map(|piece| piece.as_bytes()).collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn encodings() {
    let cases = [
        ("windows-1252", "l’été à Ñuñoa"),
        ("iso-8859-2", "w Łodzi"),
        ("koi8-r", "в Москве"),
        ("Shift_JIS", "東京ｱ都"),
        ("EUC-JP", "東京都"),
        ("gb18030", "北京市 €"),
        ("Big5", "臺北市"),
        ("EUC-KR", "서울시"),
        ("utf-8", "señor €"),
    ];
    for (label, words) in cases {
        let encoding = Encoding::for_label(label.as_bytes()).expect("an encoding");
        let page = ["<meta charset=", label, "><p>a ", words, " b"].concat();
        let (html, _, has_lost) = encoding.encode(&page);
        assert!(!has_lost, "{label}");
        for word in words.split(' ') {
            let (bytes, ..) = encoding.encode(word);
            assert_eq!(pieces(&html, word), [&bytes[..]], "{label}: {word}");
        }
    }
}

#[test]
fn bytes_that_mean_nothing() {
    assert_eq!(pieces(b"<p>a\xFF CECOT \xC3", "CECOT"), [b"CECOT"]);
    assert_eq!(pieces(b"\xEF\xBB\xBF<p>CECOT", "CECOT"), [b"CECOT"]);
}

#[derive(Default)]
struct Texts(Vec<(Block, Place)>);

impl Sink for Texts {
    fn block(&mut self, block: &Block, place: &Place) {
        self.0.push((block.clone(), *place));
    }

    fn term(&mut self, _: PlacedTerm, _: &Place) {}
}

/// However a document is cut into chunks, the same is read.
#[test]
fn chunks() {
    let html = "<!doctype html><title>x</title><body><p>a &amp; <b>b</b> <!-- - -- c --><a href='x>y'>d</a>\
        <script>if (a<b) '</p>'</script></p><svg><![CDATA[ </svg> ]]></svg><h2>é</h2>e < f</body>"
        .repeat(60);
    let selectors = Selectors::parse(None, None).expect("selectors");
    let read = |length: usize| {
        let mut stream = Stream::new(&selectors, None, Texts::default());
        html.as_bytes().chunks(length).for_each(|chunk| stream.write(chunk).expect("read"));
        let (outline, texts) = stream.end().expect("an end");
        (outline, texts.0)
    };
    let whole = read(html.len());
    assert!(whole.1.len() > 100);
    for length in [1, 2, 3, 7, 1024, 5000] {
        let cut = read(length);
        assert_eq!(cut.0, whole.0, "in chunks of {length}");
        for (index, (one, other)) in cut.1.iter().zip(&whole.1).enumerate() {
            assert_eq!(one, other, "block {index} in chunks of {length}");
        }
        assert_eq!(cut.1.len(), whole.1.len(), "in chunks of {length}");
    }
}
