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

/// What one walk through an article found.
#[derive(Default)]
pub struct Reading {
    /// Blocks with markable text, in order.
    pub blocks: Vec<Block>,
    /// `<context-term>` elements already there, with their section: a writer's, or ours from before.
    pub terms: Vec<(usize, Element)>,
    block: Block,
    section: usize,
}

/// Parts whose text a reader never reads as running text: they are stepped over.
const ABSENT: &str = "script,style,template,noscript,svg,math,canvas,iframe,object,video,audio,textarea,select,[hidden],\
    [aria-hidden=true],[data-context-cards=off],[contenteditable]:not([contenteditable=false]),context-cards";

/// Parts whose words count as the block's (for `near`) but are never marked: they do something else when pressed, or are
/// quoted letter by letter.
const SPOKEN_FOR: &str = "a,button,label,summary,input,option,code,pre,kbd,samp,[role=button],[role=link],[role=tab],\
    [role=menuitem],[role=checkbox],[role=radio],[role=switch],[role=option],[role=textbox]";

impl Reading {
    /// Walks through an article. `skip`: a CSS selector of further parts never marked; empty for none.
    pub fn of(root: &Element, skip: &str) -> Self {
        let absent = if skip.is_empty() { ABSENT.to_owned() } else { [ABSENT, ",", skip].concat() };
        let mut reading = Self::default();
        reading.children(root, &absent, true);
        reading.end_block();
        reading
    }

    fn children(&mut self, parent: &Node, absent: &str, markable: bool) {
        let mut next = parent.first_child();
        while let Some(node) = next {
            match node.node_type() {
                Node::TEXT_NODE => self.text(node.unchecked_ref(), markable),
                Node::ELEMENT_NODE => self.element(node.unchecked_ref(), absent, markable),
                _ => {}
            }
            next = node.next_sibling();
        }
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

    fn element(&mut self, element: &Element, absent: &str, markable: bool) {
        let name = element.local_name();
        match name.as_str() {
            "br" => self.push(' '),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_block();
                self.section += 1;
            }
            "context-term" => {
                self.terms.push((self.section, element.clone()));
                self.aside(element, absent);
            }
            _ if element.matches(absent).unwrap_or(true) => self.push(BARRIER),
            _ if element.matches(SPOKEN_FOR).unwrap_or(true) => self.aside(element, absent),
            "img" | "picture" | "input" => self.push(BARRIER),
            name if is_block(name) => {
                self.end_block();
                if name == "section" {
                    self.section += 1;
                }
                self.children(element, absent, markable);
                self.end_block();
            }
            _ => self.children(element, absent, markable),
        }
    }

    fn aside(&mut self, element: &Element, absent: &str) {
        self.push(BARRIER);
        self.children(element, absent, false);
        self.push(BARRIER);
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
