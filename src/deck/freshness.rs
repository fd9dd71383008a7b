//! Compares a card's dates with the article's publication and with today: updated since, overdue for review.

use crate::deck::Card;
use crate::deck::date::Date;

/// What to tell the reader about a card's age.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Freshness {
    /// The card was changed after the article was published.
    pub updated_since: bool,
    /// The day by which the card should have been looked at again is over.
    pub review_overdue: bool,
    /// One for each entry of the timeline: it happened after the article was published.
    pub since: Vec<bool>,
}

/// Compares a card with the article around it and with the reader's day. A date that names a month or a year counts as
/// later only if all of it is later: where in doubt, nothing is claimed. Without `published` nothing is "since".
#[must_use]
pub fn freshness(card: &Card, published: Option<Date>, today: Date) -> Freshness {
    let is_since = |date: &Date| published.is_some_and(|published| is_after(date, &published));
    Freshness {
        updated_since: is_since(&card.updated),
        review_overdue: card.review_by.is_some_and(|review_by| is_after(&today, &review_by)),
        since: card.timeline.iter().map(|entry| is_since(&entry.date)).collect(),
    }
}

/// Whether every day that `later` can mean comes after every day that `earlier` can mean.
#[must_use]
pub fn is_after(later: &Date, earlier: &Date) -> bool {
    later.first_day() > earlier.last_day()
}
