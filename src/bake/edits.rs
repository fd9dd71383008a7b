//! Text to be put into the bytes of an article, and the copying that puts it there.

use std::io::{self, Write};

/// Bytes to be put in before a byte of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// The byte before which they go.
    pub at: u64,
    /// They, in the article's encoding.
    pub bytes: Vec<u8>,
}

/// What baking adds to an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// In the order of the bytes they go before, and of those that go before the same one.
    pub insertions: Vec<Insertion>,
    /// How many mentions are marked.
    pub marks: usize,
    /// The ids of the cards that are needed, in the order of the decks.
    pub cards: Vec<String>,
}

impl Plan {
    /// The article with everything put in.
    #[must_use]
    pub fn apply(&self, article: &[u8]) -> Vec<u8> {
        let added: usize = self.insertions.iter().map(|insertion| insertion.bytes.len()).sum();
        let mut baked = Vec::with_capacity(article.len() + added);
        let mut splicer = Splicer::new(self);
        // Writing to memory does not fail.
        let _ = splicer.write(article, &mut baked).and_then(|()| splicer.end(&mut baked));
        baked
    }
}

/// Puts insertions into an article that comes in chunks.
pub struct Splicer<'a> {
    rest: &'a [Insertion],
    at: u64,
}

impl<'a> Splicer<'a> {
    /// At the beginning of the article.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Self {
        Self { rest: &plan.insertions, at: 0 }
    }

    /// Writes the next bytes of the article, with what goes between them.
    ///
    /// # Errors
    ///
    /// Those of `output`.
    pub fn write(&mut self, mut bytes: &[u8], output: &mut dyn Write) -> io::Result<()> {
        while let Some((next, rest)) = self.rest.split_first() {
            let Some((before, after)) =
                usize::try_from(next.at - self.at).ok().and_then(|at| bytes.split_at_checked(at))
            else {
                break;
            };
            output.write_all(before)?;
            output.write_all(&next.bytes)?;
            (self.at, self.rest, bytes) = (next.at, rest, after);
        }
        self.at += bytes.len() as u64;
        output.write_all(bytes)
    }

    /// Writes what goes behind the last byte.
    ///
    /// # Errors
    ///
    /// Those of `output`.
    pub fn end(self, output: &mut dyn Write) -> io::Result<()> {
        self.rest.iter().try_for_each(|insertion| output.write_all(&insertion.bytes))
    }
}
