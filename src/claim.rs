//! Which card do words stand for? Two cards cannot both be what the same words mean, unless the words around them decide.

use crate::deck::Term;
use crate::fold::{Alphabet, Letter, is_exact};
use crate::ids::Ids;
use crate::problem::{Faults, Place, index_path, quote};
use crate::unicode::Unicode;

/// The claims of a deck's cards to the words of their terms. Words are equal here as they are in an article: whatever
/// their quotes, hyphens, spaces and accents are made of.
pub(crate) struct Claims<'u> {
    unicode: &'u dyn Unicode,
    alphabet: Alphabet,
    letters: Vec<Letter>,
    /// The letters in lower case of what is claimed.
    words: Ids,
    /// By the place of their words.
    held: Vec<Vec<Claim>>,
}

/// One card's claim to a term that stands for it everywhere, not only near certain words.
struct Claim {
    card: usize,
    /// The letters in their case.
    written: String,
    /// Whether it is found only as written.
    as_written: bool,
}

impl<'u> Claims<'u> {
    pub(crate) fn new(unicode: &'u dyn Unicode) -> Self {
        Self { unicode, alphabet: Alphabet::new(), letters: Vec::new(), words: Ids::default(), held: Vec::new() }
    }

    /// Words that could be found in an article: by a letter or digit in them.
    pub(crate) fn findable(&mut self, faults: &mut Faults, place: Place<'_>, words: &str) -> Option<String> {
        self.fold(words);
        if self.letters.iter().any(Letter::is_word) {
            return Some(words.to_owned());
        }
        if words.trim().is_empty() {
            faults.add(place, &["is empty"]);
        } else {
            faults.add(place, &[&quote(words), " has no letter or digit that could be found in an article"]);
        }
        None
    }

    /// A card claims a term; a fault where another card has it already.
    pub(crate) fn claim(&mut self, faults: &mut Faults, place: Place<'_>, card: usize, term: &Term) {
        if !term.near.is_empty() {
            return;
        }
        self.fold(term.text.trim());
        let as_written = is_exact(&self.letters, term.case);
        let written: String = self.letters.iter().map(|letter| letter.form.written).collect();
        let plain: String = self.letters.iter().map(|letter| letter.form.plain).collect();
        if self.words.add(&plain) {
            self.held.push(Vec::new());
        }
        let Some(held) = self.words.place(&plain).and_then(|place| self.held.get_mut(place)) else { return };
        let is_same =
            |other: &&Claim| other.card != card && (other.written == written || !(other.as_written && as_written));
        if let Some(other) = held.iter().find(is_same) {
            let other = index_path("cards".to_owned(), other.card);
            let advice = "; say with \"near\" which words tell the two apart";
            faults.add(place, &[&quote(&term.text), " already stands for ", &other, advice]);
        }
        held.push(Claim { card, written, as_written });
    }

    fn fold(&mut self, words: &str) {
        self.alphabet.fold(words, self.unicode, &mut self.letters);
    }
}
