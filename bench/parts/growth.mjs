// How does the time to mark grow with the deck, and with the article? Each size on a fresh page, so that its memory can be told.

import { mentioned } from "../fixtures.mjs";
import { spread, turns } from "../measure.mjs";

const SERIES = {
  terms: { words: 5000, sizes: [10, 100, 1000, 10_000, 100_000] },
  words: { terms: 1000, sizes: [500, 5000, 20_000, 100_000] },
};
const RIVAL = "regex, \\b";
/** Large sizes take long and vary little. */
const repeat = (size) => (size > 20_000 ? { warmUp: 1, rounds: 3 } : { warmUp: 2, rounds: 7 });

export async function run({ browser, origin, log }) {
  const rows = [];
  for (const [what, { sizes, ...fixed }] of Object.entries(SERIES)) {
    for (const x of sizes) {
      const { words, terms } = { ...fixed, [what]: x };
      await browser.go(`${origin}/page/mark`);
      await browser.run((...args) => bench.prepare(...args), words, terms, mentioned(words, terms));
      const sample = (name) => browser.run((name) => bench.sample(name), name);
      const ours = await turns(["ours"], repeat(x), sample);
      const memory = await browser.run(() => bench.memory());
      const { [RIVAL]: rival } = await turns([RIVAL], repeat(x), sample);
      rows.push({
        what,
        x,
        ours: ours.ours.fails ? { fails: ours.ours.fails } : spread(ours.ours.samples),
        memory,
        regex: rival.fails ? { fails: rival.fails } : spread(rival.samples),
      });
      log(`growth, ${what} ${x}`);
    }
  }
  return { words: SERIES.terms.words, terms: SERIES.words.terms, rows };
}
