//! What keys and focus mean for the intent, and where Tab goes while a card is open.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusEvent, KeyboardEvent};

use super::listeners::InputListeners;
use super::mentions::tab_stop;
use super::pointer::is_in_link;
use crate::intent::{Event as Input, Target};
use crate::overlay::focus::{self, Tab};

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
            "Tab" if !modified && self.page.is_card_open.get() => match self.tab(target, event.shift_key()) {
                Some(tab) if tab.stays() => {
                    event.prevent_default();
                    tab.follow();
                }
                Some(tab) => self.page.quietly(|| tab.follow()),
                None => {}
            },
            _ => {}
        }
    }

    fn tab(&self, target: &JsValue, back: bool) -> Option<Tab> {
        let open = self.page.open.get();
        let on_stop = match self.over(target) {
            Target::Mention(mention) if Some(mention) == open => true,
            Target::Card => false,
            _ => return None,
        };
        let stop = open.and_then(|mention| self.page.mentions.lead(mention)).map(|lead| tab_stop(&lead));
        focus::tab(self.page.card()?, stop, on_stop, back)
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
        if event.related_target().is_none()
            && !page.quiet.get()
            && page.busy.get()
            && page.document.has_focus().unwrap_or(true)
        {
            self.input(Input::Focus { over: Target::Outside });
        }
    }
}
