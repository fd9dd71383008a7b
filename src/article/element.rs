//! The elements that matter to the reading of an article: how a parser nests them, and what the finder does with their text.

use std::sync::LazyLock;

use bitflags::bitflags;

/// The name of an element, in any case: 64-bit FNV-1a of its lower-case bytes. A name made to collide with another one is taken for
/// it, which costs whoever made it a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name(u64);

impl Name {
    /// The name in these bytes.
    pub const fn of(bytes: &[u8]) -> Self {
        let (mut hash, mut at) = (0xcbf2_9ce4_8422_2325_u64, 0);
        while at < bytes.len() {
            hash = (hash ^ bytes[at].to_ascii_lowercase() as u64).wrapping_mul(0x0100_0000_01b3);
            at += 1;
        }
        Self(hash)
    }

    /// What the element is.
    pub fn traits(self) -> Traits {
        let mut at = self.slot();
        loop {
            match TRAITS[at] {
                Some((name, traits)) if name == self => return traits,
                Some(_) => at = (at + 1) % SLOTS,
                None => return Traits::empty(),
            }
        }
    }

    /// Where in the table it is looked for.
    #[allow(clippy::cast_possible_truncation, reason = "its last bits are as good as any")]
    fn slot(self) -> usize {
        self.0 as usize % SLOTS
    }
}

pub(super) const A: Name = Name::of(b"a");
pub(super) const ARTICLE: Name = Name::of(b"article");
pub(super) const BODY: Name = Name::of(b"body");
pub(super) const BR: Name = Name::of(b"br");
pub(super) const BUTTON: Name = Name::of(b"button");
pub(super) const CONTEXT_TERM: Name = Name::of(b"context-term");
pub(super) const DD: Name = Name::of(b"dd");
pub(super) const DT: Name = Name::of(b"dt");
pub(super) const HEAD: Name = Name::of(b"head");
pub(super) const HTML: Name = Name::of(b"html");
pub(super) const LI: Name = Name::of(b"li");
pub(super) const MAIN: Name = Name::of(b"main");
pub(super) const MATH: Name = Name::of(b"math");
pub(super) const P: Name = Name::of(b"p");
pub(super) const SECTION: Name = Name::of(b"section");
pub(super) const SVG: Name = Name::of(b"svg");
pub(super) const TABLE: Name = Name::of(b"table");
pub(super) const TEMPLATE: Name = Name::of(b"template");
pub(super) const TR: Name = Name::of(b"tr");

bitflags! {
    /// What an element is, to the parser and to the finder.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(super) struct Traits: u32 {
        /// Ends a line of thought (`BLOCKS` in `text_walker.js`).
        const BLOCK = 1;
        /// Beside the prose of an article (`ASIDE`).
        const ASIDE = 1 << 1;
        /// Never read as running text (`ABSENT`), and pictures, which a reader sees in its place.
        const ABSENT = 1 << 2;
        /// Read, but never marked (`UNMARKABLE`).
        const UNMARKABLE = 1 << 3;
        /// `h1` to `h6`.
        const HEADING = 1 << 4;
        /// Has no content.
        const VOID = 1 << 5;
        /// Ends an open paragraph.
        const CLOSES_P = 1 << 6;
        /// Stops the search for an open element ("has an element in scope").
        const SCOPE = 1 << 7;
        /// "Special" in the parser's rules: an end tag of something inline does not reach beyond it.
        const SPECIAL = 1 << 8;
        /// May stand in the head.
        const HEAD = 1 << 9;
        /// Its content is text up to its end tag.
        const RAW = 1 << 10;
        /// Goes on in the next block where it was not closed.
        const FORMATTING = 1 << 11;
        /// A row, cell or other part of a table.
        const TABLE_PART = 1 << 12;
        /// Text may not stand in it directly: the parser moves it in front of the table.
        const FOSTERS = 1 << 13;
        /// What is formatted in it ends with it.
        const MARKER = 1 << 14;
        /// Ends a drawing or formula in which it stands.
        const BREAKS_OUT = 1 << 15;
        /// HTML in a drawing or formula.
        const INTEGRATION = 1 << 16;
    }
}

