//! Bakes the articles of a feed: each `content:encoded`, as CDATA or with its markup escaped.

use std::convert::Infallible;
use std::ops::Range;

use memchr::memmem::find;

use super::appendix::hash;
use super::baker::{Baked, Baker};
use super::edits::{Insertion, Plan};
use super::error::BakeError;
use super::options::Format;
use super::unbake::own_parts;
use crate::article::encoding_name;

const START: &[u8] = b"<content:encoded";
const END: &[u8] = b"</content:encoded>";
const CDATA: &[u8] = b"<![CDATA[";
const CDATA_END: &[u8] = b"]]>";

/// Bytes of a document's beginning within which its first element is told: a declaration and comments stand before it.
const BEGINNING: usize = 1024;

/// Whether a document says that it is a feed of RSS: XML whose element is `rss`, or `rdf:RDF` as of version 1.
pub(super) fn is_feed(document: &[u8]) -> bool {
    begins_as_xml(document, &[b"<rss", b"<rdf:RDF"])
}

/// Whether it is a feed of Atom, whose articles are not baked.
pub(super) fn is_atom(document: &[u8]) -> bool {
    begins_as_xml(document, &[b"<feed"])
}

fn begins_as_xml(document: &[u8], elements: &[&[u8]]) -> bool {
    let start = document.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(document);
    let start = start[..start.len().min(BEGINNING)].trim_ascii_start();
    let is_xml = start.starts_with(b"<?xml");
    elements.iter().any(|element| start.starts_with(element) || is_xml && find(start, element).is_some())
}

/// The HTML of one article, as it stands in a feed.
struct Item<'a> {
    written: &'a [u8],
    /// Its markup is escaped.
    is_escaped: bool,
}

/// Bakes every article of a feed.
pub(super) fn bake(baker: &Baker, feed: &[u8]) -> Result<Baked, BakeError> {
    let charset = match &baker.options.charset {
        Some(charset) => charset.clone(),
        None => encoding_name(feed)?.to_owned(),
    };
    let mut result = Baked { html: Vec::with_capacity(feed.len() * 2), marks: 0, cards: Vec::new() };
    let mut html = Vec::with_capacity(feed.len() * 2);
    rewrite(feed, &mut html, &mut |item| {
        let original = item.original();
        let item = Item { written: &original, ..*item };
        let (markup, places) = item.markup();
        // Articles of a feed stand beside each other in a reader: each links to its own entries.
        let prefix = format!("context-{}-", &hash(&markup)[..8]);
        let plan = baker.plan(&markup, &prefix, Some(Format::Rss), Some(&charset))?;
        result.marks += plan.marks;
        for card in &plan.cards {
            if !result.cards.contains(card) {
                result.cards.push(card.clone());
            }
        }
        Ok::<_, BakeError>(item.write(plan, &places).apply(&original))
    })?;
    result.html = html;
    Ok(result)
}

/// A feed as it was before it was baked, to the byte.
#[must_use]
pub fn unbake_feed(feed: &[u8]) -> Vec<u8> {
    let mut original = Vec::with_capacity(feed.len());
    match rewrite(feed, &mut original, &mut |item| Ok::<_, Infallible>(item.original())) {
        Ok(()) => original,
        Err(never) => match never {},
    }
}

/// Copies a feed, and puts in place of each article what `change` makes of it.
fn rewrite<E>(
    feed: &[u8],
    output: &mut Vec<u8>,
    change: &mut dyn FnMut(&Item<'_>) -> Result<Vec<u8>, E>,
) -> Result<(), E> {
    let mut at = 0;
    while let Some(content) = next_content(feed, at) {
        if let Some((content, is_escaped)) = inside_cdata(feed, content) {
            output.extend_from_slice(&feed[at..content.start]);
            at = content.end;
            output.extend(change(&Item { written: &feed[content], is_escaped })?);
        }
        // Behind its end tag the next one begins.
        let Some(end) = find(&feed[at..], END) else { break };
        output.extend_from_slice(&feed[at..at + end + END.len()]);
        at += end + END.len();
    }
    output.extend_from_slice(&feed[at..]);
    Ok(())
}

/// The content of the next `content:encoded`.
fn next_content(feed: &[u8], at: usize) -> Option<Range<usize>> {
    let tag = at + find(&feed[at..], START)?;
    let start = tag + memchr::memchr(b'>', &feed[tag..])? + 1;
    Some(start..start + find(&feed[start..], END)?)
}

/// What of a content is HTML, and whether its markup is escaped; `None` where it is in several parts.
fn inside_cdata(feed: &[u8], content: Range<usize>) -> Option<(Range<usize>, bool)> {
    let written = &feed[content.clone()];
    let Some(start) = find(written, CDATA) else { return Some((content, true)) };
    let end = start + CDATA.len() + find(&written[start + CDATA.len()..], CDATA_END)?;
    let is_whole = written[..start].trim_ascii().is_empty() && written[end + CDATA_END.len()..].trim_ascii().is_empty();
    is_whole.then_some((content.start + start + CDATA.len()..content.start + end, false))
}

impl Item<'_> {
    /// The markup, and for each of its bytes, and for its end, where that is written.
    fn markup(&self) -> (Vec<u8>, Vec<usize>) {
        if !self.is_escaped {
            return (self.written.to_vec(), (0..=self.written.len()).collect());
        }
        let (mut markup, mut places, mut at) = (Vec::new(), Vec::new(), 0);
        while at < self.written.len() {
            let (byte, length) = decode(&self.written[at..]);
            markup.push(byte);
            places.push(at);
            at += length;
        }
        places.push(at);
        (markup, places)
    }

    /// What was written before the article was baked.
    fn original(&self) -> Vec<u8> {
        let (markup, places) = self.markup();
        let mut original = Vec::with_capacity(self.written.len());
        for own in own_parts(&markup) {
            original.extend_from_slice(&self.written[places[own.start]..places[own.end]]);
        }
        original
    }

    /// A plan for the markup as one for what is written.
    fn write(&self, mut plan: Plan, places: &[usize]) -> Plan {
        for Insertion { at, bytes } in &mut plan.insertions {
            *at = usize::try_from(*at).ok().and_then(|at| places.get(at)).map_or(*at, |place| *place as u64);
            if self.is_escaped {
                *bytes = escape(bytes);
            }
        }
        plan
    }
}

/// The references that XML has for characters of markup.
const REFERENCES: [(&[u8], u8); 9] = [
    (b"&lt;", b'<'),
    (b"&gt;", b'>'),
    (b"&amp;", b'&'),
    (b"&quot;", b'"'),
    (b"&apos;", b'\''),
    (b"&#60;", b'<'),
    (b"&#62;", b'>'),
    (b"&#38;", b'&'),
    (b"&#34;", b'"'),
];

/// The first byte of escaped markup, and how many bytes it is written in. Any other reference is one of the markup too.
fn decode(written: &[u8]) -> (u8, usize) {
    let reference = REFERENCES.iter().find(|(reference, _)| written[0] == b'&' && written.starts_with(reference));
    reference.map_or((written[0], 1), |(reference, byte)| (*byte, reference.len()))
}

fn escape(markup: &[u8]) -> Vec<u8> {
    let escaped = markup.iter().map(|byte| match byte {
        b'<' => b"&lt;".as_slice(),
        b'>' => b"&gt;",
        b'&' => b"&amp;",
        byte => std::slice::from_ref(byte),
    });
    escaped.collect::<Vec<_>>().concat()
}
