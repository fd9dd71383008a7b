//! Which mentions are marked, and how.

use context_cards::bake::{Format, Options, unbake};
use context_cards::matcher::density::Density;

use super::{bake, bake_with, baker, short};

#[test]
fn mentions_that_are_marked() {
    let cases = [
        ("the first", "<p>CECOT and CECOT</p>", "<p>{cecot|CECOT} and CECOT</p>"),
        ("with its case", "<p>cecot, CECOT’s</p>", "<p>cecot, {cecot|CECOT}’s</p>"),
        (
            "not in headings, links, code",
            "<h1>CECOT</h1><p><a>CECOT</a> <code>CECOT</code> CECOT",
            "<h1>CECOT</h1><p><a>CECOT</a> <code>CECOT</code> {cecot|CECOT}",
        ),
        (
            "prose before captions",
            "<figcaption>CECOT</figcaption><p>CECOT",
            "<figcaption>CECOT</figcaption><p>{cecot|CECOT}",
        ),
        ("captions too", "<figcaption>CECOT</figcaption><p>x", "<figcaption>{cecot|CECOT}</figcaption><p>x"),
        (
            "one placed by hand",
            "<p>CECOT <context-term card=cecot>there</context-term>",
            "<p>CECOT <context-term card=cecot>there</context-term>",
        ),
        (
            "across elements",
            "<p>federal <em>court</em> order",
            "<p>{order|federal }<em>{+order|court}</em>{+order| order}",
        ),
        ("with a reference", "<p>Smith &amp; Co", "<p>{cecot|Smith &amp; Co}"),
        ("near", "<p>the order<p>a judge, the order", "<p>the order<p>a judge, {order|the order}"),
        ("an id that is not ASCII", "<p>Ñuñoa", "<p>{ñuñoa|Ñuñoa}"),
        ("no card with a fault", "<p>Nobody", "<p>Nobody"),
        (
            "only the article",
            "<p>CECOT<article><p>CECOT</article>CECOT",
            "<p>CECOT<article><p>{cecot|CECOT}</article>CECOT",
        ),
        ("nothing", "<p>nothing</p>", "<p>nothing</p>"),
        ("angle bracket", "<p>a<CECOT <b CECOT", "<p>a<CECOT <b CECOT"),
    ];
    for (name, html, expected) in cases {
        assert_eq!(short(&bake(html)), expected, "{name}");
    }
}

#[test]
fn density() {
    let html = "<p>CECOT CECOT<p>CECOT<h2>x</h2><p>CECOT CECOT";
    let cases = [
        (Density::First, "<p>{cecot|CECOT} CECOT<p>CECOT<h2>x</h2><p>CECOT CECOT"),
        (Density::Section, "<p>{cecot|CECOT} CECOT<p>CECOT<h2>x</h2><p>{cecot|CECOT} CECOT"),
        (Density::All, "<p>{cecot|CECOT} {cecot|CECOT}<p>{cecot|CECOT}<h2>x</h2><p>{cecot|CECOT} {cecot|CECOT}"),
    ];
    for (mark, expected) in cases {
        assert_eq!(short(&bake_with(html, Options { mark, ..Options::default() })), expected, "{mark:?}");
    }
}

