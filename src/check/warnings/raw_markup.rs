//! Warns of markup that a page shows as it stands: HTML tags and entities, inline forms that do not close or have no place.

use crate::check::diagnostics::Diagnostics;
use crate::check::json::Json;
use crate::check::json_path::JsonPath;
use crate::check::texts::{for_each_span, for_each_text, is_inline, spans};
use crate::deck::markup::Span;
use crate::deck::quote::quote;

/// The fields that a page shows or matches. Those it does not know are reported as that.
const FIELDS: &[&str] = &[
    "alt",
    "archived",
    "author",
    "credit",
    "forms",
    "label",
    "license",
    "near",
    "publisher",
    "quote",
    "reason",
    "says",
    "src",
    "subtitle",
    "summary",
    "terms",
    "text",
    "title",
    "unit",
    "url",
    "value",
    "who",
    "x",
];

/// One warning for each text and each sort of markup: a text that was copied from a web page is full of it.
pub(super) fn warn(diagnostics: &mut Diagnostics, deck: &Json) {
    for_each_text(JsonPath::Root, deck, &mut |place, text| {
        if !field(place).is_some_and(|field| FIELDS.contains(&field)) {
            return;
        }
        let as_it_stands = " in it, which is shown and matched as it stands";
        if let Some(tag) = tag(text) {
            let advice = if is_inline(place) { instead_of(tag) } else { "take it out" };
            diagnostics.warn(place, &["has ", &quote(tag), as_it_stands, "; ", advice]);
        }
        if let Some((entity, character)) = entity(text) {
            let character =
                character.map_or("the character itself".to_owned(), |character| quote(&character.to_string()));
            diagnostics.warn(place, &["has ", &quote(entity), as_it_stands, "; write ", &character]);
        }
        if is_inline(place) {
            if let Some(form) = unclosed(text) {
                let message = " in it that is part of no form, and readers would see it";
                diagnostics.warn(place, &["has ", &quote(form), message, "; close the form, or take it out"]);
            }
        } else if let Some(form) = form(text) {
            let message =
                " in it, which only a summary, a status, a timeline's texts and views take; here readers would see it";
            diagnostics.warn(place, &["has ", form, message]);
        }
    });
}

/// The name of the field in which something stands, alone or in a list.
fn field(place: JsonPath<'_>) -> Option<&str> {
    match place {
        JsonPath::Key(_, key) => Some(key),
        JsonPath::Index(JsonPath::Key(_, key), _) => Some(*key),
        _ => None,
    }
}

/// The first HTML tag in a text. A mere `<` is none: `a < b > c`.
fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(start, _)| {
        let rest = &text[start..];
        let end = rest.find('>')?;
        let inside = rest[1..end].trim_start_matches('/').trim_end_matches('/');
        let name = inside.split_ascii_whitespace().next()?;
        let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        // A name behind a space is no tag, and what is no attribute neither.
        let is_tag = is_name && inside.starts_with(name) && (inside.trim_end() == name || inside.contains('='));
        is_tag.then_some(&rest[..=end])
    })
}

fn instead_of(tag: &str) -> &'static str {
    let name = tag.trim_matches(['<', '>', '/']).split_ascii_whitespace().next().unwrap_or_default();
    match name.to_ascii_lowercase().as_str() {
        "b" | "strong" => "write **words**",
        "i" | "em" | "cite" => "write *words*",
        "a" => "write [words](https://…)",
        _ => "take it out",
    }
}

