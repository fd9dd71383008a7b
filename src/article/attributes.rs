//! What the attributes of a start tag mean to the reading of an article.

use std::borrow::Cow;

use lol_html::html_content::{Attribute, Element};

use super::element::{CONTEXT_TERM, HTML, Name};

/// What the attributes of a start tag mean.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is one attribute")]
pub(super) struct Attributes {
    pub is_self_closing: bool,
    /// `hidden`, `aria-hidden`, `contenteditable`, `data-context-cards=off`.
    pub is_absent: bool,
    /// A `role` that is pressed.
    pub is_unmarkable: bool,
    /// The selector of further parts that are never marked fits.
    pub is_skipped: bool,
    /// The selector of the article's elements fits.
    pub is_root: bool,
    pub lang: Option<String>,
    pub card: Option<String>,
    pub is_auto: bool,
    /// `<html amp>`.
    pub is_amp: bool,
}

impl Attributes {
    /// Reads those of a tag whose bytes are the first ones of `unread`, which stands at `start` of the document.
    pub(super) fn read(element: Name, tag: &Element<'_, '_>, (unread, start): (&[u8], usize)) -> Self {
        let mut attributes = Self::default();
        for attribute in tag.attributes() {
            let place = attribute.name_source_location().map(|location| location.bytes());
            let written =
                place.and_then(|bytes| unread.get(bytes.start.checked_sub(start)?..bytes.end.checked_sub(start)?));
            // One without a value stands nowhere, so it says.
            let name = written.map_or_else(|| Cow::Owned(attribute.name().into_bytes()), Cow::Borrowed);
            attributes.add(element, &name, attribute);
        }
        attributes
    }

    fn add(&mut self, element: Name, name: &[u8], attribute: &Attribute<'_>) {
        let is = |known: &[u8]| name.eq_ignore_ascii_case(known);
        let text = || decoded(&attribute.value());
        match name.len() {
            3 if element == HTML => self.is_amp |= is(b"amp") || is("⚡".as_bytes()),
            4 if is(b"lang") => self.lang = Some(text()),
            4 if is(b"role") => self.is_unmarkable |= ROLES.contains(&text().as_str()),
            4 if element == CONTEXT_TERM && is(b"card") => self.card = Some(text()),
            4 if element == CONTEXT_TERM && is(b"auto") => self.is_auto = true,
            6 if is(b"hidden") => self.is_absent = true,
            11 if is(b"aria-hidden") => self.is_absent |= text() == "true",
            15 if is(b"contenteditable") => self.is_absent |= !text().eq_ignore_ascii_case("false"),
            18 if is(b"data-context-cards") => self.is_absent |= text() == "off",
            _ => {}
        }
    }
}

/// Roles of what is pressed: `UNMARKABLE` of `text_walker.js`.
const ROLES: [&str; 9] = ["button", "link", "tab", "menuitem", "checkbox", "radio", "switch", "option", "textbox"];

/// An attribute's value with its character references decoded.
fn decoded(value: &str) -> String {
    htmlize::unescape_attribute(value).into_owned()
}
