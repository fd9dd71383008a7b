// Is finding and marking terms as fast as the simplest code a site could write for itself, and as mark.js? As a page does it: once,
// with the program there and the deck parsed, and nothing of it ever run.

import { MENTIONED } from "../fixtures.mjs";
import { compare, spread, turns } from "../measure.mjs";

const WORDS = 5000;
const SIZES = [1000, 10_000];
const UNICODE = "regex, Unicode words";
const QUICK = ["ours", "regex, \\b", UNICODE];
const REPEAT = { warmUp: 2, rounds: 9 };
const AGAIN = { warmUp: 5, rounds: 9 };
/** mark.js takes seconds for the long list, if it comes to an end at all. */
const SLOW = { warmUp: 0, rounds: 2 };

export async function run({ browser, origin, log }) {
  const rows = [];
  for (const size of SIZES) {
    const prepare = async () => {
      await browser.go(`${origin}/page/mark`);
      await browser.run((...args) => bench.prepare(...args), WORDS, size, MENTIONED);
    };
    const sample = (name) => browser.run((name) => bench.sample(name), name);
    // In a new tab nothing has run, and neither code nor expression is compiled.
    const cold = (act) => browser.inNewTab(async () => (await prepare(), act()));
    const results = await turns(QUICK, REPEAT, (name) => cold(() => sample(name)));
    Object.assign(results, await turns(["mark.js"], SLOW, (name) => cold(() => sample(name))));
    const halves = await turns(["halves"], REPEAT, () => cold(() => browser.run(() => bench.halves())));
    const half = (name) => halves.halves.fails ? { fails: halves.halves.fails } : spread(halves.halves.samples.map((sample) => sample[name]));
    const what = `Mark ${size.toLocaleString("en")} terms in ${WORDS.toLocaleString("en")} words`;
    const target = { beside: UNICODE, atMost: 2, better: 1 };
    rows.push({ ...compare(`${what}, for the first time`, "ms", results), target, halves: { read: half("read"), scan: half("scan") } });
    log(what);
    await prepare();
    rows.push(compare(`${what}, again and again in one page`, "ms", await turns(QUICK, AGAIN, sample)));
    log(`${what}, again`);
  }
  return { rows };
}
