// How many bytes does a reader fetch for each? Ours by what the browser really fetches on the demo, the others by what their
// documentation has a page load; the files as they are shipped, minified, with brotli at its best.

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { MARKING, SHOWING, brotli } from "../../scripts/bytes.mjs";
import { markByHand } from "./start.mjs";

/** What each peer's documentation has a page load, in the smallest form that it ships. */
const PEERS = {
  "wikipedia-preview": ["wikipedia-preview/dist/wikipedia-preview.js", "wikipedia-preview/dist/wikipedia-preview.css"],
  "Tippy 6 with Popper": ["@popperjs/core/dist/umd/popper.min.js", "tippy.js/dist/tippy-bundle.umd.min.js"],
  "Floating UI": ["@floating-ui/core/dist/floating-ui.core.browser.min.mjs", "@floating-ui/dom/dist/floating-ui.dom.browser.min.mjs"],
  "mark.js": ["mark.js/dist/mark.es6.min.js"],
};
const ALIKE = "wikipedia-preview";
/** What is fetched beside the marks, which do not wait for it. */
const BESIDE = "opener.js";
/** What each step may weigh. */
const MOST = { marks: 28_000, loader: 2048, card: { atMost: 85_000, better: 60_000 } };

const size = (file) => brotli(readFileSync(file)).length;
const sum = (files) => files.reduce((sum, file) => sum + size(file), 0);

/** The files of ours that a page has fetched so far, without decks. */
const fetched = (browser) =>
  browser.run(() => {
    const paths = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
    return [...new Set(paths)].filter((path) => path.startsWith("/dist/") && !path.endsWith(".json")).map((path) => path.slice("/dist/".length));
  });

/** What a page fetches until its marks stand, and what more until its first card is there. */
async function fetches(browser, url) {
  return browser.inNewTab(async () => {
    await browser.go(url);
    await browser.run(async () => {
      const element = document.querySelector("context-cards");
      await customElements.whenDefined("context-cards");
      await element.ready;
      // Whatever else it may fetch without being asked.
      await new Promise((done) => setTimeout(done, 1500));
    });
    const marking = await fetched(browser);
    const { x, y } = await browser.run(() => {
      const term = document.querySelector("context-term[auto], context-term[tabindex]");
      term.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = term.getClientRects()[0];
      return { x: x + width / 2, y: y + height / 2 };
    });
    await browser.point({ x, y });
    await browser.run(async () => {
      const { shadowRoot } = document.querySelector("context-cards");
      while (!shadowRoot.querySelector("[part~=card]:popover-open")) await new Promise(requestAnimationFrame);
    });
    const showing = (await fetched(browser)).filter((file) => !marking.includes(file));
    return { marking, showing };
  });
}

export async function run({ browser, origin, log }) {
  await markByHand(browser, origin);
  const demo = await fetches(browser, `${origin}/dist/index.html`);
  const baked = await fetches(browser, `${origin}/page/baked`);
  const agree = (found, known) => [...found].sort().join() === [...known].sort().join();
  if (!demo.marking.includes(BESIDE)) throw new Error(`the demo does not fetch ${BESIDE}`);
  demo.marking = demo.marking.filter((file) => file !== BESIDE);
  if (!agree(demo.marking, MARKING) || !agree(demo.showing, SHOWING)) throw new Error(`the demo fetches ${demo.marking} and then ${demo.showing}`);
  const peers = Object.fromEntries(Object.entries(PEERS).map(([name, files]) => [name, sum(files.map((file) => join("bench/node_modules", file)))]));
  const dist = (files) => files.map((file) => join("dist", file));
  const row = (what, files, names, target) => {
    const bytes = sum(dist(files));
    const rivals = names.map((name) => ({ name, median: peers[name], ratio: { median: bytes / peers[name] } }));
    return { what, unit: "bytes", ours: { median: bytes }, rivals, target };
  };
  log("bytes");
  return {
    files: dist([...demo.marking, ...demo.showing]).map((file) => ({ file: basename(file), raw: readFileSync(file).length, brotli: size(file) })),
    baked: { marking: baked.marking, showing: baked.showing },
    rows: [
      row("Bytes of brotli until all marks stand", demo.marking, [ALIKE, "mark.js"], { atMost: MOST.marks }),
      row("of these, the loader, which a page waits for", ["context-cards.js"], [], { atMost: MOST.loader }),
      row("Bytes more for the first card", demo.showing, ["Tippy 6 with Popper", "Floating UI"], MOST.card),
      row("Bytes beside the marks, which do not wait for them", [BESIDE], []),
      row("Bytes in all, with a card", [...demo.marking, BESIDE, ...demo.showing], [ALIKE]),
      row("Bytes in all, with a card, on a page marked before it is sent", [...baked.marking, ...baked.showing], [ALIKE], { beside: ALIKE, atMost: 1 }),
    ],
  };
}
