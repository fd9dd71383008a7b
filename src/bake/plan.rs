//! Plans what is put into an article: finds the mentions in its blocks, and chooses at its end those that are marked.

use std::collections::HashSet;
use std::ops::Range;

use encoding_rs::{Encoding, UTF_8};

use super::appendix::appendix;
use super::baker::Baker;
use super::edits::{Insertion, Plan};
use super::error::BakeError;
use super::marks::marks;
use super::options::Format;
use crate::article::{Block, Outline, Place, PlacedTerm, Sink, Stream};
use crate::matcher::Scratch;
use crate::matcher::density::{Density, DensityFilter};

/// What the ids of the glossary's entries begin with.
pub(super) const PREFIX: &str = "context-";

/// Reads an article that comes in chunks, from which everything baked earlier has been taken out, and plans what is put into it.
pub struct Planner<'a> {
    baker: &'a Baker,
    stream: Stream<'a, Mentions<'a>>,
    prefix: String,
    format: Option<Format>,
}

/// A mention that may be marked.
struct Mention {
    card: usize,
    words: String,
    pieces: Vec<Range<usize>>,
    section: u32,
    /// Whether its block is a list of links.
    is_linked: bool,
    place: Place,
}

/// Gathers mentions from blocks.
pub(super) struct Mentions<'a> {
    baker: &'a Baker,
    scratch: Scratch,
    all: Vec<Mention>,
    /// Of several that can only be marked once, the first is kept: card, root, section, and how it stands beside the prose.
    kept: HashSet<(usize, usize, u32, u32, bool)>,
    /// Hand-placed marks: card and place.
    placed: Vec<(usize, Place)>,
    /// Where the first root begins that is not the document as a whole.
    pub(super) first_root: Option<usize>,
}

impl<'a> Mentions<'a> {
    fn new(baker: &'a Baker) -> Self {
        let scratch = Scratch::default();
        Self { baker, scratch, all: Vec::new(), kept: HashSet::new(), placed: Vec::new(), first_root: None }
    }
}

impl Sink for Mentions<'_> {
    fn block(&mut self, block: &Block, place: &Place) {
        if !block.is_markable() {
            return;
        }
        let found = self.baker.matcher.find(&block.text, &mut self.scratch);
        let density = self.baker.options.mark;
        for (card, text) in found {
            let pieces = block.bytes(&text);
            let section = if density == Density::First { 0 } else { block.section };
            let key = (card, place.root, section, place.aside, block.is_aside);
            if pieces.is_empty() || density != Density::All && !self.kept.insert(key) {
                continue;
            }
            self.all.push(Mention {
                card,
                words: if pieces.len() > 1 { block.text[text].to_owned() } else { String::new() },
                pieces,
                section: block.section,
                is_linked: block.is_aside,
                place: *place,
            });
        }
    }

    fn term(&mut self, term: PlacedTerm, place: &Place) {
        if let Some(card) = self.baker.cards.number(&term.card) {
            self.placed.push((card, *place));
        }
    }

    fn root(&mut self, start: usize, may_be_body: bool) {
        if !may_be_body {
            self.first_root.get_or_insert(start);
        }
    }
}

impl<'a> Planner<'a> {
    pub(super) fn new(
        baker: &'a Baker,
        at: Option<usize>,
        (prefix, format): (&str, Option<Format>),
        charset: Option<&str>,
    ) -> Self {
        let mentions = Mentions::new(baker);
        let stream = match at {
            Some(at) => Stream::at(&baker.selectors, charset, at, mentions),
            None => Stream::new(&baker.selectors, charset, mentions),
        };
        Self { baker, stream, prefix: prefix.to_owned(), format }
    }

