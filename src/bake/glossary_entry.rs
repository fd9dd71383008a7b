//! A card in the glossary: all of its words, for a reader without script.

use std::fmt::Write;

use super::marks::{attribute, text};
use super::words::Phrases;
use crate::deck::date::Date;
use crate::deck::markup::Span;
use crate::deck::number::decimal;
use crate::deck::{Card, Entry as TimelineEntry, Figure, Kind, Says, Source, View};
use crate::locale::messages::Word;

/// The attribute for what is in this language.
pub(super) fn lang_attribute(lang: &str) -> String {
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

/// One card, in the words of a language.
pub(super) struct Entry<'a> {
    pub card: &'a Card,
    pub phrases: &'a Phrases,
    /// The attribute that says in which language the phrases are, where that is not the article's.
    pub own: &'a str,
}

impl Entry<'_> {
    /// The entry in HTML. `lang`: the language of the article; `prefix`: what ids begin with.
    pub(super) fn html(&self, lang: &str, prefix: &str) -> String {
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
        html += &self.list(Word::Timeline, card.timeline.iter().map(|entry| self.happening(entry)));
        html += &self.list(Word::Views, card.views.iter().map(|view| self.view(view)));
        if let Some(figure) = &card.figure {
            html += &self.figure(figure);
        }
        if let Some(map) = &card.map {
            let places = map.points.iter().map(|point| point.label.as_str()).collect::<Vec<_>>().join(", ");
            let named = self.said(&self.phrases.fill(Word::Map, &places));
            let _ = write!(html, "<dd>{named}{}</dd>", self.citations(&map.sources));
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

    /// A part with a name and items; nothing where there are none.
    fn list(&self, name: Word, items: impl Iterator<Item = String>) -> String {
        let items: String = items.map(|item| ["<li>", &item, "</li>"].concat()).collect();
        if items.is_empty() {
            return items;
        }
        format!("<dd>{}<ul>{items}</ul></dd>", self.said(self.phrases.say(name)))
    }

    fn happening(&self, entry: &TimelineEntry) -> String {
        [&time(entry.date), ": ", &self.spans(&entry.text), &self.citations(&entry.sources)].concat()
    }

    fn view(&self, view: &View) -> String {
        let date = view.date.map_or(String::new(), |date| format!(" ({})", time(date)));
        let says = match &view.says {
            Says::Words(words) => self.spans(words),
            Says::Nothing { reason } => format!("<em>{}</em>", text(reason)),
        };
        ["<strong>", &text(&view.who), "</strong>", &date, ": ", &says, &self.citations(&view.sources)].concat()
    }

    /// Its numbers in a row, then what happened meanwhile.
    fn figure(&self, figure: &Figure) -> String {
        let name = format!("{} ({})", text(&figure.title), text(&figure.unit));
        let points = figure.points.iter().map(|point| format!("{}: {}", text(&point.x), decimal(point.y)));
        let events = figure.events.iter().map(|event| format!("{}: {}", text(&event.x), text(&event.label)));
        let numbers = points.chain(events).collect::<Vec<_>>().join("; ");
        format!("<dd>{name}: {numbers}{}</dd>", self.citations(&figure.sources))
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
