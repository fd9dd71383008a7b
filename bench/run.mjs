// How do we compare? Measures all parts, or the named ones (`node bench/run.mjs mark open`), beside the peers in one browser;
// keeps the numbers in docs/performance.json and writes them up in docs/performance.md. It measures and never judges.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { Browser } from "./browser.mjs";
import { report } from "./report.mjs";
import { serve } from "./server.mjs";

const PARTS = ["bytes", "start", "first", "mark", "open", "memory", "longest", "growth"];
const RECORD = "docs/performance.json";

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !PARTS.includes(name));
if (unknown.length) {
  console.error(`There is no part "${unknown.join('", "')}": the parts are ${PARTS.join(", ")}.`);
  process.exit(1);
}
for (const file of ["dist/widget_bg.wasm", "bench/node_modules/mark.js/package.json"]) {
  if (!existsSync(file)) throw new Error(`${file} is missing: \`make bench\` makes it`);
}

const began = Date.now();
const log = (what) => console.error(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${what}`);
const { dependencies } = JSON.parse(readFileSync("bench/package.json", "utf8"));
const record = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, "utf8")) : { parts: {} };
record.peers = dependencies;

const { origin, stop } = await serve();
const browser = await Browser.start();
try {
  for (const name of PARTS.filter((name) => asked.length === 0 || asked.includes(name))) {
    const { run } = await import(`./parts/${name}.mjs`);
    // Parts are measured at different times, each under what else the machine had to do.
    const environment = {
      date: new Date().toISOString().slice(0, 10),
      browser: browser.version,
      cores: cpus().length,
      processor: cpus()[0]?.model,
      load: Number(loadavg()[0].toFixed(2)),
    };
    const result = await run({ browser, origin, log }).catch((fault) => (log(`${name} failed: ${fault.message}`), { fails: fault.message }));
    const parts = { ...record.parts, [name]: { environment, ...result } };
    record.parts = Object.fromEntries(PARTS.filter((name) => parts[name]).map((name) => [name, parts[name]]));
    writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
  }
} finally {
  await browser.end();
  await stop();
}
console.log(report(record));
