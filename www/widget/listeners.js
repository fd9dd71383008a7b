// Listens on the article's document: one set of listeners, however many terms there are.

import { attempt } from "../start/attempt.js";

/** Calls `hear` with each event that may mean something, and what it happened on, which an event that is over no longer says. `roots`: the
 * article's elements; `hit`: asks what an event happened on. Returns what ends it. */
export function listen(roots, hit, hear) {
  const ending = new AbortController();
  const call = (event) => hear(event, attempt(() => hit(event)));
  // In the capture phase, so that a site's handlers cannot hide an event.
  const on = (target, names, passive = true) => {
    for (const name of names.split(" ")) target?.addEventListener(name, call, { capture: true, passive, signal: ending.signal });
  };
  on(document, "pointermove pointerout pointerdown pointerup pointercancel");
  on(document, "click keydown", false);
  on(window, "resize popstate hashchange");
  on(window.visualViewport, "resize scroll");
  const trees = new Set();
  for (const root of roots) {
    for (let tree = root.getRootNode(); tree instanceof ShadowRoot; tree = tree.host.getRootNode()) trees.add(tree);
  }
  // What happens between two elements of a shadow tree is not heard outside of it. With `close` and `toggle` a dialog or a disclosure
  // closes, and the term in it is gone.
  for (const tree of trees.add(document)) on(tree, "focusin focusout scroll close toggle");
  return () => ending.abort();
}
