//! Walks through the texts of a deck.

use crate::check::json::Json;
use crate::check::json_path::JsonPath;
use crate::deck::limits::text_fault;
use crate::deck::markup::{self, Span};

/// Calls `tell` with every text in a value, and where it stands; one that is too long is a fault, and costs no more than that.
pub(crate) fn for_each_text(place: JsonPath<'_>, json: &Json, tell: &mut dyn FnMut(JsonPath<'_>, &str)) {
    match json {
        Json::String(text) if text_fault(text).is_none() => tell(place, text),
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                for_each_text(place.index(index), item, tell);
            }
        }
        Json::Object(fields) => {
            for (key, value) in fields {
                for_each_text(place.key(key), value, tell);
            }
        }
        _ => {}
    }
}

/// Whether the text there takes the inline forms.
pub(crate) fn is_inline(place: JsonPath<'_>) -> bool {
    match place {
        JsonPath::Key(_, "summary" | "says") | JsonPath::Key(JsonPath::Key(_, "status"), "text") => true,
        JsonPath::Key(JsonPath::Index(JsonPath::Key(_, list), _), "text") => *list == "timeline",
        _ => false,
    }
}

/// The inline forms of a text, whatever it cites.
pub(crate) fn spans(text: &str) -> Vec<Span> {
    markup::parse(text, &mut |_| Some(0)).0
}

/// The addresses of the links in a text with inline forms.
pub(crate) fn links(text: &str) -> Vec<String> {
    let mut urls = Vec::new();
    for_each_span(&spans(text), &mut |span| {
        if let Span::Link { url, .. } = span {
            urls.push(url.clone());
        }
    });
    urls
}

/// Calls `tell` with each span, and with those inside it.
pub(crate) fn for_each_span(spans: &[Span], tell: &mut dyn FnMut(&Span)) {
    for span in spans {
        tell(span);
        if let Span::Emphasis(inner) | Span::Strong(inner) = span {
            for_each_span(inner, tell);
        }
    }
}