#[test]
fn markup_of_marks() {
    let html = bake("<article lang=en><p>The federal <b>court</b> order, Ñuñoa.</article>");
    let cases = [
        r##"<context-term card="order" auto><a href="#context-order" aria-label="federal court order">federal </a></context-term>"##,
        r##"<b><context-term card="order" auto aria-hidden="true"><a href="#context-order" tabindex="-1">court</a></context-term></b>"##,
        r##"<context-term card="ñuñoa" auto><a href="#context-%C3%B1u%C3%B1oa">Ñuñoa</a></context-term>"##,
        "</article>",
        r#".<details class="context-cards-glossary" data-context-cards="off"><summary>Context</summary>"#,
        r#"<div id="context-ñuñoa">"#,
        r#"</details><script type="application/json" id="context-cards-deck" data-hash=""#,
    ];
    for part in cases {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert!(html.ends_with("</script></article>"), "{html}");
}

#[test]
fn places_of_the_glossary() {
    let cases = [
        ("fragment", "<p>CECOT", "<p>{cecot|CECOT}^"),
        ("article", "<article>CECOT</article>x", "<article>{cecot|CECOT}^</article>x"),
        ("page", "<body><p>CECOT</p></body></html>", "<body><p>{cecot|CECOT}</p>^</body></html>"),
        ("end tag left out", "<main>CECOT</body>", "<main>{cecot|CECOT}^</body>"),
        ("comment that never ends", "CECOT<!-- x", "{cecot|CECOT}^<!-- x"),
        ("script that never ends", "CECOT<script>x", "{cecot|CECOT}^<script>x"),
        ("tag that never ends", "CECOT<p class='x", "{cecot|CECOT}^<p class='x"),
        ("drawing that never ends", "CECOT<svg><g>x", "{cecot|CECOT}^<svg><g>x"),
        ("drawing in an article", "<article>CECOT<svg><g>x</article>", "<article>{cecot|CECOT}^<svg><g>x</article>"),
        ("table that never ends", "CECOT<table><tr><td>x", "{cecot|CECOT}^<table><tr><td>x"),
    ];
    for (name, html, expected) in cases {
        let baked = bake(html);
        let (before, rest) = baked.split_once("<details class=").expect(name);
        let (_, after) = rest.rsplit_once("}</script>").expect(name);
        assert_eq!([&short(before), "^", after].concat(), expected, "{name}");
    }
}

#[test]
fn glossary_and_deck() {
    let html = bake("<html lang=es><p>CECOT, Ñuñoa, Bukele");
    let glossary = html.split_once("<details").expect("a glossary").1.split_once("</details>").expect("its end").0;
    let cases = [
        "<summary>Contexto</summary>",
        r#"<div id="context-cecot" lang="en"><dt><dfn>CECOT</dfn>"#,
        r#"A <em>prison</em> in <a href="https://example.org/t?a=1&amp;b=2">Tecoluca</a>, <strong>opened</strong> in 2023."#,
        r#" <a href="https://example.org/?a=1&amp;b=2">[1]</a> 1 &lt; 2."#,
        "Capacity: 40,000",
        r#"<time datetime="2026-02-01">2026-02-01</time>: The capacity was wrong."#,
        "Report &amp; more",
    ];
    for part in cases {
        assert!(glossary.contains(part), "{part}\n{glossary}");
    }
    let deck = html.split_once("data-hash=\"").expect("a deck").1.split_once('>').expect("its text").1;
    let deck: serde_json::Value = serde_json::from_str(deck.split_once("</script>").expect("its end").0).expect("JSON");
    let ids =
        |list: &str| deck[list].as_array().expect("a list").iter().map(|item| item["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids("cards"), ["cecot", "ñuñoa", "bukele"]);
    assert_eq!(ids("sources"), ["report"]);
    assert_eq!(deck["cards"][0]["related"], serde_json::json!(["bukele"]), "only what is there");
    assert_eq!(deck["lang"], "en");
}

/// A reader without script has all of it: each word, date and number that stands in a card, and a source for each citation.
#[test]
fn the_glossary_has_all_of_a_card() {
    let deck = include_bytes!("../decks/valid/everything.json");
    let baker = context_cards::bake::Baker::new(&[deck], Options::default()).expect("a deck");
    let deck: serde_json::Value = serde_json::from_slice(deck).expect("JSON");
    let cards = deck["cards"].as_array().expect("cards");
    let mark = |card: &serde_json::Value| format!("<p><context-term card={}>x</context-term>", card["id"]);
    let article = cards.iter().map(mark).collect::<Vec<_>>().concat();
    let html = String::from_utf8(baker.bake(article.as_bytes()).expect("baked").html).expect("UTF-8");
    let glossary = html.split_once("<details").expect("a glossary").1.split_once("</details>").expect("its end").0;
    let said =
        |value: &serde_json::Value| value.as_str().map(str::to_owned).or_else(|| value.as_f64().map(|y| y.to_string()));
    let fields: [(&str, &[&str]); 5] = [
        ("/timeline", &["date"]),
        ("/views", &["who", "date", "reason"]),
        ("/figure/points", &["x", "y"]),
        ("/figure/events", &["x", "label"]),
        ("/map/points", &["label"]),
    ];
    let mut seen = 0;
    for card in cards {
        for (list, fields) in fields {
            let items = card.pointer(list).and_then(serde_json::Value::as_array).into_iter().flatten();
            for said in items.flat_map(|item| fields.iter().filter_map(|field| said(&item[*field]))) {
                assert!(glossary.contains(&said), "{list}: {said}\n{glossary}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 10, "{seen}");
    let cited = (1..=9).filter(|number| glossary.contains(&format!(">[{number}]</a>"))).count();
    assert!(cited > 0);
    for number in 1..=9 {
        let is_listed = glossary.contains(&format!("Source {number}</span>"));
        assert_eq!(is_listed, glossary.contains(&format!(">[{number}]</a>")), "source {number}\n{glossary}");
    }
}

#[test]
fn linked_data() {
    let html = bake("<p>CECOT");
    let json = html.split_once("<script type=\"application/ld+json\">").expect("linked data").1;
    let json: serde_json::Value = serde_json::from_str(json.split_once("</script>").expect("its end").0).expect("JSON");
    let term = &json["hasDefinedTerm"][0];
    assert_eq!((&json["@type"], &json["dateModified"]), (&"DefinedTermSet".into(), &"2026-02-12".into()));
    assert_eq!((&term["name"], &term["@id"]), (&"CECOT".into(), &"#context-cecot".into()));
    assert_eq!(term["description"], "A prison in Tecoluca, opened in 2023. 1 < 2.");
    let about = &term["subjectOf"];
    assert_eq!(
        about["correction"][0],
        serde_json::json!({
            "@type": "CorrectionComment", "text": "The capacity was wrong.", "datePublished": "2026-02-01"
        })
    );
    assert_eq!(about["citation"][0]["url"], "https://example.org/?a=1&b=2");
}

#[test]
fn options() {
    let embed = Options { embed: Some("https://cdn.example/context-cards.js?a&b".to_owned()), ..Options::default() };
    let html = bake_with("<p>CECOT", embed.clone());
    assert!(html.ends_with(
        "<script type=\"module\" src=\"https://cdn.example/context-cards.js?a&amp;b\"></script>\
         <context-cards deck=\"#context-cards-deck\"></context-cards>"
    ));
    assert_eq!(bake_with("<p>x", embed), "<p>x", "nothing to embed");
    let amp = bake("<html amp><body><p>The federal <b>court</b> order</body>");
    assert!(amp.contains(r##"<a class="context-term" href="#context-order" aria-label="federal court order">federal </a><b><a class="##), "{amp}");
    assert!(!amp.contains("<context-term") && !amp.contains("application/json") && amp.contains("ld+json"), "{amp}");
    assert_eq!(
        String::from_utf8(unbake(amp.as_bytes())).expect("UTF-8"),
        "<html amp><body><p>The federal <b>court</b> order</body>"
    );
    let chosen = Options { root: Some(".x".to_owned()), skip: Some("q".to_owned()), ..Options::default() };
    let html = bake_with("<p>CECOT<div class=x><q>CECOT</q> CECOT</div>", chosen.clone());
    assert_eq!(short(&html), "<p>CECOT<div class=x><q>CECOT</q> {cecot|CECOT}</div>");
    let missing = baker(chosen).bake(b"<p>CECOT").expect_err("no article");
    assert!(missing.to_string().contains("nothing fits \".x\""), "{missing}");
    assert!(baker(Options { format: Some(Format::Html), ..Options::default() }).bake(b"\x89PNG\0\0").is_err());
}
