// Is finding and marking terms as fast as the simplest code a site could write for itself, and as mark.js?

import { MENTIONED } from "../fixtures.mjs";
import { compare, spread, turns } from "../measure.mjs";

const WORDS = 5000;
const SIZES = [1000, 10_000];
const REPEAT = { warmUp: 3, rounds: 11 };
/** mark.js takes seconds for the long list, if it comes to an end at all: it has few turns there. */
const SLOW = { warmUp: 0, rounds: 2 };

export async function run({ browser, origin, log }) {
  const rows = [];
  for (const size of SIZES) {
    await browser.go(`${origin}/page/mark`);
    await browser.run((...args) => bench.prepare(...args), WORDS, size, MENTIONED);
    const sample = (name) => browser.run((name) => bench.sample(name), name);
    const quick = ["ours", "regex, \\b", "regex, Unicode words"];
    const everyone = size > 1000 ? quick : [...quick, "mark.js"];
    const results = await turns(everyone, REPEAT, sample);
    if (size > 1000) {
      const slow = await turns(["mark.js"], SLOW, sample);
      results["mark.js"] = slow["mark.js"];
    }
    const what = `Mark ${size.toLocaleString("en")} terms in ${WORDS.toLocaleString("en")} words`;
    const row = compare(what, "ms", results);
    const halves = await turns(["halves"], REPEAT, () => browser.run(() => bench.halves()));
    const half = (name) => spread(halves.halves.samples.map((sample) => sample[name]));
    rows.push({ ...row, halves: { read: half("read"), scan: half("scan") } });
    log(what);
  }
  return { rows };
}
