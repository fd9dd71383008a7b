//! The types of a deck: cards with their terms and sources, as they are once they have been read without a fault.

use std::collections::BTreeSet;

use crate::deck::date::Date;
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
    /// Single facts, each with a label.
    pub facts: Vec<Fact>,
    /// How it came to be, in the order of the file.
    pub timeline: Vec<Entry>,
    /// Who claims what about it.
    pub views: Vec<View>,
    /// Numbers as a drawing.
    pub figure: Option<Figure>,
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
    /// The sources that this card cites, in the order of first citation: summary, facts, timeline, views, figure.
    /// Every `sources` list of the card and every [`Span::Cite`] counts into it, from 0.
    pub sources: Vec<Source>,
    /// The language of the deck it came from, so that cards of several decks can stand side by side.
    pub lang: String,
}

/// What sort of thing a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

impl Kind {
    /// Every kind, in the order in which the documentation lists them.
    pub const ALL: [Self; 8] = [
        Self::Place,
        Self::Person,
        Self::Organization,
        Self::Law,
        Self::Case,
        Self::Event,
        Self::Policy,
        Self::Concept,
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
        }
    }
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

/// A claim and the one who makes it.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Who claims it.
    pub who: String,
    /// What they claim.
    pub says: Vec<Span>,
    /// Places in [`Card::sources`].
    pub sources: Vec<usize>,
}

/// Numbers to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// How they are drawn.
    pub kind: FigureKind,
    /// What the numbers are.
    pub title: String,
    /// What they are counted in.
    pub unit: String,
    /// Two or more.
    pub points: Vec<PointXy>,
    /// Places in [`Card::sources`].
    pub sources: Vec<usize>,
}

/// How numbers are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// Points joined by a line.
    Line,
    /// A bar for each.
    Bar,
}

/// One number of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct PointXy {
    /// What it belongs to, such as a year; a number in the deck is kept as it would be written.
    pub x: String,
    /// The number, always finite.
    pub y: f64,
}

/// A picture and what must be said with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// An http or https address, or one relative to the page.
    pub src: String,
    /// What it shows, in words; never empty.
    pub alt: String,
    /// Who made it.
    pub credit: String,
    /// On what terms it is used.
    pub license: String,
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