/// The first HTML entity in a text, and the character it stands for, where that is known.
fn entity(text: &str) -> Option<(&str, Option<char>)> {
    // Those that content systems put where an editor typed the character.
    const NAMED: &[(&str, char)] = &[
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("apos", '\''),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("euro", '€'),
        ("aacute", 'á'),
        ("eacute", 'é'),
        ("iacute", 'í'),
        ("oacute", 'ó'),
        ("uacute", 'ú'),
        ("ntilde", 'ñ'),
        ("agrave", 'à'),
        ("egrave", 'è'),
        ("ccedil", 'ç'),
        ("auml", 'ä'),
        ("ouml", 'ö'),
        ("uuml", 'ü'),
        ("szlig", 'ß'),
    ];
    text.match_indices('&').find_map(|(start, _)| {
        let rest = &text[start..];
        // The longest name there is in HTML has 31 letters.
        let end = rest.char_indices().take(33).find_map(|(at, c)| (c == ';').then_some(at))?;
        let name = &rest[1..end];
        let character = if let Some(number) = name.strip_prefix('#') {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            // Those that cannot be seen are told by what they are.
            Some(char::from_u32(code.ok()?).filter(|c| !c.is_whitespace() && !c.is_control()))
        } else {
            let is_name =
                name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(|b| b.is_ascii_alphanumeric());
            is_name.then(|| NAMED.iter().find(|(known, _)| *known == name).map(|(_, character)| *character))
        };
        character.map(|character| (&rest[..=end], character))
    })
}

/// What was meant as a part of a form and is text: `**`, the beginning of a citation, the middle of a link.
fn unclosed(text: &str) -> Option<&'static str> {
    let mut found = None;
    for_each_span(&spans(text), &mut |span| {
        if let Span::Text(text) = span {
            let forms = ["**", "[^", "]("];
            found = found.or_else(|| forms.into_iter().find(|form| text.contains(form)));
        }
    });
    found
}

/// An inline form in a text that takes none. Single asterisks are left alone: they stand in names.
fn form(text: &str) -> Option<&'static str> {
    let mut found = None;
    for_each_span(&spans(text), &mut |span| {
        let form = match span {
            Span::Strong(_) => Some("**strong** words"),
            Span::Link { .. } => Some("a [link](https://…)"),
            Span::Cite(_) => Some("a citation [^…]"),
            Span::Text(_) | Span::Emphasis(_) => None,
        };
        found = found.or(form);
    });
    found
}

#[cfg(test)]
mod tests {
    use super::{entity, tag, unclosed};

    #[test]
    fn tags_are_told_from_other_angle_brackets() {
        let cases = [
            ("A <b>prison</b>.", Some("<b>")),
            ("A prison</p>", Some("</p>")),
            ("A<br/>B", Some("<br/>")),
            ("See <a href=\"https://a.example\">this</a>", Some("<a href=\"https://a.example\">")),
            ("a < b > c", None),
            ("a <b and c> d", None),
            ("1 <2> 3", None),
            ("<3", None),
            ("<>", None),
        ];
        for (text, expected) in cases {
            assert_eq!(tag(text), expected, "{text}");
        }
    }

    #[test]
    fn entities_are_told_from_other_ampersands() {
        let cases = [
            ("CECOT&rsquo;s", Some(("&rsquo;", Some('’')))),
            ("Smith &amp; Co.", Some(("&amp;", Some('&')))),
            ("a&nbsp;b", Some(("&nbsp;", None))),
            ("a&#8217;b", Some(("&#8217;", Some('’')))),
            ("a&#x2019;b", Some(("&#x2019;", Some('’')))),
            ("a&#160;b", Some(("&#160;", None))),
            ("Smith & Co; and others", None),
            ("AT&T; too", Some(("&T;", None))),
            ("Q&A", None),
            ("a &#; b", None),
        ];
        for (text, expected) in cases {
            assert_eq!(entity(text), expected, "{text}");
        }
    }

    #[test]
    fn forms_that_do_not_close() {
        let cases = [
            ("A **prison.", Some("**")),
            ("A prison.[^gazette", Some("[^")),
            ("See [this] (https://a.example)", None),
            ("See [this](https://a.example", Some("](")),
            ("2 * 3 and *emphasis*", None),
            ("**strong**[^a] [link](https://a.example)", None),
        ];
        for (text, expected) in cases {
            assert_eq!(unclosed(text), expected, "{text}");
        }
    }
}
