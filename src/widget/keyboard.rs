//! What keys and focus mean for the intent, and where Tab goes while a card is open.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent};

use super::listeners::InputListeners;
use super::pointer::is_in_link;
use crate::intent::{Event as Input, Target};

impl InputListeners {
    pub(super) fn key(&self, event: &KeyboardEvent, target: &JsValue) {
        // While an input method composes, Escape and Enter are its keys (229 in engines that do not say so otherwise).
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        // WebKitGTK does not know its own Shift+Tab by name.
        let key = if event.key_code() == 9 { "Tab".into() } else { event.key() };
        match key.as_str() {
            "Escape" if self.page.busy.get() => {
                if self.page.is_card_open.get() {
                    event.prevent_default();
                    event.stop_propagation();
                }
                self.input(Input::Escape);
            }
            "Enter" | " " if !modified && !event.repeat() => {
                // On a link the space bar scrolls.
                if key == " " && is_in_link(target) {
                    return;
                }
                if let Target::Mention(mention) = self.over(target) {
                    event.prevent_default();
                    self.input(Input::Activate { mention });
                }
            }
            "Tab" if !modified && self.page.is_card_open.get() => self.tab(event, target),
            _ => {}
        }
    }

    /// Moves the focus from the open card's term into the card, and from the card past it or back to its term.
    fn tab(&self, event: &KeyboardEvent, target: &JsValue) {
        let page = &self.page;
        let (Some(card), open, back) = (page.card(), page.open.get(), event.shift_key()) else { return };
        let on_stop = match self.over(target) {
            Target::Mention(mention) if Some(mention) == open => true,
            Target::Card => false,
            _ => return,
        };
        let lead = open.and_then(|mention| page.mentions.lead(mention));
        let stop: Option<HtmlElement> = lead.map(|lead| page.callbacks.tab_stop(&lead));
        let Some(to) = page.browser().tab_target(card, stop.as_deref(), on_stop, back) else { return };
        // Before its term, and after its last stop, the browser's own move goes on.
        if on_stop == back {
            page.quietly(|| page.browser().pass_card(&to, card));
        } else {
            event.prevent_default();
            page.browser().give_focus(&to);
        }
    }

    pub(super) fn focused(&self, target: &JsValue) {
        if self.page.quiet.get() {
            return;
        }
        let over = self.wanted(self.over(target));
        // A press focuses a term too; only a focus the browser would show is the keyboard's. One that is gone again shows nothing.
        let shown = |element: &Element| element.matches(":focus-visible").unwrap_or(true);
        let counts = match over {
            Target::Mention(_) => target.dyn_ref().is_some_and(shown),
            Target::Card => true,
            Target::Outside => self.page.busy.get(),
        };
        if counts {
            self.input(Input::Focus { over });
        }
    }

    /// Focus went nowhere. Not when the whole window lost it: the reader comes back to what was open.
    pub(super) fn blurred(&self, event: &FocusEvent) {
        let page = &self.page;
        if event.related_target().is_none() && !page.quiet.get() && page.busy.get() && page.callbacks.has_focus() {
            self.input(Input::Focus { over: Target::Outside });
        }
    }
}
