//! Reads blocks of text from start tags, end tags and text: what `www/finder/text_walker.js` reads from the page.

mod blocks;
mod closing;

use std::ops::Range;

use encoding_rs::Encoding;

use super::attributes::Attributes;
use super::block::Block;
use super::element::{A, ARTICLE, BR, CONTEXT_TERM, HEAD, MAIN, MATH, Name, P, SECTION, SVG, TEMPLATE, Traits};
use super::roots::{Roots, Rule};
use super::sink::{PlacedTerm, Sink};
use super::tree::{Open, State};

/// So many elements are open in each other at most, as in browsers (Blink and Gecko stop at 512 and move the rest).
const DEEPEST: usize = 512;

/// A document as far as it is read.
pub(super) struct Reader<S> {
    pub(super) open: Vec<Open>,
    /// Formatting that was not closed and goes on in the next block, and what it means.
    pub(super) dangling: Vec<(Name, State)>,
    /// Where the last tag begins: what it closes ends there.
    pub(super) ends_at: usize,
    /// Where the end tag of the body begins.
    pub(super) end_of_body: Option<usize>,
    pub(super) roots: Roots,
    pub(super) langs: Vec<String>,
    pub(super) is_amp: bool,
    /// Whether more elements are open than a browser keeps: nothing from here on is read.
    pub(super) is_lost: bool,
    pub(super) sink: S,
    encoding: &'static Encoding,
    block: Block,
    /// How many blocks have ended.
    blocks: usize,
    /// The parts of the block's text that stand in links.
    linked: Vec<Range<usize>>,
    /// The links that are open: the block they began in, and where in its text.
    links: Vec<(usize, usize)>,
    section: u32,
    /// What stands in no element.
    base: State,
}

impl<S: Sink> Reader<S> {
    pub(super) fn new(encoding: &'static Encoding, rule: Rule, sink: S) -> Self {
        let roots = Roots::new(rule);
        let base = State { is_absent: !roots.has_body(), root: u32::from(roots.has_body()), ..State::default() };
        Self {
            open: Vec::new(),
            dangling: Vec::new(),
            ends_at: 0,
            end_of_body: None,
            roots,
            langs: vec![String::new()],
            is_amp: false,
            is_lost: false,
            sink,
            encoding,
            block: Block::default(),
            blocks: 0,
            linked: Vec::new(),
            links: Vec::new(),
            section: 0,
            base,
        }
    }

    /// Ends what is open, at the end of the document.
    pub(super) fn finish(&mut self, end: usize) {
        self.end_block();
        self.ends_at = self.end_of_body.unwrap_or(end);
        self.close_to(0, false);
        self.roots.end(0, self.ends_at);
    }

    /// What the open elements mean for what stands in them.
    fn state(&self) -> State {
        self.open.last().map_or(self.base, |open| open.state)
    }

    pub(super) fn html_tag(&mut self, attributes: &Attributes) {
        self.is_amp |= attributes.is_amp;
        if self.open.is_empty() && self.base.lang == 0 {
            self.base.lang = self.learn_lang(attributes, 0);
            self.roots.begin_document(self.base.lang);
        }
    }

    pub(super) fn body_tag(&mut self, tag: &Range<usize>, attributes: &Attributes) {
        if self.open.is_empty() && self.blocks == 0 {
            self.block.clear();
            self.base.lang = self.learn_lang(attributes, self.base.lang);
            if self.roots.begin_body(tag, self.base.lang, attributes.is_root) {
                self.base.is_absent = false;
                self.base.root = 1;
            }
        }
    }

    #[allow(clippy::cast_possible_truncation, reason = "fewer languages than bytes")]
    fn learn_lang(&mut self, attributes: &Attributes, around: u32) -> u32 {
        let Some(lang) = &attributes.lang else { return around };
        self.langs.push(lang.clone());
        self.langs.len() as u32 - 1
    }

    /// Begins an element. `is_fostered`: a browser moves it out of a table.
    pub(super) fn enter(
        &mut self,
        name: Name,
        traits: Traits,
        tag: &Range<usize>,
        attributes: &Attributes,
        is_fostered: bool,
    ) {
        let around = self.state();
        let mut own = State::default();
        let mut state = State { lang: self.learn_lang(attributes, around.lang), ..around };
        let is_root = self.roots.is_root(name == ARTICLE || name == MAIN, attributes.is_root, tag.start)
            && !around.is_foreign
            && !self.is_in_template();
        if is_root {
            self.end_block();
            let is_unread = around.is_absent && around.root > 0 || around.is_unmarkable;
            #[allow(clippy::cast_possible_truncation, reason = "fewer open elements than bytes")]
            let depth = self.open.len() as u32 + 1;
            state.root = self.roots.begin(name, tag, depth, state.lang, is_unread);
            self.sink.root(tag.start, false);
            if !is_unread {
                (state.is_absent, state.is_unmarkable) = (false, false);
            }
        }
        state.is_foreign |= name == SVG || name == MATH;
        if name == P {
            self.roots.paragraphs += 1;
        }
        if !(is_root || around.is_absent || around.is_heading) {
            self.begin_part(name, traits, tag, attributes, &mut own);
        }
        own.is_absent |= is_fostered;
        state.is_absent |= own.is_absent;
        state.is_unmarkable |= own.is_unmarkable;
        state.is_heading |= own.is_heading;
        if traits.contains(Traits::ASIDE) && !is_root {
            #[allow(clippy::cast_possible_truncation, reason = "fewer open elements than bytes")]
            let depth = self.open.len() as u32 + 1;
            state.aside = depth;
        }
        self.is_lost = self.open.len() >= DEEPEST;
        self.open.push(Open { name, traits, start: tag.start, own, state });
    }

    /// What `#element` of `text_walker.js` does when it comes to an element.
    fn begin_part(&mut self, name: Name, traits: Traits, tag: &Range<usize>, attributes: &Attributes, own: &mut State) {
        if name == BR {
            self.line_break();
        } else if traits.contains(Traits::HEADING) {
            self.end_block();
            self.section += 1;
            own.is_heading = true;
        } else if name == CONTEXT_TERM {
            let place = self.place();
            let term = PlacedTerm {
                card: attributes.card.clone().unwrap_or_default(),
                is_auto: attributes.is_auto,
                section: self.section,
                tag: tag.clone(),
            };
            self.sink.term(term, &place);
            own.is_unmarkable = true;
            self.barrier();
        } else if traits.contains(Traits::ABSENT) || attributes.is_absent || attributes.is_skipped {
            own.is_absent = true;
            // What stands in the head is not in the article.
            if name != HEAD {
                self.barrier();
            }
        } else if traits.contains(Traits::UNMARKABLE) || attributes.is_unmarkable {
            own.is_unmarkable = true;
            self.barrier();
            if name == A {
                self.links.push((self.blocks, self.block.text.len()));
            }
        } else if traits.contains(Traits::BLOCK) {
            self.end_block();
            if name == SECTION {
                self.section += 1;
            }
        }
    }

    fn is_in_template(&self) -> bool {
        self.open.iter().any(|open| open.name == TEMPLATE)
    }
}
