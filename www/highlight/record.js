// Records what a reader does from the first intent upon a painted mention on, as the loader does for those that are elements.

const TYPES = "pointermove pointerdown pointerup pointercancel pointerout click focusin focusout keydown".split(" ");

/** Takes the place of the loader's recording of a page, which the widget hears when it is there. `hit`: says which mention an event
 * happened on. */
export function record(page, hit) {
  page.run.recorded.end();
  const events = [];
  const over = new AbortController();
  const end = () => over.abort();
  page.signal.addEventListener("abort", end);
  let mouse;
  const hear = (event) => {
    if (event.type === "pointermove") {
      // A browser invents moves after a scroll, and those stand still on the screen.
      const at = `${event.screenX} ${event.screenY}`;
      if (at === mouse) return;
      mouse = at;
    }
    const term = hit(event);
    if (!events.length && !(term && page.has(term))) return;
    page.show(term);
    events.push([event, term ?? event.composedPath()[0]]);
  };
  for (const type of TYPES) document.addEventListener(type, hear, { capture: true, signal: over.signal });
  page.run.recorded = { events, end, abandon: end };
}
