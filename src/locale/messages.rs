//! The widget's own words: English here, replaced phrase by phrase by the file of another language.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident, $key:literal, $english:literal;)*) => {
        /// One of the widget's own phrases. `{}` in a phrase is where a date, a number or a name goes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word { $($(#[$doc])* $name,)* }

        impl Word {
            /// Every phrase there is.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its name in a language file.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// What it says where no language file says otherwise.
            #[must_use]
            pub fn english(self) -> &'static str {
                match self { $(Self::$name => $english,)* }
            }
        }
    };
}

words! {
    /// Kind of card.
    Place, "place", "Place";
    /// Kind of card.
    Person, "person", "Person";
    /// Kind of card.
    Organization, "organization", "Organization";
    /// Kind of card.
    Law, "law", "Law";
    /// Kind of card: a court case.
    Case, "case", "Case";
    /// Kind of card.
    Event, "event", "Event";
    /// Kind of card.
    Policy, "policy", "Policy";
    /// Kind of card: an idea.
    Concept, "concept", "Concept";
    /// Kind of card: a film, a book, an article.
    Work, "work", "Work";
    /// Kind of card: a day or a period.
    Date, "date", "Date";
    /// Tab.
    Facts, "facts", "Key facts";
    /// Tab.
    Timeline, "timeline", "Timeline";
    /// Tab: who says what.
    Views, "views", "Views";
    /// Tab: a chart.
    Figure, "figure", "Figure";
    /// Tab.
    Sources, "sources", "Sources";
    /// Name of the tab list.
    Sections, "sections", "Parts of this card";
    /// Name of the control that opens all of a card, and closes it again.
    Details, "details", "Everything on this card";
    /// Before the line that says where a matter stands.
    Status, "status", "Status:";
    /// Plural phrase, one and other: `{}` is a number of things that happened after the article.
    Changed, "changed", "{} thing has changed since this article|{} things have changed since this article";
    /// Name of a map; `{}` are the places it shows.
    Map, "map", "Map: {}";
    /// Name of the way to the article's term before this one; `{}` is its card's title.
    Previous, "previous", "Previous: {}";
    /// Name of the way to the article's term after this one; `{}` is its card's title.
    Next, "next", "Next: {}";
    /// When a source was read; `{}` is a date.
    Accessed, "accessed", "read {}";
    /// Plural phrase, one and other: `{}` is a number of corrections.
    CorrectionCount, "correctionCount", "{} correction|{} corrections";
    /// Name of the close button.
    Close, "close", "Close";
    /// Name of the way back from a related card; `{}` is that card's title.
    Back, "back", "Back to {}";
    /// Footer; `{}` is a date.
    Updated, "updated", "Updated {}";
    /// Note on a card that is newer than the article.
    UpdatedSince, "updatedSince", "Updated since this article was published";
    /// Mark on a timeline entry later than the article.
    Since, "since", "since this article";
    /// Footer of a card past its review date; `{}` is the date of the last review.
    LastReviewed, "lastReviewed", "Not reviewed since {}";
    /// After a fact; `{}` is a date.
    AsOf, "asOf", "as of {}";
    /// Name of a citation; `{}` is its number and the source's title.
    Source, "source", "Source {}";
    /// Link to a stored copy of a source.
    Archived, "archived", "archived copy";
    /// Heading of the corrections.
    Corrections, "corrections", "Corrections";
    /// Button under a chart.
    ShowTable, "showTable", "Show as table";
    /// Button under a table.
    ShowChart, "showChart", "Show as chart";
    /// Name of the list of related cards.
    Related, "related", "Related";
    /// Under a card; `{}` is who wrote it.
    Author, "author", "By {}";
    /// Plural phrase, one and other: `{}` is a number of sources.
    SourceCount, "sourceCount", "{} source|{} sources";
    /// Name of the button that opens a card's menu.
    Menu, "menu", "More options";
    /// Menu: the card stays until it is dismissed.
    Pin, "pin", "Keep this card open";
    /// Menu: the link that opens the card.
    CopyLink, "copyLink", "Copy link to this card";
    /// Menu: said in place of [`Word::CopyLink`] once done.
    Copied, "copied", "Link copied";
    /// Menu, and name of the button that opens the list.
    ListAll, "listAll", "All context in this article";
    /// Menu: cards open on a tap or click, not on hover.
    TapOnly, "tapOnly", "Only when I tap or click";
    /// Menu: no marks and no cards on this device.
    TurnOff, "turnOff", "Turn context off";
    /// List: marks and cards again.
    TurnOn, "turnOn", "Turn context on";
    /// Over the title of the list.
    InThisArticle, "inThisArticle", "In this article";
    /// Title of the list.
    Context, "context", "Context";
    /// Plural phrase, one and other: `{}` is a number of cards.
    CardCount, "cardCount", "{} card|{} cards";
}

/// The phrases of one language, over English.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    entries: Vec<(String, Phrase)>,
}

/// What a language file says for one key.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase {
    /// One form for every number.
    Text(String),
    /// Forms by CLDR plural category (`one`, `few`, `other`…).
    Plural(Vec<(String, String)>),
}

impl Words {
    /// Takes the entries of a language file by [`Word::key`]. Entries of another shape are the caller's to leave out; English
    /// stands in for what is missing.
    #[must_use]
    pub fn new(entries: Vec<(String, Phrase)>) -> Self {
        Self { entries }
    }

    /// Whether there are none: everything is said in English.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The phrase with `{}` in it unfilled.
    #[must_use]
    pub fn say(&self, word: Word) -> &str {
        match self.find(word) {
            Some(Phrase::Text(text)) if !text.is_empty() => text,
            _ => word.english(),
        }
    }

    /// The phrase with `{}` filled.
    #[must_use]
    pub fn fill(&self, word: Word, with: &str) -> String {
        fill(self.say(word), with)
    }

    /// A plural phrase for a number, `{}` filled with the number as the language writes it. `category` is the CLDR
    /// plural category of the number in the language, as `Intl.PluralRules` gives it; English, standing in, counts by its
    /// own rule (21 is `one` in Russian).
    #[must_use]
    pub fn count(&self, word: Word, number: usize, written: &str, category: &str) -> String {
        let (one, other) = word.english().split_once('|').unwrap_or((word.english(), word.english()));
        let english = if number == 1 { one } else { other };
        let phrase = match self.find(word) {
            Some(Phrase::Plural(forms)) => form(forms, category).or_else(|| form(forms, "other")),
            _ => None,
        };
        fill(phrase.unwrap_or(english), written)
    }

    fn find(&self, word: Word) -> Option<&Phrase> {
        self.entries.iter().find(|(key, _)| key == word.key()).map(|(_, said)| said)
    }
}

/// Puts words into the place of `{}`. Not by a search for text, whose code the WebAssembly would hold for this alone.
fn fill(phrase: &str, with: &str) -> String {
    match phrase.split_once('{') {
        Some((before, after)) if after.starts_with('}') => [before, with, &after[1..]].concat(),
        _ => phrase.to_owned(),
    }
}

fn form<'a>(forms: &'a [(String, String)], category: &str) -> Option<&'a str> {
    forms.iter().find(|(name, said)| name == category && !said.is_empty()).map(|(_, said)| said.as_str())
}
