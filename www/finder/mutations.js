// Reads what the site has done to the article, and gives it back the texts that this concerns. Frameworks keep hold of the text nodes
// they made, know nothing of our splits, and mean by a node the whole of what stood there; other scripts work on the nodes they see.

import { AUTO, gather, isTaken, settle, splitOf, splitWith, unmarkTerm } from "./marks.js";

/** Changes that can change what is marked: text, elements, and attributes by which text is hidden or left out. */
export const OBSERVED = {
  childList: true,
  characterData: true,
  characterDataOldValue: true,
  subtree: true,
  attributeFilter: ["hidden", "aria-hidden", "contenteditable", "data-context-cards", "role"],
};

const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** `records`: of a MutationObserver, with old values of texts; `isExcluded` says of an element whether its text is never marked. */
export function release(records, isExcluded) {
  /** What each text said before these changes. */
  const was = new Map();
  for (const { type, target, oldValue } of records) if (type === "characterData" && !was.has(target)) was.set(target, oldValue);
  /** Heads that are gone, and whose words are not: other nodes have them. */
  const moved = new Set();
  const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
  for (const { addedNodes, removedNodes, previousSibling } of records) {
    for (const node of removedNodes) {
      if (!splitOf(node) || node.isConnected) continue;
      if (isAbsorbed(node, previousSibling, was) || isReplaced(node, [...addedNodes], previousSibling, added)) moved.add(node);
    }
  }
  // First what was written: a text that was moved and then written says all that is meant.
  for (const [text, old] of was) written(text, old, was);
  for (const record of records) if (record.type === "childList") restructured(record, was, moved);
  const changed = new Set(records.filter(({ type }) => type === "attributes").map(({ target }) => target));
  for (const element of changed) {
    // From the last, as they were made: so the marks that are left stand at the beginning of a text, where they are looked for.
    const terms = [...element.querySelectorAll(`context-term[${AUTO}]`)].reverse();
    for (const term of terms) if (isExcluded(term.parentElement)) unmarkTerm(term);
  }
}

function written(text, old, was) {
  const [split, around] = [splitOf(text), splitWith(text)];
  const isSame = text.data === old;
  // Only who sees the nodes as they are can write a part. Who writes nothing but a head, what it says already too, means all of the text.
  if (split && !around && !isSeen(split, was) && (isSame || !isParted(split, old))) gather(split, true);
  else if (isSame) return;
  else settle(split), settle(around);
  // A letter beside a mark may make another word of it.
  for (const beside of [text.previousSibling, text.nextSibling]) if (isTaken(beside) && beside.hasAttribute(AUTO)) unmarkTerm(beside);
}

/** Whether the site has touched a part too: it sees the nodes as they are. */
const isSeen = ({ head, parts }, was) => head.isConnected && parts.some((part) => was.has(part) || !part.isConnected);

/** Whether what the head said still stands from there to the first part, in several nodes: the site has split it, and may have put
 * elements between or around. */
function isParted({ head, parts: [part] }, old) {
  const first = splitWith(part.parentNode) ? part.parentNode : part;
  let [all, texts] = [head.data, head.data];
  let node = head.nextSibling;
  for (; node && node !== first; node = node.nextSibling) {
    all += node.textContent;
    if (node.nodeType === Node.TEXT_NODE) texts += node.data;
  }
  return node === first && (all === old || texts === old);
}

function restructured({ target, addedNodes, removedNodes, previousSibling, nextSibling }, was, moved) {
  // A mark whose words were exchanged is none of ours any more.
  if (isTaken(target) && target.hasAttribute(AUTO)) unmarkTerm(target);
  for (const node of removedNodes) {
    if (moved.has(node)) settle(splitOf(node));
    else gather(splitOf(node), false, true);
    if (node.isConnected) continue;
    const around = splitWith(node);
    if (around?.head.isConnected) settle(around);
    if (node.nodeType === Node.ELEMENT_NODE) leave(node);
  }
  for (const node of addedNodes) gather(splitOf(node));
  // Something was put between two nodes that were one: it comes after the whole text.
  const split = addedNodes.length && splitWith(nextSibling);
  if (!split || (split.head !== previousSibling && splitWith(previousSibling) !== split)) return;
  if (isSeen(split, was)) settle(split);
  else gather(split);
}

/** Whether the text before has taken a removed one's words: `normalize()`. */
const isAbsorbed = ({ data }, before, was) =>
  data && was.has(before) && before.data.startsWith(was.get(before)) && before.data.slice(was.get(before).length).startsWith(data);

/** Whether other nodes with the same words have come in a text's place, such as links, or pictures of its signs. The last of them was put
 * there in its stead (`nodes`) or before it (`previous`), and the others stand before that. */
function isReplaced({ data }, nodes, previous, added) {
  const words = letters(data);
  let found = "";
  for (let node = nodes.at(-1) ?? previous; added.has(node) && found.length < words.length; node = node.previousSibling) {
    found = letters(node.textContent) + found;
  }
  return words ? found === words : nodes.some(({ localName }) => localName === "img");
}

/** Out of the page nobody watches what becomes of it: it leaves whole. */
function leave(element) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const heads = [];
  while (texts.nextNode()) if (splitOf(texts.currentNode)) heads.push(texts.currentNode);
  for (const head of heads) gather(splitOf(head));
  for (const term of element.querySelectorAll("context-term")) unmarkTerm(term);
}
