//! Parts an article as `mark` says, in the order in which the page's finder marks it.

use crate::article::{Article, Block};
use crate::matcher::density::Density;

/// Blocks and their numbers.
pub(super) type Part<'a> = Vec<(usize, &'a Block)>;

/// The parts of the article in which a card is marked once: its sections, or all of it; in each the prose before what stands beside it.
pub(super) fn parts(article: &Article, density: Density) -> Vec<Part<'_>> {
    let mut parts: Vec<(Option<(usize, u32)>, Part<'_>)> = Vec::new();
    let mut number = 0;
    for (root, one) in article.roots.iter().enumerate() {
        for block in &one.blocks {
            let key = (density == Density::Section).then_some((root, block.section));
            match parts.last_mut().filter(|(last, _)| *last == key) {
                Some((_, part)) => part.push((number, block)),
                None => parts.push((key, vec![(number, block)])),
            }
            number += 1;
        }
    }
    for (_, part) in &mut parts {
        part.sort_by_key(|(_, block)| block.is_aside);
    }
    parts.into_iter().map(|(_, part)| part).collect()
}
