// The reader's preferences on this device, in `localStorage`; where that is blocked, the defaults.

import { attempt } from "../start/attempt.js";

const KEYS = { isOff: "context-cards:off", tapOnly: "context-cards:tap-only" };

/** Whether context is off: no marks and no cards; and whether cards open on a tap or click only, not on hover. */
export function loadPreferences() {
  const has = (key) => attempt(() => localStorage.getItem(key) !== null) ?? false;
  return { isOff: has(KEYS.isOff), tapOnly: has(KEYS.tapOnly) };
}

export function savePreferences(isOff, tapOnly) {
  const save = (key, is) => attempt(() => (is ? localStorage.setItem(key, "1") : localStorage.removeItem(key)));
  save(KEYS.isOff, isOff);
  save(KEYS.tapOnly, tapOnly);
}
