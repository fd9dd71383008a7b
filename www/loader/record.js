// Records what a reader does between the first intent upon a term and the moment at which the card's program is there.

/** What shows that a reader may want a card: a pointer on a term, focus, an assistive technology's click. */
export const INTENTS = ["pointermove", "pointerdown", "focusin", "click"];
/** What else a reader may do until the card's program is there. */
const INPUTS = ["pointerout", "pointerup", "pointercancel", "focusout", "keydown"];
/** Milliseconds after which a reader has gone on, and is not led away any more by a press whose card did not come. */
const PATIENCE = 5000;

/** Records what a reader does from the first intent upon a term on, as `[event, target]`; `wanted` is asked then, with the term.
 * Returns the recording, what ends it, and what ends it where the card does not come: a link pressed meanwhile then leads to its target. */
export const record = (wanted, signal) => {
  const events = [];
  const end = new AbortController();
  signal.addEventListener("abort", () => end.abort());
  let isRecording = false;
  let mouse;
  const listen = (types) => types.forEach((type) => document.addEventListener(type, hear, { capture: true, signal: end.signal }));
  const hear = (event) => {
    if (event.type === "pointermove") {
      // A browser invents moves after a scroll, and those stand still on the screen.
      const at = `${event.screenX} ${event.screenY}`;
      if (at === mouse) return;
      mouse = at;
    }
    const target = event.composedPath()[0];
    const term = target.closest?.("context-term");
    if (!isRecording) {
      if (!term || !wanted(term)) return;
      isRecording = true;
      listen(INPUTS);
    }
    events.push([event, target]);
    // On a link the space bar scrolls.
    const isPress = event.type === "click" || (event.type === "keydown" && (event.key === "Enter" || (event.key === " " && target === term)));
    // A key must not scroll the page, nor a baked link lead away, while the card is on its way.
    if (term && isPress && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) event.preventDefault();
  };
  listen(INTENTS);
  const abandon = () => {
    if (end.signal.aborted) return;
    end.abort();
    const [event, target] = events.findLast(([event]) => event.defaultPrevented) ?? [];
    if (event && performance.now() - event.timeStamp < PATIENCE) target.closest("a")?.click();
  };
  return { events, end: () => end.abort(), abandon };
};
