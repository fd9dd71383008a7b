// How long does a page wait for us on first use, its files being in the browser's cache? From the first `import` to marks in
// place, beside wikipedia-preview, which is given the marks. Each sample in a tab of its own.

import { compare, turns } from "../measure.mjs";
import { byHand } from "../pages.mjs";

const REPEAT = { warmUp: 3, rounds: 8 };
const RATES = [1, 4];
const PEER = "wikipedia-preview";

/** The article as ours marks it, with each mark turned into what wikipedia-preview's documentation asks of a writer. */
const forPeer = (html) => html.replace(/<context-term\b[^>]*>/g, "<span data-wikipedia-preview>").replaceAll("</context-term>", "</span>");

export async function run({ browser, origin, log }) {
  await browser.go(`${origin}/page/start?who=ours`);
  const { marks } = await browser.run(() => bench.ours());
  byHand.html = forPeer(await browser.run(() => bench.article()));
  const rows = [];
  for (const rate of RATES) {
    const once = (name) =>
      browser.inNewTab(async () => {
        await browser.go(`${origin}/page/start?who=${name}`);
        await browser.throttle(rate);
        const said = await (name === "ours" ? browser.run(() => bench.ours()) : browser.run(() => bench.peer()));
        if (said.marks !== marks) throw new Error(`${said.marks} terms instead of ${marks}`);
        return said.time;
      });
    const at = rate === 1 ? "" : `, ${rate}× slower processor`;
    rows.push(compare(`First use of the demo's article, files cached${at}`, "ms", await turns(["ours", PEER], REPEAT, once)));
    log(`start at ${rate}×`);
  }
  return { terms: marks, rows };
}
