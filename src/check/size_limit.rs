//! Limits on the size of a deck whose terms a page looks for by itself; `check` warns of larger ones.
//!
//! The page fetches, parses and holds the whole deck, though an article mentions a few of its cards. Each of these costs grows
//! with the deck and none with the square of it (`docs/growth-native.json`), so nothing breaks past these limits: a phone only
//! waits for what its reader will not read.

use crate::check::fields::get;
use crate::check::json::Json;

/// So many terms a page looks for by itself. A fast computer turns them into cards and into what finds them within about 50
/// milliseconds, beside parsing; a phone takes several times as long, which is as much as a reader should not notice.
pub const MOST_TERMS: usize = 10_000;

/// So many bytes of a deck's file, before compression, a page fetches and reads by itself: as much as a large picture, but to be
/// parsed on the page's one thread, and held in memory whole.
pub const MOST_BYTES: usize = 1_000_000;

/// What an editor should know of a deck that is too large, if it is; to follow on the file's name.
#[must_use]
pub fn warning(bytes: usize, json: Option<&Json>) -> Option<String> {
    let (terms, past) = json.map(terms).unwrap_or_default();
    let mut much = Vec::new();
    if terms > MOST_TERMS {
        much.push(format!("{terms} terms (the limit of {MOST_TERMS} is passed in cards[{past}])"));
    }
    if bytes > MOST_BYTES {
        much.push(format!("{bytes} bytes (the limit is {MOST_BYTES})"));
    }
    (!much.is_empty()).then(|| {
        let much = much.join(" and ");
        format!(
            "too large for a page to look for its terms by itself: {much}; split the deck by subject, and name in each article \
             only the decks it needs"
        )
    })
}

/// How many terms a deck has, those of faulty cards too, and the card in which they become too many.
fn terms(json: &Json) -> (usize, usize) {
    let Some(Json::Array(cards)) = get(json, "cards") else { return (0, 0) };
    let (mut terms, mut past) = (0, 0);
    for (index, card) in cards.iter().enumerate() {
        let own = if let Some(Json::Array(own)) = get(card, "terms") { own.len() } else { 0 };
        if terms <= MOST_TERMS {
            past = index;
        }
        terms += own;
    }
    (terms, past)
}