/// The traits, each with the elements that have it: the lists of `text_walker.js`, then those of the HTML standard's parser.
pub(super) const LISTS: &[(Traits, &str)] = &[
    (
        Traits::BLOCK,
        "p div li td th dd dt figcaption blockquote section article aside header footer main nav figure ul ol dl table tr tbody thead \
         tfoot caption hr address details fieldset form legend hgroup center",
    ),
    (Traits::ASIDE, "figcaption caption aside nav footer"),
    (
        Traits::ABSENT,
        "script style template noscript svg math canvas iframe object video audio textarea select context-cards img picture",
    ),
    // Text that a browser shows nowhere or only when it is very old, and the document's head.
    (Traits::ABSENT, "head title xmp noembed noframes plaintext frameset"),
    (Traits::UNMARKABLE, "a button label summary input option code pre kbd samp"),
    (Traits::HEADING, "h1 h2 h3 h4 h5 h6"),
    (
        Traits::VOID,
        "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr",
    ),
    (
        Traits::CLOSES_P,
        "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu \
         nav ol p search section summary ul h1 h2 h3 h4 h5 h6 pre listing form table hr xmp plaintext li dd dt",
    ),
    (Traits::SCOPE, "applet caption html table td th marquee object template"),
    (
        Traits::SPECIAL,
        "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir \
         div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe \
         img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre \
         script search section select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp",
    ),
    (Traits::HEAD, "base basefont bgsound link meta title noscript noframes style script template"),
    (Traits::RAW, "script style textarea title xmp iframe noembed noframes noscript plaintext"),
    (Traits::FORMATTING, "a b big code em font i nobr s small strike strong tt u"),
    (Traits::TABLE_PART, "caption colgroup col tbody thead tfoot tr td th"),
    (Traits::FOSTERS, "table tbody thead tfoot tr"),
    (Traits::MARKER, "applet caption marquee object td template th"),
    (
        Traits::BREAKS_OUT,
        "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p \
         pre ruby s small span strong strike sub sup table tt u ul var",
    ),
    (Traits::INTEGRATION, "desc title foreignobject mi mo mn ms mtext annotation-xml"),
];

/// Slots of the table: several for each name, so that most are found where they are first looked for.
const SLOTS: usize = 1024;

/// A hash table of what elements are.
type Table = Box<[Option<(Name, Traits)>]>;

/// By name.
static TRAITS: LazyLock<Table> = LazyLock::new(|| {
    let mut table = vec![None; SLOTS].into_boxed_slice();
    for (traits, names) in LISTS {
        for name in names.split_whitespace().map(|name| Name::of(name.as_bytes())) {
            let mut at = name.slot();
            while table[at].is_some_and(|(other, _)| other != name) {
                at = (at + 1) % SLOTS;
            }
            table[at].get_or_insert((name, Traits::empty())).1 |= *traits;
        }
    }
    table
});

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{LISTS, Traits};

    /// What the page's finder steps over, never marks, or takes for a block is the same here.
    #[test]
    fn lists_are_those_of_the_page() {
        let script = include_str!("../../www/finder/text_walker.js");
        let cases = [
            ("ABSENT", Traits::ABSENT, "img picture"),
            ("UNMARKABLE", Traits::UNMARKABLE, ""),
            ("BLOCKS", Traits::BLOCK, ""),
            ("ASIDE", Traits::ASIDE, ""),
        ];
        for (name, wanted, more) in cases {
            let (_, rest) = script.split_once(&format!("const {name} =")).expect("the list");
            let (list, _) = rest.split_once(";\n").expect("its end");
            let words = list.split('"').skip(1).step_by(2).collect::<String>();
            let in_page: BTreeSet<&str> = words
                .split([' ', ','])
                .filter(|word| !word.is_empty() && !word.contains('['))
                .chain(more.split_whitespace())
                .collect();
            let (_, names) = LISTS.iter().find(|(traits, _)| *traits == wanted).expect("the list");
            assert_eq!(names.split_whitespace().collect::<BTreeSet<_>>(), in_page, "{name}");
        }
    }
}
