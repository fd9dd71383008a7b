//! The types of a deck: cards with their terms and sources, as they are once they have been read without a fault.

use std::collections::BTreeSet;

use crate::deck::date::Date;
use crate::deck::illustration::{Figure, Image, Map};
use crate::deck::markup::Span;
use crate::deck::term::Term;

/// Everything one file offers to an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// The language of the cards' words, a BCP 47 tag; empty where the deck names none that can be used.
    pub lang: String,
    /// The deck's own name, for editors; empty where it has none.
    pub title: String,
    /// The cards without a fault, in the order of the file.
    pub cards: Vec<Card>,
    /// The kill switch: `false` means that not one term is marked.
    pub enabled: bool,
}

/// The background of one subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Unique in the deck; without white space or square brackets.
    pub id: String,
    /// What the subject is.
    pub kind: Kind,
    /// The subject's name.
    pub title: String,
    /// A second, shorter line under the title.
    pub subtitle: Option<String>,
    /// The words to find in an article; empty for a card that is only placed by hand.
    pub terms: Vec<Term>,
    /// What it is, in a few sentences.
    pub summary: Vec<Span>,
    /// How things stand with it.
    pub status: Option<Status>,
    /// Single facts, each with a label.
    pub facts: Vec<Fact>,
    /// How it came to be, in the order of the file.
    pub timeline: Vec<Entry>,
    /// Who claims what about it.
    pub views: Vec<View>,
    /// Numbers as a drawing.
    pub figure: Option<Figure>,
    /// Where it is.
    pub map: Option<Map>,
    /// A picture.
    pub image: Option<Image>,
    /// Ids of other cards; until [`Deck::merge`], some may name cards that are not here.
    pub related: Vec<String>,
    /// When the card was last changed.
    pub updated: Date,
    /// When it has to be looked at again.
    pub review_by: Option<Date>,
    /// Who wrote it.
    pub author: Option<String>,
    /// What was wrong before, for everyone to see.
    pub corrections: Vec<Correction>,
    /// The sources that this card cites, in the order of first citation: summary, status, facts, timeline, views,
    /// figure, map. Every `sources` list of the card and every [`Span::Cite`] counts into it, from 0.
    pub sources: Vec<Source>,
    /// The language of the deck it came from, so that cards of several decks can stand side by side.
    pub lang: String,
}

/// What sort of thing a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
#[allow(missing_docs, reason = "the names say it")]
pub enum Kind {
    Place,
    Person,
    Organization,
    Law,
    Case,
    Event,
    Policy,
    Concept,
    /// A film, a book, an article.
    Work,
    /// A day or a period.
    Date,
}

impl Kind {
    /// Every kind, in the order in which the documentation lists them.
    pub const ALL: [Self; 10] = [
        Self::Place,
        Self::Person,
        Self::Organization,
        Self::Law,
        Self::Case,
        Self::Event,
        Self::Policy,
        Self::Concept,
        Self::Work,
        Self::Date,
    ];

    /// The word a deck uses for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Law => "law",
            Self::Case => "case",
            Self::Event => "event",
            Self::Policy => "policy",
            Self::Concept => "concept",
            Self::Work => "work",
            Self::Date => "date",
        }
    }
}

/// How things stand with the subject, on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    /// How they stand.
    pub text: Vec<Span>,
    /// When it was so.
    pub as_of: Date,
    /// Places in [`Card::sources`].
    pub sources: Vec<usize>,
}

/// One fact: a label and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What is counted or named.
    pub label: String,
    /// The number or name itself.
    pub value: String,
    /// When it was so.
    pub as_of: Option<Date>,
    /// Places in [`Card::sources`].
    pub sources: Vec<usize>,
}

/// One step of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// When it happened.
    pub date: Date,
    /// What happened.
    pub text: Vec<Span>,
    /// Places in [`Card::sources`].
    pub sources: Vec<usize>,
}

/// A claim and the one who makes it, or that none was found.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Whose view it is.
    pub who: String,
    /// When they said it.
    pub date: Option<Date>,
    /// What they claim.
    pub says: Says,
    /// Places in [`Card::sources`].
    pub sources: Vec<usize>,
}

/// What somebody claims.
#[derive(Clone, Debug, PartialEq)]
pub enum Says {
    /// The claim.
    Words(Vec<Span>),
    /// There is none to be told.
    Nothing {
        /// Why, such as "No answer found in our sources"; plain text.
        reason: String,
    },
}

/// Where something was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Unique in the deck.
    pub id: String,
    /// The name of the piece.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Where it is, http or https.
    pub url: String,
    /// When it was published.
    pub date: Option<Date>,
    /// A lasting copy of it, http or https.
    pub archived: Option<String>,
    /// The passage that says it, as the source has it.
    pub quote: Option<String>,
    /// When it was last read there.
    pub accessed: Option<Date>,
    /// The language of the source's words, a BCP 47 tag.
    pub lang: Option<String>,
}

/// What was wrong in an earlier state of the card.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// When it was put right.
    pub date: Date,
    /// What was wrong.
    pub text: String,
}

impl Deck {
    /// The cards of all decks that are switched on. Of two cards with one id the earlier stays, and links to related
    /// cards that are in none of the decks go.
    #[must_use]
    pub fn merge(decks: Vec<Self>) -> Vec<Card> {
        let mut all: Vec<Card> = decks.into_iter().filter(|deck| deck.enabled).flat_map(|deck| deck.cards).collect();
        let mut ids = BTreeSet::new();
        all.retain(|card| ids.insert(card.id.clone()));
        for card in &mut all {
            card.related.retain(|related| ids.contains(related));
        }
        all
    }
}
