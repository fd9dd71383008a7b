//! The cards as a reader without script reads them: a list of terms, in plain HTML.

use std::fmt::Write;

use super::cards::{Cards, Needed};
use super::marks::{attribute, text};
use super::plan::PREFIX;
use super::words::Phrases;
use crate::deck::date::Date;
use crate::deck::markup::Span;
use crate::deck::{Card, Kind, Source};
use crate::locale::messages::Word;

/// What stands in the `<details>`. `lang`: the language of the article around it.
pub(super) fn glossary(cards: &Cards, needed: &Needed<'_>, phrases: &Phrases, lang: &str, prefix: &str) -> String {
    let own = if phrases.lang == lang { String::new() } else { lang_attribute(&phrases.lang) };
    let mut html = format!("<summary{own}>{}</summary><dl>", text(phrases.say(Word::Context)));
    // Entries of feeds have ids of their own.
    let entries = (prefix == PREFIX).then(|| cards.entries(lang));
    for (number, card) in needed.numbers.iter().zip(&needed.cards) {
        let entry = Entry { card, phrases, own: &own };
        match &entries {
            Some(entries) => html.push_str(entries[*number].get_or_init(|| entry.html(lang, prefix))),
            None => html.push_str(&entry.html(lang, prefix)),
        }
    }
    html.push_str("</dl>");
    html
}

fn lang_attribute(lang: &str) -> String {
    format!(" lang=\"{}\"", attribute(lang))
}

/// The word for a kind of card.
fn kind(kind: Kind) -> Word {
    match kind {
        Kind::Place => Word::Place,
        Kind::Person => Word::Person,
        Kind::Organization => Word::Organization,
        Kind::Law => Word::Law,
        Kind::Case => Word::Case,
        Kind::Event => Word::Event,
        Kind::Policy => Word::Policy,
        Kind::Concept => Word::Concept,
        Kind::Work => Word::Work,
        Kind::Date => Word::Date,
    }
}

struct Entry<'a> {
    card: &'a Card,
    phrases: &'a Phrases,
    /// The attribute that says in which language the phrases are, where that is not the article's.
    own: &'a str,
}

impl Entry<'_> {
    fn html(&self, lang: &str, prefix: &str) -> String {
        let (card, mut html) = (self.card, String::new());
        let id = attribute(&[prefix, &card.id].concat());
        let card_lang =
            if card.lang.is_empty() || card.lang == lang { String::new() } else { lang_attribute(&card.lang) };
        let _ = write!(html, "<div id=\"{id}\"{card_lang}><dt><dfn>{}</dfn>", text(&card.title));
        let _ = write!(html, " {}</dt>", self.said(&["(", self.phrases.say(kind(card.kind)), ")"].concat()));
        if let Some(subtitle) = &card.subtitle {
            let _ = write!(html, "<dd>{}</dd>", text(subtitle));
        }
        let _ = write!(html, "<dd>{}</dd>", self.spans(&card.summary));
        if let Some(status) = &card.status {
            let status_text =
                [self.spans(&status.text), self.as_of(Some(status.as_of)), self.citations(&status.sources)].concat();
            let _ = write!(html, "<dd>{} {status_text}</dd>", self.said(self.phrases.say(Word::Status)));
        }
        for fact in &card.facts {
            let value = [text(&fact.value), self.as_of(fact.as_of), self.citations(&fact.sources)].concat();
            let _ = write!(html, "<dd>{}: {value}</dd>", text(&fact.label));
        }
        for source in &card.sources {
            let _ = write!(
                html,
                "<dd>{} {}</dd>",
                self.said(&self.phrases.fill(Word::Source, &self.number(source))),
                self.source(source)
            );
        }
        for correction in &card.corrections {
            let date = time(correction.date);
            let _ = write!(
                html,
                "<dd>{} {date}: {}</dd>",
                self.said(self.phrases.say(Word::Corrections)),
                text(&correction.text)
            );
        }
        let updated = self.phrases.fill(Word::Updated, "\u{0}");
        let (before, after) = updated.split_once('\u{0}').unwrap_or((&updated, ""));
        let _ = write!(html, "<dd{}>{}{}{}</dd></div>", self.own, text(before), time(card.updated), text(after));
        html
    }

    /// Words of ours between those of the card.
    fn said(&self, words: &str) -> String {
        if self.own.is_empty() && self.card.lang.is_empty() {
            return text(words);
        }
        format!("<span{}>{}</span>", lang_attribute(&self.phrases.lang), text(words))
    }

    fn as_of(&self, date: Option<Date>) -> String {
        date.map_or(String::new(), |date| {
            format!(" ({})", self.said(&self.phrases.fill(Word::AsOf, &date.to_string())))
        })
    }

    fn number(&self, source: &Source) -> String {
        let number = self.card.sources.iter().position(|other| other.id == source.id).unwrap_or_default();
        (number + 1).to_string()
    }

    fn citations(&self, sources: &[usize]) -> String {
        sources.iter().map(|source| self.citation(*source)).collect()
    }

    fn citation(&self, number: usize) -> String {
        let Some(source) = self.card.sources.get(number) else { return String::new() };
        format!(" <a href=\"{}\">[{}]</a>", attribute(&source.url), number + 1)
    }

    fn source(&self, source: &Source) -> String {
        let lang = source.lang.as_deref().map(lang_attribute).unwrap_or_default();
        let mut html = format!(
            "<cite{lang}><a href=\"{}\">{}</a></cite>, {}",
            attribute(&source.url),
            text(&source.title),
            text(&source.publisher)
        );
        if let Some(date) = source.date {
            let _ = write!(html, ", {}", time(date));
        }
        if let Some(archived) = &source.archived {
            let _ = write!(
                html,
                " (<a href=\"{}\">{}</a>)",
                attribute(archived),
                self.said(self.phrases.say(Word::Archived))
            );
        }
        html
    }

    fn spans(&self, spans: &[Span]) -> String {
        let one = |span: &Span| match span {
            Span::Text(words) => text(words),
            Span::Emphasis(inner) => format!("<em>{}</em>", self.spans(inner)),
            Span::Strong(inner) => format!("<strong>{}</strong>", self.spans(inner)),
            Span::Link { label, url } => format!("<a href=\"{}\">{}</a>", attribute(url), text(label)),
            Span::Cite(number) => self.citation(*number),
        };
        spans.iter().map(one).collect()
    }
}

fn time(date: Date) -> String {
    format!("<time datetime=\"{date}\">{date}</time>")
}
