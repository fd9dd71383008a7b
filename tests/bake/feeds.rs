//! Articles in a feed.

use context_cards::bake::{Format, Options, unbake_feed};

use super::baker;

#[test]
fn every_article_of_a_feed() {
    let feed = "<?xml version=\"1.0\"?><rss><channel><item><title>CECOT</title><content:encoded><![CDATA[<p>CECOT &amp; more</p>]]></content:encoded></item>\
        <item><content:encoded>&lt;p&gt;Smith &amp;amp; Co&lt;/p&gt;</content:encoded></item>\
        <item><content:encoded><![CDATA[<p>CECOT]]><![CDATA[ again]]></content:encoded></item><item><content:encoded/></item></channel></rss>";
    let baker = baker(Options { format: Some(Format::Rss), ..Options::default() });
    let baked = baker.bake(feed.as_bytes()).expect("baked");
    let html = String::from_utf8(baked.html.clone()).expect("UTF-8");
    assert_eq!(baked.marks, 2, "{html}");
    assert!(html.contains("<title>CECOT</title>"));
    let link = html.split_once("[CDATA[<p><a class=\"context-term\" href=\"#context-").expect("a link").1;
    let (anchor, rest) = link.split_once("\">").expect("its words");
    assert!(rest.starts_with("CECOT</a> &amp; more</p><details") && anchor.ends_with("-cecot"), "{html}");
    assert!(html.contains(&format!("<div id=\"context-{anchor}\"")), "to its own glossary");
    let escaped = html.split_once("&lt;p&gt;&lt;a class=\"context-term\" href=\"#context-").expect("a link").1;
    assert!(escaped.contains("\"&gt;Smith &amp;amp; Co&lt;/a&gt;&lt;/p&gt;&lt;details"), "{html}");
    assert!(!html.contains("<script") && !html.contains("&lt;script"), "no scripts in feeds");
    assert_eq!(String::from_utf8(unbake_feed(&baked.html)).expect("UTF-8"), feed);
    assert_eq!(baker.bake(&baked.html).expect("baked"), baked);
}
