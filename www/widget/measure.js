// Measures the page, in CSS pixels of the layout viewport. A rectangle is `[x, y, width, height]`.

import { attempt } from "../start/attempt.js";

const box = ({ x, y, width, height }) => [x, y, width, height];

/** A painted mention is a virtual element, in no document: it looks as the element around it does. */
export const styleOf = (element) => getComputedStyle(element.contextElement ?? element);

/** The part of the page a reader sees: smaller than the window under pinch zoom or a virtual keyboard. */
export function view() {
  // Without the scroll bars, which no card should lie under.
  const width = document.documentElement?.clientWidth ?? 0;
  const seen = window.visualViewport;
  return seen ? [seen.offsetLeft, seen.offsetTop, Math.min(seen.width, Math.max(width, 1)), seen.height] : [0, 0, width, innerHeight];
}

/** The lines of elements, one rectangle after another: a term that wraps has several. */
export const linesOf = (elements) => elements.flatMap((element) => [...element.getClientRects()].flatMap(box));

/** A document, too, has a `host` where a page calls something so. */
const hostOf = (root) => (root instanceof ShadowRoot ? root.host : undefined);

/** What an element is drawn in: its slot, its parent, or the host of its shadow tree; what a virtual one stands for. */
const around = (element) => element.contextElement ?? element.assignedSlot ?? element.parentElement ?? hostOf(element.getRootNode());

/** Whether any of a rectangle, a line of an element, is not scrolled out of a box it lies in, or of the view. */
export function isSeen(element, x, y, width, height) {
  // Not below `display: none`, nor in a closed `<details>`, whose content has boxes all the same.
  if (attempt(() => element.checkVisibility()) === false) return false;
  let [right, bottom] = [x + width, y + height];
  const clip = ([left, top, width, height]) => {
    [x, y] = [Math.max(x, left), Math.max(y, top)];
    [right, bottom] = [Math.min(right, left + width), Math.min(bottom, top + height)];
    return right > x && bottom > y;
  };
  if (!clip(view())) return false;
  for (let parent = around(element); parent; parent = around(parent)) {
    const { overflowX, overflowY } = styleOf(parent);
    const clips = [overflowX, overflowY].some((value) => value && value !== "visible");
    if (clips && !/^(body|html)$/.test(parent.localName) && !clip(box(parent.getBoundingClientRect()))) return false;
  }
  return true;
}

/** Whether text in an element runs from top to bottom. */
export const isVertical = (element) => /^[^h]/.test(styleOf(element).writingMode);

/** The column of text that a mention stands in: the box of the block around it. Empty where lines stand side by side. */
export function column(lead) {
  let block = around(lead);
  while (block && styleOf(block).display.startsWith("inline")) block = around(block);
  return block && !isVertical(lead) ? box(block.getBoundingClientRect()) : [];
}

/** The nearest open modal dialog or popover around an element. */
export function layerOf(element) {
  for (let layer = element; layer; layer = around(layer)) {
    if (attempt(() => layer.matches("dialog:modal,[popover]:popover-open"))) return layer;
  }
}
