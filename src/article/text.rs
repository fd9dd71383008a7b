//! Appends text as it is written in a document to a block: decodes its encoding and its character references.

use encoding_rs::{Encoding, UTF_8};

use super::block::{Block, Run};
use super::reference;

/// Appends `raw`, which stands at `start` of the document.
pub(super) fn append(block: &mut Block, raw: &[u8], start: usize, encoding: &'static Encoding, is_markable: bool) {
    let mut at = 0;
    while at < raw.len() {
        let end = memchr::memchr(b'&', &raw[at..]).map_or(raw.len(), |length| at + length);
        append_encoded(block, &raw[at..end], start + at, encoding, is_markable);
        at = end;
        if at < raw.len() {
            let (characters, length) = reference::decode(&raw[at..]).unwrap_or_else(|| ("&".to_owned(), 1));
            push(block, &characters, (start + at, length), is_markable, false);
            at += length;
        }
    }
}

/// Appends text without references.
fn append_encoded(block: &mut Block, raw: &[u8], start: usize, encoding: &'static Encoding, is_markable: bool) {
    if encoding != UTF_8 {
        return append_decoded(block, raw, start, encoding, is_markable);
    }
    if let Ok(text) = std::str::from_utf8(raw) {
        return push(block, text, (start, raw.len()), is_markable, true);
    }
    let mut at = start;
    for chunk in raw.utf8_chunks() {
        push(block, chunk.valid(), (at, chunk.valid().len()), is_markable, true);
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            push(block, "\u{FFFD}", (at, chunk.invalid().len()), is_markable, false);
            at += chunk.invalid().len();
        }
    }
}

/// Appends text of another encoding, in which an ASCII byte is an ASCII character wherever a character begins.
fn append_decoded(block: &mut Block, raw: &[u8], start: usize, encoding: &'static Encoding, is_markable: bool) {
    let mut at = 0;
    while at < raw.len() {
        let ascii = raw[at..].iter().take_while(|byte| byte.is_ascii()).count();
        let text = std::str::from_utf8(&raw[at..at + ascii]).unwrap_or_default();
        push(block, text, (start + at, ascii), is_markable, true);
        at += ascii;
        if at < raw.len() {
            let (character, length) = decode_one(&raw[at..], encoding);
            push(block, &character, (start + at, length), is_markable, false);
            at += length;
        }
    }
}

/// The longest character of any encoding that is read, in bytes (gb18030).
const LONGEST: usize = 4;

/// The first character, and the bytes it takes.
fn decode_one(raw: &[u8], encoding: &'static Encoding) -> (String, usize) {
    if encoding.is_single_byte() {
        return (encoding.decode_without_bom_handling(&raw[..1]).0.into_owned(), 1);
    }
    (1..=raw.len().min(LONGEST))
        .find_map(|length| {
            let text = encoding.decode_without_bom_handling_and_without_replacement(&raw[..length])?;
            Some((text.into_owned(), length))
        })
        .unwrap_or_else(|| ("\u{FFFD}".to_owned(), 1))
}

fn push(block: &mut Block, text: &str, (start, length): (usize, usize), is_markable: bool, is_verbatim: bool) {
    if text.is_empty() {
        return;
    }
    let at = block.text.len();
    block.text.push_str(text);
    if !is_markable {
        return;
    }
    let (text, bytes) = (at..block.text.len(), start..start + length);
    match block.runs.last_mut() {
        Some(last) if is_verbatim && last.is_verbatim && last.text.end == at && last.bytes.end == start => {
            (last.text.end, last.bytes.end) = (text.end, bytes.end);
        }
        _ => block.runs.push(Run { text, bytes, is_verbatim }),
    }
}
