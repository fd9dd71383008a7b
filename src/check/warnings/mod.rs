//! Warns of what is most likely not what an editor meant, though a page can show it.

mod addresses;
mod bracketed_sources;
mod common_terms;
mod far_points;
mod future_dates;
mod other_decks;
mod quote_language;
mod raw_markup;
mod repeated_terms;
mod shape;
mod size_limit;
mod uncited_sources;

use crate::check::diagnostics::{Diagnostic, Diagnostics, Unknown};
use crate::check::json::Json;
use crate::deck::date::Date;

pub(crate) use self::other_decks::between_decks;
pub(crate) use self::size_limit::too_many_bytes;

/// The warnings about one deck, as of a day.
pub(crate) fn in_deck(deck: &Json, today: Date) -> Vec<Diagnostic> {
    let mut diagnostics = Diagnostics::new(Unknown::Fault);
    shape::warn(&mut diagnostics, deck, today);
    future_dates::warn(&mut diagnostics, deck, today);
    common_terms::warn(&mut diagnostics, deck);
    repeated_terms::warn(&mut diagnostics, deck);
    raw_markup::warn(&mut diagnostics, deck);
    bracketed_sources::warn(&mut diagnostics, deck);
    far_points::warn(&mut diagnostics, deck);
    addresses::warn(&mut diagnostics, deck);
    uncited_sources::warn(&mut diagnostics, deck);
    quote_language::warn(&mut diagnostics, deck);
    size_limit::warn(&mut diagnostics, deck);
    diagnostics.finish()
}
