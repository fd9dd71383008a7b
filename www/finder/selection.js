// Keeps the reader's selection where it is while text nodes are split and joined.

/** What the reader has selected; nothing where the browser does not say. It lays out the page to answer, where that has changed. */
export function selected() {
  try {
    const selection = getSelection();
    return selection?.isCollapsed === false && selection;
  } catch {}
}

/** Runs a change that moves text nodes but no text: the ends are kept as distances in text from the root's start, which such a
 * change cannot alter. */
export function keepSelection(root, change) {
  const selection = selected();
  const ends = selection && [
    distance(root, selection.anchorNode, selection.anchorOffset),
    distance(root, selection.focusNode, selection.focusOffset),
  ];
  change();
  if (!ends || ends.includes(undefined)) return;
  const [anchor, focus] = ends.map((end) => locate(root, end));
  if (anchor && focus) selection.setBaseAndExtent(...anchor, ...focus);
}

function distance(root, node, offset) {
  if (!root.contains(node)) return;
  const range = document.createRange();
  range.selectNodeContents(root);
  range.setEnd(node, offset);
  return range.toString().length;
}

function locate(root, distance) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    if (distance <= text.length && text.length) return [text, distance];
    distance -= text.length;
  }
}
