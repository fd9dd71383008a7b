// How long does a page wait for us on first use, its files being in the browser's cache, and how much of its main thread do we take
// before a reader has asked for anything? Beside wikipedia-preview, which is given the marks. Each sample in a tab of its own.

import { compare, spread, turns } from "../measure.mjs";
import { byHand } from "../pages.mjs";

const REPEAT = { warmUp: 2, rounds: 9 };
const RATES = [1, 4];
const PEER = "wikipedia-preview";
const NOBODY = "nobody";
/** Milliseconds of the main thread that we may take before a reader's first intent. */
const WORK = 20;

/** The article as ours marks it, with each mark turned into what wikipedia-preview's documentation asks of a writer. */
const forPeer = (html) =>
  html
    .replace(/<context-term\b[^>]*\bcard="([^"]*)"[^>]*>/g, '<span data-wikipedia-preview data-card="$1">')
    .replaceAll("</context-term>", "</span>");

/** Marks the demo's article for those who do not find terms. Gives the number of marks. */
export async function markByHand(browser, origin) {
  await browser.go(`${origin}/page/start?who=ours`);
  const { marks } = await browser.run(() => bench.ours());
  byHand.html = forPeer(await browser.run(() => bench.article()));
  return marks;
}

export async function run({ browser, origin, log }) {
  const marks = await markByHand(browser, origin);
  const begin = (name) => (name === "ours" ? browser.run(() => bench.ours()) : name === PEER ? browser.run(() => bench.peer()) : browser.run(() => bench.nobody()));
  const rows = [];
  for (const rate of RATES) {
    const once = (name) =>
      browser.inNewTab(async () => {
        await browser.go(`${origin}/page/start?who=${name}`);
        await browser.run(() => bench.rest());
        await browser.throttle(rate);
        const said = await begin(name);
        if (said.marks !== marks) throw new Error(`${said.marks} terms instead of ${marks}`);
        return said;
      });
    const results = await turns(["ours", PEER], REPEAT, once);
    const only = (what) => Object.fromEntries(Object.entries(results).map(([name, { samples, fails }]) => [name, { samples: samples.map((said) => said[what]), fails }]));
    const at = rate === 1 ? "" : `, ${rate}× slower processor`;
    rows.push({ ...compare(`First mark in the demo's article, files cached${at}`, "ms", only("first")), target: { beside: PEER, atMost: 1 } });
    rows.push(compare(`All marks in the demo's article, files cached${at}`, "ms", only("all")));
    log(`start at ${rate}×`);
  }
  rows.push(await work({ browser, origin, begin }));
  log("main thread");
  return { terms: marks, rows };
}

/** What the main thread does until well after the marks stand, less what it does in the same time where nobody has anything to do. */
async function work({ browser, origin, begin }) {
  const once = (name) =>
    browser.inNewTab(async () => {
      await browser.go(`${origin}/page/start?who=${name}`);
      // Its own time, not that in which it waits for a processor.
      await browser.cdp("Performance.enable", { timeDomain: "threadTicks" });
      await browser.run(() => bench.rest());
      const spent = async () => (await browser.cdp("Performance.getMetrics")).metrics.find(({ name }) => name === "ThreadTime").value * 1000;
      const before = await spent();
      await begin(name);
      await browser.run(() => bench.rest());
      return (await spent()) - before;
    });
  const { [NOBODY]: nobody, ...results } = await turns(["ours", PEER, NOBODY], REPEAT, once);
  const idle = spread(nobody.samples).median;
  for (const result of Object.values(results)) result.samples = result.samples.map((time) => time - idle);
  return { ...compare("Main thread used before a reader's first intent", "ms", results), target: { atMost: WORK }, idle };
}
