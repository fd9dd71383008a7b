//! Cuts a document into start tags, end tags and text. `lol_html` tells which elements hold nothing but text, as scripts do, and where
//! that ends; all between them is read here, by the rules of the HTML standard's tokenizer. Asking `lol_html` for every start tag takes
//! twice as long, and for text and end tags as well four times.

use encoding_rs::Encoding;

use super::attributes::Attributes;
use super::element::Name;

/// What a document consists of.
#[derive(Debug)]
pub(super) enum Token<'a> {
    /// Text as it is written.
    Text(&'a [u8]),
    /// A start tag, and what its attributes mean.
    Start(Name, Attributes),
    /// An end tag.
    End(Name),
    /// A comment, or what is taken for one.
    Comment,
}

/// How the bytes of a document are to be understood.
#[derive(Clone, Copy)]
pub(super) struct Syntax {
    pub encoding: &'static Encoding,
    /// Nothing follows them.
    pub is_whole: bool,
    /// They are part of a drawing or formula.
    pub allows_cdata: bool,
}

/// So much text is handed out before its end is known, in bytes: one paragraph of news is far shorter.
const LONGEST_TEXT: usize = 1 << 20;

/// The token at the beginning of the bytes, and its length; `None` for markup that does not end, and unless the bytes are whole for text
/// that may go on.
pub(super) fn read(bytes: &[u8], syntax: Syntax) -> Option<(Token<'_>, usize)> {
    let text = text_length(bytes);
    if text == 0 {
        return markup(bytes, syntax);
    }
    let mut stop = text;
    if text == bytes.len() && !syntax.is_whole {
        if text < LONGEST_TEXT {
            return None;
        }
        // Words and references stay whole.
        stop = bytes.iter().rposition(u8::is_ascii_whitespace).map_or(text, |space| space + 1);
    }
    Some((Token::Text(&bytes[..stop]), stop))
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

/// The markup at the beginning of the bytes, and its length.
fn markup(bytes: &[u8], syntax: Syntax) -> Option<(Token<'_>, usize)> {
    let until = |start: usize, end: &[u8]| Some(memchr::memmem::find(bytes.get(start..)?, end)? + start + end.len());
    let comment = |length: Option<usize>| Some((Token::Comment, length?));
    match bytes.get(1)? {
        b'/' if bytes.get(2)?.is_ascii_alphabetic() => {
            let name = name_in(&bytes[2..]);
            let attributes = 2 + name.len();
            Some((Token::End(Name::of(name)), attributes + tag_end(&bytes[attributes..], &mut |_, _| {})?))
        }
        b'!' if bytes.starts_with(b"<!--") => comment(comment_end(&bytes[4..]).map(|end| end + 4)),
        b'!' if syntax.allows_cdata && bytes.starts_with(b"<![CDATA[") => comment(until(9, b"]]>")),
        b'/' | b'!' | b'?' => comment(until(2, b">")),
        _ => {
            let (name, attributes, length) = start_tag(bytes, syntax.encoding)?;
            Some((Token::Start(name, attributes), length))
        }
    }
}

/// The start tag at the beginning of the bytes: its name, what its attributes mean, and its length; `None` where it does not end.
pub(super) fn start_tag(bytes: &[u8], encoding: &'static Encoding) -> Option<(Name, Attributes, usize)> {
    let written = name_in(bytes.get(1..)?);
    let (name, start) = (Name::of(written), 1 + written.len());
    let mut attributes = Attributes::default();
    let length =
        start + tag_end(&bytes[start..], &mut |attribute, value| attributes.add(name, (attribute, value), encoding))?;
    attributes.is_self_closing = bytes[..length].ends_with(b"/>");
    Some((name, attributes, length))
}

/// The name at the beginning of a tag, from behind its angle bracket.
fn name_in(tag: &[u8]) -> &[u8] {
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

/// Where a tag ends, from behind its name, and its attributes by name and value as they are written: an angle bracket in a quoted value
/// ends no tag.
fn tag_end<'a>(bytes: &'a [u8], tell: &mut impl FnMut(&'a [u8], &'a [u8])) -> Option<usize> {
    let is_space = |byte: &u8| byte.is_ascii_whitespace();
    let mut at = 0;
    loop {
        at += bytes[at..].iter().position(|byte| !(is_space(byte) || *byte == b'/'))?;
        if bytes[at] == b'>' {
            return Some(at + 1);
        }
        let start = at;
        // An equals sign where a name is expected is the first character of one.
        at += 1 + bytes[at + 1..].iter().position(|byte| is_space(byte) || matches!(byte, b'/' | b'>' | b'='))?;
        let name = &bytes[start..at];
        at += bytes[at..].iter().position(|byte| !is_space(byte))?;
        let mut value = at..at;
        if bytes[at] == b'=' {
            at += 1;
            at += bytes[at..].iter().position(|byte| !is_space(byte))?;
            if let quote @ (b'"' | b'\'') = bytes[at] {
                at += 1;
                value = at..at + memchr::memchr(quote, &bytes[at..])?;
                at = value.end + 1;
            } else {
                value = at..at + bytes[at..].iter().position(|byte| is_space(byte) || *byte == b'>')?;
                at = value.end;
            }
        }
        tell(name, &bytes[value]);
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::UTF_8;

    use super::{Name, Syntax, Token, read};

    /// What a text consists of, and how much of it was read.
    fn tokens(html: &str, is_whole: bool) -> (Vec<String>, usize) {
        let (mut found, mut at) = (Vec::new(), 0);
        let syntax = Syntax { encoding: UTF_8, is_whole, allows_cdata: false };
        while let Some((token, length)) = html.as_bytes().get(at..).and_then(|rest| read(rest, syntax)) {
            at += length;
            found.extend(match token {
                Token::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
                Token::Start(name, attributes) => {
                    assert_eq!(name, Name::of(b"b"), "{html}");
                    Some(format!("+b{}", attributes.lang.unwrap_or_default()))
                }
                Token::End(name) => {
                    assert_eq!(name, Name::of(b"b"), "{html}");
                    Some("/b".to_owned())
                }
                Token::Comment => None,
            });
        }
        (found, at)
    }

    #[test]
    fn a_document_in_tokens() {
        let cases: [(&str, &str, &[&str]); 25] = [
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
            ("attributes", "<b x=1 lang=\"d&#101;\" y>c", &["+bde", "c"]),
            ("without quotes", "<b LANG=de/>c", &["+bde/", "c"]),
            ("space around the equals sign", "<b x lang\n=\t'd>e' y>c", &["+bd>e", "c"]),
            ("without a value", "<b lang>c", &["+b", "c"]),
            ("without a value behind the equals sign", "<b lang=>c", &["+b", "c"]),
            ("equals sign for a name", "<b =\">c", &["+b", "c"]),
            ("quote in a value without quotes", "<b x=y='>c", &["+b", "c"]),
            ("quote for a name", "<b \"lang=de\">c", &["+b", "c"]),
            ("slashes", "<b/lang=de//x/>c", &["+bde//x/", "c"]),
            ("unclosed value", "a<b lang='c>d", &["a"]),
        ];
        for (name, html, expected) in cases {
            let (found, read) = tokens(html, true);
            assert_eq!(read == html.len(), !name.starts_with("unclosed") && name != "nothing behind it", "{name}");
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn what_may_go_on_waits() {
        let cases =
            [("word", "a b", 0), ("end tag", "a</b", 1), ("comment", "a</b><!-- b --", 5), ("less than", "a</b><", 5)];
        for (name, html, expected) in cases {
            assert_eq!(tokens(html, false).1, expected, "{name}");
        }
    }
}
