//! Warns of sources that no card cites.

use std::collections::HashSet;

use crate::check::citations::cited_ids;
use crate::check::diagnostics::Diagnostics;
use crate::check::json::{Json, get, items};
use crate::check::json_path::{JsonPath, id_of};
use crate::check::suggestion::nearest;
use crate::check::warnings::bracketed_sources;

/// Among more misspelt ids than these it cannot be told which sources are cited at a cost that grows with the deck alone.
const MOST_MISSPELT: usize = 100;

pub(super) fn warn(diagnostics: &mut Diagnostics, deck: &Json) {
    let mut cited = HashSet::new();
    if let Some(cards) = get(deck, "cards") {
        collect(cards, &mut cited);
    }
    let sources = items(deck, "sources");
    let known: HashSet<&str> = sources.iter().filter_map(id_of).collect();
    // A misspelt citation was meant for a source; that it is never cited follows from that.
    let misspelt: Vec<&String> = cited.iter().filter(|id| !known.contains(id.as_str())).collect();
    if misspelt.len() > MOST_MISSPELT {
        return;
    }
    let meant: HashSet<&str> = misspelt.into_iter().filter_map(|id| nearest(id, known.iter().copied())).collect();
    // So was an id in brackets, which is told where it stands.
    bracketed_sources::for_each(deck, &mut |_, id| {
        cited.insert(id.to_owned());
    });
    let (root, mut told) = (JsonPath::Root, HashSet::new());
    let list = root.key("sources");
    for (index, source) in sources.iter().enumerate() {
        if let Some(id) = id_of(source)
            && !cited.contains(id)
            && !meant.contains(id)
            && told.insert(id)
        {
            diagnostics
                .warn(list.index(index), &["is cited by no card", "; cite it where it is the source, or take it out"]);
        }
    }
}

/// Gathers the ids that stand in lists of sources and in texts.
fn collect(json: &Json, cited: &mut HashSet<String>) {
    match json {
        Json::String(text) => cited.extend(cited_ids(text)),
        Json::Array(items) => items.iter().for_each(|item| collect(item, cited)),
        Json::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Json::Array(ids) if key == "sources" => cited.extend(ids.iter().filter_map(|id| match id {
                        Json::String(id) => Some(id.clone()),
                        _ => None,
                    })),
                    value => collect(value, cited),
                }
            }
        }
        _ => {}
    }
}
