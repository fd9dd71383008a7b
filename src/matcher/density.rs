//! Chooses which of the mentions found in an article become marks, by the attribute `mark` and by the marks that stand already.

/// How densely mentions are marked: the attribute `mark`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// Each card once in the article.
    #[default]
    First,
    /// Each card once in each section.
    Section,
    /// Every mention.
    All,
}

impl Density {
    /// Reads the attribute's value; `None` for a word it does not know.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "first" => Some(Self::First),
            "section" => Some(Self::Section),
            "all" => Some(Self::All),
            _ => None,
        }
    }
}

/// Accepts or refuses each mention, in reading order.
#[derive(Clone, Debug)]
pub struct DensityFilter {
    density: Density,
    /// Counts from 1, so that 0 can mean "never" in `marked`.
    section: u32,
    /// For each card the section in which it was last marked: a new section forgets all of them at no cost.
    marked: Vec<u32>,
}

impl DensityFilter {
    /// Nothing is marked yet; the words before the first heading are a section too.
    #[must_use]
    pub fn new(density: Density) -> Self {
        Self { density, section: 1, marked: Vec::new() }
    }

    /// A new section begins. Changes nothing unless the density is [`Density::Section`].
    pub fn section(&mut self) {
        if self.density == Density::Section {
            self.section += 1;
        }
    }

    /// Whether the next mention of this card becomes a mark; if so, it counts as marked.
    pub fn accept(&mut self, card: usize) -> bool {
        self.density == Density::All || self.is_first(card)
    }

    /// The writer has marked this card. Under [`Density::First`] that is its one mark, wherever it stands, so this is
    /// called for all such marks before the first [`accept`](Self::accept). Under the other densities it changes nothing:
    /// a writer who asks for a mark per section gets it beside those placed by hand.
    pub fn place_by_hand(&mut self, card: usize) {
        if self.density == Density::First {
            self.is_first(card);
        }
    }

    /// A mark of an earlier scan stands in this section: another one is refused where it would be, had the whole article been
    /// scanned at once. Called for all such marks of a section before its first [`accept`](Self::accept), under
    /// [`Density::First`] for those of the whole article.
    pub fn already_marked(&mut self, card: usize) {
        if self.density != Density::All {
            self.is_first(card);
        }
    }

    /// Counts a mark of the card in this section; `false` if there was one already.
    fn is_first(&mut self, card: usize) -> bool {
        if self.marked.len() <= card {
            self.marked.resize(card + 1, 0);
        }
        std::mem::replace(&mut self.marked[card], self.section) != self.section
    }
}
