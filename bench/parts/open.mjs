// How long after the mouse comes to a term does its card stand beside it? Real mouse moves, no delay, no animation, the same
// article and terms for every contender.

import { compare, turns } from "../measure.mjs";
import { OPENER_NAMES } from "../pages.mjs";

const REPEAT = { warmUp: 1, rounds: 6 };
/** Cards opened after the first one of a page. */
const LATER = 5;
const RATES = [1, 4];

export async function run({ browser, origin, log }) {
  await browser.cdp("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "reduce" }] });
  await browser.go(`${origin}/page/open?who=ours`);
  const native = await browser.run(() => bench.native);
  const names = OPENER_NAMES.filter((name) => native || !name.startsWith("native"));
  const rows = [];
  for (const rate of RATES) {
    const once = async (name) => {
      await browser.go(`${origin}/page/open?who=${encodeURIComponent(name)}`);
      await browser.throttle(rate);
      const opened = [];
      for (let index = 0; index <= LATER; index += 1) {
        await browser.point(await browser.run((index) => bench.arm(index), index));
        opened.push(await browser.run(() => bench.seen()));
        await browser.point();
        await browser.run((index) => bench.gone(index), index);
      }
      await browser.throttle(1);
      return { first: opened[0], later: opened.slice(1) };
    };
    const results = await turns(names, REPEAT, once);
    const only = (choose) =>
      Object.fromEntries(Object.entries(results).map(([name, { samples, fails }]) => [name, { samples: samples.flatMap(choose), fails }]));
    const at = rate === 1 ? "" : `, ${rate}× slower processor`;
    // All is loaded before: the first card of a page as it comes is the affair of `first`.
    rows.push(compare(`Mouse on a term to its card placed, first of a page${at}`, "ms", only(({ first }) => first.placed)));
    const later = compare(`Mouse on a term to its card placed, later ones${at}`, "ms", only(({ later }) => later.map(({ placed }) => placed)));
    rows.push({ ...later, target: { beside: "Tippy 6", atMost: 1 } });
    rows.push(compare(`Mouse on a term to its card drawn, later ones${at}`, "ms", only(({ later }) => later.map(({ drawn }) => drawn))));
    const own = results.ours.samples;
    const pairs = { first: { samples: own.map(({ first }) => first.placed) }, ours: { samples: own.map(({ later }) => later[0].placed) } };
    rows.push(compare(`Second card of a page against its first${at}`, "ms", { ours: pairs.ours, "our first": pairs.first }));
    log(`open at ${rate}×`);
  }
  await browser.cdp("Emulation.setEmulatedMedia", { features: [] });
  return { rows };
}
