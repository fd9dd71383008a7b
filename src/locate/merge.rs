//! Merges the rings of neighbours: a border between two of them is an arc that both have, in opposite directions.

use std::collections::HashSet;

use geo::LineString;

use crate::locate::atlas::Atlas;
use crate::locate::main_part::Part;

/// A ring of the merged outline.
pub(crate) struct Ring {
    /// In degrees; the last position is the first again.
    pub(crate) line: LineString<f64>,
    /// Whether it must be drawn, however small it is.
    pub(crate) is_required: bool,
}

/// The rings around all, without the borders between them.
pub(crate) fn merge(atlas: &Atlas, parts: &[Part<'_>]) -> Vec<Ring> {
    let all: HashSet<i32> = parts.iter().flat_map(|part| part.arcs).copied().collect();
    let is_border = |arc: &i32| all.contains(&!*arc);
    let (mut merged, mut loose) = (Vec::new(), Vec::new());
    for part in parts {
        if part.arcs.iter().any(is_border) {
            let kept = part.arcs.iter().filter(|arc| !is_border(arc));
            loose.extend(kept.map(|arc| (*arc, part.is_largest)));
        } else {
            merged.push(Ring { line: atlas.line(part.arcs), is_required: part.is_largest });
        }
    }
    while let Some((arc, mut is_required)) = loose.pop() {
        let (start, mut end) = atlas.ends(arc);
        let mut arcs = vec![arc];
        while end != start
            && let Some(next) = loose.iter().position(|(arc, _)| atlas.ends(*arc).0 == end)
        {
            let (arc, is_largest) = loose.swap_remove(next);
            arcs.push(arc);
            is_required |= is_largest;
            end = atlas.ends(arc).1;
        }
        merged.push(Ring { line: atlas.line(&arcs), is_required });
    }
    merged
}
