// What is particular to an article that was published with its marks, whose words are links.

import css from "./open.css";

/** What is said of a mark, or of its link, while its card is coming or open. */
const STATES = ["aria-busy", "aria-expanded", "data-open"];

/** The articles in which the links of marks stand. */
export const articlesOf = (links) => [...new Set([...links].map((link) => link.closest("article,main") ?? document.body))];

/** Nothing is to be found: the card that was wanted is shown, or, to a reader who has turned context off, the way to turn it on. */
export function start(page) {
  page.isReady = true;
  page.run.paint(css);
  page.addOpener();
  const { events } = page.run.recorded;
  if (!page.isOff || page.options.list || page.isLinked() || page.wish) page.show(events[0]?.[1].closest("context-term"));
}

/** How often each card is marked, by its id. */
export function countMentions(links) {
  const mentions = { __proto__: null };
  for (const { parentNode } of links) {
    const id = parentNode.getAttribute("card");
    mentions[id] = (mentions[id] ?? 0) + 1;
  }
  return mentions;
}

/** Leaves the marks of the articles as they were delivered. */
export function restore(roots) {
  for (const element of roots.flatMap((root) => [...root.querySelectorAll("context-term, context-term > a")])) {
    for (const name of STATES) element.removeAttribute(name);
  }
}
