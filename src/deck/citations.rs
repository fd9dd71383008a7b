//! Numbers the sources of one card in the order in which they are first cited.

/// The sources that a card cites: numbers on the card, from 0, for indexes into the deck's list of sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citations {
    sources: Vec<usize>,
}

impl Citations {
    /// Cites the source at this index of the deck's list. Returns its number on the card: the one it has, or the next.
    pub fn cite(&mut self, source: usize) -> usize {
        let number = self.sources.iter().position(|cited| *cited == source).unwrap_or(self.sources.len());
        if number == self.sources.len() {
            self.sources.push(source);
        }
        number
    }

    /// The cited sources as indexes into the deck's list, in the order of their numbers. A card is faulty if one of them is.
    #[must_use]
    pub fn sources(&self) -> &[usize] {
        &self.sources
    }
}
