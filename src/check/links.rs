//! Gathers the addresses of a deck that lead out of it: of sources, lasting copies, pictures, and of links in texts.

use crate::check::json::{Json, get, items};
use crate::check::json_path::{JsonPath, Path};
use crate::check::texts::{for_each_text, is_inline, links};
use crate::deck::url;

/// An address, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) path: Path,
    pub(crate) url: String,
}

/// Every http or https address in a deck that can be used, in the order of the file but for sources, which come first.
pub(crate) fn links_in(deck: &Json) -> Vec<Link> {
    let (root, mut found) = (JsonPath::Root, Vec::new());
    let mut add = |place: JsonPath<'_>, url: &str| {
        if url::fault(url).is_none() {
            found.push(Link { path: place.path(), url: url.to_owned() });
        }
    };
    let list = root.key("sources");
    for (index, source) in items(deck, "sources").iter().enumerate() {
        let place = list.index(index);
        for key in ["url", "archived"] {
            if let Some(Json::String(url)) = get(source, key) {
                add(place.key(key), url);
            }
        }
    }
    if let Some(cards) = get(deck, "cards") {
        for_each_text(root.key("cards"), cards, &mut |place, text| {
            if is_inline(place) {
                for url in links(text) {
                    add(place, &url);
                }
            } else if matches!(place, JsonPath::Key(_, "src")) {
                add(place, text);
            }
        });
    }
    found
}
