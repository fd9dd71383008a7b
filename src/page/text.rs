//! Which text of an article may be marked? Blocks of text, with the text nodes they are made of, and nothing a reader
//! would not want marked: headings, links, controls, code, hidden and editable parts.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text};

use crate::matcher::BARRIER;

/// A text node whose words may be marked.
pub struct Piece {
    /// The node.
    pub node: Text,
    /// Where its text begins in the block, in UTF-16 units.
    pub start: usize,
    /// Its length, in UTF-16 units.
    pub length: usize,
}

/// Text that is read as one: a paragraph, a list item, a table cell.
#[derive(Default)]
pub struct Block {
    /// All its text; [`BARRIER`] stands wherever markable and other text meet.
    pub text: String,
    /// The markable nodes, in order.
    pub pieces: Vec<Piece>,
    /// Which section of the article it stands in.
    pub section: usize,
    length: usize,
}

impl Block {
    /// Whether it is still in the page as it was read; what a site has changed since is read anew.
    pub fn stands(&self) -> bool {
        self.pieces.iter().all(|piece| piece.node.is_connected() && piece.node.length() as usize == piece.length)
    }
}

/// A walk through an article, node by node, and what it has found.
pub struct Reading {
    /// Blocks with markable text, in order.
    pub blocks: Vec<Block>,
    /// `<context-term>` elements already there, with their section: a writer's, or ours from before.
    pub terms: Vec<(usize, Element)>,
    block: Block,
    section: usize,
    /// A selector of what is stepped over.
    absent: String,
    /// The elements that the walk is in.
    levels: Vec<Level>,
}

/// An element that the walk is in.
struct Level {
    next: Option<Node>,
    markable: bool,
    end: End,
}

/// What the end of an element means.
#[derive(Clone, Copy)]
enum End {
    Nothing,
    Block,
    Barrier,
}

/// Parts whose text a reader never reads as running text: they are stepped over.
const ABSENT: &str = "script,style,template,noscript,svg,math,canvas,iframe,object,video,audio,textarea,select,[hidden],\
    [aria-hidden=true],[data-context-cards=off],[contenteditable]:not([contenteditable=false]),context-cards";

/// Parts whose words count as the block's (for `near`) but are never marked: they do something else when pressed, or are
/// quoted letter by letter.
const SPOKEN_FOR: &str = "a,button,label,summary,input,option,code,pre,kbd,samp,[role=button],[role=link],[role=tab],\
    [role=menuitem],[role=checkbox],[role=radio],[role=switch],[role=option],[role=textbox]";

impl Reading {
    /// Stands before an article. `skip`: a CSS selector of further parts never marked; empty for none.
    pub fn begin(root: &Element, skip: &str) -> Self {
        let mut reading = Self {
            blocks: Vec::new(),
            terms: Vec::new(),
            block: Block::default(),
            section: 0,
            absent: if skip.is_empty() { ABSENT.to_owned() } else { [ABSENT, ",", skip].concat() },
            levels: Vec::new(),
        };
        reading.enter(root, true, End::Block);
        reading
    }

    /// Reads the next node. Returns whether there was one.
    pub fn step(&mut self) -> bool {
        let Some(level) = self.levels.last_mut() else { return false };
        let (markable, end) = (level.markable, level.end);
        let Some(node) = level.next.take() else {
            self.levels.pop();
            match end {
                End::Nothing => {}
                End::Block => self.end_block(),
                End::Barrier => self.push(BARRIER),
            }
            return true;
        };
        level.next = node.next_sibling();
        match node.node_type() {
            Node::TEXT_NODE => self.text(node.unchecked_ref(), markable),
            Node::ELEMENT_NODE => self.element(node.unchecked_ref(), markable),
            _ => {}
        }
        true
    }

    fn enter(&mut self, parent: &Node, markable: bool, end: End) {
        self.levels.push(Level { next: parent.first_child(), markable, end });
    }

    fn text(&mut self, node: &Text, markable: bool) {
        let text = node.data();
        let length = node.length() as usize;
        if markable {
            self.block.pieces.push(Piece { node: node.clone(), start: self.block.length, length });
        }
        self.block.text.push_str(&text);
        self.block.length += length;
    }

    fn element(&mut self, element: &Element, markable: bool) {
        let name = element.local_name();
        match name.as_str() {
            "br" => self.push(' '),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_block();
                self.section += 1;
            }
            "context-term" => {
                self.terms.push((self.section, element.clone()));
                self.aside(element);
            }
            _ if element.matches(&self.absent).unwrap_or(true) => self.push(BARRIER),
            _ if element.matches(SPOKEN_FOR).unwrap_or(true) => self.aside(element),
            "img" | "picture" | "input" => self.push(BARRIER),
            name if is_block(name) => {
                self.end_block();
                if name == "section" {
                    self.section += 1;
                }
                self.enter(element, markable, End::Block);
            }
            _ => self.enter(element, markable, End::Nothing),
        }
    }

    fn aside(&mut self, element: &Element) {
        self.push(BARRIER);
        self.enter(element, false, End::Barrier);
    }

    fn push(&mut self, one: char) {
        self.block.text.push(one);
        self.block.length += 1;
    }

    fn end_block(&mut self) {
        let mut block = std::mem::take(&mut self.block);
        if !block.pieces.is_empty() {
            block.section = self.section;
            self.blocks.push(block);
        }
    }
}

/// Elements that end a line of thought. By name, not by computed style: asking for styles would make the page lay out.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "td"
            | "th"
            | "dd"
            | "dt"
            | "figcaption"
            | "blockquote"
            | "section"
            | "article"
            | "aside"
            | "header"
            | "footer"
            | "main"
            | "nav"
            | "figure"
            | "ul"
            | "ol"
            | "dl"
            | "table"
            | "tr"
            | "tbody"
            | "thead"
            | "tfoot"
            | "caption"
            | "hr"
            | "address"
            | "details"
            | "fieldset"
            | "form"
            | "legend"
            | "hgroup"
            | "center"
    )
}
