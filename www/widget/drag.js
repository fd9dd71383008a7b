// Pulls a sheet up or away by its handle; a short pull lets it spring back.

import { attempt } from "../start/attempt.js";

/** How much of its height a sheet must be pulled down to be put away. */
const AWAY = 0.3;
/** How many CSS pixels it must be pulled up to grow: more than a finger that taps moves. */
const UP = 24;
/** How many it follows a finger upwards: a sheet ends with the view. */
const GIVE = 12;
/** From how many on a press on the handle is a pull: less is a press of the button that the handle is too. */
const SLOP = 6;

/** Listens on the card for as long as there is one. `pulled` is called when it was pulled up (`true`) or away. */
export function drag(card, pulled) {
  /** Where the finger took hold of the handle, while it does. */
  let from;
  const on = (type, hear) => card.addEventListener(type, hear, { capture: true, passive: true });
  const release = () => {
    from = undefined;
    attempt(() => card.style.removeProperty("translate"));
  };
  on("pointerdown", ({ clientY, target }) => {
    if (attempt(() => card.matches("[data-side=sheet]") && target.closest(".grab"))) from = clientY;
  });
  on("pointermove", ({ clientY, pointerId }) => {
    const by = clientY - from;
    if (!(Math.abs(by) > SLOP)) return;
    attempt(() => card.setPointerCapture(pointerId));
    attempt(() => card.style.setProperty("translate", `0 ${Math.max(by, -GIVE)}px`));
  });
  on("pointerup", ({ clientY }) => {
    const by = clientY - from;
    release();
    if (by < -UP || by > card.offsetHeight * AWAY) pulled(by < 0);
  });
  on("pointercancel", release);
}
