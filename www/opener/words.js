// The widget's own words.

import { here } from "../start/fetch.js";

/** The languages in `words/`, beside English. */
const LANGUAGES = ["ar", "de", "es", "fr", "he", "hi", "ja", "pt", "zh"];

/** The widget's own words by language: `es-MX` is spoken to in `es`, `iw` in `he`. Where there are none, or they do not come, it
 * speaks English, which costs the reader no context: that is no fault, and not worth a wait. */
const words = new Map();
export const wordsIn = (lang) => words.get(lang) ?? words.set(lang, fetchWords(lang)).get(lang);

async function fetchWords(lang) {
  // The first use of a locale costs Chromium some 5 ms of the main thread, and most pages would learn nothing from it.
  if (/^en(-|$)/i.test(lang)) return;
  try {
    const { language, script } = new Intl.Locale(lang).maximize();
    // There are no words in traditional Chinese, whose readers would rather be met in English than in simplified letters.
    if (!LANGUAGES.includes(language) || script === "Hant") return;
    const answer = await fetch(here(`words/${language}.json`), { signal: AbortSignal.timeout(3000) });
    if (answer.ok) return await answer.json();
  } catch {}
}
