//! Which mentions become marks, as a reader sees them going down the page.

use context_cards::mention::{Chooser, Density};

/// `1` is a mention of card 1, `#` a heading, `1!` a mark by hand, `.` ends what is told before the walk begins. The answer
/// has one letter per mention: `x` marked, `-` not.
const CASES: &[(&str, Density, &str, &str)] = &[
    ("the first mention only", Density::First, "1 1 2 1 2", "x-x--"),
    ("a heading changes nothing under first", Density::First, "1 # 1 # 2 1", "x-x-"),
    ("once in each section", Density::Section, "1 1 # 1 1 2 # 2 1", "x-x-xxx"),
    ("empty sections are sections", Density::Section, "1 # # # 1 1", "xx-"),
    ("every mention", Density::All, "1 1 # 1", "xxx"),
    ("a mark by hand is the one mark", Density::First, "1! . 1 2 # 1", "-x-"),
    ("a mark by hand met on the way", Density::First, "2 1! 1 2", "x--"),
    ("two by hand are one card's", Density::First, "1! 1! . 1 2", "-x"),
    ("by hand beside a mark per section", Density::Section, "1! . 1 1 # 1", "x-x"),
    ("by hand beside every mention", Density::All, "1! . 1 1", "xx"),
    ("card numbers far apart", Density::First, "900 0 900 0 1", "xx--x"),
    ("nothing", Density::First, "", ""),
];

#[test]
fn mentions_that_become_marks() {
    for (name, density, article, expected) in CASES {
        let mut chooser = Chooser::new(*density);
        let mut marks = String::new();
        for step in article.split_whitespace() {
            match step {
                "." => {}
                "#" => chooser.section(),
                _ => match step.strip_suffix('!') {
                    Some(card) => chooser.place_by_hand(card.parse().expect("a number")),
                    None => marks.push(if chooser.take(step.parse().expect("a number")) { 'x' } else { '-' }),
                },
            }
        }
        assert_eq!(marks, *expected, "{name}");
    }
}

#[test]
fn the_attribute_mark() {
    let cases = [
        ("first", Some(Density::First)),
        ("section", Some(Density::Section)),
        ("all", Some(Density::All)),
        ("First", None),
        ("", None),
    ];
    for (word, expected) in cases {
        assert_eq!(Density::parse(word), expected, "{word}");
    }
}
