// An entry of history under an open sheet, so that the back gesture closes the sheet and does not leave the article.

/** The field of `history.state` that names our entry. The site's own fields stay beside it: its router sees no change. */
const KEY = "contextCards";

/** Pushes an entry with the site's own state. Nothing where that cannot carry a name: it is neither an object nor nothing. */
export function pushEntry() {
  const was = history.state;
  if (was !== null && (typeof was !== "object" || Array.isArray(was))) return;
  const id = Math.random();
  history.pushState({ ...was, [KEY]: id }, "");
  const { length } = history;
  const { href } = location;
  /** Whether it is the entry the page is at: the site may have pushed others since, and the reader may have gone back. */
  const isCurrent = () =>
    // A site's entry may carry a copy of our state; it makes the history longer, or has another address. At its limit of fifty
    // entries a history grows no longer, and Firefox counts one past it before it drops the oldest.
    history.state?.[KEY] === id && history.length <= length && location.href === href;
  return {
    isCurrent,
    /** Goes back over it, if it is the current one; else it stays where it is. */
    end: () => isCurrent() && history.back(),
  };
}
