//! Reports the placeholders of a starter deck that an editor has not replaced yet.

use crate::check::diagnostics::{Diagnostic, Diagnostics, Unknown};
use crate::check::json::Json;
use crate::check::json_path::JsonPath;
use crate::check::texts::for_each_text;
use crate::deck::placeholder::unwritten;
use crate::deck::quote::push_on_one_line;

/// So much of what a placeholder asks for is told, in characters: the rest can be read where it stands.
const LONGEST: usize = 100;

/// Every text of the deck that still holds a placeholder.
pub(crate) fn unfinished(deck: &Json) -> Vec<Diagnostic> {
    let mut diagnostics = Diagnostics::new(Unknown::Fault);
    for_each_text(JsonPath::Root, deck, &mut |place, text| {
        if let Some(what) = unwritten(text) {
            let mut line = String::new();
            push_on_one_line(&mut line, what, LONGEST);
            diagnostics.unfinished(place, &["still says [write: …]", "; write ", &line]);
        }
    });
    diagnostics.finish()
}
