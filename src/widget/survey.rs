//! Reads the cards that an article mentions, in slices, and reports those that are malformed.

use std::rc::Rc;

use super::component::Msg;
use super::page::Page;
use crate::dom::time_slice::{Slice, in_slices};

/// Reads them; those that were read already cost nothing.
pub fn survey(page: Rc<Page>) {
    let mut ids: Vec<String> = page.leads().into_iter().map(|(_, id)| id).collect();
    ids.sort_unstable();
    ids.dedup();
    let window = page.window.clone();
    let work = move |slice: &Slice| {
        if page.is_released() {
            return true;
        }
        while let Some(id) = ids.pop() {
            page.cards.number(&id);
            if slice.should_yield() {
                return false;
            }
        }
        page.report_refused();
        page.send(Msg::Surveyed);
        true
    };
    in_slices(window, Box::new(work));
}
