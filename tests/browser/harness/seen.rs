//! What does a user see, and what does the site hear? The card as it stands on the screen, and the widget's events.

use super::acts::rect;
use super::user::User;
use context_cards::placement::geometry::Rect;
use serde_json::Value;

/// A card on the page.
#[derive(Clone, Debug)]
pub struct Seen {
    pub title: String,
    /// All its words, white space squeezed.
    pub text: String,
    pub rect: Rect,
    pub visible: bool,
}

/// An event of the widget.
#[derive(Clone, Debug)]
pub struct Happening {
    /// What follows `context-cards:` in its name.
    pub name: String,
    pub detail: Value,
    /// Milliseconds on the page's clock.
    pub at: f64,
    /// The element it came from, and whether it can be heard at the document and through shadow roots.
    pub from: String,
    pub travels: bool,
}

impl User {
    /// The card of the first widget, if one is on the screen.
    pub fn card(&self) -> Option<Seen> {
        self.card_of(0)
    }

    /// The card of another widget of the page.
    pub fn card_of(&self, widget: usize) -> Option<Seen> {
        let said = self.ask_with("return seen(arguments[0]);", &[widget.into()]);
        let text = |name: &str| said[name].as_str().unwrap_or_default().to_owned();
        let seen = Seen {
            title: text("title"),
            text: text("text"),
            rect: rect(&said["rect"])?,
            visible: said["visible"] == true,
        };
        seen.visible.then_some(seen)
    }

    /// Waits for the card of this title.
    pub fn sees_card(&self, title: &str) -> Seen {
        self.until(&format!("a card titled {title}"), || self.card().filter(|card| card.title == title))
    }

    /// Waits until no card is on the screen.
    pub fn sees_no_card(&self) {
        self.until("the card closes", || self.card().is_none().then_some(()));
    }

    /// The card of this title stays on the screen for longer than any delay of the widget.
    pub fn keeps_seeing(&self, title: &str) {
        self.stays_for(700.0, &format!("the card {title} is open"), || {
            self.card().is_some_and(|card| card.title == title)
        });
    }

    /// No card comes for longer than any delay of the widget, and none was opened before.
    pub fn sees_nothing_open(&self) {
        self.stays_for(700.0, "no card is open", || self.card().is_none());
        assert_eq!(self.heard("open").len(), 0, "no card was opened in between");
    }

    /// The events of this name so far, in order.
    pub fn heard(&self, name: &str) -> Vec<Happening> {
        let said =
            self.ask_with("return window.log.events.filter((event) => event.name === arguments[0]);", &[name.into()]);
        let happening = |event: &Value| Happening {
            name: name.to_owned(),
            detail: event["detail"].clone(),
            at: event["at"].as_f64().unwrap_or(f64::NAN),
            from: event["from"].as_str().unwrap_or_default().to_owned(),
            travels: event["bubbles"] == true && event["composed"] == true,
        };
        said.as_array().into_iter().flatten().map(happening).collect()
    }

    /// Waits for an event of this name, and gives the latest.
    pub fn hears(&self, name: &str) -> Happening {
        self.until(&format!("an event context-cards:{name}"), || self.heard(name).pop())
    }

    /// Uncaught exceptions and rejected promises of the page.
    pub fn faults(&self) -> Vec<Value> {
        self.ask("return window.log.faults;").as_array().cloned().unwrap_or_default()
    }

    /// What was written into the page's console, each with its level.
    pub fn console(&self) -> Vec<String> {
        let lines = self.ask("return window.log.console;");
        lines.as_array().into_iter().flatten().filter_map(|line| line.as_str().map(str::to_owned)).collect()
    }

    /// Nobody has complained: no exception, no word in the console, no error event. `case`: what is told of.
    pub fn hears_no_complaint(&self, case: &str) {
        let is_quiet = self.faults().is_empty() && self.console().is_empty() && self.heard("error").is_empty();
        assert!(is_quiet, "{case}: {}", self.log());
    }

    /// Are the articles as they were sent, to the byte?
    pub fn article_is_as_sent(&self) -> bool {
        self.holds("JSON.stringify([...document.querySelectorAll('article')].map((a) => a.innerHTML)) === JSON.stringify(log.articles)")
    }

    /// The words of every mark on the page, each with its card, in order: `CECOT>cecot`.
    pub fn marks(&self) -> Vec<String> {
        let marks = self.ask(
            "return [...document.querySelectorAll('context-term')].map((t) => `${squeeze(t.textContent)}>${t.getAttribute('card')}`);",
        );
        marks.as_array().into_iter().flatten().filter_map(|mark| mark.as_str().map(str::to_owned)).collect()
    }

    /// What a property of the spot's style has come to.
    pub fn style(&self, js: &str, property: &str) -> String {
        let value = self.ask(&format!("return getComputedStyle({js}).getPropertyValue('{property}');"));
        value.as_str().unwrap_or_default().to_owned()
    }
}
