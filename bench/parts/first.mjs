// How long does a reader wait for the first card of a page, when the widget has yet to be fetched, started and drawn? From the pointer
// on a term to its visible card, with the delay that the widget has by itself, files cached, each sample in a tab of its own.

import { compare, turns } from "../measure.mjs";

const REPEAT = { warmUp: 2, rounds: 9 };
const DELAY = 300;
const FRAME = 1000 / 60;
/** Cards opened after the first one. */
const LATER = 3;
/** After a card has closed the next one opens without delay, because the reader compares: so long until that is over, in milliseconds. */
const COMPARING = 500;
const RATES = [1, 4];

export async function run({ browser, origin, log }) {
  const rows = [];
  for (const rate of RATES) {
    const once = () =>
      browser.inNewTab(async () => {
        await browser.cdp("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "reduce" }] });
        await browser.go(`${origin}/page/first?who=ours&delay=${DELAY}`);
        await browser.run(() => bench.ready());
        await browser.throttle(rate);
        if (await browser.run(() => bench.widgetFiles())) throw new Error("the widget was fetched before it was wanted");
        const opened = [];
        for (let index = 0; index <= LATER; index += 1) {
          await browser.point(await browser.run((index) => bench.arm(index), index));
          opened.push(await browser.run(() => bench.seen()));
          await browser.point();
          await browser.run((index) => bench.gone(index), index);
          await new Promise((done) => setTimeout(done, COMPARING));
        }
        return opened;
      });
    const { ours } = await turns(["ours"], REPEAT, async () => ({ opened: await once() }));
    const only = (choose) => ({ ours: { samples: ours.samples.flatMap(({ opened }) => choose(opened)), fails: ours.fails } });
    const at = rate === 1 ? "" : `, ${rate}× slower processor`;
    const target = { atMost: DELAY + FRAME };
    const [first, later] = [(opened) => opened[0], (opened) => opened.slice(1)];
    rows.push({ ...compare(`Pointer on a term to its visible card, first of a page, delay ${DELAY}, widget not yet loaded${at}`, "ms", only((opened) => first(opened).placed)), target });
    rows.push(compare(`The same, until a frame with it is drawn${at}`, "ms", only((opened) => first(opened).drawn)));
    rows.push(compare(`Pointer on a term to its visible card, later ones, delay ${DELAY}${at}`, "ms", only((opened) => later(opened).map(({ placed }) => placed))));
    log(`first card at ${rate}×`);
  }
  return { rows };
}
