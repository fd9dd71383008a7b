//! Warns of decks too large for a page to look for their terms by itself.
//!
//! The page fetches, parses and holds the whole deck, though an article mentions a few of its cards. Each of these costs grows
//! with the deck and none with the square of it (`docs/growth-native.json`), so nothing breaks past these limits: a phone only
//! waits for what its reader will not read.

use crate::check::diagnostics::Diagnostics;
use crate::check::json::{Json, items};
use crate::check::json_path::JsonPath;

/// So many terms a page looks for by itself. A fast computer turns them into cards and into what finds them within about 50
/// milliseconds, beside parsing; a phone takes several times as long, which is as much as a reader should not notice.
const MOST_TERMS: usize = 10_000;

/// So many bytes of a deck's file, before compression, a page fetches and reads by itself: as much as a large picture, but to be
/// parsed on the page's one thread, and held in memory whole.
const MOST_BYTES: usize = 1_000_000;

const ADVICE: &str =
    "; split the deck by subject, and name in each article only the decks it needs, or `bake` the articles";

/// What is to be said of a file of so many bytes, if anything.
pub(crate) fn too_many_bytes(bytes: usize) -> Option<String> {
    (bytes > MOST_BYTES).then(|| {
        let [bytes, most] = [bytes, MOST_BYTES].map(|bytes| bytes.to_string());
        ["the file is too large for a page to read whole: ", &bytes, " bytes (the limit is ", &most, ")", ADVICE]
            .concat()
    })
}

/// Counts terms, those of faulty cards too, and warns at the card in which they become too many.
pub(super) fn warn(diagnostics: &mut Diagnostics, deck: &Json) {
    let (mut terms, mut past) = (0, 0);
    for (index, card) in items(deck, "cards").iter().enumerate() {
        if terms <= MOST_TERMS {
            past = index;
        }
        terms += items(card, "terms").len();
    }
    if terms > MOST_TERMS {
        let [terms, most] = [terms, MOST_TERMS].map(|terms| terms.to_string());
        let message = [
            "passes the limit of ",
            &most,
            " terms that a page looks for by itself (the deck has ",
            &terms,
            ")",
            ADVICE,
        ];
        diagnostics.warn(JsonPath::Root.key("cards").index(past), &message);
    }
}
