//! What `check` says of decks that are larger than a page reads whole.

use crate::command;

/// A deck without faults, of so many cards with two terms each.
fn sized(cards: usize) -> String {
    let card = |card: usize| {
        format!(
            r#"{{"id":"{card}","kind":"law","title":"T","terms":["a{card}","b{card}"],"summary":"S","sourced":"common knowledge","updated":"2026"}}"#
        )
    };
    let cards: Vec<String> = (0..cards).map(card).collect();
    format!(r#"{{"version":1,"lang":"en","title":"T","cards":[{}],"sources":[]}}"#, cards.join(","))
}

#[test]
fn a_deck_too_large_for_a_page_gets_a_warning() {
    const ADVICE: &str =
        "split the deck by subject, and name in each article only the decks it needs, or `bake` the articles";
    let bytes = |bytes: &str| {
        format!(
            "1:1: warning: the file is too large for a page to read whole: {bytes} bytes (the limit is 1000000); {ADVICE}"
        )
    };
    let terms = |column: usize, terms: &str| {
        format!(
            "1:{column}: warning: card \"5000\": passes the limit of 10000 terms that a page looks for by itself (the deck has \
             {terms}); {ADVICE}"
        )
    };
    let up_to = |deck: String, bytes: usize| deck.clone() + &" ".repeat(bytes - deck.len());
    let column = |deck: &str| deck.find(r#"{"id":"5000""#).unwrap() + 1;
    let (past, far_past) = (sized(5_001), up_to(sized(6_000), 1_200_000));
    let (in_past, in_far_past) = (column(&past), column(&far_past));
    let cut_off = "1:1000001: this is not JSON: the file ends too early: a closing } or ] is missing".to_owned();
    let cases = [
        // (name, deck, exit code, what is found, last line)
        ("10,000 terms", sized(5_000), 0, vec![], "1 deck checked: no faults\n"),
        ("10,002 terms", past, 0, vec![terms(in_past, "10002")], "1 deck checked: no faults, 1 warning\n"),
        ("a million bytes", up_to(sized(1), 1_000_000), 0, vec![], "1 deck checked: no faults\n"),
        (
            "a byte more",
            up_to(sized(1), 1_000_001),
            0,
            vec![bytes("1000001")],
            "1 deck checked: no faults, 1 warning\n",
        ),
        (
            "too much of both",
            far_past,
            0,
            vec![bytes("1200000"), terms(in_far_past, "12000")],
            "1 deck checked: no faults, 2 warnings\n",
        ),
        (
            "with a fault",
            up_to("{".to_owned(), 1_000_001),
            1,
            vec![bytes("1000001"), cut_off],
            "1 deck checked: 1 fault in 1, 1 warning\n",
        ),
    ];
    for (name, deck, code, findings, last) in cases {
        let expected: String = findings.iter().flat_map(|finding| ["<stdin>:", finding, "\n"]).collect();
        let (found_code, output, messages) = command("check -", deck.as_bytes());
        let sentences: String = output.split_inclusive('\n').filter(|line| line.starts_with("<stdin>")).collect();
        assert_eq!((found_code, sentences, messages), (code, expected, last.to_owned()), "{name}");
        assert!(
            output.lines().skip(1).all(|line| line.chars().count() < 250),
            "{name}: excerpts of a long line are short"
        );
    }
}
