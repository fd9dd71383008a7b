//! Warns of addresses that are http, or lead to an AMP copy of a page.

use crate::check::diagnostics::Diagnostics;
use crate::check::json::{Json, get, items};
use crate::check::json_path::JsonPath;
use crate::check::texts::{for_each_text, is_inline, links};
use crate::deck::quote::quote;
use crate::deck::url;

pub(super) fn warn(diagnostics: &mut Diagnostics, deck: &Json) {
    let root = JsonPath::Root;
    let list = root.key("sources");
    for (index, source) in items(deck, "sources").iter().enumerate() {
        let place = list.index(index);
        for key in ["url", "archived"] {
            if let Some(Json::String(address)) = get(source, key) {
                warn_of(diagnostics, place.key(key), address, url::fault);
            }
        }
    }
    if let Some(cards) = get(deck, "cards") {
        for_each_text(root.key("cards"), cards, &mut |place, text| {
            if is_inline(place) {
                for url in links(text) {
                    warn_of(diagnostics, place, &url, url::fault);
                }
            } else if matches!(place, JsonPath::Key(_, "src")) {
                warn_of(diagnostics, place, text, url::image_fault);
            }
        });
    }
}

/// `fault`: what is wrong with the address, of which it is enough to be told.
fn warn_of(diagnostics: &mut Diagnostics, place: JsonPath<'_>, address: &str, fault: fn(&str) -> Option<&'static str>) {
    if fault(address).is_some() {
        return;
    }
    if address.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http:")) {
        let message = " is http, which can be read and changed on its way";
        diagnostics.warn(place, &[&quote(address), message, "; write https:// if the site answers there"]);
    }
    if is_amp(address) {
        diagnostics.warn(place, &[&quote(address), " is an AMP copy", "; write the address of the page itself"]);
    }
}

/// Whether the address has the marks that publishers and caches put into those of AMP copies.
fn is_amp(address: &str) -> bool {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest).to_ascii_lowercase();
    let rest = rest.split('#').next().unwrap_or_default();
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    // An archived copy holds the address it was made from, which is the archive's to keep.
    let is_archive = host == "web.archive.org";
    !is_archive
        && (host.starts_with("amp.")
            || host.ends_with("ampproject.org")
            || path.starts_with("amp/")
            || last == "amp"
            || matches!(last.trim_end_matches(".html").rsplit_once('.'), Some((_, "amp")))
            || query.split('&').any(|pair| matches!(pair, "amp" | "amp=" | "amp=1" | "amp=true" | "outputtype=amp")))
}

#[cfg(test)]
mod tests {
    use super::is_amp;

    #[test]
    fn amp_copies_are_known_by_their_addresses() {
        let cases = [
            ("https://amp.gazette.example/piece", true),
            ("https://gazette.example/amp/piece", true),
            ("https://gazette.example/piece/amp/", true),
            ("https://gazette.example/piece.amp", true),
            ("https://gazette.example/piece.amp.html#top", true),
            ("https://gazette.example/piece?id=7&amp=1", true),
            ("https://gazette.example/piece?outputType=amp", true),
            ("https://gazette-example.cdn.ampproject.org/c/s/gazette.example/piece", true),
            ("https://www.google.com/amp/s/gazette.example/piece", true),
            ("https://gazette.example/piece", false),
            ("https://gazette.example/camp", false),
            ("https://gazette.example/amplifiers/amp-7", false),
            ("https://gazette.example/piece?id=7&amp;page=2", false),
            ("https://champ.example/", false),
            ("https://web.archive.org/web/2025/https://gazette.example/piece/amp", false),
        ];
        for (address, expected) in cases {
            assert_eq!(is_amp(address), expected, "{address}");
        }
    }
}
