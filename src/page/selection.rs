//! What has the reader selected, and how does it stay selected while text nodes move?

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, Range, Text};

/// Whether the reader has text selected. The browser lays out the page to answer, where it has changed.
pub fn is_selected(document: &Document) -> bool {
    let selection = document.get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Runs a change that moves text nodes but no text, and leaves the reader's selection where it was: the ends are kept as
/// distances in text from the root's start, which such a change cannot alter.
pub fn keep_selection(root: &Element, change: impl FnOnce()) {
    let selection = root.owner_document().and_then(|document| document.get_selection().ok().flatten());
    let ends = selection.as_ref().filter(|selection| !selection.is_collapsed()).and_then(|selection| {
        let anchor = distance(root, &selection.anchor_node()?, selection.anchor_offset())?;
        let focus = distance(root, &selection.focus_node()?, selection.focus_offset())?;
        Some((anchor, focus))
    });
    change();
    if let (Some(selection), Some((anchor, focus))) = (selection, ends)
        && let (Some(anchor), Some(focus)) = (locate(root, anchor), locate(root, focus))
    {
        let _ = selection.set_base_and_extent(&anchor.0, anchor.1, &focus.0, focus.1);
    }
}

fn distance(root: &Element, node: &Node, offset: u32) -> Option<u32> {
    if !root.contains(Some(node)) {
        return None;
    }
    let range: Range = root.owner_document()?.create_range().ok()?;
    range.select_node_contents(root).ok()?;
    range.set_end(node, offset).ok()?;
    Some(range.to_string().length())
}

fn locate(node: &Node, mut distance: u32) -> Option<(Node, u32)> {
    let mut next = node.first_child();
    while let Some(child) = next {
        let length = match child.dyn_ref::<Text>() {
            Some(text) => text.length(),
            None if child.node_type() == Node::ELEMENT_NODE => text_length(&child),
            None => 0,
        };
        if distance <= length && length > 0 {
            return if child.node_type() == Node::TEXT_NODE {
                Some((child, distance))
            } else {
                locate(&child, distance)
            };
        }
        distance -= length;
        next = child.next_sibling();
    }
    None
}

fn text_length(node: &Node) -> u32 {
    let range = node.owner_document().and_then(|document| document.create_range().ok());
    range.filter(|range| range.select_node_contents(node).is_ok()).map_or(0, |range| range.to_string().length())
}
