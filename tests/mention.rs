//! Tests which mentions become marks, going down the page.

use context_cards::matcher::density::{Density, DensityFilter};

/// `1` is a mention of card 1, `#` a heading, `1!` a mark by hand, `1*` a mark of an earlier scan, `.` ends what is told before
/// the walk begins. The answer has one letter per mention: `x` marked, `-` not.
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
    ("a paragraph added later", Density::First, "1* . 1 2", "-x"),
    ("a paragraph added to a later section", Density::First, "1* 2* . # 1 2 3", "--x"),
    ("a paragraph added to a section", Density::Section, "1* 1 2", "-x"),
    ("added before the mark of its section", Density::Section, "# 1* 1 # 1", "-x"),
    ("a section added between two", Density::Section, "1* 1 # 1 # 1* 1", "-x-"),
    ("added beside a mark by hand", Density::Section, "1! . # 1 1", "x-"),
    ("added beside a mark by hand and one of ours", Density::Section, "1! . # 1* 1 1", "--"),
    ("a paragraph added beside every mention", Density::All, "1* . 1 1", "xx"),
    ("nothing", Density::First, "", ""),
];

#[test]
fn mentions_that_become_marks() {
    for (name, density, article, expected) in CASES {
        let mut density = DensityFilter::new(*density);
        let mut marks = String::new();
        for step in article.split_whitespace() {
            match step {
                "." => {}
                "#" => density.section(),
                _ => {
                    let card = step.trim_end_matches(['!', '*']).parse().expect("a number");
                    match step.chars().last() {
                        Some('!') => density.place_by_hand(card),
                        Some('*') => density.already_marked(card),
                        _ => marks.push(if density.accept(card) { 'x' } else { '-' }),
                    }
                }
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
