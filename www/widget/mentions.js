// Mentions in the article of one widget: which elements a mention is made of, which are this widget's, and what a card takes from around one.

import { attempt } from "../start/attempt.js";
import { linesOf } from "./measure.js";
import { showNatural } from "./popover.js";
import { adoptAccent, adoptFont, isDark } from "./site_style.js";

const marksIn = (root) => [...root.querySelectorAll("context-term")];

/** Whether an element goes on with the mention of the lead before it. */
const isContinuation = (term) => term.getAttribute("aria-hidden") === "true";

const cardOf = (term) => term.getAttribute("card");

/** What of a mention takes the focus: its link, where an article was published with its marks, else its lead. */
const tabStop = (lead) => lead.querySelector("a[href]") ?? lead;

/** An article inside another article is read with it. */
export const outermost = (roots) => roots.filter((root) => !roots.some((other) => other !== root && other.contains(root)));

/** What the program asks of the mentions in `roots`. `page`: what runs the element. */
export function mentionsIn(roots, page) {
  const rootOf = (element) => roots.find((root) => root.contains(element.contextElement ?? element));

  /** The elements of a mention, its lead first. */
  const pieces = (lead) => {
    const root = rootOf(lead);
    // Only a mention in several pieces has a name of its own.
    if (!root || !tabStop(lead).hasAttribute("aria-label")) return [lead];
    const marks = marksIn(root);
    const from = marks.indexOf(lead) + 1;
    const rest = from ? marks.slice(from) : [];
    const end = rest.findIndex((mark) => !isContinuation(mark) || cardOf(mark) !== cardOf(lead));
    return [lead, ...rest.slice(0, end < 0 ? rest.length : end)];
  };

  return {
    tabStop,

    /** Whether a mention is an element of the page, and not a painted one. */
    isElement: (lead) => !lead.contextElement,

    /** The lead of the mention that an element of the article is a piece of. */
    leadOf(term) {
      const root = rootOf(term);
      if (!root || !isContinuation(term)) return root && term;
      const marks = marksIn(root);
      const lead = marks.slice(0, Math.max(marks.indexOf(term), 0)).findLast((mark) => !isContinuation(mark));
      return lead && cardOf(lead) === cardOf(term) ? lead : undefined;
    },

    /** The leads of all mentions that are this widget's, in reading order. */
    leads: () => [...(page.finder?.painted ?? roots.flatMap(marksIn))].filter((mark) => !isContinuation(mark) && page.owns(mark)),

    owns: (term) => page.owns(term),

    lines: (lead) => linesOf(pieces(lead)),

    /** The words of a mention, as the article has them. */
    wordsOf: (lead) => pieces(lead).map((piece) => piece.textContent).join(""),

    /** Tells eyes and assistive technology whether the card of a mention is open. */
    setOpen(lead, isOpen) {
      for (const piece of pieces(lead)) piece.toggleAttribute("data-open", isOpen);
      if (lead.hasAttribute("aria-expanded")) lead.setAttribute("aria-expanded", isOpen);
      else if (isOpen) tabStop(lead).setAttribute("aria-expanded", true);
      else tabStop(lead).removeAttribute("aria-expanded");
    },

    /** Whether the article is dark, around a mention where there is one. */
    isDark: (lead) => attempt(() => isDark(lead ?? roots[0])) ?? false,

    /** Gives the card the font of the article, around a mention where there is one. */
    adoptFont(card, lead = roots[0]) {
      attempt(() => adoptFont(card, lead));
    },

    /** Opens the card at its natural size; where that is wanted, with the accent of the article. That depends on the card's computed colours, which
     * cost no further pass over the styles once it is laid out. */
    showNatural(card, lead = roots[0], withAccent) {
      const size = showNatural(card);
      attempt(() => adoptAccent(card, rootOf(lead) ?? roots[0], withAccent));
      return size;
    },
  };
}
