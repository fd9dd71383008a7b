//! Builds a trie of keys that were added: level by level, a node a step.

use super::{NONE, Node, Trie};

/// How far the building of a trie has come: a page builds a large one in several tasks.
pub struct Building {
    at: usize,
    depth: u32,
    level_end: usize,
}

impl Trie {
    /// Breadth-first build; stops where one key remains. Every character of every key is looked at no more than once, so the
    /// cost grows with the length of the keys (and the logarithm of the number of children).
    pub(crate) fn build(&mut self) {
        let mut building = self.begin_build();
        while self.build_step(&mut building) {}
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

    /// Splits one node. Returns whether there was one; `false` means that the trie is built.
    #[allow(clippy::cast_possible_truncation, reason = "a deck is far below four gigabytes")]
    pub(crate) fn build_step(&mut self, building: &mut Building) -> bool {
        if building.at == self.nodes.len() {
            self.nodes.push(Node { letter: '\0', children: building.at as u32, entry: NONE });
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

    /// Moves a node's keys to its children, except those that end here.
    #[allow(clippy::cast_possible_truncation, reason = "a deck is far below four gigabytes")]
    fn split(&mut self, at: usize, depth: u32) {
        let children = self.nodes.len();
        self.nodes[at].children = children as u32;
        let mut chain = self.nodes[at].entry;
        if self.entries.get(chain as usize).is_none_or(|entry| entry.next == NONE) {
            return;
        }
        self.nodes[at].entry = NONE;
        while let Some(entry) = self.entries.get_mut(chain as usize) {
            let home = if entry.start + depth == entry.end {
                at
            } else {
                let (letter, _) = self.keys[(entry.start + depth) as usize];
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
        // Each level has put every key before those that went the same way, and so reversed their order.
        if depth.is_multiple_of(2) {
            self.reverse_chain(at);
        }
    }

    /// Reverses the order of the keys that end at a node.
    fn reverse_chain(&mut self, at: usize) {
        let (mut chain, mut reversed) = (self.nodes[at].entry, NONE);
        while let Some(entry) = self.entries.get_mut(chain as usize) {
            let next = std::mem::replace(&mut entry.next, reversed);
            reversed = std::mem::replace(&mut chain, next);
        }
        self.nodes[at].entry = reversed;
    }
}
