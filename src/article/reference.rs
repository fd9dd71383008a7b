//! Decodes one character reference (`&amp;`, `&#8217;`) at the beginning of a text.

/// The characters that a reference stands for, and the bytes it takes; `None` where the ampersand is only that.
pub(super) fn decode(text: &[u8]) -> Option<(String, usize)> {
    let rest = text.strip_prefix(b"&")?;
    let length = if let Some(digits) = rest.strip_prefix(b"#") { numeric(digits)? + 2 } else { return named(text) };
    let reference = std::str::from_utf8(&text[..length]).ok()?;
    let characters = htmlize::unescape(reference).into_owned();
    (characters != reference).then_some((characters, length))
}

/// How many bytes the number of a reference takes, with its semicolon.
fn numeric(digits: &[u8]) -> Option<usize> {
    let is_hex = matches!(digits.first(), Some(b'x' | b'X'));
    let start = usize::from(is_hex);
    let count = digits[start..]
        .iter()
        .take_while(|byte| if is_hex { byte.is_ascii_hexdigit() } else { byte.is_ascii_digit() })
        .count();
    let end = start + count;
    (count > 0).then_some(end + usize::from(digits.get(end) == Some(&b';')))
}

/// The longest name that the text begins with: `&notit;` begins with `&not`.
fn named(text: &[u8]) -> Option<(String, usize)> {
    let letters =
        text[1..].iter().take(htmlize::ENTITY_MAX_LENGTH).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let whole = 1 + letters + usize::from(text.get(1 + letters) == Some(&b';'));
    (2..=whole).rev().find_map(|length| {
        let characters = htmlize::ENTITIES.get(&text[..length])?;
        Some((String::from_utf8(characters.to_vec()).ok()?, length))
    })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn references() {
        let cases = [
            ("&amp; more", Some(("&", 5))),
            ("&amp more", Some(("&", 4))),
            ("&eacute;t", Some(("é", 8))),
            ("&notit;", Some(("¬", 4))),
            ("&notin;", Some(("∉", 7))),
            ("&#8217;s", Some(("’", 7))),
            ("&#x2019s", Some(("’", 7))),
            ("&#128;", Some(("€", 6))),
            ("&#0;", Some(("\u{FFFD}", 4))),
            ("&#;", None),
            ("&", None),
            ("& and", None),
            ("&nosuchname;", None),
            ("no reference", None),
        ];
        for (text, expected) in cases {
            assert_eq!(decode(text.as_bytes()), expected.map(|(text, length)| (text.to_owned(), length)), "{text}");
        }
    }
}
