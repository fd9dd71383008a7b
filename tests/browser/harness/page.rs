//! Which page does the user open? Built from pieces: an article, a deck, the element, and whatever a site may put around them.

use super::origin::{Answer, release};
use super::sample;
use serde_json::Value;

/// A page with an article, an inline deck and `<context-cards>`, until a story says otherwise.
pub struct Page {
    sent: Option<String>,
    head: String,
    before: String,
    article: String,
    after: String,
    options: String,
    element: Option<String>,
    deck: Option<String>,
    loader: Option<String>,
    headers: Vec<(String, String)>,
    own_font: bool,
}

impl Page {
    /// The sample article with the sample deck.
    pub fn sample() -> Self {
        Self::of(sample::ARTICLE)
    }

    /// Another article with the sample deck.
    pub fn of(article: &str) -> Self {
        Self {
            sent: None,
            head: String::new(),
            before: String::new(),
            article: article.to_owned(),
            after: String::new(),
            options: String::new(),
            element: None,
            deck: Some(sample::deck().to_string()),
            loader: Some("/context-cards.js".to_owned()),
            headers: Vec::new(),
            own_font: false,
        }
    }

    /// The demo of the release build, as it is.
    pub fn demo() -> Self {
        let place = release().join("index.html");
        let sent = std::fs::read_to_string(&place);
        let sent = sent.unwrap_or_else(|fault| panic!("{}: {fault}; the release build makes it", place.display()));
        Self { sent: Some(sent), ..Self::of("") }
    }

    /// In the fonts that the page names, as far as the machine has them: for pictures.
    pub fn in_its_own_font(mut self) -> Self {
        self.own_font = true;
        self
    }

    /// A page that is sent as it is written here, but for the log and the font in its head.
    pub fn verbatim(html: &str) -> Self {
        Self { sent: Some(html.to_owned()), ..Self::of("") }
    }

    /// Attributes of the element; they go before the usual ones, of which the same name is ignored.
    pub fn options(mut self, attributes: &str) -> Self {
        attributes.clone_into(&mut self.options);
        self
    }

    /// The whole element, or elements, written out. Without a deck, or with one, as the page says.
    pub fn element(mut self, html: &str) -> Self {
        self.element = Some(html.to_owned());
        self
    }

    /// The inline deck, `#deck`.
    pub fn deck(mut self, deck: &Value) -> Self {
        self.deck = Some(deck.to_string());
        self
    }

    /// No deck but what the article or the element brings.
    pub fn without_deck(mut self) -> Self {
        self.deck = None;
        self
    }

    /// The text of the inline deck, which may be nonsense.
    pub fn deck_text(mut self, text: &str) -> Self {
        self.deck = Some(text.to_owned());
        self
    }

    /// Where the loader comes from.
    pub fn loader(mut self, url: &str) -> Self {
        self.loader = Some(url.to_owned());
        self
    }

    /// No loader, until the story adds one.
    pub fn without_loader(mut self) -> Self {
        self.loader = None;
        self.sent = self.sent.map(|sent| sent.replacen("context-cards.js\"", "not-yet.js\"", 1));
        self.article = self.article.replacen("context-cards.js\"", "not-yet.js\"", 1);
        self
    }

    pub fn css(mut self, rules: &str) -> Self {
        self.head += &["<style>", rules, "</style>\n"].concat();
        self
    }

    /// A script that runs before the loader.
    pub fn script(mut self, code: &str) -> Self {
        self.head += &["<script>", code, "</script>\n"].concat();
        self
    }

    /// What stands at the head's end, before the loader.
    pub fn head(mut self, html: &str) -> Self {
        self.head += html;
        self
    }

    /// What stands in the body before the article.
    pub fn before(mut self, html: &str) -> Self {
        self.before += html;
        self
    }

    /// What stands in the body after the element.
    pub fn after(mut self, html: &str) -> Self {
        self.after += html;
        self
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The page as a server sends it.
    pub fn answer(&self) -> Answer {
        let page = Answer::html(self.html());
        self.headers.iter().fold(page, |page, (name, value)| page.header(name, value))
    }

    fn html(&self) -> String {
        let log = "<script src=\"/log.js\"></script>\n";
        let font = if self.own_font { "" } else { "<script src=\"/font.js\"></script>\n" };
        if let Some(sent) = &self.sent {
            let head = sent.find("<head>").map_or(0, |at| at + "<head>".len());
            return format!("{}{log}{font}{}", &sent[..head], &sent[head..]);
        }
        let Self { head, before, article, after, options, .. } = self;
        let usual = format!("<context-cards {options} deck=\"#deck\" for=\"article\"></context-cards>");
        let element = self.element.as_ref().unwrap_or(&usual);
        let deck = self.deck.as_ref().map_or(String::new(), |deck| {
            format!("<script type=\"application/json\" id=\"deck\">{}</script>\n", deck.replace('<', "\\u003c"))
        });
        let loader = self
            .loader
            .as_ref()
            .map_or(String::new(), |url| format!("<script type=\"module\" src=\"{url}\"></script>\n"));
        // The first paragraph stands off the top left corner, where the pointer waits between two movements.
        let style = "<style>body { margin: 40px 60px; font: 18px/1.6 serif; } article { max-width: 620px; }</style>\n";
        format!(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A page</title>\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n{log}{font}{style}{head}{loader}</head><body>\n\
             {before}<article>{article}</article>\n{deck}{element}\n{after}</body></html>\n"
        )
    }
}
