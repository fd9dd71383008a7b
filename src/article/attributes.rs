//! What the attributes of a start tag mean to the reading of an article.

use encoding_rs::Encoding;

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
    /// Adds an attribute of an element, by its name and its value as they are written.
    pub(super) fn add(&mut self, element: Name, (name, value): (&[u8], &[u8]), encoding: &'static Encoding) {
        let is = |known: &[u8]| name.eq_ignore_ascii_case(known);
        let text = || decoded(value, encoding);
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

/// An attribute's value as text, with its character references decoded.
fn decoded(value: &[u8], encoding: &'static Encoding) -> String {
    htmlize::unescape_attribute(encoding.decode_without_bom_handling(value).0).into_owned()
}
