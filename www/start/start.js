// What the loader calls once the page has time for an element, or a reader for its cards.

import { Page } from "./page.js";

/** Runs one element until `run.signal` aborts. Returns what its methods call. */
export function start(element, run) {
  const page = new Page(element, run);
  page.start();
  return page;
}
