//! What a card of each kind usually tells: which facts, and whether it has a status, a timeline and views.

use crate::deck::Kind;

/// The parts of a starter card beside those that every card has.
pub(super) struct Parts {
    /// The label of each fact, in English, and what its value tells.
    pub(super) facts: &'static [(&'static str, &'static str)],
    /// Whether it says how things stand.
    pub(super) status: bool,
    /// What an entry of its timeline tells.
    pub(super) timeline: Option<&'static str>,
    /// Whether two sides say something about it.
    pub(super) views: bool,
}

impl Parts {
    /// The parts for a kind; none where it is still to be chosen.
    pub(super) fn of(kind: Option<Kind>) -> Self {
        let (facts, status, timeline, views): (&[_], _, _, _) = match kind {
            Some(Kind::Place) => (
                &[
                    ("Opened", "the year it opened or was founded"),
                    ("Size", "how large it is, or how many people it is for"),
                ],
                false,
                Some("what happened there, in one sentence"),
                false,
            ),
            Some(Kind::Person) => (
                &[("Born", "when and where this person was born"), ("Role", "the office or role, and since when")],
                false,
                Some("what this person did or became, in one sentence"),
                false,
            ),
            Some(Kind::Organization) => (
                &[("Founded", "when, where and by whom it was founded"), ("Led by", "who leads it, and since when")],
                false,
                Some("what it did or decided, in one sentence"),
                false,
            ),
            Some(Kind::Law) => (
                &[
                    ("Passed by", "which parliament passed it, and by what vote"),
                    ("In force", "since when it is in force"),
                ],
                true,
                Some("what happened on the way to the law, in one sentence"),
                true,
            ),
            Some(Kind::Case) => (
                &[("Court", "which court decides, and who the judge is"), ("Parties", "who sues or prosecutes whom")],
                true,
                Some("what was filed, heard or decided, in one sentence"),
                true,
            ),
            Some(Kind::Event) => (
                &[("Where", "where it happened"), ("Affected", "how many people it affected, and how")],
                false,
                Some("what happened, in one sentence"),
                false,
            ),
            Some(Kind::Policy) => (
                &[("Decided by", "who decided it, and when"), ("Applies to", "whom it applies to, and since when")],
                true,
                Some("what was announced, changed or stopped, in one sentence"),
                true,
            ),
            Some(Kind::Work) => {
                (&[("By", "who made it"), ("Published", "when and where it was published")], false, None, false)
            }
            Some(Kind::Date) => (&[], false, Some("what happened on that day, in one sentence"), false),
            Some(Kind::Concept) | None => (&[], false, None, false),
        };
        Self { facts, status, timeline, views }
    }
}