    /// Reads the next bytes.
    ///
    /// # Errors
    ///
    /// The article cannot be read.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), BakeError> {
        Ok(self.stream.write(bytes)?)
    }

    /// Where the first element begins that may be the article, once it has come; bytes before it stay what they are.
    pub(super) fn first_root(&mut self) -> Option<usize> {
        self.stream.with_sink(|mentions| mentions.first_root).flatten()
    }

    /// Reads the end. `Err` with a number: the article stands in a part that is not read, and has to be read once more, by
    /// [`Baker::planner_at`] with this number.
    ///
    /// # Errors
    ///
    /// The article cannot be read, or there is none.
    pub fn end(self) -> Result<Result<Plan, usize>, BakeError> {
        let Self { baker, stream, prefix, format } = self;
        let (outline, mentions) = stream.end()?;
        if let Some(at) = outline.unread {
            return Ok(Err(at));
        }
        if let Some(selector) = baker.options.root.as_ref().filter(|_| outline.roots.is_empty()) {
            return Err(crate::article::ArticleError::NoArticle(selector.clone()).into());
        }
        let format = format.unwrap_or(if outline.is_amp { Format::Amp } else { Format::Html });
        Ok(Ok(plan(baker, &outline, mentions, (&prefix, format))))
    }
}

/// The mentions that are marked, in document order.
fn choose(baker: &Baker, outline: &Outline, mentions: Vec<Mention>, placed: &[(usize, Place)]) -> Vec<Mention> {
    let density = baker.options.mark;
    let mut filter = DensityFilter::new(density);
    for (card, _) in placed.iter().filter(|(_, place)| outline.root_of(place).is_some()) {
        filter.place_by_hand(*card);
    }
    let mut parts: Vec<((usize, u32), bool, Mention)> = Vec::new();
    for mention in mentions {
        let Some(root) = outline.root_of(&mention.place) else { continue };
        let part = if density == Density::Section { (root, mention.section) } else { (0, 0) };
        parts.push((part, mention.is_linked || outline.is_aside(&mention.place), mention));
    }
    // Prose first; what is equal stays in order.
    parts.sort_by_key(|(part, is_aside, _)| (*part, *is_aside));
    let mut last = None;
    parts.retain(|(part, _, mention)| {
        if last.replace(*part) != Some(*part) {
            filter.section();
        }
        filter.accept(mention.card)
    });
    let mut chosen: Vec<Mention> = parts.into_iter().map(|(.., mention)| mention).collect();
    chosen.sort_by_key(|mention| mention.pieces[0].start);
    chosen
}

fn plan(baker: &Baker, outline: &Outline, mentions: Mentions<'_>, (prefix, format): (&str, Format)) -> Plan {
    let encoding = Encoding::for_label(outline.encoding.as_bytes()).unwrap_or(UTF_8);
    let encode = |text: &str| encoding.encode(text).0.into_owned();
    let Mentions { all, placed, .. } = mentions;
    let chosen = choose(baker, outline, all, &placed);
    let placed = placed.iter().filter(|(_, place)| outline.root_of(place).is_some()).map(|(card, _)| *card);
    let needed = baker.cards.needed(chosen.iter().map(|mention| mention.card).chain(placed).collect());
    let mut insertions = Vec::new();
    for mention in &chosen {
        let card = &baker.cards.all[mention.card].id;
        let anchor = [prefix, card].concat();
        let marks = marks(card, &anchor, &mention.words, mention.pieces.len(), format);
        for (piece, mark) in mention.pieces.iter().zip(marks) {
            insertions.push(Insertion { at: piece.start as u64, bytes: encode(&mark.before) });
            insertions.push(Insertion { at: piece.end as u64, bytes: mark.after.as_bytes().to_vec() });
        }
    }
    if let (Some(root), false) = (outline.roots.last(), needed.cards.is_empty()) {
        let part = appendix(&baker.cards, &needed, (&root.lang, prefix), (format, &baker.options), encoding != UTF_8);
        // Words behind the body's end tag belong to the article too.
        let last = chosen.iter().flat_map(|mention| &mention.pieces).map(|piece| piece.end).max();
        let end = Insertion { at: last.unwrap_or(0).max(root.content.end) as u64, bytes: encode(&part) };
        insertions.push(end);
    }
    // What ends somewhere was put in before what begins there.
    insertions.sort_by_key(|insertion| insertion.at);
    let cards = needed.cards.iter().map(|card| card.id.clone()).collect();
    Plan { insertions, marks: chosen.len(), cards }
}
