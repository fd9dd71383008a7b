// Does the widget ever keep the page from answering its reader? The longest piece of work in one go, on a very long article and
// a processor four times slower.

import { spread } from "../measure.mjs";

const RATE = 4;
const ROUNDS = 5;
const DECKS = { "no widget": null, "the demo's deck": "/dist/decks/el-salvador.json", "1,000 terms": "/deck/1000.json", "10,000 terms on 1,250 cards": "/deck/10000-8.json", "10,000 terms on as many cards": "/deck/10000.json" };

export async function run({ browser, origin, log }) {
  const samples = Object.fromEntries(Object.keys(DECKS).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, deck] of Object.entries(DECKS)) {
      await browser.go(`${origin}/page/long?deck=${name.includes("demo") ? "demo" : "generated"}`);
      await browser.throttle(RATE);
      const said = await browser.run((deck) => bench.embed(deck), deck);
      await browser.throttle(1);
      // The first round fills the caches.
      if (round > 0) samples[name].push(said);
    }
    log(`longest task, round ${round} of ${ROUNDS}`);
  }
  const rows = Object.entries(samples).map(([name, said]) => ({
    name,
    marks: said[0].marks,
    longest: said.some(({ longest }) => longest !== null) ? spread(said.map(({ longest }) => longest ?? 0)) : null,
    gap: spread(said.map(({ gap }) => gap)),
    ready: said[0].time === null || said[0].time === undefined ? null : spread(said.map(({ time }) => time)),
  }));
  return { rate: RATE, words: 20_000, rows };
}
