//! Tests what a reader is told about a card's age.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use context_cards::check::json::Json;
use context_cards::check::{Unknown, read_deck};
use context_cards::deck::Card;
use context_cards::deck::date::Date;
use context_cards::deck::freshness::{Freshness, freshness};
use serde_json::json;

fn card(updated: &str, review_by: Option<&str>, timeline: &[&str]) -> Card {
    let entries: Vec<_> = timeline.iter().map(|date| json!({ "date": date, "text": "Something happened." })).collect();
    let deck = json!({
        "version": 1, "lang": "en", "title": "Test deck", "sources": [],
        "cards": [{
            "id": "court", "kind": "case", "title": "The case", "terms": [], "summary": "A case.",
            "updated": updated, "reviewBy": review_by, "timeline": entries,
        }],
    });
    let json: Json = serde_json::from_value(deck).unwrap();
    let (deck, problems) = read_deck(&json, Unknown::Fault, &context_cards::matcher::unicode::NativeUnicode);
    assert_eq!(problems, []);
    deck.unwrap().cards.remove(0)
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn what_the_writer_could_not_have_known() {
    let cases: &[(&str, Option<&str>, &str, bool)] = &[
        // (name, article, the card's date, later than the article)
        ("the day after", Some("2025-12-23"), "2025-12-24", true),
        ("the same day", Some("2025-12-23"), "2025-12-23", false),
        ("the day before", Some("2025-12-23"), "2025-12-22", false),
        ("the article's month", Some("2025-12-23"), "2025-12", false),
        ("the next month", Some("2025-12-23"), "2026-01", true),
        ("the article's year", Some("2025-01-02"), "2025", false),
        ("the next year", Some("2025-12-31"), "2026", true),
        ("an article that names its month only", Some("2025-12"), "2025-12-31", false),
        ("after that month", Some("2025-12"), "2026-01-01", true),
        ("after a short month", Some("2025-02"), "2025-03-01", true),
        ("an article without a date", None, "2026-01-01", false),
    ];
    for (name, published, date, later) in cases {
        let card = card(date, None, &["1999", date]);
        let found = freshness(&card, published.map(day), day("2026-02-20"));
        let expected = Freshness { updated_since: *later, review_overdue: false, since: vec![false, *later] };
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn when_a_review_is_overdue() {
    let cases = [
        // (name, reviewBy, today, overdue)
        ("no review planned", None, "2026-02-20", false),
        ("the day itself", Some("2026-02-20"), "2026-02-20", false),
        ("the day after", Some("2026-02-20"), "2026-02-21", true),
        ("within the month", Some("2026-02"), "2026-02-28", false),
        ("after the month", Some("2026-02"), "2026-03-01", true),
        ("after the year", Some("2026"), "2027-01-01", true),
    ];
    for (name, review_by, today, overdue) in cases {
        let found = freshness(&card("2026-01-01", review_by, &[]), None, day(today));
        assert_eq!(found.review_overdue, overdue, "{name}");
    }
}
