//! Finds the brackets of a text, in time that grows with its length alone.

/// Where the brackets of a text stand. Each is looked for once, however many forms begin and never end.
pub(crate) struct Brackets<'a> {
    pub(crate) text: &'a str,
    next_open: Next,
    next_close: Next,
    /// Parentheses with where each is closed, the first of them last; made when the first link is read.
    parentheses: Option<Vec<(usize, usize)>>,
}

impl<'a> Brackets<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { text, next_open: Next::new('['), next_close: Next::new(']'), parentheses: None }
    }

    /// The first `[` there. Must be asked from left to right.
    pub(crate) fn next_open(&mut self, at: usize) -> Option<usize> {
        self.next_open.at_or_after(self.text, at)
    }

    /// The first `]` there. Must be asked from left to right.
    pub(crate) fn next_close(&mut self, at: usize) -> Option<usize> {
        self.next_close.at_or_after(self.text, at)
    }

    /// Where the parenthesis at `start` ends; addresses may hold pairs of their own, as `…/Bitcoin_(disambiguation)`. Must be
    /// asked from left to right.
    pub(crate) fn closing_parenthesis(&mut self, start: usize) -> Option<usize> {
        let pairs = self.parentheses.get_or_insert_with(|| pairs(self.text));
        while pairs.last().is_some_and(|(open, _)| *open < start) {
            pairs.pop();
        }
        pairs.last().filter(|(open, _)| *open == start).map(|(_, close)| *close)
    }
}

/// Pairs of parentheses, the last one first.
fn pairs(text: &str) -> Vec<(usize, usize)> {
    let (mut pairs, mut waiting) = (Vec::new(), Vec::new());
    for (at, byte) in text.bytes().enumerate().rev() {
        match byte {
            b')' => waiting.push(at),
            b'(' => pairs.extend(waiting.pop().map(|close| (at, close))),
            _ => {}
        }
    }
    pairs
}

/// The next place of a character, kept until it is passed.
struct Next {
    of: char,
    /// The text before has been looked through.
    from: usize,
    found: Option<usize>,
}

impl Next {
    fn new(of: char) -> Self {
        Self { of, from: 0, found: None }
    }

    /// Its first place there. Must be asked from left to right.
    fn at_or_after(&mut self, text: &str, at: usize) -> Option<usize> {
        if self.from <= at {
            self.found = text[at..].find(self.of).map(|length| at + length);
            // Up to behind what was found there is no other; where nothing was found, there is none at all.
            self.from = self.found.map_or(usize::MAX, |found| found + 1);
        }
        self.found
    }
}
