//! Cuts a document into start tags, end tags and text, each with its bytes. `lol_html` finds the start tags and the ends of scripts
//! and the like; what lies between them holds nothing but text, end tags and comments, and is read here. Asking `lol_html` for text
//! and end tags as well takes four times as long.

use std::ops::Range;

use super::element::Name;

/// What stands between start tags.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text as it is written, and where it begins.
    Text(&'a [u8], usize),
    /// An end tag.
    End(Name, Range<usize>),
    /// A start tag of which `lol_html` has not told, as it does behind a title in a drawing; and whether it closes itself.
    Start(Name, Range<usize>, bool),
}

/// So much text is handed out before its end is known, in bytes: one paragraph of news is far shorter.
const LONGEST_TEXT: usize = 1 << 20;

/// Reads the tokens of `gap`, which stands at `start` of the document. `allows_cdata`: it is part of a drawing or formula. Returns how
/// many bytes were read: without markup that does not end, and unless `is_whole` without text that may go on.
pub(super) fn read_gap(
    gap: &[u8],
    start: usize,
    (is_whole, allows_cdata): (bool, bool),
    tell: &mut dyn FnMut(Token<'_>),
) -> usize {
    let mut at = 0;
    while at < gap.len() {
        let end = at + text_length(&gap[at..]);
        if end > at {
            let mut stop = end;
            if end == gap.len() && !is_whole {
                if end - at < LONGEST_TEXT {
                    return at;
                }
                // Words and references stay whole.
                stop = gap[at..end].iter().rposition(u8::is_ascii_whitespace).map_or(end, |space| at + space + 1);
            }
            tell(Token::Text(&gap[at..stop], start + at));
            if stop < end {
                return stop;
            }
            at = end;
            continue;
        }
        // What never ends is dropped by a parser.
        let Some(length) = markup_length(&gap[at..], allows_cdata) else { return at };
        let (markup, whole) = (&gap[at..at + length], start + at..start + at + length);
        at += length;
        match markup {
            [b'<', b'/', name @ ..] if name[0].is_ascii_alphabetic() => {
                tell(Token::End(Name::of(name_in(name)), whole));
            }
            [b'<', name @ ..] if name[0].is_ascii_alphabetic() => {
                tell(Token::Start(Name::of(name_in(name)), whole, markup.ends_with(b"/>")));
            }
            _ => {}
        }
    }
    at
}

/// How much of the bytes is text: an opening angle bracket before anything but a letter, `/`, `!` and `?` is text too.
fn text_length(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'<', bytes)
        .find(|at| match bytes.get(at + 1) {
            None => true,
            Some(next) => next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'),
        })
        .unwrap_or(bytes.len())
}

/// The length of the markup at the beginning of the bytes; `None` where it does not end.
fn markup_length(bytes: &[u8], allows_cdata: bool) -> Option<usize> {
    let until = |start: usize, end: &[u8]| Some(memchr::memmem::find(bytes.get(start..)?, end)? + start + end.len());
    let tag = |start: usize| {
        let name = name_in(&bytes[start..]).len();
        Some(start + name + tag_end(&bytes[start + name..])?)
    };
    match bytes.get(1)? {
        b'/' => match bytes.get(2)? {
            byte if byte.is_ascii_alphabetic() => tag(2),
            _ => until(2, b">"),
        },
        b'!' if bytes.starts_with(b"<!--") => Some(4 + comment_end(&bytes[4..])?),
        b'!' if allows_cdata && bytes.starts_with(b"<![CDATA[") => until(9, b"]]>"),
        b'!' | b'?' => until(2, b">"),
        _ => tag(1),
    }
}

/// The name at the beginning of a tag, from behind its angle bracket.
pub(super) fn name_in(tag: &[u8]) -> &[u8] {
    let end = tag.iter().position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
    &tag[..end.unwrap_or(tag.len())]
}

/// Where a comment ends, from behind its `<!--`.
fn comment_end(text: &[u8]) -> Option<usize> {
    if text.starts_with(b">") {
        return Some(1);
    }
    if text.starts_with(b"->") {
        return Some(2);
    }
    let is_end = |at: &usize| text[..*at].ends_with(b"--") || text[..*at].ends_with(b"--!");
    memchr::memchr_iter(b'>', text).find(is_end).map(|at| at + 1)
}

/// Where a tag ends, from behind its name: an angle bracket in a quoted value is none.
fn tag_end(attributes: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(byte) = attributes.get(at) {
        at += match byte {
            b'>' => return Some(at + 1),
            b'=' => {
                let value = at + 1 + attributes[at + 1..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                match attributes.get(value) {
                    Some(quote @ (b'"' | b'\'')) => value + 2 + memchr::memchr(*quote, &attributes[value + 1..])? - at,
                    _ => 1,
                }
            }
            _ => 1,
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Name, Token, read_gap};

    #[test]
    fn what_stands_between_start_tags() {
        let cases: [(&str, &str, &[&str]); 15] = [
            ("text", "a b", &["a b"]),
            ("end tag", "a</b>c", &["a", "/b", "c"]),
            ("capitals and attributes", "a</B x='>' y=1>c", &["a", "/b", "c"]),
            ("no end tag", "a</>c", &["a", "c"]),
            ("odd end tag", "a</ b>c", &["a", "c"]),
            ("comment", "a<!-- <b> > -- --->c", &["a", "c"]),
            ("short comments", "a<!-->b<!--->c<!----!>d", &["a", "b", "c", "d"]),
            ("odd comment", "a<!x>b<?y>c", &["a", "b", "c"]),
            ("less than", "a < b <3 c", &["a < b <3 c"]),
            ("nothing behind it", "a <", &["a "]),
            ("unclosed comment", "a<!-- b", &["a"]),
            ("unclosed end tag", "a</b", &["a"]),
            ("start tag", "a<b x='>' y>c", &["a", "+b", "c"]),
            ("unclosed start tag", "a<b c", &["a"]),
            ("CDATA of no drawing", "a<![CDATA[b]]>c", &["a", "c"]),
        ];
        for (name, html, expected) in cases {
            let mut found = Vec::new();
            let read = read_gap(html.as_bytes(), 7, (true, false), &mut |token| {
                found.push(match token {
                    Token::Text(text, at) => {
                        assert_eq!(&html.as_bytes()[at - 7..at - 7 + text.len()], text, "{name}");
                        String::from_utf8_lossy(text).into_owned()
                    }
                    Token::End(tag, _) => {
                        assert_eq!(tag, Name::of(b"b"), "{name}");
                        "/b".to_owned()
                    }
                    Token::Start(tag, _, is_closed) => {
                        assert_eq!((tag, is_closed), (Name::of(b"b"), false), "{name}");
                        "+b".to_owned()
                    }
                });
            });
            assert_eq!(read == html.len(), !name.starts_with("unclosed") && name != "nothing behind it", "{name}");
            // A text with an angle bracket in it may come in parts.
            let joined = |parts: &[String]| parts.concat();
            let expected: Vec<String> = expected.iter().map(|part| (*part).to_owned()).collect();
            assert_eq!(joined(&found), joined(&expected), "{name}");
        }
    }

    #[test]
    fn what_may_go_on_waits() {
        let cases =
            [("word", "a b", 0), ("end tag", "a</b", 1), ("comment", "a</b><!-- b --", 5), ("less than", "a</b><", 5)];
        for (name, html, expected) in cases {
            assert_eq!(read_gap(html.as_bytes(), 0, (false, false), &mut |_| {}), expected, "{name}");
        }
    }
}
