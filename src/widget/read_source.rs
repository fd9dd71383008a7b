//! Reads an entry of `sources`, when a card first cites it.

use wasm_bindgen::JsValue;

use super::card_reader::CardReader;
use crate::deck::Source;
use crate::deck::url;

/// Reads a source; a fault in it refuses the card that cites it.
pub fn read_source(reader: &mut CardReader<'_>, raw: JsValue) -> Source {
    let raw = reader.object(raw);
    Source {
        id: reader.id(&raw),
        title: reader.text(&raw, "title"),
        publisher: reader.text(&raw, "publisher"),
        url: reader.address(&raw, "url", url::fault),
        date: reader.optional_date(&raw, "date"),
        archived: reader.optional_address(&raw, "archived", url::fault),
        quote: reader.optional_text(&raw, "quote"),
        accessed: reader.optional_date(&raw, "accessed"),
        lang: reader.optional_language(&raw, "lang"),
    }
}
