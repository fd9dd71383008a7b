//! Dispatches the events of the public contract about cards, each once.

use serde::Serialize;

use super::component::Widget;
use super::open_card::OpenCard;
use super::page::Page;
use crate::dom::dispatch::dispatch;
use crate::intent::{Reason, Subject};

/// `detail` of `context-cards:open`.
#[derive(Serialize)]
struct OpenDetail<'a> {
    card: &'a str,
    term: &'a str,
    trigger: &'static str,
}

/// `detail` of `context-cards:close`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CloseDetail<'a> {
    card: &'a str,
    reason: &'static str,
    open_for: f64,
}

/// `detail` of `context-cards:source`.
#[derive(Serialize)]
struct SourceDetail<'a> {
    card: &'a str,
    url: &'a str,
}

impl Widget {
    /// The card can be seen.
    pub(super) fn dispatch_open(&mut self, page: &Page) {
        let Some(open) = &mut self.open else { return };
        if std::mem::replace(&mut open.dispatched, true) {
            return;
        }
        page.announced.set(Some((open.number, open.since)));
        let term = match open.shown.subject {
            Subject::Mention(mention) => page.words(mention),
            Subject::Card(_) => String::new(),
        };
        if let Some(card) = open.card(page) {
            let detail = OpenDetail { card: &card.id, term: &term, trigger: open.shown.trigger.as_str() };
            dispatch(&page.host, "open", &detail);
        }
    }
}

/// The card that was dispatched as open closes, if there is one.
pub fn dispatch_close(page: &Page, now: f64, reason: Reason) {
    if let Some((number, since)) = page.announced.take()
        && let Some(card) = page.cards.card(number)
    {
        let open_for = (now - since).round();
        dispatch(&page.host, "close", &CloseDetail { card: &card.id, reason: reason.as_str(), open_for });
    }
}

/// The reader follows a source, or a link in the text.
pub fn dispatch_source(page: &Page, open: &OpenCard, url: &str) {
    if let Some(card) = open.card(page) {
        dispatch(&page.host, "source", &SourceDetail { card: &card.id, url });
    }
}
