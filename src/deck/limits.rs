//! Limits of a deck's numbers and lists: what may be drawn.

use crate::deck::PointXy;
use crate::deck::date::Date;

/// The numbers that may stand in a field.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The least of them.
    pub least: f64,
    /// The greatest.
    pub most: f64,
    /// What is wrong with any other, as the end of a sentence that begins with the field.
    pub fault: &'static str,
}

impl Range {
    /// Any number that can be drawn.
    pub const FINITE: Self = Self { least: f64::MIN, most: f64::MAX, fault: "must be a finite number" };
    /// A share of a picture's width or height.
    pub const SHARE: Self = Self { least: 0.0, most: 1.0, fault: "must be a number from 0 to 1" };
    /// Degrees east.
    pub const LONGITUDE: Self = Self { least: -180.0, most: 180.0, fault: "must be a longitude, from -180 to 180" };
    /// Degrees north.
    pub const LATITUDE: Self = Self { least: -90.0, most: 90.0, fault: "must be a latitude, from -90 to 90" };

    /// The range of a number of a ring, by its place in it: longitudes and latitudes in turn.
    #[must_use]
    pub fn in_ring(index: usize) -> &'static Self {
        if index.is_multiple_of(2) { &Self::LONGITUDE } else { &Self::LATITUDE }
    }

    /// Whether the number may stand there.
    #[must_use]
    pub fn contains(&self, number: f64) -> bool {
        (self.least..=self.most).contains(&number)
    }
}

/// So many characters a text has at most: ten times the longest summary that still is one. What is longer is no part of a card but an
/// article, a slip or an attack, and costs every reader time and memory.
pub const MOST_TEXT: usize = 10_000;

/// So many bytes an address has at most: more is not taken everywhere (2,048 is the limit of sitemaps.org, and of older servers).
pub const MOST_ADDRESS: usize = 2_048;

/// So many bytes an id has at most: it stands in an attribute of each mark.
pub const MOST_ID: usize = 200;

/// So many items a list of a card has at most: past it a panel takes longer to draw than a reader would scroll it.
pub const MOST_ITEMS: usize = 1_000;

/// So many numbers a ring of a map has at most; `context-cards locate` writes a few hundred.
pub const MOST_RING: usize = 10_000;

/// So many bytes the file of a deck has at most. What is larger is not parsed (`www/start/decks.js` has the same number, in UTF-16 units): a
/// phone would stand still for seconds.
pub const MOST_DECK: usize = 50_000_000;

/// What is wrong with the length of a text, if anything.
#[must_use]
pub fn text_fault(text: &str) -> Option<&'static str> {
    // Fewer bytes are fewer characters.
    let is_long = text.len() > MOST_TEXT && text.chars().count() > MOST_TEXT;
    is_long.then_some("is longer than 10,000 characters; a card is not an article")
}

/// What is wrong with a list of so many items, if anything. `most`: [`MOST_ITEMS`] or [`MOST_RING`].
#[must_use]
pub fn list_fault(items: usize, most: usize) -> Option<&'static str> {
    match items > most {
        false => None,
        true if most == MOST_RING => Some("has more than 10,000 numbers; simplify the outline"),
        true => Some("has more than 1,000 items"),
    }
}

/// So many points a map has at most: more names than that do not fit on a drawing as wide as a card.
pub const MOST_MAP_POINTS: usize = 10;

/// What is wrong with a ring of so many numbers, if anything.
#[must_use]
pub fn ring_fault(numbers: usize) -> Option<&'static str> {
    if !numbers.is_multiple_of(2) {
        Some("has a longitude without a latitude: an odd count of numbers")
    } else if numbers < 6 {
        Some("has fewer than three positions, each a longitude and a latitude")
    } else {
        None
    }
}

/// Whether something at `x` has a place on the axis of a figure: a date where every point's `x` is one, else a point's `x`.
#[must_use]
pub fn is_on_axis(points: &[PointXy], x: &str) -> bool {
    let is_date = |x: &str| Date::parse(x).is_some();
    points.iter().any(|point| point.x == x) || is_date(x) && points.iter().all(|point| is_date(&point.x))
}

#[cfg(test)]
mod tests {
    use super::{is_on_axis, ring_fault};
    use crate::deck::PointXy;

    #[test]
    fn what_happened_has_a_place_on_the_axis() {
        let cases: [(&str, &[&str], &str, bool); 7] = [
            ("a month among years", &["2021", "2022"], "2022-03", true),
            ("a day among months", &["2021-12", "2022-01"], "2022-01-15", true),
            ("outside of them", &["2021", "2022"], "2030", true),
            ("no date", &["2021", "2022"], "spring", false),
            ("a name among names", &["North", "South"], "South", true),
            ("another name", &["North", "South"], "East", false),
            ("a date among names", &["2021", "before"], "2022", false),
        ];
        for (name, points, x, expected) in cases {
            let points: Vec<PointXy> = points.iter().map(|x| PointXy { x: (*x).to_owned(), y: 0.0 }).collect();
            assert_eq!(is_on_axis(&points, x), expected, "{name}");
        }
    }

    #[test]
    fn a_ring_has_three_positions() {
        let cases = [(0, false), (4, false), (5, false), (6, true), (7, false), (8, true)];
        for (numbers, good) in cases {
            assert_eq!(ring_fault(numbers).is_none(), good, "{numbers}");
        }
    }
}
