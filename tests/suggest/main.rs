//! Tests what is suggested for cards.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use cases::{CASES, Case};
use context_cards::check::json::Json;
use context_cards::check::{Unknown, read_deck};
use context_cards::deck::Card;
use context_cards::matcher::unicode::NativeUnicode;
use context_cards::suggest::{Article, KnownTerms, Suggester, Suggestion, SuggestionKind};

mod cases;

/// Cards with these terms, each of which is a card's title as well.
fn cards(terms: &str) -> Vec<Card> {
    let card = |(index, term): (usize, &str)| {
        format!(
            r#"{{"id":"{index}","kind":"concept","title":"{term}","terms":[{{"text":"{term}","near":["nowhere"]}}],
                "summary":"S","updated":"2026"}}"#
        )
    };
    let terms = terms.split(',').filter(|term| !term.is_empty());
    let cards: Vec<String> = terms.enumerate().map(card).collect();
    let deck = format!(r#"{{"version":1,"lang":"en","title":"T","sources":[],"cards":[{}]}}"#, cards.join(","));
    let json: Json = serde_json::from_str(&deck).unwrap();
    read_deck(&json, Unknown::Fault, &NativeUnicode).0.unwrap().cards
}

/// What is suggested for articles whose blocks are parted by line breaks.
fn suggest(lang: Option<&str>, articles: &[&str], terms: &str, fewest: usize) -> Vec<Suggestion> {
    let mut suggester = Suggester::new(KnownTerms::new(&cards(terms)));
    for (index, article) in articles.iter().enumerate() {
        let blocks: Vec<&str> = article.lines().collect();
        suggester.add(&Article { name: &format!("{}.html", index + 1), lang, blocks: &blocks });
    }
    suggester.finish(fewest)
}

/// `abbreviation CECOT = Terrorism Confinement Center 2/1`: two mentions in one article.
fn line(suggestion: &Suggestion) -> String {
    let kind = match suggestion.kind {
        SuggestionKind::Name => "name",
        SuggestionKind::Abbreviation => "abbreviation",
        SuggestionKind::Phrase => "phrase",
    };
    let expansion = suggestion.expansion.as_ref().map_or(String::new(), |expansion| format!(" = {expansion}"));
    let also: String = suggestion.also.iter().flat_map(|also| [" | ", also]).collect();
    format!("{kind} {}{expansion}{also} {}/{}", suggestion.text, suggestion.mentions, suggestion.articles)
}

#[test]
fn what_has_no_card_is_suggested() {
    let mut wrong = Vec::new();
    for Case { name, lang, articles, deck, expected } in CASES {
        let found: Vec<String> = suggest(*lang, articles, deck, 1).iter().map(line).collect();
        if found != *expected {
            wrong.push(format!("{name}\nexpected: {expected:#?}\nfound: {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_comes_with_the_sentence_it_was_first_seen_in() {
    let articles = ["Nothing here. In\n 2023 the Terrorism Confinement Center (CECOT) opened.", "CECOT is full."];
    let found = suggest(Some("en"), &articles, "", 1);
    assert_eq!(found[0].sentence, "2023 the Terrorism Confinement Center (CECOT) opened.");
    assert_eq!(found[0].article, "1.html");
}

#[test]
fn what_occurs_less_often_than_asked_for_is_left_out() {
    let articles = ["They saw Ana Paz and Jane Doe. Then Ana Paz left."];
    for (fewest, expected) in [(1, 2), (2, 1), (3, 0)] {
        assert_eq!(suggest(Some("en"), &articles, "", fewest).len(), expected, "{fewest}");
    }
}

/// Made to cost much: finished in no time, or the test hangs.
#[test]
fn an_article_of_one_line() {
    let article = "The Terrorism Confinement Center (CECOT) of El Salvador ".repeat(20_000);
    assert!(!suggest(Some("en"), &[&article], "", 1).is_empty());
    let brackets = "(A".repeat(50_000);
    suggest(Some("en"), &[&brackets], "", 1);
}
