//! Which encoding a document is in: by its byte order mark, by its declaration, else UTF-8.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::ArticleError;

/// Where a declaration must stand, by the HTML standard: in the first bytes.
pub(super) const PRESCAN: usize = 1024;

/// The encoding of a document that begins with these bytes (as many as there are, at least [`PRESCAN`] of a longer one), and how many
/// of them are its byte order mark. `given`: the charset that came with it, such as that of the header `Content-Type`, which wins
/// over a declaration.
pub(super) fn encoding_of(start: &[u8], given: Option<&str>) -> Result<(&'static Encoding, usize), ArticleError> {
    let (encoding, mark) = match Encoding::for_bom(start) {
        Some(found) => found,
        None => (label(start, given)?, 0),
    };
    if encoding == UTF_16LE || encoding == UTF_16BE || !encoding.is_ascii_compatible() {
        return Err(ArticleError::Encoding(encoding.name().to_owned()));
    }
    // UTF-16 without its mark has a null in every other byte.
    if encoding == UTF_8 && mark == 0 && start.len() >= 4 && (start[..4] == *b"<\0!\0" || start[..4] == *b"\0<\0!") {
        return Err(ArticleError::Encoding("UTF-16".to_owned()));
    }
    Ok((encoding, mark))
}

/// The name of the encoding of a document, by its byte order mark and its declaration.
///
/// # Errors
///
/// [`ArticleError::Encoding`] for one that cannot be read.
pub fn encoding_name(document: &[u8]) -> Result<&'static str, ArticleError> {
    encoding_of(document, None).map(|(encoding, _)| encoding.name())
}

fn label(start: &[u8], given: Option<&str>) -> Result<&'static Encoding, ArticleError> {
    let start = &start[..start.len().min(PRESCAN)];
    let unknown = |label: &str| ArticleError::Encoding(label.to_owned());
    if let Some(label) = given {
        return Encoding::for_label(label.as_bytes()).ok_or_else(|| unknown(label));
    }
    let Some(declared) = declaration(start) else { return Ok(UTF_8) };
    let encoding = Encoding::for_label(declared).ok_or_else(|| unknown(&String::from_utf8_lossy(declared)))?;
    // Whoever can read the declaration is not reading UTF-16.
    Ok(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// The label in `<meta charset=…>`, `<meta … content="…charset=…">` or `<?xml … encoding="…"?>`.
fn declaration(start: &[u8]) -> Option<&[u8]> {
    if start.starts_with(b"<?xml") {
        let end = find(start, b"?>")?;
        if let Some(at) = find(&start[..end], b"encoding") {
            return value(&start[at + 8..end]);
        }
    }
    let mut rest = start;
    loop {
        rest = &rest[memchr::memchr(b'<', rest)?..];
        if rest.starts_with(b"<!--") {
            rest = &rest[4..];
            rest = &rest[find(rest, b"-->")?..];
        } else if starts_with_ignoring_case(rest, b"<meta")
            && rest.get(5).is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/')
        {
            let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
            let mut tag = &rest[5..end];
            while let Some(at) = find(tag, b"charset") {
                tag = &tag[at + 7..];
                if let Some(label) = value(tag) {
                    return Some(label);
                }
            }
            rest = &rest[end..];
        } else {
            rest = &rest[1..];
        }
    }
}

/// What stands behind an equals sign, with or without quotes.
fn value(text: &[u8]) -> Option<&[u8]> {
    let text = text.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (text, end): (_, &dyn Fn(&u8) -> bool) = match text.first()? {
        quote @ (b'"' | b'\'') => (&text[1..], &move |byte| byte == quote),
        _ => (text, &|byte| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b';' | b'>' | b'/')),
    };
    let label = text[..text.iter().position(end).unwrap_or(text.len())].trim_ascii();
    (!label.is_empty()).then_some(label)
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).position(|part| part.eq_ignore_ascii_case(word))
}

fn starts_with_ignoring_case(text: &[u8], start: &[u8]) -> bool {
    text.get(..start.len()).is_some_and(|text| text.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::encoding_of;

    /// A name, bytes, the charset that came with them, and the encoding or what the error names.
    type Row<'a> = (&'a str, &'a [u8], Option<&'a str>, Result<&'a str, &'a str>);

    #[test]
    fn declarations() {
        let cases: [Row; 14] = [
            ("nothing said", b"<p>", None, Ok("UTF-8")),
            ("mark of UTF-8", b"\xEF\xBB\xBF<meta charset=latin1>", None, Ok("UTF-8")),
            ("meta", b"<html><meta charset=\"windows-1252\">", None, Ok("windows-1252")),
            ("without quotes", b"<META CharSet=ISO-8859-2>", None, Ok("ISO-8859-2")),
            (
                "http-equiv",
                b"<meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>",
                None,
                Ok("Shift_JIS"),
            ),
            ("latin 1 is windows-1252", b"<meta charset=iso-8859-1>", None, Ok("windows-1252")),
            ("in a comment", b"<!-- <meta charset=koi8-r> --><p>", None, Ok("UTF-8")),
            ("in a comment, then one", b"<!-- <meta charset=koi8-r> --><meta charset=gbk>", None, Ok("GBK")),
            ("XML", b"<?xml version='1.0' encoding='windows-1251'?><html>", None, Ok("windows-1251")),
            ("said beside it", b"<meta charset=koi8-r>", Some("windows-1252"), Ok("windows-1252")),
            ("UTF-16 by a declaration that can be read", b"<meta charset=utf-16>", None, Ok("UTF-8")),
            ("UTF-16 by its mark", b"\xFF\xFE<\0p\0", None, Err("UTF-16LE")),
            ("no such encoding", b"<meta charset=utf-9>", None, Err("utf-9")),
            ("escapes", b"<meta charset=iso-2022-jp>", None, Err("ISO-2022-JP")),
        ];
        for (name, bytes, given, expected) in cases {
            let found = encoding_of(bytes, given).map(|(encoding, _)| encoding.name());
            match (found, expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{name}"),
                (Err(error), Err(expected)) => assert!(error.to_string().contains(expected), "{name}: {error}"),
                (found, expected) => panic!("{name}: {found:?}, not {expected:?}"),
            }
        }
    }
}
