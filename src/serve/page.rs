//! Adds the embed to an article: its own bytes stay as they are.

use lol_html::{HtmlRewriter, Settings, element};

use crate::check::readable_deck;

/// Below this path lies what is not the article's: programs, decks, events.
pub(super) const OWN: &str = "/_context-cards";

/// What the embed says.
pub(super) struct Embed<'a> {
    /// How many decks there are.
    pub(super) decks: usize,
    /// Attributes of the element, by name.
    pub(super) attributes: &'a [(&'static str, String)],
    /// The state of the article and of the decks that the page shows.
    pub(super) versions: (u64, u64),
}

/// The page of an article in HTML, in its own encoding: the embed is ASCII. A fragment, as content systems hold them, becomes the
/// article of a page. One that embeds context cards itself keeps its own element.
pub(super) fn page(article: &[u8], embed: &Embed<'_>, deck: Option<&[u8]>) -> Vec<u8> {
    let added = embed.html(embeds_itself(article));
    let is_document = [&b"<html"[..], b"<body", b"<!doctype"].iter().any(|tag| find(article, tag).is_some());
    if !is_document {
        return fragment(article, &added, deck);
    }
    let end = rfind(article, b"</body").unwrap_or(article.len());
    [&article[..end], added.as_bytes(), &article[end..]].concat()
}

/// Whether the article has an element of its own, not only words about it in a comment or a script.
pub(super) fn embeds_itself(article: &[u8]) -> bool {
    let mut found = false;
    let mut settings = Settings::new();
    settings.element_content_handlers.push(element!("context-cards", |_| {
        found = true;
        Ok(())
    }));
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| ());
    // What is no HTML has no element.
    let _ = rewriter.write(article).and_then(|()| rewriter.end());
    found
}

/// The page of an article in plain text.
pub(super) fn plain_text(text: &[u8], embed: &Embed<'_>, deck: Option<&[u8]>) -> Vec<u8> {
    let text = escape(&String::from_utf8_lossy(text).replace("\r\n", "\n"));
    let paragraphs: String = text
        .split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .flat_map(|paragraph| ["<p>", paragraph.trim(), "</p>\n"])
        .collect();
    fragment(paragraphs.as_bytes(), &embed.html(false), deck)
}

/// A page around an article, in the language of the first deck.
fn fragment(article: &[u8], added: &str, deck: Option<&[u8]>) -> Vec<u8> {
    let lang = deck.and_then(|deck| readable_deck(deck).ok()).map_or(String::new(), |read| read.deck.lang);
    let lang = if lang.is_empty() { lang } else { format!(" lang=\"{}\"", escape(&lang)) };
    let head = format!(
        "<!doctype html>\n<html{lang}><head><meta name=\"viewport\" content=\"width=device-width\"><title>Article</title>\n<style>{}</style></head>\n\
         <body><article>\n",
        include_str!("fragment.css")
    );
    [head.as_bytes(), article, b"\n</article>\n", added.as_bytes(), b"</body></html>\n"].concat()
}

impl Embed<'_> {
    fn html(&self, has_own: bool) -> String {
        let decks: Vec<String> = (0..self.decks).map(|deck| format!("{OWN}/decks/{deck}.json")).collect();
        let attributes = self.attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escape(value)));
        let element = if has_own {
            String::new()
        } else {
            format!(
                "<script type=\"module\" src=\"{OWN}/programs/context-cards.js\"></script>\n\
                 <context-cards data-served deck=\"{}\"{}></context-cards>\n",
                decks.join(" "),
                attributes.collect::<String>()
            )
        };
        let (article, decks) = self.versions;
        format!(
            "\n{element}<script src=\"{OWN}/panel.js\" data-article=\"{article}\" data-decks=\"{decks}\"></script>\n"
        )
    }
}

/// The text in HTML, in ASCII.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '"' => escaped.push_str("&quot;"),
            _ if c.is_ascii() => escaped.push(c),
            _ => escaped.extend(["&#", &u32::from(c).to_string(), ";"]),
        }
    }
    escaped
}

/// Where a tag begins, in any case.
fn find(html: &[u8], tag: &[u8]) -> Option<usize> {
    html.windows(tag.len()).position(|bytes| bytes.eq_ignore_ascii_case(tag))
}

fn rfind(html: &[u8], tag: &[u8]) -> Option<usize> {
    html.windows(tag.len()).rposition(|bytes| bytes.eq_ignore_ascii_case(tag))
}

#[cfg(test)]
mod tests {
    use super::{Embed, page, plain_text};

    const ELEMENT: &str = "<context-cards data-served deck=\"/_context-cards/decks/0.json /_context-cards/decks/1.json\" for=\"&quot;main&quot; &#241;\">";

    #[test]
    fn the_embed_goes_before_the_end_of_the_body() {
        let embed = Embed { decks: 2, attributes: &[("for", "\"main\" ñ".to_owned())], versions: (3, 4) };
        let script = "<script src=\"/_context-cards/panel.js\" data-article=\"3\" data-decks=\"4\"></script>";
        let cases = [
            // (name, article, what goes before the embed, what behind it, whether our element is in it)
            ("a document", "<html><BODY>a</BODY></html>", "<html><BODY>a", "</BODY></html>", true),
            ("its last end tag", "<body>\"</body>\"</body>", "<body>\"</body>\"", "</body>", true),
            ("no end tag", "<!doctype html><p>a", "<!doctype html><p>a", "", true),
            (
                "its own embed",
                "<body><context-cards></context-cards></body>",
                "<body><context-cards></context-cards>",
                "</body>",
                false,
            ),
            (
                "words about it",
                "<body><!-- <context-cards> --></body>",
                "<body><!-- <context-cards> -->",
                "</body>",
                true,
            ),
            ("windows-1252", "<body>ni\u{f1}o</body>", "<body>ni\u{f1}o", "</body>", true),
        ];
        for (name, article, before, behind, is_ours) in cases {
            let page = String::from_utf8(page(article.as_bytes(), &embed, None)).expect("text");
            let added = page.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind)).unwrap_or_default();
            assert!(added.contains(script) && added.is_ascii(), "{name}: {page}");
            assert_eq!(added.contains(ELEMENT), is_ours, "{name}: {page}");
        }
    }

    #[test]
    fn a_fragment_becomes_a_page() {
        let embed = Embed { decks: 1, attributes: &[], versions: (1, 1) };
        let deck = br#"{ "version": 1, "lang": "es", "title": "T", "cards": [], "sources": [] }"#;
        for (page, article) in [
            (page(b"<p>a</p>", &embed, Some(deck)), "<article>\n<p>a</p>\n</article>"),
            (
                plain_text(b"a < b\r\n\r\n\r\nc", &embed, Some(deck)),
                "<article>\n<p>a &lt; b</p>\n<p>c</p>\n\n</article>",
            ),
        ] {
            let page = String::from_utf8(page).expect("text");
            assert!(page.starts_with("<!doctype html>\n<html lang=\"es\">") && page.contains(article), "{page}");
        }
    }
}
