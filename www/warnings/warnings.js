// Says in the console what went wrong and how to mend it, and shows the table of a figure that cannot be drawn. Fetched with the first error
// of a page.

import { styled } from "../drawing/style.js";
import { eventList, table, writeAll } from "../drawing/table.js";
import css from "../drawing/table.css";

const CHECK = "`context-cards check` on the deck says where and how to mend it";

/** What whoever runs the site can do, by the event's code. */
const MENDS = {
  "deck-unreachable": "Check what \"deck\" names: an address whose host sends Access-Control-Allow-Origin to this page, or the #id of a <script> on it",
  "deck-unreadable": CHECK,
  "deck-faulty": `Cards with faults are left out, and the others work. ${CHECK}`,
  "no-article": "Let the attribute \"for\" name an element of this page",
  "bad-option": "Correct the attribute or property of <context-cards>, or leave it out",
  "wasm-blocked": "Add 'wasm-unsafe-eval' to script-src in the page's Content-Security-Policy",
  "wasm-unreachable": "Put all files of the release beside context-cards.js, and check that this page may fetch them",
  internal: "The article was put back. Please report this message to the makers of context cards",
};

/** So many problems are told in the console; the event has all. */
const MOST = 20;

/** Warns of an error event, by its detail and the page that runs the element. */
export function warn({ code, message, problems = [], deck }, page) {
  // The first problem is that of the message.
  const said = problems.slice(0, MOST).map(({ path, message }) => `${cardOf(path, deck, page)}${path && `${path}: `}${message}`);
  const words = deck ? [`${deck}: ${said[0]}`, ...said.slice(1)] : [message.replace(/\.$/, ""), ...said.slice(1)];
  if (problems[MOST]) words.push(`and ${problems.length - MOST} more`);
  console.warn(`context-cards: ${words.join("; ")}. ${MENDS[code]}.`);
}

/** What to call the card in which something stands at this path of a deck: its id, where it has one. */
function cardOf(path, name, { names, decks }) {
  const number = names.includes(name) ? names.lastIndexOf(name) + decks.length - names.length : name?.match(/^decks\[(\d+)\]$/)?.[1];
  try {
    const { id } = decks[number].cards[path.match(/^cards\[(\d+)\]/)[1]];
    if (typeof id === "string") return `card "${id}", `;
  } catch {} // What is wrong may be that there is no card, or that it cannot be read.
  return "";
}

const style = styled(css);
/** The figure of each holder that shows a table. */
const shown = new WeakMap();

/** Shows the figure of a card as a table where it cannot be drawn; of a map there is none. */
export function drawTable(holder, { figure }, lang) {
  if (holder.dataset.draw !== "figure" || shown.get(holder) === figure) return;
  shown.set(holder, figure);
  style(holder.getRootNode());
  // The room of the drawing is not needed.
  holder.style.cssText = "padding:0";
  holder.replaceChildren(table(figure, writeAll(figure.points.map(({ y }) => y), lang)), ...(figure.events?.[0] ? [eventList(figure, lang)] : []));
}
