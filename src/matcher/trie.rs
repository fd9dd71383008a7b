//! A trie of keys: one walk finds all that begin at a character, however many keys there are.
//!
//! It is three flat vectors. Nodes stand level by level, the children of one node side by side and sorted, so that a child
//! is found by halving and where they end need not be stored. A node under which only one key is left has no children:
//! the rest of that key is compared directly. That keeps the nodes to about two for each key, 12 bytes each.

use crate::deck::term::Case;
use crate::matcher::char_class::CharClass;
use crate::matcher::fold::{FoldedChar, is_exact, is_findable};
use crate::matcher::word_boundary;

mod build;

pub use self::build::Building;

/// No entry.
const NONE: u32 = u32::MAX;

/// Keys, numbered in the order they were added.
#[derive(Default)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
    entries: Vec<Entry>,
    /// The characters of all keys, one key after the other.
    keys: Vec<KeyChar>,
}

struct Node {
    /// The letter, in any case, that leads here.
    letter: char,
    /// The first child; the last one stands before the next node's first child.
    children: u32,
    /// The first of a chain of keys that end here, in the order they are offered; or the only key left.
    entry: u32,
}

/// A character of a key: folded, and as it is compared, which for a key that matches only as written is as written.
type KeyChar = (char, char);

struct Entry {
    start: u32,
    end: u32,
    /// The next entry of its chain.
    next: u32,
    /// Matches only as written.
    exact: bool,
}

impl Trie {
    /// Adds a key without the white space around it, to be found after [`build`](Self::build). Returns whether it could be
    /// found by anything; a key that could not is left out.
    #[allow(clippy::cast_possible_truncation, reason = "a deck is far below four gigabytes")]
    pub(crate) fn add(&mut self, key: &[FoldedChar], case: Case) -> bool {
        if !is_findable(key) {
            return false;
        }
        let is_space = |letter: &FoldedChar| letter.form.class == CharClass::Space;
        // A run of white space is one character.
        let first = usize::from(key.first().is_some_and(is_space));
        let last = key.len() - usize::from(key.last().is_some_and(is_space));
        let key = &key[first..last];
        let exact = is_exact(key, case);
        let start = self.keys.len() as u32;
        self.keys.extend(
            key.iter().map(|FoldedChar { form, .. }| (form.folded, if exact { form.original } else { form.folded })),
        );
        self.entries.push(Entry { start, end: self.keys.len() as u32, next: NONE, exact });
        true
    }

    /// The folded characters of each key.
    #[cfg(any(not(target_arch = "wasm32"), feature = "bake"))]
    pub(crate) fn folded_keys(&self) -> impl Iterator<Item = impl ExactSizeIterator<Item = char>> {
        self.entries.iter().map(|entry| self.keys[entry.start as usize..entry.end as usize].iter().map(|key| key.0))
    }

    /// How many keys there are.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Tells of each group of keys that are equal but for case, in a trie that is built.
    pub(crate) fn for_each_equal(&self, tell: &mut dyn FnMut(Vec<usize>)) {
        for node in &self.nodes {
            let chain = self.chain(node);
            if chain.len() > 1 {
                tell(chain);
            }
        }
    }

    /// Whether some text matches both of two keys that are equal but for case.
    pub(crate) fn can_both_match(&self, one: usize, other: usize) -> bool {
        !(self.entries[one].exact && self.entries[other].exact) || self.key(one) == self.key(other)
    }

    /// Keeps in a built trie of several equal keys only the first. Returns for each key the number of what it equals, and how
    /// many such numbers there are.
    #[allow(clippy::cast_possible_truncation, reason = "a deck is far below four gigabytes")]
    pub(crate) fn merge_equal(&mut self) -> (Vec<usize>, usize) {
        let (mut numbers, mut count) = (vec![0; self.entries.len()], 0);
        for index in 0..self.nodes.len() {
            let mut kept: Vec<usize> = Vec::new();
            for key in self.chain(&self.nodes[index]) {
                let is_same = |&&other: &&usize| {
                    self.entries[key].exact == self.entries[other].exact && self.key(key) == self.key(other)
                };
                if let Some(same) = kept.iter().find(is_same) {
                    numbers[key] = numbers[*same];
                } else {
                    numbers[key] = count;
                    count += 1;
                    if let Some(before) = kept.last() {
                        self.entries[*before].next = key as u32;
                    }
                    self.entries[key].next = NONE;
                    kept.push(key);
                }
            }
        }
        (numbers, count)
    }

    /// The keys that end at a node, or the only one left there.
    fn chain(&self, node: &Node) -> Vec<usize> {
        let (mut chain, mut at) = (Vec::new(), node.entry as usize);
        while let Some(entry) = self.entries.get(at) {
            chain.push(at);
            at = entry.next as usize;
        }
        chain
    }

    /// The characters of a key. Equal ones are equal keys, if both match only as written or neither does.
    fn key(&self, key: usize) -> &[KeyChar] {
        let Entry { start, end, .. } = self.entries[key];
        &self.keys[start as usize..end as usize]
    }

    /// Offers the keys that stand at `start` and end where a word ends, with the letter they end before; shorter ones first.
    /// Of keys that are equal but for case, those that match only as written come first, then the earlier ones; once one is
    /// accepted (`true`), the others of its length are not offered.
    pub(crate) fn visit(&self, chars: &[FoldedChar], start: usize, accept: &mut dyn FnMut(usize, usize) -> bool) {
        let (mut at, mut depth) = (0, 0);
        while let Some([node, next]) = self.nodes.get(at..at + 2) {
            let mut chain = node.entry as usize;
            while let Some(entry) = self.entries.get(chain) {
                let end = start + (entry.end - entry.start) as usize;
                if chars.get(start..end).is_some_and(|text| self.stands(entry, text, depth))
                    && word_boundary::may_end(chars, end)
                    && accept(chain, end)
                {
                    break;
                }
                chain = entry.next as usize;
            }
            let Some(letter) = chars.get(start + depth) else { return };
            let first = node.children as usize;
            let Some(children) = self.nodes.get(first..next.children as usize) else { return };
            let Ok(child) = children.binary_search_by_key(&letter.form.folded, |node| node.letter) else { return };
            at = first + child;
            depth += 1;
        }
    }

    /// Whether a key equals the letters; the walk has already compared the first `depth` of them, but not their case.
    fn stands(&self, entry: &Entry, chars: &[FoldedChar], depth: usize) -> bool {
        let key = &self.keys[entry.start as usize..entry.end as usize];
        let compared = if entry.exact { 0 } else { depth };
        key.iter()
            .zip(chars)
            .skip(compared)
            .all(|(key, FoldedChar { form, .. })| key.1 == if entry.exact { form.original } else { form.folded })
    }
}
