//! What does the page learn? The events of the public contract, each once.

use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::{Open, Widget};
use crate::intent::{Reason, Subject};
use crate::page::mark::Mention;
use crate::page::value;

impl Widget {
    pub(super) fn tell_open(&mut self, ctx: &Context<Self>) {
        let Some(open) = &mut self.open else { return };
        if std::mem::replace(&mut open.told, true) {
            return;
        }
        let Some(open) = &self.open else { return };
        let term = match open.shown.subject {
            Subject::Mention(mention) => ctx.props().page.borrow().marks.mentions().get(mention).map(Mention::text),
            Subject::Card(_) => None,
        };
        if let Some(card) = Self::card(ctx, open) {
            let trigger = open.shown.trigger.as_str();
            let term = term.unwrap_or_default();
            tell(ctx, "open", &[("card", card.id.as_str().into()), ("term", term.into()), ("trigger", trigger.into())]);
        }
    }

    pub(super) fn tell_close(ctx: &Context<Self>, open: &Open, now: f64, reason: Reason) {
        if let (true, Some(card)) = (open.told, Self::card(ctx, open)) {
            let open_for = (now - open.since).round().into();
            tell(
                ctx,
                "close",
                &[("card", card.id.as_str().into()), ("reason", reason.as_str().into()), ("openFor", open_for)],
            );
        }
    }
}

/// Tells the page. Nothing of ours is borrowed meanwhile: a site's listener may call back.
pub fn tell(ctx: &Context<Widget>, name: &str, detail: &[(&str, JsValue)]) {
    let host = ctx.props().page.borrow().host.clone();
    crate::page::tell(&host, &["context-cards:", name].concat(), &value::object(detail));
}
