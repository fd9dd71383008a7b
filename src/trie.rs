//! Which keys begin at this letter? A trie answers in one walk, however many keys there are.
//!
//! It is three flat vectors. Nodes stand level by level, the children of one node side by side and sorted, so that a child
//! is found by halving and where they end need not be stored. A node under which only one key is left has no children:
//! the rest of that key is compared directly. That keeps the nodes to about two for each key, 12 bytes each.

use crate::boundary;
use crate::fold::Letter;

/// No entry.
const NONE: u32 = u32::MAX;

/// Keys, numbered in the order they were added.
#[derive(Default)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
    entries: Vec<Entry>,
    /// The letters of all keys, one key behind the other: as written for those that match only so, else in lower case.
    keys: Vec<char>,
    /// The same all in lower case, until the trie is built.
    plain: Vec<char>,
}

/// How far the building of a trie has come: a page builds a large one in several turns.
pub(crate) struct Building {
    at: usize,
    depth: u32,
    level_end: usize,
}

struct Node {
    /// The letter, in any case, that leads here.
    letter: char,
    /// The first child; the last one stands before the next node's first child.
    children: u32,
    /// The first of a chain of keys that end here, in the order they are offered; or the only key left.
    entry: u32,
}

struct Entry {
    start: u32,
    end: u32,
    /// The next entry of its chain.
    next: u32,
    /// Matches only as written.
    exact: bool,
}

impl Trie {
    /// Adds a key. It is found only after [`build`](Self::build).
    #[allow(clippy::cast_possible_truncation, reason = "a deck is far below four gigabytes")]
    pub(crate) fn add(&mut self, key: &[Letter], exact: bool) {
        let start = self.keys.len() as u32;
        self.keys.extend(key.iter().map(|letter| if exact { letter.form.written } else { letter.form.plain }));
        self.plain.extend(key.iter().map(|letter| letter.form.plain));
        self.entries.push(Entry { start, end: self.keys.len() as u32, next: NONE, exact });
    }

    /// How many keys there are.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Hands all keys from level to level until each is alone or at its end. Every letter of every key is looked at no more
    /// than once, so the cost grows with the length of the keys (and the logarithm of how many letters one can be).
    pub(crate) fn build(&mut self) {
        let mut building = self.begin_build();
        while self.build_on(&mut building) {}
    }

    /// Puts all keys at the root.
    #[allow(clippy::cast_possible_truncation, reason = "a deck is far below four gigabytes")]
    pub(crate) fn begin_build(&mut self) -> Building {
        let mut chain = NONE;
        for exact in [false, true] {
            for (index, entry) in self.entries.iter_mut().enumerate().rev() {
                if entry.exact == exact {
                    entry.next = std::mem::replace(&mut chain, index as u32);
                }
            }
        }
        self.nodes = vec![Node { letter: '\0', children: 1, entry: chain }];
        Building { at: 0, depth: 0, level_end: 1 }
    }

    /// Hands on the keys of one node. Returns whether there was one.
    #[allow(clippy::cast_possible_truncation, reason = "a deck is far below four gigabytes")]
    pub(crate) fn build_on(&mut self, building: &mut Building) -> bool {
        if building.at == self.nodes.len() {
            self.nodes.push(Node { letter: '\0', children: building.at as u32, entry: NONE });
            self.plain = Vec::new();
            return false;
        }
        if building.at == building.level_end {
            building.depth += 1;
            building.level_end = self.nodes.len();
        }
        self.split(building.at, building.depth);
        building.at += 1;
        true
    }

    /// Hands a node's keys to its children, except those that end here.
    #[allow(clippy::cast_possible_truncation, reason = "a deck is far below four gigabytes")]
    fn split(&mut self, at: usize, depth: u32) {
        let children = self.nodes.len();
        self.nodes[at].children = children as u32;
        let mut chain = self.nodes[at].entry;
        if self.entries.get(chain as usize).is_none_or(|entry| entry.next == NONE) {
            return;
        }
        self.nodes[at].entry = NONE;
        // Each key is put before those already handed on, so the chain is turned first to keep its order.
        let mut turned = NONE;
        while let Some(entry) = self.entries.get_mut(chain as usize) {
            let next = std::mem::replace(&mut entry.next, turned);
            turned = std::mem::replace(&mut chain, next);
        }
        chain = turned;
        while let Some(entry) = self.entries.get_mut(chain as usize) {
            let home = if entry.start + depth == entry.end {
                at
            } else {
                let letter = self.plain[(entry.start + depth) as usize];
                match self.nodes[children..].binary_search_by_key(&letter, |node| node.letter) {
                    Ok(child) => children + child,
                    Err(child) => {
                        self.nodes.insert(children + child, Node { letter, children: 0, entry: NONE });
                        children + child
                    }
                }
            };
            let next = std::mem::replace(&mut entry.next, self.nodes[home].entry);
            self.nodes[home].entry = chain;
            chain = next;
        }
    }

    /// Offers the keys that stand at `start` and end where a word ends, with the letter they end before; shorter ones first.
    /// Of keys that are equal but for case, those that match only as written come first, then the earlier ones; once one is
    /// accepted (`true`), the others of its length are not offered.
    pub(crate) fn visit(&self, letters: &[Letter], start: usize, accept: &mut dyn FnMut(usize, usize) -> bool) {
        let (mut at, mut depth) = (0, 0);
        while let Some([node, next]) = self.nodes.get(at..at + 2) {
            let mut chain = node.entry as usize;
            while let Some(entry) = self.entries.get(chain) {
                let end = start + (entry.end - entry.start) as usize;
                if letters.get(start..end).is_some_and(|text| self.stands(entry, text, depth))
                    && boundary::may_end(letters, end)
                    && accept(chain, end)
                {
                    break;
                }
                chain = entry.next as usize;
            }
            let Some(letter) = letters.get(start + depth) else { return };
            let first = node.children as usize;
            let Some(children) = self.nodes.get(first..next.children as usize) else { return };
            let Ok(child) = children.binary_search_by_key(&letter.form.plain, |node| node.letter) else { return };
            at = first + child;
            depth += 1;
        }
    }

    /// Whether a key equals the letters; the walk has already compared the first `depth` of them, but not their case.
    fn stands(&self, entry: &Entry, letters: &[Letter], depth: usize) -> bool {
        let key = &self.keys[entry.start as usize..entry.end as usize];
        let compared = if entry.exact { 0 } else { depth };
        key.iter()
            .zip(letters)
            .skip(compared)
            .all(|(&key, letter)| key == if entry.exact { letter.form.written } else { letter.form.plain })
    }
}
