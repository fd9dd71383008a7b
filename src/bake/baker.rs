//! Bakes articles with the cards of decks.

use super::appendix::hash;
use super::cards::Cards;
use super::edits::Plan;
use super::error::BakeError;
use super::feed;
use super::options::{Format, Options};
use super::plan::{PREFIX, Planner};
use super::stream::BakeStream;
use super::unbake::unbake;
use crate::article::Selectors;
use crate::deck::url;
use crate::matcher::SharedMatcher;

/// The cards of decks, ready to be baked into any number of articles, on any number of threads.
pub struct Baker {
    pub(super) cards: Cards,
    pub(super) matcher: SharedMatcher,
    pub(super) selectors: Selectors,
    pub(super) options: Options,
    hash: String,
}

/// An article that was baked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baked {
    /// The article with its marks and, where it has any, the cards at its end.
    pub html: Vec<u8>,
    /// How many mentions are marked.
    pub marks: usize,
    /// The ids of the cards that it needs, in the order of the decks.
    pub cards: Vec<String>,
}

impl Baker {
    /// Reads decks: JSON, of which earlier ones win, as in a page. Cards with a fault are left out, as there.
    ///
    /// # Errors
    ///
    /// [`BakeError::Deck`] for a deck that is refused whole; [`BakeError::Article`] for a selector that cannot be used;
    /// [`BakeError::Embed`] for what is no address of a script.
    pub fn new(decks: &[impl AsRef<[u8]>], options: Options) -> Result<Self, BakeError> {
        let decks: Vec<&[u8]> = decks.iter().map(AsRef::as_ref).collect();
        let selectors = Selectors::parse(options.root.as_deref(), options.skip.as_deref())?;
        if let Some((address, why)) =
            options.embed.as_ref().and_then(|address| Some((address, url::script_fault(address)?)))
        {
            return Err(BakeError::Embed(address.clone(), why));
        }
        let cards = Cards::read(&decks)?;
        let said = [env!("CARGO_PKG_VERSION"), &format!("{options:?}")];
        let all: Vec<&[u8]> = said.iter().map(|part| part.as_bytes()).chain(decks.iter().copied()).collect();
        let hash = hash(&all.join(&0));
        Ok(Self { matcher: cards.matcher(), cards, selectors, options, hash })
    }

    /// A name for this program's version, the decks and the options: articles baked under the same one need not be baked again.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// How many cards there are.
    #[must_use]
    pub fn cards(&self) -> usize {
        self.cards.all.len()
    }

    /// For each deck, how many of its cards were left out because they have a fault.
    #[must_use]
    pub fn left_out(&self) -> &[usize] {
        &self.cards.left_out
    }

    /// Bakes an article: a page, a part of one, or a feed. What was baked into it earlier is taken out first, so that baking twice
    /// changes nothing, and a newer deck replaces an older one.
    ///
    /// # Errors
    ///
    /// The article cannot be read; see [`BakeError`]. The caller still has the article, which works without cards.
    pub fn bake(&self, article: &[u8]) -> Result<Baked, BakeError> {
        if self.is_feed(article) {
            return feed::bake(self, article);
        }
        let original = unbake(article);
        let plan = self.plan(&original, PREFIX, self.options.format, self.options.charset.as_deref())?;
        Ok(Baked { html: plan.apply(&original), marks: plan.marks, cards: plan.cards })
    }

    /// Whether a document is a feed, by the options or by its beginning.
    pub(crate) fn is_feed(&self, beginning: &[u8]) -> bool {
        self.options.format.map_or_else(|| feed::is_feed(beginning), |format| format == Format::Rss)
    }

    /// Plans what is put into an article that nothing was baked into.
    pub(super) fn plan(
        &self,
        original: &[u8],
        prefix: &str,
        format: Option<Format>,
        charset: Option<&str>,
    ) -> Result<Plan, BakeError> {
        not_html(original, format)?;
        let mut at = None;
        loop {
            let mut planner = Planner::new(self, at, (prefix, format), charset);
            planner.write(original)?;
            match planner.end()? {
                Ok(plan) => return Ok(plan),
                // Read once more, it is read; a second time it would be no better.
                Err(_) if at.is_some() => return Ok(Plan::default()),
                Err(start) => at = Some(start),
            }
        }
    }

    /// Reads an article in chunks, so that memory does not grow with it.
    #[must_use]
    pub fn planner(&self) -> Planner<'_> {
        Planner::new(self, None, (PREFIX, self.options.format), self.options.charset.as_deref())
    }

    /// The same, for an article whose start tag begins at a byte that [`Planner::end`] told.
    #[must_use]
    pub fn planner_at(&self, start: usize) -> Planner<'_> {
        Planner::new(self, Some(start), (PREFIX, self.options.format), self.options.charset.as_deref())
    }

    /// Bakes an article that comes in chunks and goes on in chunks; see [`BakeStream`]. `limit`: bytes that may be held back.
    #[must_use]
    pub fn stream(&self, limit: usize) -> BakeStream<'_> {
        BakeStream::new(self, limit)
    }
}

/// Refuses what is no text: a picture, a PDF, an archive would come out as it went in, and nobody would know.
pub(super) fn not_html(article: &[u8], format: Option<Format>) -> Result<(), BakeError> {
    let start = &article[..article.len().min(512)];
    let has_mark = start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF");
    let is_utf16 = start.len() >= 4 && (start[1] == 0 && start[3] == 0 || start[0] == 0 && start[2] == 0);
    if start.contains(&0) && !has_mark && !is_utf16 {
        return Err(BakeError::NotHtml("this is no HTML: it has null bytes, as pictures and archives have"));
    }
    if start.starts_with(b"%PDF-") {
        return Err(BakeError::NotHtml("this is a PDF and no HTML"));
    }
    if format.is_none() && feed::is_atom(start) {
        return Err(BakeError::NotHtml("this is an Atom feed; of feeds only RSS is baked"));
    }
    Ok(())
}
