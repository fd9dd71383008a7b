//! What finding costs: calls to the browser and time.

use std::cell::RefCell;

use context_cards::matcher::Matcher;
use context_cards::matcher::unicode::{NativeUnicode, Unicode};

use super::{find, term};

#[test]
fn a_browser_is_asked_once_for_each_character() {
    struct Asked(RefCell<Vec<char>>);
    impl Unicode for Asked {
        fn decompose(&self, c: char, out: &mut Vec<char>) {
            self.0.borrow_mut().push(c);
            NativeUnicode.decompose(c, out);
        }
        fn is_mark(&self, c: char) -> bool {
            NativeUnicode.is_mark(c)
        }
        fn is_alphabetic(&self, c: char) -> bool {
            NativeUnicode.is_alphabetic(c)
        }
        fn is_numeric(&self, c: char) -> bool {
            NativeUnicode.is_numeric(c)
        }
        fn lower_case(&self, c: char) -> char {
            NativeUnicode.lower_case(c)
        }
    }
    let terms = [term("Bogotá"), term("CECOT")];
    let asked = Asked(RefCell::default());
    let matcher = Matcher::new(terms.iter().enumerate(), &asked);
    for _ in 0..3 {
        assert_eq!(matcher.find("“Ñuñoa” – Bogotá, CECOT’s… 서울 东京", &asked).len(), 2);
    }
    let mut asked = asked.0.into_inner();
    asked.sort_unstable();
    assert_eq!(asked, ['Ñ', 'á', 'ñ', '…'], "no ASCII, no typography, nothing twice");
}

/// Texts made to cost much: finished in no time, or the test hangs.
#[test]
fn hostile_texts() {
    let words = "a ".repeat(20_000);
    let nested: Vec<String> = (1..200).map(|count| "a ".repeat(count) + "b").collect();
    let nested: Vec<&str> = nested.iter().map(String::as_str).collect();
    assert!(find(&nested, &words).0.is_empty());
    assert_eq!(find(&["a", "a a"], &words).0.len(), 10_000);
    assert_eq!(find(&["e"], &("e".to_string() + &"\u{301}".repeat(100_000) + " e")).0.len(), 1);
    assert!(find(&["e"], &("e".to_string() + &"\u{302}\u{301}".repeat(100_000))).0.is_empty());
    assert!(find(&["서"], &"서".repeat(50_000)).0.is_empty());
    assert!(find(&["x"], &"a".repeat(500_000)).0.is_empty());
    let same: Vec<String> = (0..2_000).map(|card| format!("the order@word{card}")).collect();
    let same: Vec<&str> = same.iter().map(String::as_str).collect();
    assert_eq!(find(&same, &("the order ".repeat(500) + "word1999")).0.len(), 500);
    // A word that very many terms ask for, in very many blocks.
    let asking: Vec<_> = (0..20_000).map(|card| term(&format!("order{card}@judge|court"))).collect();
    let matcher = Matcher::new(asking.iter().enumerate(), &NativeUnicode);
    let found = (0..20_000).map(|card| matcher.find(&format!("the judge, order{card}, the court"), &NativeUnicode));
    assert_eq!(found.flatten().count(), 20_000);
}
