// Does what may fail where the browser does.

/** Does what a browser may refuse, which is then left undone. */
export function attempt(act) {
  try {
    return act();
  } catch {}
}
