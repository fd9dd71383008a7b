//! Which elements of a document are the article: what `rootsOf` in `www/start/options.js` says of a page.

use std::ops::Range;

use super::element::{ARTICLE, BODY, Name};

/// How the article is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// By its paragraphs, among `<article>`, `<main>` and the body.
    Longest,
    /// By a selector: whatever it fits, without those in others.
    Selected,
    /// By the byte at which its start tag begins.
    At(usize),
}

/// An element that may be the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub name: Name,
    /// Bytes of its start tag; empty for a body without one.
    pub tag: Range<usize>,
    /// Bytes between its tags.
    pub content: Range<usize>,
    /// The root around it.
    pub parent: Option<usize>,
    /// How many elements are open with it.
    pub depth: u32,
    /// The language around its text: a place in the reader's list.
    pub lang: u32,
    /// Whether it stands in a part that is not read, and has to be read by itself.
    pub is_unread: bool,
    /// Characters of its paragraphs (UTF-16, as the page counts).
    prose: usize,
}

/// The candidates of a document, in its order.
pub(super) struct Roots {
    pub all: Vec<Candidate>,
    /// How many paragraphs are open.
    pub paragraphs: usize,
    rule: Rule,
    /// Those that are open, the innermost last.
    open: Vec<usize>,
    /// Characters of paragraphs so far.
    prose: usize,
}

impl Roots {
    pub(super) fn new(rule: Rule) -> Self {
        let mut roots = Self { all: Vec::new(), paragraphs: 0, rule, open: Vec::new(), prose: 0 };
        if rule == Rule::Longest {
            roots.push(BODY, &(0..0), 0, 0, false);
        }
        roots
    }

    /// Whether the document as a whole may be the article.
    pub(super) fn has_body(&self) -> bool {
        self.rule == Rule::Longest
    }

    /// Whether an element may be the article, or one of its elements. `is_named`: it is an `<article>` or a `<main>`.
    pub(super) fn is_root(&self, is_named: bool, is_selected: bool, start: usize) -> bool {
        match self.rule {
            Rule::Longest => is_named,
            // An article inside another article is read with it.
            Rule::Selected => is_selected && self.open.is_empty(),
            Rule::At(at) => start == at,
        }
    }

    /// Whether a root (from 1; 0 for none) may still turn out to be the article: the document as a whole may not once another one has begun.
    pub(super) fn may_be_article(&self, root: u32) -> bool {
        root > 1 || root == 1 && !(self.has_body() && self.all.len() > 1)
    }

    /// The start tag of the document: its language is that of the body.
    pub(super) fn begin_document(&mut self, lang: u32) {
        if self.has_body() {
            self.all[0].lang = lang;
        }
    }

    /// The start tag of the body. Returns whether it becomes the article by it.
    pub(super) fn begin_body(&mut self, tag: &Range<usize>, lang: u32, is_selected: bool) -> bool {
        if self.has_body() {
            let body = &mut self.all[0];
            (body.tag, body.content.start, body.lang) = (tag.clone(), tag.end, lang);
            return false;
        }
        let is_root = self.is_root(false, is_selected, tag.start) && self.all.is_empty();
        if is_root {
            self.push(BODY, tag, 0, lang, false);
        }
        is_root
    }

    /// Begins a root, and returns its number, from 1.
    pub(super) fn begin(&mut self, name: Name, tag: &Range<usize>, depth: u32, lang: u32, is_unread: bool) -> u32 {
        self.push(name, tag, depth, lang, is_unread);
        #[allow(clippy::cast_possible_truncation, reason = "fewer elements than bytes")]
        let number = self.all.len() as u32;
        number
    }

    fn push(&mut self, name: Name, tag: &Range<usize>, depth: u32, lang: u32, is_unread: bool) {
        let parent = self.open.last().copied();
        self.open.push(self.all.len());
        let (tag, content, prose) = (tag.clone(), tag.end..tag.end, self.prose);
        self.all.push(Candidate { name, tag, content, parent, depth, lang, is_unread, prose });
    }

    /// Ends a root before the byte `end`.
    pub(super) fn end(&mut self, root: usize, end: usize) {
        if let Some(candidate) = self.all.get_mut(root)
            && let Some(at) = self.open.iter().position(|open| *open == root)
        {
            candidate.content.end = end.max(candidate.content.start);
            candidate.prose = self.prose - candidate.prose;
            self.open.remove(at);
        }
    }

    /// Counts text of paragraphs. A character reference counts by its bytes: the counts are only compared.
    pub(super) fn count(&mut self, raw: &[u8]) {
        self.prose += self.paragraphs * raw.iter().filter(|byte| !(0x80..0xC0).contains(*byte)).count();
    }

    /// The elements of the article: those selected, or the one with most paragraph text. Many a page has an `<article>` for each teaser
    /// as well; where they hold less than a quarter of what `<main>` has, they are nothing but teasers, and the article is that.
    pub(super) fn chosen(&self) -> Vec<usize> {
        if self.rule != Rule::Longest {
            return (0..self.all.len()).collect();
        }
        let longest = |is_article: bool| {
            let named = self.all.iter().enumerate().skip(1).filter(|(_, root)| (root.name == ARTICLE) == is_article);
            named.rev().max_by_key(|(_, root)| root.prose)
        };
        let (article, main) = (longest(true), longest(false));
        let chosen = match (article, main) {
            (Some((_, article)), Some((main, in_main))) if article.prose * 4 < in_main.prose => main,
            (None, Some((main, _))) => main,
            (Some((article, _)), _) => article,
            (None, None) => 0,
        };
        vec![chosen]
    }

    /// Whether one root is another one, or inside of it.
    pub(super) fn is_within(&self, inner: usize, outer: usize) -> bool {
        let mut at = Some(inner);
        while let Some(root) = at {
            if root == outer {
                return true;
            }
            at = self.all.get(root).and_then(|root| root.parent);
        }
        false
    }
}
