//! What the local site answers: the article with its embed, its own files, the decks, the programs, and what the panel asks for.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::page::{Embed, OWN, embeds_itself, page, plain_text};
use super::request_path::file_in;
use super::selectors::selector_faults;
use super::state::State;
use crate::article::{Article, Options};
use crate::deck::date::Date;

/// The file of the programs that a page names.
const LOADER: &str = "context-cards.js";

/// A site with one article.
pub struct Site {
    pub(super) state: Arc<State>,
    programs: PathBuf,
    attributes: Vec<(&'static str, String)>,
    today: Date,
}

/// What is answered to a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) media_type: String,
    pub(super) body: Vec<u8>,
}

impl Site {
    /// `programs`: the folder with the release; `attributes`: those of the element, beside `deck`.
    ///
    /// # Errors
    ///
    /// A sentence on what is missing.
    pub fn new(
        article: PathBuf,
        decks: Vec<PathBuf>,
        programs: PathBuf,
        attributes: Vec<(&'static str, String)>,
        today: Date,
    ) -> Result<Self, String> {
        if !programs.join(LOADER).is_file() {
            return Err(format!(
                "{}: {LOADER} is not there; build the programs with make build, or name the folder they are in with --programs",
                programs.display()
            ));
        }
        for file in [&article].into_iter().chain(&decks) {
            if !file.is_file() {
                return Err(format!("{}: there is no such file", file.display()));
            }
        }
        Ok(Self { state: Arc::new(State::new(article, decks)), programs, attributes, today })
    }

    /// What is wrong with the selectors among the attributes, as the article is now: a sentence for each. In an article that embeds
    /// context cards itself they are not used.
    #[must_use]
    pub fn selector_faults(&self) -> Vec<String> {
        match self.state.article() {
            Ok(article) if !embeds_itself(&article) => selector_faults(&self.article().body, &self.attributes),
            _ => Vec::new(),
        }
    }

    /// Whether the article embeds context cards itself: it is shown with the decks and the program that its element names.
    #[must_use]
    pub fn has_own_element(&self) -> bool {
        self.state.article().is_ok_and(|article| embeds_itself(&article))
    }

    /// Answers a request for a path.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let own = path.strip_prefix(OWN).and_then(|rest| rest.strip_prefix('/'));
        match own.map(|own| own.split('?').next().unwrap_or_default()) {
            None if path.split('?').next() == Some("/") => self.article(),
            None => self.beside_article(path),
            Some("panel.js") => Answer::of("text/javascript; charset=utf-8", include_str!("panel.js")),
            Some("panel.css") => Answer::of("text/css; charset=utf-8", include_str!("panel.css")),
            Some("faults.json") => self.faults(),
            Some(own) => match own.split_once('/') {
                Some(("programs", file)) => {
                    file_in(&self.programs, file).map_or_else(Answer::missing, |file| Answer::file(&file))
                }
                Some(("decks", file)) => self.deck(file),
                _ => Answer::missing(),
            },
        }
    }

    fn article(&self) -> Answer {
        let deck = self.state.deck(0).and_then(Result::ok);
        let embed =
            Embed { decks: self.state.deck_count(), attributes: &self.attributes, versions: self.state.versions() };
        let bytes = match self.state.article() {
            Ok(bytes) => bytes,
            Err(why) => {
                // The panel is there all the same, and shows the article once it is back: some programs save by deleting first.
                let why = format!("{}: {why}", self.state.article_file().display());
                let body = plain_text(why.as_bytes(), &embed, deck.as_deref());
                return Answer { status: 500, ..Answer::of("text/html; charset=utf-8", body) };
            }
        };
        let is_plain = self.state.article_file().extension().is_some_and(|end| end.eq_ignore_ascii_case("txt"));
        if is_plain {
            return Answer::of("text/html; charset=utf-8", plain_text(&bytes, &embed, deck.as_deref()));
        }
        let encoding = Article::read(&bytes, &Options::default()).map_or("UTF-8", |article| article.encoding);
        Answer::of(&format!("text/html; charset={encoding}"), page(&bytes, &embed, deck.as_deref()))
    }

    /// A picture, a style sheet: what the article's page has beside it.
    fn beside_article(&self, path: &str) -> Answer {
        let folder = self.state.article_file().parent().filter(|folder| *folder != Path::new(""));
        file_in(folder.unwrap_or(Path::new(".")), path).map_or_else(Answer::missing, |file| Answer::file(&file))
    }

    /// A deck as it was last read.
    fn deck(&self, file: &str) -> Answer {
        let number = file.strip_suffix(".json").and_then(|number| number.parse().ok());
        match number.and_then(|number| self.state.deck(number)) {
            Some(Ok(bytes)) => Answer::of("application/json", bytes),
            Some(Err(why)) => Answer::error(500, &why),
            None => Answer::missing(),
        }
    }

    fn faults(&self) -> Answer {
        match self.state.faults(self.today) {
            Ok(json) => Answer::of("application/json", json),
            Err(why) => Answer::error(500, &why.to_string()),
        }
    }
}

impl Answer {
    fn of(media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, media_type: media_type.to_owned(), body: body.into() }
    }

    pub(super) fn error(status: u16, why: &str) -> Self {
        Self { status, ..Self::of("text/plain; charset=utf-8", [why, "\n"].concat()) }
    }

    fn missing() -> Self {
        Self::error(404, "there is no such file here")
    }

    fn file(file: &Path) -> Self {
        let end = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
        let media_type = match end {
            "css" => "text/css",
            "gif" => "image/gif",
            "html" | "htm" => "text/html",
            "jpg" | "jpeg" => "image/jpeg",
            "js" | "mjs" => "text/javascript",
            "json" => "application/json",
            "png" => "image/png",
            "svg" => "image/svg+xml",
            "wasm" => "application/wasm",
            "webp" => "image/webp",
            "avif" => "image/avif",
            "woff2" => "font/woff2",
            _ => "application/octet-stream",
        };
        match fs::read(file) {
            Ok(bytes) => Self::of(media_type, bytes),
            Err(why) => Self::error(500, &why.to_string()),
        }
    }
}
