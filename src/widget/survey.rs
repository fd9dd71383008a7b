//! Reads the cards that an article mentions, in slices between which the page has its turn, and reports those that are malformed.

use std::rc::Rc;
use std::vec::IntoIter;

use gloo::timers::callback::Timeout;
use web_sys::Element;

use super::component::Msg;
use super::page::Page;
use crate::dom::poison::is_poisoned;

/// Half a frame, in milliseconds: the other half is the page's. On a machine four times slower than the one that measures, a slice and the
/// card at its end still end well before the 50 ms after which a task is called long.
const SLICE: f64 = 8.0;

/// Reads them; those that were read already cost nothing.
pub fn survey(page: Rc<Page>) {
    let leads = page.leads().into_iter();
    read(page, leads);
}

fn read(page: Rc<Page>, mut leads: IntoIter<(Element, String)>) {
    if is_poisoned() || page.is_released() {
        return;
    }
    let until = page.now() + SLICE;
    while let Some((_, id)) = leads.next() {
        page.cards.number(&id);
        if page.now() >= until {
            Timeout::new(0, move || read(page, leads)).forget();
            return;
        }
    }
    page.report_refused();
    page.send(Msg::Surveyed);
}
